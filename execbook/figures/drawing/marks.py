"""Temporary properties of artists, set while a figure is drawn for a page with a light or dark palette."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.colorizer import ColorizingArtist
from matplotlib.colors import to_hex, to_rgba
from matplotlib.contour import ContourSet
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.patches import Patch
from matplotlib.text import Text

OPAQUE = 0.7
"""Minimum alpha with which a coloured area hides the page behind it."""
MIN_CELL_PIXELS = 3
"""Minimum size of an image's cell that is visible as a square; the same limit as matplotlib's."""
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
def sharp_images(figure: Figure) -> Generator[None]:
    """Inside the block, images of large cells are saved one pixel a cell, and large meshes as images.

    The browser enlarges such an image without interpolation.
    """
    images = [
        (image, image.get_interpolation()) for image in figure.findobj(AxesImage) if _has_large_cells(image)
    ]
    meshes = [(mesh, mesh.get_rasterized()) for mesh in figure.findobj(QuadMesh) if _is_large(mesh)]
    for image, _ in images:
        image.set_interpolation("none")
    for mesh, _ in meshes:
        mesh.set_rasterized(True)
    try:
        yield
    finally:
        for image, interpolation in images:
            image.set_interpolation(interpolation)
        for mesh, rasterized in meshes:
            mesh.set_rasterized(rasterized)


def fixed_greys(figure: Figure) -> list[Artist]:
    """Artists whose black, white and greys must not follow the page's palette.

    These show data by colour, or are on top of something that does: a count in a cell of a heat map is black
    because the cell is light.
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
        if any(_covers(artist) for artist in inside):
            found += inside
            found += [arrow for artist in inside if (arrow := getattr(artist, "arrow_patch", None))]
        else:
            found += filter(_shows_data_as_colour, inside)
    return found


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


def _is_large(mesh: QuadMesh) -> bool:
    array = mesh.get_array()
    return array is not None and np.size(array) > MAX_SHAPES


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
    if image.get_interpolation() not in ("auto", "antialiased", "nearest") or image.get_array() is None:
        return False
    rows, columns = image.get_size()
    box = image.get_window_extent()
    return box.width / columns >= MIN_CELL_PIXELS and box.height / rows >= MIN_CELL_PIXELS
