"""What a matplotlib figure holds, as plain data: panels, axes, series."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryFormatter
from matplotlib.collections import Collection, LineCollection, PathCollection, PolyCollection, QuadMesh
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.contour import ContourSet
from matplotlib.figure import Figure
from matplotlib.image import AxesImage
from matplotlib.lines import AxLine, Line2D
from matplotlib.patches import Patch, Polygon, Wedge
from matplotlib.ticker import FixedFormatter, FuncFormatter

SAMPLES = 9
DIGITS = 4
FULL_DIGITS = 6


@dataclass
class Series:
    """One thing that is drawn in a panel.

    kind: line, level (a line across at `y`, or upright at `x`), points, bars, histogram, area, image,
    contour, pie, segments, or matplotlib's class name. count: how many points, bars, pixels. x, y: the data,
    or the ends of their range where a shape has no order; of bars the places, which are in `y` where the bars
    lie. names: categories of bars. values: heights or lengths, levels,
    shares, or least and greatest colour value. style: dashes, marker and width of a line,
    such as `3.7 1.6 o 1.5`.
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
    """One axis: its name, its label, where it starts and ends, and its kind.

    kind: `linear`, `log`, …; `category` if it bears names instead of numbers; `none` if it is not drawn.
    """

    name: str
    label: str
    limits: list[float]
    kind: str


@dataclass
class Panel:
    """One coordinate system. scales: x and y, and z in space; of a colour bar the one that is used.

    notes: texts inside, and words of the legend that name no series.
    """

    title: str
    scales: list[Scale]
    series: list[Series]
    notes: list[str]
    colorbar: bool


def read(figure: Figure) -> list[Panel]:
    """The visible coordinate systems of a figure, in the order in which they were made, insets behind."""
    insets = [inset for axes in figure.axes for inset in axes.child_axes if isinstance(inset, Axes)]
    return [_panel(axes) for axes in (*figure.axes, *insets) if axes.get_visible()]


def figure_title(figure: Figure) -> str:
    """The figure's own title, or that of its only titled axes; else empty."""
    if title := figure.get_suptitle():
        return title
    titles = [title for axes in figure.axes if (title := _title(axes))]
    return titles[0] if len(titles) == 1 else ""


def structure(panels: Iterable[Panel]) -> list[dict]:
    """Panels as JSON, with numbers rounded and long series sampled; of what is drawn, not of how."""
    found = [_rounded(asdict(panel), DIGITS, SAMPLES) for panel in panels]
    for panel in found:
        for series in panel["series"]:
            del series["style"]
    return found


def full(panels: Iterable[Panel]) -> list[dict]:
    """Panels as JSON with every point, for tables of what a figure shows."""
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
    """Ticks that bear a name instead of their number."""
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
    across = bars.orientation == "horizontal"
    label = _label(bars) or _label(bars[0])  # a histogram gives it to its first bar
    widths = [float(bar.get_height() if across else bar.get_width()) for bar in bars]
    starts = [float(bar.get_y() if across else bar.get_x()) for bar in bars]
    values = [float(bar.get_width() if across else bar.get_height()) for bar in bars]
    ends = [start + width for start, width in zip(starts, widths, strict=True)]
    if len(bars) > 2 and np.allclose(starts[1:], ends[:-1], rtol=0, atol=1e-6 * abs(ends[-1] - starts[0])):
        return _placed(across, "histogram", label, [starts[0], ends[-1]], values=values)
    ticks = _names(axes.yaxis if across else axes.xaxis)
    middles = [(start + end) / 2 for start, end in zip(starts, ends, strict=True)]
    names = [_nearest(ticks, middle) for middle in middles]
    return _placed(across, "bars", label, middles, values=values, names=names)


def _placed(
    across: bool, kind: str, label: str, places: list[float], values: list[float], names: Sequence[str] = ()
) -> Series:
    x, y = ([], places) if across else (places, [])
    return Series(kind, label, len(values), x, y, names=list(names), values=values)


