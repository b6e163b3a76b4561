"""The content of a matplotlib figure as plain data: panels, axes, series."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure

from execbook.figures.drawing import scales
from execbook.figures.drawing import series as drawn
from execbook.figures.drawing.scales import Scale
from execbook.figures.drawing.series import Series

SAMPLES = 9
DIGITS = 4
FULL_DIGITS = 6
MAX_DIGITS = 15
NOISE = 1e-12
"""A range smaller than this part of its numbers is a rounding error, not a difference."""


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
    """The visible coordinate systems of a figure, in the order of their creation, inner ones last."""
    return [_panel(axes) for axes in (*figure.axes, *inner_axes(figure)) if axes.get_visible()]


def inner_axes(figure: Figure) -> list[Axes]:
    """Insets, and the further coordinates of a panel that mpl_toolkits calls its parasites."""
    return [
        inner
        for axes in figure.axes
        for inner in (*axes.child_axes, *getattr(axes, "parasites", ()))
        if isinstance(inner, Axes)
    ]


def figure_title(figure: Figure) -> str:
    """The figure's own title, or that of its only axes with a title; else empty."""
    if title := figure.get_suptitle():
        return title
    titles = [title for axes in figure.axes if (title := _title(axes))]
    return titles[0] if len(titles) == 1 else ""


def structure(panels: Iterable[Panel]) -> list[dict[str, Any]]:
    """Panels as JSON without styles, with numbers rounded and long series sampled."""
    found = [_rounded(_plain(panel), DIGITS, SAMPLES) for panel in panels]
    for panel in found:
        for scale in panel["scales"]:
            scale.pop("names", None)
        for series in panel["series"]:
            del series["style"]
            series.get("columns", {}).pop("colour", None)
    return found


def full(panels: Iterable[Panel]) -> list[dict[str, Any]]:
    """Panels as JSON with every point, for the tables of a figure.

    Numbers have six significant digits, and where they differ by less, six digits of their range; dates
    have all digits.
    """
    found = []
    for panel in panels:
        content = _plain(panel)
        found.append(_rounded(content, FULL_DIGITS))
        for name in (scale.name for scale in panel.scales if scale.unit == "date"):
            for series, exact in zip(found[-1]["series"], content["series"], strict=True):
                if name in series:
                    series[name] = _rounded(exact[name], MAX_DIGITS)
    return found


def _plain(panel: Panel) -> dict[str, Any]:
    """The panel as JSON. What few series and axes have is only there if it is not empty."""
    found = asdict(panel)
    for part, names in ((found["scales"], ("unit", "names")), (found["series"], ("columns",))):
        for entry in part:
            for name in names:
                if not entry[name]:
                    del entry[name]
    return found


def _panel(axes: Axes) -> Panel:
    series = list(drawn.read(axes))
    _convert(axes, series)
    axis_scales = [scales.read(axes, name, axis) for name, axis in axes._axis_map.items()]
    colorbar = getattr(axes, "_colorbar", None)
    if colorbar is not None:
        used = "y" if colorbar.orientation == "vertical" else "x"
        axis_scales = [scale for scale in axis_scales if scale.name == used]
    named = {series.label for series in series} | {name for s in series for name in s.names}
    legend = axes.get_legend()
    texts = [*axes.texts, *(legend.get_texts() if legend else ())]
    notes = [text.get_text() for text in texts if text.get_visible()]
    return Panel(
        _title(axes),
        axis_scales,
        [] if colorbar is not None else series,
        [note for note in notes if note.strip() and note not in named],
        colorbar is not None,
    )


def _convert(axes: Axes, series: Iterable[Series]) -> None:
    """Count dates in days since 1970, however matplotlib or pandas counts them."""
    for name, axis in axes._axis_map.items():
        if scales.unit(axis) == "date":
            for one in series:
                _convert_series(one, name, axis)


def _convert_series(series: Series, name: str, axis: Axis) -> None:
    if name in ("x", "y"):
        setattr(series, name, scales.converted(axis, getattr(series, name)))
    for column in (f"{name}_from", f"{name}_to"):
        if column in series.columns:
            series.columns[column] = scales.converted(axis, series.columns[column])


def _title(axes: Axes) -> str:
    return " ".join(text for place in ("left", "center", "right") if (text := axes.get_title(loc=place)))


def _rounded(value: Any, digits: int, samples: int | None = None, step: float = 0.0) -> Any:
    """step: the last decimal place that has to stay, whatever the size of a number."""
    if isinstance(value, dict):
        return {key: _rounded(part, digits, samples, step) for key, part in value.items()}
    if isinstance(value, list):
        if value and all(isinstance(part, float) for part in value):
            step = 0.0 if samples else _step(value, digits)
            if samples and len(value) > samples:
                value = [value[round(i * (len(value) - 1) / (samples - 1))] for i in range(samples)]
        return [_rounded(part, digits, samples, step) for part in value]
    if isinstance(value, float):
        if not math.isfinite(value):
            return str(value)
        if value and step:
            digits = max(digits, math.floor(math.log10(abs(value))) - math.floor(math.log10(step)) + 1)
        return float(f"{value:.{min(digits, MAX_DIGITS)}g}")
    return value


def _step(values: list[float], digits: int) -> float:
    """So many digits of the range of numbers."""
    finite = [value for value in values if math.isfinite(value)]
    spread = max(finite, default=0.0) - min(finite, default=0.0)
    if not finite or not spread > NOISE * max(map(abs, finite)):
        return 0.0
    return 10.0 ** (math.floor(math.log10(spread)) - digits + 1)
