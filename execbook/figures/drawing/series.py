"""What the artists of a panel show, as numbers: only what can be read from them without guessing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection, LineCollection, PathCollection, PolyCollection, QuadMesh
from matplotlib.container import BarContainer, Container, ErrorbarContainer
from matplotlib.contour import ContourSet
from matplotlib.image import AxesImage
from matplotlib.lines import AxLine, Line2D
from matplotlib.patches import Patch, StepPatch
from matplotlib.quiver import Barbs, Quiver
from matplotlib.transforms import AffineDeltaTransform, IdentityTransform, Transform
from mpl_toolkits.mplot3d.art3d import (
    Line3D,
    Line3DCollection,
    Patch3D,
    Path3DCollection,
    Poly3DCollection,
)

from execbook.figures.drawing import calls, scales
from execbook.figures.drawing.calls import Call


@dataclass
class Series:
    """One artist of a panel, or several that belong together.

    kind: line, level (horizontal at `y`, or vertical at `x`), points, bars, histogram, errors, boxes,
    violins, arrows, area, image, contour, pie, segments, or matplotlib's class name. count: number of points,
    bars, pixels. x, y: the data, or the ends of their range for shapes without an order; for bars, bins (the
    first and the last edge) and boxes the positions, which are in `y` if these are horizontal. names:
    categories of bars. values: heights or lengths, medians, levels, shares, heights in space, or minimum and
    maximum colour value. style: dashes, marker and width of a line, such as `3.7 1.6 o 1.5`. columns: more
    numbers of each point, by name: `x_from`, `x_to`, `y_from`, `y_to` are the ends of a bin of uneven width,
    of an error bar, of a bar that does not start at zero; `low`, `q1`, `q3`, `high`, `mean` belong to a box
    or a violin; `u`, `v` to an arrow, and `colour` is what a colour map shows.
    """

    kind: str
    label: str = ""
    count: int = 1
    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    style: str = ""
    columns: dict[str, list[float]] = field(default_factory=dict)


def read(axes: Axes) -> Iterator[Series]:
    """The series of these axes: bars and boxes first, then lines and the rest in the order of drawing."""
    known = calls.of(axes)
    errorbars = [container for container in axes.containers if isinstance(container, ErrorbarContainer)]
    bars = [one for one in axes.containers if isinstance(one, BarContainer) and len(one)]
    hidden = {id(artist) for call in known for artist in call.artists}
    drawn_bars = [
        one for one in bars if not any(id(bar) in hidden for bar in one) and one[0].axes is not None
    ]
    hidden |= {id(part) for container in bars for part in container.get_children()}
    for container in drawn_bars:
        yield _bars(axes, container)
    for call in known:
        if call.kind != "pie":
            yield _of_call(axes, call)
    labels: dict[int, str] = {}
    intervals: dict[int, dict[str, list[float]]] = {}
    for container in errorbars:
        hidden |= {id(part) for part in container.get_children() if part is not container.lines[0]}
        line = container.lines[0]
        if line is not None:
            labels[id(line)] = _label(container)
            intervals[id(line)] = _matched_intervals(container, line)
        if line is None or not (intervals[id(line)] or line.axes is None):
            yield from _loose_intervals(axes, container, bars)
    shown = [
        artist
        for artist in (*axes.lines, *axes.collections, *axes.images)
        if artist.get_visible() and id(artist) not in hidden
    ]
    for artist in shown:
        if isinstance(artist, Line2D):
            series = _line(axes, artist, intervals.get(id(artist), {}))
        else:
            series = _image(artist) if isinstance(artist, AxesImage) else _collection(axes, artist)
        if series and series.count:
            series.label = labels.get(id(artist)) or _label(artist)
            yield series
    for call in known:
        if call.kind == "pie":
            yield _of_call(axes, call)
    for patch in axes.patches:
        if patch.get_visible() and id(patch) not in hidden:
            yield _patch(patch)


def _of_call(axes: Axes, call: Call) -> Series:
    along = axes.yaxis if call.horizontal else axes.xaxis
    if call.kind == "pie":
        return Series("pie", count=len(call.values), names=call.names, values=call.values)
    if call.kind == "histogram":
        return _histogram(call.label, call.positions, call.values, call.horizontal)
    places = np.asarray(call.positions)
    names = scales.bar_names(along, places, places)
    x, y = ([], call.positions) if call.horizontal else (call.positions, [])
    count = len(call.values)
    return Series(call.kind, call.label, count, x, y, names, call.values, columns=dict(call.columns))


def _histogram(label: str, edges: Sequence[float], values: list[float], horizontal: bool) -> Series:
    """Bins; their edges are listed if their widths differ."""
    ends = [edges[0], edges[-1]]
    widths = np.diff(edges)
    name = "y" if horizontal else "x"
    columns = {}
    if not np.allclose(widths, widths[0], rtol=1e-6, atol=1e-9 * max(map(abs, ends))):
        columns = {f"{name}_from": list(edges[:-1]), f"{name}_to": list(edges[1:])}
    x, y = ([], ends) if horizontal else (ends, [])
    return Series("histogram", label, len(values), x, y, values=values, columns=columns)


def _bars(axes: Axes, bars: BarContainer) -> Series:
    horizontal = bars.orientation == "horizontal"
    label = _label(bars) or _label(bars[0])
    if isinstance(bars[0], Patch3D):
        corners = np.concatenate([np.asarray(bar._segment3d, float) for bar in bars])
        return _reach_in_space(Series("bars in space", label, len(bars)), corners)
    boxes = np.array([[bar.get_x(), bar.get_width(), bar.get_y(), bar.get_height()] for bar in bars], float)
    if horizontal:
        boxes = boxes[:, [2, 3, 0, 1]]
    starts, widths, bottoms, values = boxes.T
    ends = starts + widths
    axis = axes.yaxis if horizontal else axes.xaxis
    names = scales.bar_names(axis, starts, ends)
    adjacent = np.allclose(starts[1:], ends[:-1], rtol=0, atol=1e-6 * abs(ends[-1] - starts[0]))
    if adjacent and len(bars) > 2 and not any(names) and not bottoms.any():
        return _histogram(label, [*starts.tolist(), float(ends[-1])], values.tolist(), horizontal)
    centres = ((starts + ends) / 2).tolist()
    columns: dict[str, list[float]] = {}
    along, across = ("y", "x") if horizontal else ("x", "y")
    if not np.allclose(widths, widths[0]) and not any(names):
        columns |= {f"{along}_from": starts.tolist(), f"{along}_to": ends.tolist()}
    if np.nan_to_num(bottoms).any():
        columns |= {f"{across}_from": bottoms.tolist(), f"{across}_to": (bottoms + values).tolist()}
    x, y = ([], centres) if horizontal else (centres, [])
    return Series("bars", label, len(bars), x, y, names, values.tolist(), columns=columns)


# Error bars


def _bar_ends(container: ErrorbarContainer) -> Iterator[tuple[str, np.ndarray]]:
    """For each direction, an array (bars, 2 ends, 2 coordinates)."""
    directions = [name for name, given in (("x", container.has_xerr), ("y", container.has_yerr)) if given]
    for name, collection in zip(directions, container.lines[2], strict=False):
        if collection.axes is not None:
            segments = [np.asarray(one, float) for one in collection.get_segments()]
            yield name, np.array([one if len(one) == 2 else np.full((2, 2), np.nan) for one in segments])


def _matched_intervals(container: ErrorbarContainer, line: Line2D) -> dict[str, list[float]]:
    """The ends of the error bars of each point of a line; nothing if some points have none."""
    columns: dict[str, list[float]] = {}
    x, y = (np.asarray(values, float) for values in line.get_data(orig=False))
    for name, ends in _bar_ends(container):
        if len(ends) != len(x):
            return {}
        column, place = (0, x) if name == "x" else (1, y)
        other = ends[:, 0, 1 - column]
        finite = np.isfinite(other) & np.isfinite(place)
        if not np.allclose(other[finite], (y if name == "x" else x)[finite]):
            return {}
        low, high = np.sort(ends[:, :, column], axis=1).T
        columns |= {f"{name}_from": low.tolist(), f"{name}_to": high.tolist()}
    return columns


def _loose_intervals(axes: Axes, container: ErrorbarContainer, bars: list[BarContainer]) -> Iterator[Series]:
    """Error bars without points of their own, such as those of bars."""
    owner = next((one for one in bars if one.errorbar is container), None)
    for name, ends in _bar_ends(container):
        if not len(ends):
            continue
        column = 0 if name == "x" else 1
        places = ends[:, 0, 1 - column]
        low, high = np.sort(ends[:, :, column], axis=1).T
        label, names = _label(container), []
        if owner is not None:
            series = _bars(axes, owner)
            label, names = series.label, series.names if len(series.names) == len(ends) else []
        x, y = ([], places.tolist()) if name == "x" else (places.tolist(), [])
        columns = {f"{name}_from": low.tolist(), f"{name}_to": high.tolist()}
        yield Series("errors", label, len(ends), x, y, names, columns=columns)


# Lines


def _line(axes: Axes, line: Line2D, intervals: dict[str, list[float]]) -> Series | None:
    if isinstance(line, Line3D):
        x, y, z = (np.asarray(values, float).tolist() for values in line.get_data_3d())
        return Series("line in space", count=len(x), x=x, y=y, values=z)
    if isinstance(line, AxLine):
        return _infinite_line(axes, line)
    vertices = np.column_stack([np.asarray(values, float) for values in line.get_data(orig=False)])
    if not len(vertices):
        return None
    follows_x, follows_y = line.get_transform().contains_branch_seperately(axes.transData)
    if follows_x != follows_y:
        x, y = vertices[0].tolist()
        return Series("level", x=[x]) if follows_x else Series("level", y=[y])
    if (data := _in_data(axes, line.get_transform(), vertices)) is None:
        return None  # a decoration, placed in parts of the panel or of the figure
    x, y = data.T
    finite = np.isfinite(x) & np.isfinite(y)
    kind = "points" if line.get_linestyle() in ("None", "none", " ", "") else "line"
    series = Series(kind, count=int(finite.sum()), x=x[finite].tolist(), y=y[finite].tolist())
    series.columns = {name: np.asarray(ends)[finite].tolist() for name, ends in intervals.items()}
    if kind == "line":
        series.style = _style(line)
    return series


def _in_data(axes: Axes, transform: Transform, vertices: np.ndarray) -> np.ndarray | None:
    """Where vertices are, in the coordinates of the data; None if these do not determine it."""
    if transform is axes.transData or not len(vertices):
        return vertices
    if isinstance(transform, AffineDeltaTransform):  # of hexagons
        transform = transform._base_transform  # ty: ignore[missing-attribute]  # private
    if not all(transform.contains_branch_seperately(axes.transData)):
        return None
    axes.get_xlim(), axes.get_ylim()  # brings the transformation up to date
    change = transform - axes.transData
    if isinstance(change, IdentityTransform):
        return vertices
    return np.asarray(change.transform(vertices), float)


def _infinite_line(axes: Axes, line: AxLine) -> Series | None:
    """A line through the whole panel, between the limits of its x axis."""
    x, y = line.get_xy1()  # ty: ignore[not-iterable]  # the stub allows None, AxLine.__init__ does not
    if Line2D.get_transform(line) is not axes.transData:
        return None
    scaled = {axes.get_xscale(), axes.get_yscale()} != {"linear"}
    if (second := line.get_xy2()) is None:
        if scaled:
            return None
        slope = line.get_slope()
    elif second[0] != x and scaled and second[1] != y:
        return None  # straight on the screen, not in the data
    else:
        slope = (second[1] - y) / (second[0] - x) if second[0] != x else np.inf
    if np.isinf(slope):
        return Series("level", x=[float(x)])
    ends = [float(limit) for limit in axes.get_xlim()]
    return Series(
        "line", count=2, x=ends, y=[float(y + slope * (end - x)) for end in ends], style=_style(line)
    )


def _style(line: Line2D) -> str:
    """What distinguishes a line from others besides its colour."""
    _, dashes = line._unscaled_dash_pattern  # ty: ignore[missing-attribute]  # private: it has no getter
    marker = line.get_marker()
    marker = "" if marker in ("None", "none", " ", "", None) else f"{marker} "
    return f"{' '.join(map(str, dashes or '-'))} {marker}{line.get_linewidth():g}"


# Collections, images, patches


def _collection(axes: Axes, collection: Collection) -> Series | None:
    kind = type(collection).__name__
    if isinstance(collection, ContourSet):
        levels = [float(level) for level in collection.levels]
        return Series("contour", count=len(levels), values=levels)
    if hasattr(collection, "do_3d_projection"):
        return _in_space(collection)
    if isinstance(collection, QuadMesh):
        rows, columns = (size - 1 for size in np.shape(collection.get_coordinates())[:2])
        return _grid(rows, columns, collection)
    if isinstance(collection, Quiver | Barbs):
        x, y = (
            (collection.X, collection.Y) if isinstance(collection, Quiver) else (collection.x, collection.y)
        )
        u, v = (
            (collection.U, collection.V) if isinstance(collection, Quiver) else (collection.u, collection.v)
        )
        x, y, u, v = (_filled(values) for values in (x, y, u, v))
        if _in_data(axes, collection.get_offset_transform(), np.column_stack([x, y])) is None or len(
            u
        ) != len(x):
            return Series(kind)
        return Series("arrows", count=len(x), x=x, y=y, columns={"u": u, "v": v})
    if isinstance(collection, PathCollection) or _is_placed(axes, collection):
        offsets = np.ma.filled(np.ma.asarray(collection.get_offsets(), float), np.nan)
        data = _in_data(axes, collection.get_offset_transform(), offsets)
        if data is None:
            return None
        x, y = data.T.tolist()
        array = collection.get_array()
        values = _filled(array) if array is not None and np.size(array) == len(x) else []
        return Series("points", count=len(x), x=x, y=y, columns={"colour": values} if values else {})
    return _outlines(axes, collection)


def _outlines(axes: Axes, collection: Collection) -> Series | None:
    kinds = {LineCollection: "segments", PolyCollection: "area"}
    kind = next(
        (name for cls, name in kinds.items() if isinstance(collection, cls)), type(collection).__name__
    )
    paths = collection.get_paths()
    vertices = [np.asarray(path.vertices) for path in paths]
    corners = np.concatenate([one for one in vertices if len(one)] or [np.empty((0, 2))])
    corners = corners[np.isfinite(corners).all(axis=1)]
    follows = collection.get_transform().contains_branch_seperately(axes.transData)
    if not len(corners) or not any(follows):
        return Series(kind, count=len(paths))
    if all(follows) and (data := _in_data(axes, collection.get_transform(), corners)) is not None:
        corners = data
    (left, bottom), (right, top) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    x, y = [left, right] if follows[0] else [], [bottom, top] if follows[1] else []
    return Series(kind, count=len(paths), x=x, y=y)


def _is_placed(axes: Axes, collection: Collection) -> bool:
    """Whether its shapes are placed by offsets in the data, as hexagons and ellipses are."""
    offsets = np.ma.filled(np.ma.asarray(collection.get_offsets(), float), np.nan)
    return bool(len(offsets)) and _in_data(axes, collection.get_offset_transform(), offsets) is not None


def _in_space(collection: Collection) -> Series:
    """Points, or the range of a surface or of segments, whose 2D outlines depend on the view."""
    kind = type(collection).__name__
    if isinstance(collection, Path3DCollection):
        x, y, z = (_filled(values) for values in collection._offsets3d)
        return Series(kind, count=len(x), x=x, y=y, values=z)
    if isinstance(collection, Poly3DCollection):
        corners = np.asarray(np.ma.filled(collection._faces, np.nan), float).reshape(-1, 3)
        count = len(collection._faces)
    elif isinstance(collection, Line3DCollection):
        segments = [np.asarray(np.ma.filled(one, np.nan), float) for one in collection._segments3d]
        corners, count = np.concatenate([*segments, np.empty((0, 3))]), len(segments)
    else:
        return Series(kind)
    return _reach_in_space(Series(kind, count=count), corners)


def _reach_in_space(series: Series, corners: np.ndarray) -> Series:
    """The series with the ends of its range. corners: an array (points, 3)."""
    corners = corners[np.isfinite(corners).all(axis=1)]
    if len(corners):
        series.x, series.y, series.values = np.stack([corners.min(axis=0), corners.max(axis=0)], 1).tolist()
    return series


def _image(image: AxesImage) -> Series:
    return _grid(*image.get_size(), image)


def _grid(rows: int, columns: int, artist: Collection | AxesImage) -> Series:
    return Series("image", count=rows * columns, names=[f"{rows} × {columns}"], values=_colour_range(artist))


def _colour_range(artist: Collection | AxesImage) -> list[float]:
    array = artist.get_array()
    if array is None or np.ndim(array) > 2 or not np.size(array):
        return []
    values = np.ma.masked_invalid(np.ma.asarray(array, float))
    return [] if values.mask.all() else [float(values.min()), float(values.max())]


def _patch(patch: Patch) -> Series:
    if isinstance(patch, StepPatch):
        values, edges, _ = patch.get_data()
        horizontal = patch.orientation == "horizontal"
        edge_list = np.asarray(edges, float).tolist()
        return _histogram(_label(patch), edge_list, np.asarray(values, float).tolist(), horizontal)
    return Series(type(patch).__name__, _label(patch))


def _filled(values: object) -> list[float]:
    return np.ma.filled(np.ma.asarray(values, float), np.nan).ravel().tolist()


def _label(artist: Artist | Container) -> str:
    """The label for the legend; matplotlib's internal names begin with an underscore."""
    label = str(artist.get_label() or "")
    return "" if label.startswith("_") else label