def _outlined_histogram(patch: Patch) -> Series | None:
    """What `hist(histtype="step")` draws: one line over all bins. None for any other shape."""
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


def _nearest(ticks: list[tuple[float, str]], place: float) -> str:
    """The name that bars here stand by, side by side perhaps; empty if it is another's place."""
    if not ticks:
        return ""
    places = sorted(place for place, _ in ticks)
    reach = min(np.diff(places), default=1.0) / 2
    distance, name = min((abs(tick - place), name) for tick, name in ticks)
    return name if distance < reach else ""


def _line(axes: Axes, line: Line2D) -> Series:
    if hasattr(line, "get_data_3d"):
        x, y, z = (np.asarray(values, float).tolist() for values in line.get_data_3d())
        return Series("line in space", count=len(x), x=x, y=y, values=z)
    if isinstance(line, AxLine):
        return _endless(axes, line)
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


def _endless(axes: Axes, line: AxLine) -> Series:
    """A line through the whole panel, from one of its sides to the other."""
    (x, y), slope = line.get_xy1(), line.get_slope()
    if slope is None:
        (to_x, to_y) = line.get_xy2()
        slope = (to_y - y) / (to_x - x) if to_x != x else np.inf
    if np.isinf(slope):
        return Series("level", x=[float(x)])
    ends = [float(limit) for limit in axes.get_xlim()]
    return Series(
        "line", count=2, x=ends, y=[float(y + slope * (end - x)) for end in ends], style=_style(line)
    )


def _style(line: Line2D) -> str:
    """How a line is told apart from others without its colour."""
    _, dashes = line._unscaled_dash_pattern
    marker = line.get_marker()
    marker = "" if marker in ("None", "none", " ", "", None) else f"{marker} "
    return f"{' '.join(map(str, dashes or '-'))} {marker}{line.get_linewidth():g}"


def _collection(collection: Collection) -> Series:
    if hasattr(collection, "do_3d_projection"):  # its outlines depend on the view
        return Series(type(collection).__name__, values=_colour_range(collection))
    if isinstance(collection, ContourSet):
        levels = [float(level) for level in collection.levels]
        return Series("contour", count=len(levels), values=levels)
    if isinstance(collection, QuadMesh):
        rows, columns = (size - 1 for size in collection.get_coordinates().shape[:2])
        return _grid(rows, columns, collection)
    if isinstance(collection, PathCollection):
        x, y = np.ma.filled(collection.get_offsets().astype(float), np.nan).T
        return Series("points", count=len(x), x=x.tolist(), y=y.tolist())
    paths = collection.get_paths()
    corners = np.concatenate([path.vertices for path in paths if len(path.vertices)] or [np.empty((0, 2))])
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
    return _grid(*image.get_array().shape[:2], image)


def _grid(rows: int, columns: int, artist: Collection | AxesImage) -> Series:
    return Series("image", count=rows * columns, names=[f"{rows} × {columns}"], values=_colour_range(artist))


def _colour_range(artist: Collection | AxesImage) -> list[float]:
    array = artist.get_array()
    if array is None or np.ndim(array) > 2 or not np.size(array):
        return []
    return [float(np.nanmin(array)), float(np.nanmax(array))]


def _label(artist: Artist | BarContainer) -> str:
    """What the legend would call it; matplotlib's own inner names begin with an underscore."""
    label = str(artist.get_label() or "")
    return "" if label.startswith("_") else label


def _rounded(value: object, digits: int, samples: int | None = None) -> object:
    if isinstance(value, dict):
        return {key: _rounded(part, digits, samples) for key, part in value.items()}
    if isinstance(value, list):
        if samples and len(value) > samples and all(isinstance(part, float) for part in value):
            value = [value[round(i * (len(value) - 1) / (samples - 1))] for i in range(samples)]
        return [_rounded(part, digits, samples) for part in value]
    if isinstance(value, float):
        return float(f"{value:.{digits}g}") if math.isfinite(value) else str(value)
    return value
