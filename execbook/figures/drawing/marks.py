"""What is set on a figure's artists while it is drawn for a page whose palette may be light or dark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh
from matplotlib.colorizer import ColorizingArtist
from matplotlib.colors import to_hex
from matplotlib.contour import ContourSet
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.text import Text

OPAQUE = 0.7
"""From this alpha on a coloured area hides the page behind it."""
CELL = 3
"""Pixels from which on a cell of an image shows as a square; the same limit as matplotlib's."""
CELLS = 400
"""A mesh of more cells is drawn as an image: as shapes each cell takes 80 bytes."""


@contextmanager
def marked(marks: Mapping[str, Sequence[Artist]]) -> Iterator[None]:
    """While it lasts, these artists have these group ids."""
    former = [(artist, artist.get_gid(), id) for id, artists in marks.items() for artist in artists]
    for artist, _, id in former:
        artist.set_gid(id)
    try:
        yield
    finally:
        for artist, old, _ in former:
            artist.set_gid(old)


@contextmanager
def crisp(figure: Figure) -> Iterator[None]:
    """While it lasts, images of large cells go into the file cell by cell, and large meshes as images.

    The browser enlarges such an image without a blur, whatever the screen.
    """
    images = [
        (image, image.get_interpolation()) for image in figure.findobj(AxesImage) if _has_large_cells(image)
    ]
    meshes = [mesh for mesh in figure.findobj(QuadMesh) if np.size(mesh.get_array()) > CELLS]
    rasterized = [(mesh, mesh.get_rasterized()) for mesh in meshes]
    for image, _ in images:
        image.set_interpolation("none")
    for mesh in meshes:
        mesh.set_rasterized(True)
    try:
        yield
    finally:
        for image, interpolation in images:
            image.set_interpolation(interpolation)
        for mesh, old in rasterized:
            mesh.set_rasterized(old)


def shades(figure: Figure) -> list[Artist]:
    """Artists whose black, white and greys must not follow the page's palette.

    These show data by colour, or lie upon something that does: a count in a cell of a heat map is black
    because the cell is light.
    """
    found: list[Artist] = []
    for axes in figure.axes:
        frame = {axes.title, axes._left_title, axes._right_title, axes.patch}
        frame |= {axes.xaxis, axes.yaxis, *axes.spines.values()}
        legend = axes.get_legend()
        if legend and not legend.get_frame_on():
            frame.add(legend)
        inside = [artist for artist in axes.get_children() if artist not in frame]
        if any(_covers(artist) for artist in inside):
            found += inside
            found += [arrow for artist in inside if (arrow := getattr(artist, "arrow_patch", None))]
        else:
            found += filter(_shows_shades, inside)
    return found


def on_colour(figure: Figure) -> list[Text]:
    """Black and white texts upon bars and wedges, which are dark on a light page and light on a dark one."""
    found = []
    for axes in figure.axes:
        for text in axes.texts if axes.patches else ():
            if to_hex(text.get_color()) in ("#000000", "#ffffff") and _lies_on_patch(text, axes):
                found.append(text)
    return found


def _lies_on_patch(text: Text, axes: Axes) -> bool:
    box = text.get_window_extent()
    middle = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return any(
        patch.get_visible()
        and patch.get_fill()
        and patch.get_facecolor()[3] >= OPAQUE
        and max(patch.get_facecolor()[:3]) - min(patch.get_facecolor()[:3]) > 0.1
        and patch.contains_point(middle)
        for patch in axes.patches
    )


def _shows_shades(artist: Artist) -> bool:
    chosen = isinstance(artist, ContourSet) and artist.colors is not None
    return isinstance(artist, ColorizingArtist) and artist.get_array() is not None and not chosen


def _covers(artist: Artist) -> bool:
    flat = isinstance(artist, AxesImage | QuadMesh) or (isinstance(artist, ContourSet) and artist.filled)
    if not flat or not artist.get_visible() or not _shows_shades(artist):
        return False
    alpha = artist.get_alpha()
    return alpha is None or np.min(alpha) >= OPAQUE


def _has_large_cells(image: AxesImage) -> bool:
    if image.get_interpolation() not in ("auto", "antialiased", "nearest") or image.get_array() is None:
        return False
    rows, columns = image.get_array().shape[:2]
    box = image.get_window_extent()
    return box.width / columns >= CELL and box.height / rows >= CELL
