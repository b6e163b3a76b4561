"""A description of a figure, for readers who cannot see it, in each language."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from matplotlib.figure import Figure

from execbook import words
from execbook.figures.drawing import data as figure_data
from execbook.figures.drawing.data import Panel
from execbook.figures.drawing.plain_math import plain
from execbook.figures.drawing.scales import Scale
from execbook.figures.drawing.series import Series
from execbook.records.numbers import date, date_step, rounded, step_of

Translate = Callable[[str], str]
"""Translates a label into the language of the description."""

Show = Callable[[float], str]
"""Writes a number."""

ROUND = ("angle", "radius", "longitude", "latitude")
"""Kinds of axes that are neither horizontal nor vertical."""
UNKNOWN = "unknown"
STEP = 0.1
"""The fraction of an axis that is visible in its numbers: `1000000.2` differs from `1000000.3`."""
MAX_LISTED = 12
"""More bars, levels, notes or unnamed lines than this are summarised."""
NEGLIGIBLE = 1e-3
"""The fraction of an axis below which a value is given as zero: `2.06 × 10⁻⁹` would only distract."""
MAX_DETAILED = 4
"""Of figures with more panels, only the kinds of series are named."""


def title(figure: Figure, translate: Translate) -> str:
    """The figure's translated title; empty if it has none."""
    return plain(translate(figure_data.figure_title(figure)))


def description(figure: Figure, language: str, translate: Translate) -> str:
    """Axes, ranges and series of every panel, as sentences."""
    return of_panels(figure_data.read(figure), language, translate)


def of_panels(panels: list[Panel], language: str, translate: Translate) -> str:
    """The same for panels that have been read."""
    return " ".join(_Writer(words.table(language, "figure"), translate).figure(panels))


