"""The content of a matplotlib figure as plain data: panels, axes, series."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryFormatter
from matplotlib.collections import Collection, LineCollection, PathCollection, PolyCollection, QuadMesh
from matplotlib.container import BarContainer, Container, ErrorbarContainer
from matplotlib.contour import ContourSet
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import AxLine, Line2D
from matplotlib.patches import Patch, Polygon, Wedge
from matplotlib.ticker import FixedFormatter, FuncFormatter
from mpl_toolkits.mplot3d.art3d import Line3D

SAMPLES = 9
DIGITS = 4
FULL_DIGITS = 6


@dataclass
class Series:
    """One artist of a panel, or several that belong together.

    kind: line, level (horizontal at `y`, or vertical at `x`), points, bars, histogram, area, image, contour,
    pie, segments, or matplotlib's class name. count: number of points, bars, pixels. x, y: the data, or the
    ends of their range for shapes without an order; for bars the positions, which are in `y` if the bars are
    horizontal. names: categories of bars. values: heights or lengths, levels, shares, or minimum and maximum
    colour value. style: dashes, marker and width of a line, such as `3.7 1.6 o 1.5`.
    """

    kind: str
    label: str = ""
    count: int = 1
    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    style: str = ""


@dataclass
class Scale:
    """One axis: its name, label, limits and kind.

    kind: `linear`, `log`, …; `category` if its ticks are names instead of numbers; `none` if it is not drawn.
    """

    name: str
    label: str
    limits: list[float]
    kind: str


@dataclass
class Panel:
    """One coordinate system. scales: x and y, and z in 3D; of a colour bar the one in use.

    notes: texts inside, and legend entries that name no series.
    """

    title: str
    scales: list[Scale]
    series: list[Series]
    notes: list[str]
    colorbar: bool


def read(figure: Figure) -> list[Panel]:
    """The visible coordinate systems of a figure, in the order of their creation, insets last."""
    insets = [inset for axes in figure.axes for inset in axes.child_axes if isinstance(inset, Axes)]
    return [_panel(axes) for axes in (*figure.axes, *insets) if axes.get_visible()]


def figure_title(figure: Figure) -> str:
    """The figure's own title, or that of its only axes with a title; else empty."""
    if title := figure.get_suptitle():
        return title
    titles = [title for axes in figure.axes if (title := _title(axes))]
    return titles[0] if len(titles) == 1 else ""


def structure(panels: Iterable[Panel]) -> list[dict[str, Any]]:
    """Panels as JSON without styles, with numbers rounded and long series sampled."""
    found = [_rounded(asdict(panel), DIGITS, SAMPLES) for panel in panels]
    for panel in found:
        for series in panel["series"]:
            del series["style"]
    return found


def full(panels: Iterable[Panel]) -> list[dict[str, Any]]:
    """Panels as JSON with every point, for the tables of a figure."""
    return [_rounded(asdict(panel), FULL_DIGITS) for panel in panels]


def _panel(axes: Axes) -> Panel:
    series = list(_series(axes))
    scales = [_scale(axes, name, axis) for name, axis in axes._axis_map.items()]
    colorbar = getattr(axes, "_colorbar", None)
    if colorbar is not None:
        scales = [
            scale for scale in scales if scale.name == ("y" if colorbar.orientation == "vertical" else "x")
        ]
    named = {series.label for series in series} | {name for s in series for name in s.names}
    legend = axes.get_legend()
    texts = [*axes.texts, *(legend.get_texts() if legend else ())]
    notes = [text.get_text() for text in texts if text.get_visible()]
    return Panel(
        _title(axes),
        scales,
        [] if colorbar is not None else series,
        [note for note in notes if note.strip() and note not in named],
        colorbar is not None,
    )


def _title(axes: Axes) -> str:
    return " ".join(text for place in ("left", "center", "right") if (text := axes.get_title(loc=place)))


def _scale(axes: Axes, name: str, axis: Axis) -> Scale:
    label = axis.get_label_text()
    kind = "category" if _names(axis) else axis.get_scale()
    shown = getattr(axes, "_axis3don", axes.axison) and axis.get_visible()
    if not (shown and (label or len(axis.get_ticklocs()))):
        kind = "none"
    return Scale(name, label, [float(limit) for limit in axis.get_view_interval()], kind)


