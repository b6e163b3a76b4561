"""A description of a figure, for readers who cannot see it, in each language."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from matplotlib.figure import Figure

from execbook import words
from execbook.figures.drawing import data as figure_data
from execbook.figures.drawing.data import Panel, Scale, Series
from execbook.figures.drawing.plain_math import plain
from execbook.records.numbers import show

Translate = Callable[[str], str]
"""Translates a label into the language of the description."""

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
    return " ".join(_Writer(words.table(language, "figure"), translate).figure(figure_data.read(figure)))


def structure(figure: Figure) -> list[dict[str, Any]]:
    """The figure's content for comparing two runs: see `figure_data.structure`."""
    return figure_data.structure(figure_data.read(figure))


def data(figure: Figure) -> list[dict[str, Any]]:
    """The figure's content with every point, for its table: see `figure_data.full`."""
    return figure_data.full(figure_data.read(figure))


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
        for scale in panel.scales:
            name = self.words["colorbar" if panel.colorbar else scale.name]
            if scale.kind != "none" and (text := self.scale(scale)):
                yield f"{name}: {text}."
        lines = [series for series in panel.series if series.kind == "line" and not series.label]
        many = len(lines) > MAX_LISTED
        for series in panel.series:
            if not (many and series.kind == "line" and not series.label):
                details = self.details(_negligible_as_zero(series, panel))
                yield f"{self.heading(series)}: {details}." if details else f"{self.heading(series)}."
        if many:
            heights = [value for series in lines for value in series.y]
            extremes = self.fill("lowest and highest", min(heights), max(heights))
            yield f"{self.words['lines'].format(count=len(lines))}: {extremes}."
        if 0 < len(panel.notes) <= MAX_LISTED:
            yield f"{self.words['notes']}: {', '.join(map(self.label, panel.notes))}."

    def kinds(self, panel: Panel) -> Iterator[str]:
        """Only the headings of a panel's series, for a figure with many panels."""
        if headings := list(dict.fromkeys(map(self.heading, panel.series))):
            yield ", ".join(headings[:MAX_DETAILED]) + "."

    def scale(self, scale: Scale) -> str:
        label = self.label(scale.label)
        if scale.kind == "category":
            return label
        limits = self.fill("log" if scale.kind == "log" else "range", *scale.limits)
        return f"{label}, {limits}" if label else limits

    def heading(self, series: Series) -> str:
        kind = series.kind
        if kind == "level":
            kind = "upright" if series.x else "across"
        name = self.words.get(kind, self.words["other"]).format(count=series.count)
        label = self.label(series.label)
        return f"{name} “{label}”" if label else name

    def details(self, series: Series) -> str:
        x, y, values = series.x, series.y, series.values
        match series.kind:
            case "line":
                return self.fill("ends", x[0], y[0], x[-1], y[-1], min(y), max(y))
            case "level":
                return number([*x, *y][0])
            case "points" | "area" | "segments" if x:
                return self.fill("box", min(x), max(x), min(y), max(y))
            case "bars" if len(values) <= MAX_LISTED:
                names = [
                    self.label(name) or number(place)
                    for name, place in zip(series.names, x or y, strict=True)
                ]
                return self.pairs(zip(names, map(number, values), strict=True))
            case "histogram":
                return self.fill("tallest", *(x or y), max(values))
            case "contour" if len(values) <= MAX_LISTED:
                return ", ".join(map(number, values))
            case "image" if values:
                return f"{series.names[0]}, {self.fill('range', *values)}"
            case "image":
                return series.names[0]
            case "pie":
                shares = (f"{value:.0%}" for value in values)
                return self.pairs(zip(map(self.label, series.names), shares, strict=True))
            case "bars" | "contour":
                return self.fill("lowest and highest", min(values), max(values))
        return ""

    def fill(self, words: str, *values: float) -> str:
        return self.words[words].format(*map(number, values))

    def pairs(self, pairs: Iterable[tuple[str, str]]) -> str:
        return ", ".join(f"{name} → {value}" if name else value for name, value in pairs)


def _negligible_as_zero(series: Series, panel: Panel) -> Series:
    """The series with zeros for values that a linear axis cannot distinguish from zero."""
    if series.kind not in ("line", "points") or len(panel.scales) != 2:
        return series

    def rounded(values: list[float], scale: Scale) -> list[float]:
        least = abs(scale.limits[1] - scale.limits[0]) * NEGLIGIBLE if scale.kind == "linear" else 0.0
        return [0.0 if abs(value) < least else value for value in values]

    x, y = panel.scales
    return replace(series, x=rounded(series.x, x), y=rounded(series.y, y))


def number(value: float) -> str:
    """Three significant digits: `−0.5`, `4.79 × 10⁻⁶`."""
    return show(float(value) + 0.0, ".3g")  # adding zero removes the sign of a negative zero