class _Writer:
    """Describes panels in one language."""

    def __init__(self, words: Mapping[str, str], translate: Translate):
        self.words = words
        self.translate = translate

    def label(self, text: str) -> str:
        """A label in the language, as plain text."""
        return plain(self.translate(text))

    def figure(self, panels: list[Panel]) -> Iterator[str]:
        graphs = [panel for panel in panels if not panel.colorbar]
        if not graphs:
            yield self.words["empty"]
        if len(graphs) < 2:
            for panel in panels:
                yield from self.panel(panel)
            return
        yield self.words["panels"].format(count=len(graphs))
        numbers = itertools.count(1)
        for panel in panels:
            if not panel.colorbar:
                name = self.words["panel"].format(count=next(numbers))
                heading = self.label(panel.title)
                yield f"{name}, {heading}:" if heading else f"{name}:"
            yield from self.panel(panel) if len(graphs) <= MAX_DETAILED else self.kinds(panel)

    def panel(self, panel: Panel) -> Iterator[str]:
        at = _Places(panel, self.label)
        for scale in panel.scales:
            name = self.words[
                "colorbar" if panel.colorbar else scale.kind if scale.kind in ROUND else scale.name
            ]
            if scale.kind != "none" and (text := self.scale(scale, at)):
                yield f"{name}: {text}."
        lines = [series for series in panel.series if series.kind == "line" and not series.label]
        many = len(lines) > MAX_LISTED
        for series in panel.series:
            if not (many and series.kind == "line" and not series.label):
                details = self.details(_negligible_as_zero(series, panel), at)
                heading = self.heading(series, at)
                yield f"{heading}: {details}." if details else f"{heading}."
        if many:
            heights = [value for series in lines for value in series.y]
            extremes = self.fill("lowest and highest", at.y(min(heights)), at.y(max(heights)))
            yield f"{self.words['lines'].format(count=len(lines))}: {extremes}."
        if 0 < len(panel.notes) <= MAX_LISTED:
            yield f"{self.words['notes']}: {', '.join(map(self.label, panel.notes))}."

    def kinds(self, panel: Panel) -> Iterator[str]:
        """Only the headings of a panel's series, for a figure with many panels."""
        at = _Places(panel, self.label)
        if headings := list(dict.fromkeys(self.heading(series, at) for series in panel.series)):
            yield ", ".join(headings[:MAX_DETAILED]) + "."

    def scale(self, scale: Scale, at: _Places) -> str:
        label = self.label(scale.label)
        if scale.kind == "category":
            return label
        show = at.of(scale)
        if scale.unit == UNKNOWN:
            limits = self.words["own unit"]
        else:
            limits = self.fill("log" if scale.kind == "log" else "range", *map(show, scale.limits))
        return f"{label}, {limits}" if label else limits

    def heading(self, series: Series, at: _Places) -> str:
        kind = series.kind
        if kind == "level":
            kind = at.level("x" if series.x else "y")
        name = self.words.get(kind, self.words["other"]).format(count=series.count)
        label = self.label(series.label)
        return f"{name} “{label}”" if label else name

    def details(self, series: Series, at: _Places) -> str:
        x, y, values, columns = series.x, series.y, series.values, series.columns
        if at.hides(series):
            return ""
        match series.kind:
            case "line":
                ends = at.x(x[0]), at.y(y[0]), at.x(x[-1]), at.y(y[-1])
                return self.fill("ends", *ends, at.y(min(y)), at.y(max(y)))
            case "level":
                return at.x(x[0]) if x else at.y(y[0])
            case "points" | "area" | "segments" | "arrows" if x and y:
                return self.fill(f"box {at.round}".strip(), *_reach(x, at.x), *_reach(y, at.y))
            case "area" | "segments" if x or y:
                return self.fill("range", *(_reach(x, at.x) if x else _reach(y, at.y)))
            case (
                "Path3DCollection"
                | "Poly3DCollection"
                | "Line3DCollection"
                | "line in space"
                | "bars in space"
            ) if x:
                return self.fill("space", *_reach(x, at.x), *_reach(y, at.y), *_reach(values, at.z))
            case "bars" if len(values) <= MAX_LISTED:
                heights = list(map(at.height(series), values))
                if ends := at.floating(series):
                    heights = [self.fill("range", *pair) for pair in ends]
                return self.pairs(zip(self.names(series, at), heights, strict=True))
            case "histogram":
                ends = x or y
                edges = ", ".join(map(at.x if x else at.y, at.edges(series)))
                words = "edges" if edges and len(values) <= MAX_LISTED else "tallest"
                tallest = at.height(series)(max(values))
                return self.fill(words, *map(at.x if x else at.y, ends), tallest, edges)
            case "errors":
                low, high = ("y_from", "y_to") if x else ("x_from", "x_to")
                ends = min(columns[low]), max(columns[high])
                return self.fill("range", *map(at.y if x else at.x, ends))
            case "boxes" | "violins" if len(values) <= MAX_LISTED:
                show = at.y if x else at.x
                numbers = zip(values, *columns.values(), strict=True)
                texts = [self.fill(f"of {series.kind}", *map(show, one)) for one in numbers]
                return "; ".join(
                    f"{name} → {text}" for name, text in zip(self.names(series, at), texts, strict=True)
                )
            case "contour" if len(values) <= MAX_LISTED:
                return ", ".join(map(at.colour(values), values))
            case "image" if values:
                return f"{series.names[0]}, {self.fill('range', *map(at.colour(values), values))}"
            case "image":
                return series.names[0]
            case "pie":
                shares = (f"{value:.0%}" for value in values)
                return self.pairs(zip(map(self.label, series.names), shares, strict=True))
            case "bars" | "contour" | "boxes" | "violins":
                show = at.height(series)
                return self.fill("lowest and highest", show(min(values)), show(max(values)))
        return ""

    def names(self, series: Series, at: _Places) -> list[str]:
        """The category of each bar or box, or its place."""
        show = at.x if series.x else at.y
        places = zip(series.names, series.x or series.y, strict=True)
        return [self.label(name) or show(place) for name, place in places]

    def fill(self, words: str, *values: str) -> str:
        return self.words[words].format(*values)

    def pairs(self, pairs: Iterable[tuple[str, str]]) -> str:
        return ", ".join(f"{name} → {value}" if name else value for name, value in pairs)