def _names(axis: Axis) -> list[tuple[float, str]]:
    """Position and label of the ticks whose label is a name instead of a number."""
    if not isinstance(axis.get_major_formatter(), StrCategoryFormatter | FixedFormatter | FuncFormatter):
        return []
    labels = [label.get_text() for label in axis.get_ticklabels()]
    return [(float(place), name) for place, name in zip(axis.get_ticklocs(), labels, strict=False) if name]


def _series(axes: Axes) -> Iterator[Series]:
    errorbars = [container for container in axes.containers if isinstance(container, ErrorbarContainer)]
    labels = {id(bars.lines[0]): _label(bars) for bars in errorbars}
    parts = [part for bars in errorbars for part in bars.get_children() if part is not bars.lines[0]]
    bars = [
        container for container in axes.containers if isinstance(container, BarContainer) and len(container)
    ]
    parts += [part for container in bars for part in container.get_children()]
    hidden = {id(part) for part in parts}
    for container in bars:
        yield _bars(axes, container)
    shown = [
        artist
        for artist in (*axes.lines, *axes.collections, *axes.images)
        if artist.get_visible() and id(artist) not in hidden
    ]
    for artist in shown:
        if isinstance(artist, Line2D):
            series = _line(axes, artist)
        else:
            series = _image(artist) if isinstance(artist, AxesImage) else _collection(artist)
        if series.count:
            series.label = labels.get(id(artist)) or _label(artist)
            yield series
    wedges = [patch for patch in axes.patches if isinstance(patch, Wedge)]
    if wedges:
        shares = [(wedge.theta2 - wedge.theta1) / 360 for wedge in wedges]
        yield Series("pie", count=len(wedges), names=[_label(wedge) for wedge in wedges], values=shares)
    for patch in axes.patches:
        if patch.get_visible() and id(patch) not in hidden and patch not in wedges:
            yield _outlined_histogram(patch) or Series(type(patch).__name__, _label(patch))


def _bars(axes: Axes, bars: BarContainer) -> Series:
    horizontal = bars.orientation == "horizontal"
    label = _label(bars) or _label(bars[0])  # a histogram sets it on its first bar
    widths = [float(bar.get_height() if horizontal else bar.get_width()) for bar in bars]
    starts = [float(bar.get_y() if horizontal else bar.get_x()) for bar in bars]
    values = [float(bar.get_width() if horizontal else bar.get_height()) for bar in bars]
    ends = [start + width for start, width in zip(starts, widths, strict=True)]
    if len(bars) > 2 and np.allclose(starts[1:], ends[:-1], rtol=0, atol=1e-6 * abs(ends[-1] - starts[0])):
        return _bar_series(horizontal, "histogram", label, [starts[0], ends[-1]], values=values)
    ticks = _names(axes.yaxis if horizontal else axes.xaxis)
    centres = [(start + end) / 2 for start, end in zip(starts, ends, strict=True)]
    names = [_nearest(ticks, centre) for centre in centres]
    return _bar_series(horizontal, "bars", label, centres, values=values, names=names)


def _bar_series(
    horizontal: bool,
    kind: str,
    label: str,
    positions: list[float],
    values: list[float],
    names: Sequence[str] = (),
) -> Series:
    x, y = ([], positions) if horizontal else (positions, [])
    return Series(kind, label, len(values), x, y, names=list(names), values=values)


def _outlined_histogram(patch: Patch) -> Series | None:
    """A histogram drawn by `hist(histtype="step")` as one outline. None for any other shape."""
    if not isinstance(patch, Polygon) or patch.get_fill():
        return None
    corners = np.asarray(patch.get_xy(), float)
    x, y = corners.T
    if len(x) % 2 and np.array_equal(corners[0], corners[-1]):  # closed
        x, y = x[:-1], y[:-1]
    edges, values = x[::2], y[1:-1:2]
    if len(x) < 4 or not (np.array_equal(edges, x[1::2]) and np.array_equal(values, y[2::2])):
        return None
    return Series(
        "histogram", _label(patch), len(values), [float(edges[0]), float(edges[-1])], values=values.tolist()
    )


