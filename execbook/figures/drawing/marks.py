"""Temporary properties of artists, set while a figure is drawn for a page with a light or dark palette."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection, QuadMesh
from matplotlib.colorizer import ColorizingArtist
from matplotlib.colors import to_hex, to_rgba
from matplotlib.contour import ContourSet
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text

from execbook.figures.drawing.svg import palette_colour

OPAQUE = 0.7
"""Minimum alpha with which a coloured area hides the page behind it."""
MIN_CELL_PIXELS = 3
"""Minimum size of an image's cell that is visible as a square; the same limit as matplotlib's."""
MAX_MARKS = 2000
"""Of more marks, none can be told from the others: they are drawn as an image."""
MAX_SHAPES = 400
"""A mesh of more cells is drawn as an image, because each cell takes 80 bytes as a shape."""


@contextmanager
def group_ids(artists: Mapping[str, Sequence[Artist]]) -> Generator[None]:
    """Set group ids inside the block. artists: by group id."""
    former = [(artist, artist.get_gid(), gid) for gid, group in artists.items() for artist in group]
    for artist, _, gid in former:
        artist.set_gid(gid)
    try:
        yield
    finally:
        for artist, old, _ in former:
            artist.set_gid(old)


@contextmanager
def sharp_images(figure: Figure, all_marks: bool = False) -> Generator[None]:
    """Inside the block, images of large cells are saved one pixel a cell, and thousands of marks as an image.

    The browser enlarges such an image without interpolation. all_marks: draw all that shows data as an image.
    """
    images = [
        (image, image.get_interpolation()) for image in figure.findobj(AxesImage) if _has_large_cells(image)
    ]
    marks = [(artist, artist.get_rasterized()) for artist in _heavy(figure, all_marks)]
    for image, _ in images:
        image.set_interpolation("none")
    for artist, _ in marks:
        artist.set_rasterized(True)
    try:
        yield
    finally:
        for image, interpolation in images:
            image.set_interpolation(interpolation)
        for artist, rasterized in marks:
            artist.set_rasterized(rasterized)


def too_many(figure: Figure) -> bool:
    """Whether the panels have thousands of lines and shapes, which would be as many elements of a drawing."""
    counts = (len(axes.lines) + len(axes.patches) + len(axes.collections) for axes in figure.axes)
    return max(counts, default=0) > MAX_MARKS


def fixed_greys(figure: Figure) -> list[Artist]:
    """Artists whose black, white and greys must not follow the page's palette.

    These show data by colour, or are on top of something that does: a count in a cell of a heat map is black
    because the cell is light, and a line on a field of blue is white because the blue is dark.
    """
    found: list[Artist] = []
    for axes in figure.axes:
        titles = axes._left_title, axes._right_title  # ty: ignore[missing-attribute]  # private: no getter
        frame = {axes.title, *titles, axes.patch}
        frame |= {axes.xaxis, axes.yaxis, *axes.spines.values()}
        legend = axes.get_legend()
        if legend and not legend.get_frame_on():
            frame.add(legend)
        inside = [artist for artist in axes.get_children() if artist not in frame]
        if _is_literal_field(axes.patch) or any(_covers(artist) for artist in inside):
            found += inside
            found += [arrow for artist in inside if (arrow := getattr(artist, "arrow_patch", None))]
        else:
            found += filter(_shows_data_as_colour, inside)
    return found


def _is_literal_field(patch: Patch) -> bool:
    """Whether the ground of a panel is the same on a light and on a dark page."""
    *_, alpha = face = to_rgba(patch.get_facecolor())
    hidden = not patch.get_visible() or not patch.get_fill() or alpha < OPAQUE
    return not hidden and not palette_colour(to_hex(face), keep=False).startswith(("var", "current"))


def texts_on_colour(figure: Figure) -> list[Text]:
    """Black and white texts on bars and wedges, which are dark on a light page and light on a dark one."""
    found = []
    for axes in figure.axes:
        for text in axes.texts if axes.patches else ():
            if to_hex(text.get_color()) in ("#000000", "#ffffff") and _is_on_patch(text, axes):
                found.append(text)
    return found


def _is_on_patch(text: Text, axes: Axes) -> bool:
    box = text.get_window_extent()
    centre = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return any(
        patch.get_visible() and patch.get_fill() and _is_coloured(patch) and patch.contains_point(centre)
        for patch in axes.patches
    )


def _is_coloured(patch: Patch) -> bool:
    *rgb, alpha = to_rgba(patch.get_facecolor())
    return alpha >= OPAQUE and max(rgb) - min(rgb) > 0.1


def _heavy(figure: Figure, all_marks: bool) -> list[Artist]:
    """What is drawn as an image: thousands of marks, and what a filter of pixels changes."""
    found: list[Artist] = [artist for artist in figure.findobj(Artist) if artist.get_agg_filter() is not None]
    for artist in figure.findobj(Collection):
        if isinstance(artist, QuadMesh):
            array = artist.get_array()
            large = array is not None and np.size(array) > MAX_SHAPES
        else:
            large = max(len(np.asarray(artist.get_offsets())), len(artist.get_paths())) > MAX_MARKS
        if all_marks or large:
            found.append(artist)
    for line in figure.findobj(Line2D):
        marked = line.get_marker() not in ("None", "none", " ", "", None)
        if line.axes in figure.axes and (all_marks or (marked and np.size(line.get_xdata()) > MAX_MARKS)):
            found.append(line)
    if all_marks:
        patches = (patch for axes in figure.axes for patch in axes.patches)
        found += [patch for patch in patches if getattr(patch.draw, "_supports_rasterization", False)]
    ticks = {
        line for axes in figure.axes for axis in axes._axis_map.values() for line in axis.findobj(Line2D)
    }
    return [artist for artist in found if artist not in ticks]


def _shows_data_as_colour(artist: Artist) -> bool:
    chosen = isinstance(artist, ContourSet) and artist.colors is not None
    return isinstance(artist, ColorizingArtist) and artist.get_array() is not None and not chosen


def _covers(artist: Artist) -> bool:
    flat = isinstance(artist, AxesImage | QuadMesh) or (isinstance(artist, ContourSet) and artist.filled)
    if not flat or not artist.get_visible() or not _shows_data_as_colour(artist):
        return False
    alpha = artist.get_alpha()
    return alpha is None or np.min(alpha) >= OPAQUE


def _has_large_cells(image: AxesImage) -> bool:
    if (
        type(image) is not AxesImage
        or image.get_interpolation() not in ("auto", "antialiased", "nearest")
        or image.get_array() is None
    ):
        return False
    rows, columns = image.get_size()
    box = image.get_window_extent()
    return box.width / columns >= MIN_CELL_PIXELS and box.height / rows >= MIN_CELL_PIXELS