class _Places:
    """Writes the numbers of a panel with the digits and in the unit that its axes need."""

    def __init__(self, panel: Panel, label: Callable[[str], str]):
        self.panel, self.label = panel, label
        self.scales = {scale.name: scale for scale in panel.scales}
        self.round = next((scale.kind for scale in panel.scales if scale.kind in ROUND), "")

    def of(self, scale: Scale) -> Show:
        """A function that writes numbers of this axis."""
        if scale.unit == "date":
            days = [day for series in self.panel.series for day in getattr(series, scale.name, ())]
            step = date_step([day for day in days if math.isfinite(day)])
            return lambda value: date(value, step)
        names = {place: self.label(name) for place, name in scale.names}
        step = 0.0 if scale.kind == "log" else step_of(scale.limits, STEP)
        places = [place for series in self.panel.series for place in getattr(series, scale.name, ())]
        if places and all(float(place).is_integer() for place in places):
            step = step and max(step, 1.0)  # such as years
        return lambda value: names.get(value) or number(value, step)

    def x(self, value: float) -> str:
        return self.of(self.scales["x"])(value)

    def y(self, value: float) -> str:
        return self.of(self.scales["y"])(value)

    def z(self, value: float) -> str:
        return self.of(self.scales["z"])(value)

    def height(self, series: Series) -> Show:
        """A function that writes the heights of bars, or their lengths if they are horizontal."""
        scale = self.scales["x" if series.y else "y"]
        step = 0.0 if scale.kind == "log" else step_of(scale.limits, STEP)
        if all(float(value).is_integer() for value in series.values):
            step = step and max(step, 1.0)
        return lambda value: number(value, step)

    def colour(self, values: Iterable[float]) -> Show:
        step = step_of(values, STEP)
        return lambda value: number(value, step)

    def level(self, axis: str) -> str:
        """The name of the kind of a line at one value of this axis."""
        if self.round:
            return f"level {self.scales[axis].kind}"
        return "upright" if axis == "x" else "across"

    def edges(self, series: Series) -> list[float]:
        """The edges of bins whose widths differ."""
        axis = "x" if series.x else "y"
        columns = series.columns
        return [*columns[f"{axis}_from"], columns[f"{axis}_to"][-1]] if f"{axis}_from" in columns else []

    def floating(self, series: Series) -> list[tuple[str, str]]:
        """Where the bars begin and end, if they neither begin at zero nor are piled up."""
        name = "x" if series.y else "y"
        ends = [series.columns.get(f"{name}_{end}", []) for end in ("from", "to")]
        if not ends[0] or sum(other.kind == "bars" for other in self.panel.series) > 1:
            return []
        show = self.x if name == "x" else self.y
        return [(show(low), show(high)) for low, high in zip(*ends, strict=True)]

    def hides(self, series: Series) -> bool:
        """Whether it is placed by numbers whose unit only the snippet knows."""
        return any(
            self.scales[name].unit == UNKNOWN
            for name in ("x", "y", "z")
            if (name in self.scales and getattr(series, name, ())) or (name == "z" and "z" in self.scales)
        )


def _reach(values: Iterable[float], show: Show) -> tuple[str, str]:
    numbers = [value for value in values if math.isfinite(value)]
    return show(min(numbers, default=math.nan)), show(max(numbers, default=math.nan))


def _negligible_as_zero(series: Series, panel: Panel) -> Series:
    """The series with zeros for values that a linear axis cannot distinguish from zero."""
    if series.kind not in ("line", "points") or len(panel.scales) != 2:
        return series

    def rounded(values: list[float], scale: Scale) -> list[float]:
        least = abs(scale.limits[1] - scale.limits[0]) * NEGLIGIBLE if scale.kind == "linear" else 0.0
        return [0.0 if abs(value) < least else value for value in values]

    x, y = panel.scales
    return replace(series, x=rounded(series.x, x), y=rounded(series.y, y))


def number(value: float, step: float = 0.0) -> str:
    """Three significant digits, or more if a difference of `step` is to be seen: `−0.5`, `4.79 × 10⁻⁶`."""
    return rounded(float(value), 3, step, power_digits=3)