def _nearest(ticks: list[tuple[float, str]], position: float) -> str:
    """The category of a bar, which may be one of several side by side; empty if no tick is close enough."""
    if not ticks:
        return ""
    reach = min(np.diff(sorted(tick for tick, _ in ticks)), default=1.0) / 2
    distance, name = min((abs(tick - position), name) for tick, name in ticks)
    return name if distance < reach else ""


def _line(axes: Axes, line: Line2D) -> Series:
    if isinstance(line, Line3D):
        x, y, z = (np.asarray(values, float).tolist() for values in line.get_data_3d())
        return Series("line in space", count=len(x), x=x, y=y, values=z)
    if isinstance(line, AxLine):
        return _infinite_line(axes, line)
    x, y = (np.asarray(values, float) for values in line.get_data(orig=False))
    follows_x, follows_y = line.get_transform().contains_branch_seperately(axes.transData)
    if follows_x != follows_y and len(x):
        return Series("level", x=[float(x[0])]) if follows_x else Series("level", y=[float(y[0])])
    finite = np.isfinite(x) & np.isfinite(y)
    kind = "points" if line.get_linestyle() in ("None", "none", " ", "") else "line"
    series = Series(kind, count=int(finite.sum()), x=x[finite].tolist(), y=y[finite].tolist())
    if kind == "line":
        series.style = _style(line)
    return series


def _infinite_line(axes: Axes, line: AxLine) -> Series:
    """A line through the whole panel, between the limits of its x axis."""
    x, y = line.get_xy1()  # ty: ignore[not-iterable]  # the stub allows None, AxLine.__init__ does not
    if (second := line.get_xy2()) is None:
        slope = line.get_slope()
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


def _collection(collection: Collection) -> Series:
    if hasattr(collection, "do_3d_projection"):  # its 2D outline depends on the view
        return Series(type(collection).__name__, values=_colour_range(collection))
    if isinstance(collection, ContourSet):
        levels = [float(level) for level in collection.levels]
        return Series("contour", count=len(levels), values=levels)
    if isinstance(collection, QuadMesh):
        rows, columns = (size - 1 for size in np.shape(collection.get_coordinates())[:2])
        return _grid(rows, columns, collection)
    if isinstance(collection, PathCollection):
        x, y = np.ma.filled(np.ma.asarray(collection.get_offsets(), float), np.nan).T
        return Series("points", count=len(x), x=x.tolist(), y=y.tolist())
    paths = collection.get_paths()
    vertices = [np.asarray(path.vertices) for path in paths]
    corners = np.concatenate([one for one in vertices if len(one)] or [np.empty((0, 2))])
    corners = corners[np.isfinite(corners).all(axis=1)]
    kinds = {LineCollection: "segments", PolyCollection: "area"}
    kind = next(
        (name for cls, name in kinds.items() if isinstance(collection, cls)), type(collection).__name__
    )
    if not len(corners):
        return Series(kind, count=len(paths))
    (left, bottom), (right, top) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    return Series(kind, count=len(paths), x=[left, right], y=[bottom, top])


def _image(image: AxesImage) -> Series:
    return _grid(*image.get_size(), image)


def _grid(rows: int, columns: int, artist: Collection | AxesImage) -> Series:
    return Series("image", count=rows * columns, names=[f"{rows} × {columns}"], values=_colour_range(artist))


def _colour_range(artist: Collection | AxesImage) -> list[float]:
    array = artist.get_array()
    if array is None or np.ndim(array) > 2 or not np.size(array):
        return []
    return [float(np.nanmin(array)), float(np.nanmax(array))]


def _label(artist: Artist | Container) -> str:
    """The label for the legend; matplotlib's internal names begin with an underscore."""
    label = str(artist.get_label() or "")
    return "" if label.startswith("_") else label


def _rounded(value: Any, digits: int, samples: int | None = None) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(part, digits, samples) for key, part in value.items()}
    if isinstance(value, list):
        if samples and len(value) > samples and all(isinstance(part, float) for part in value):
            value = [value[round(i * (len(value) - 1) / (samples - 1))] for i in range(samples)]
        return [_rounded(part, digits, samples) for part in value]
    if isinstance(value, float):
        return float(f"{value:.{digits}g}") if math.isfinite(value) else str(value)
    return value
