"""A description of a figure, for readers who cannot see it, in Korean and English."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from matplotlib.figure import Figure

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

WORDS: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "panels": "그래프 {count}개.",
        "panel": "{count}번째 그래프",
        "empty": "빈 그림.",
        "x": "가로축",
        "y": "세로축",
        "z": "높이축",
        "colorbar": "색 막대",
        "range": "{0}부터 {1}까지",
        "log": "{0}부터 {1}까지(로그 눈금)",
        "line": "선",
        "line in space": "공간의 선",
        "ends": "({0}, {1})에서 시작해 ({2}, {3})에서 끝남, 최솟값 {4}, 최댓값 {5}",
        "lines": "이름 없는 선 {count}개",
        "lowest and highest": "최솟값 {0}, 최댓값 {1}",
        "box angle": "각도 {0}부터 {1}까지(라디안), 반지름 {2}부터 {3}까지",
        "box longitude": "경도 {0}부터 {1}까지, 위도 {2}부터 {3}까지(라디안)",
        "space": "가로 {0}부터 {1}까지, 세로 {2}부터 {3}까지, 높이 {4}부터 {5}까지",
        "angle": "각도(라디안)",
        "radius": "반지름",
        "longitude": "경도(라디안)",
        "latitude": "위도(라디안)",
        "level angle": "각도가 일정한 선",
        "level radius": "반지름이 일정한 선",
        "level longitude": "경도선",
        "level latitude": "위도선",
        "own unit": "단위를 알 수 없어 수를 적지 않음",
        "upright": "세로선",
        "across": "가로선",
        "points": "점 {count}개",
        "box": "가로 {0}부터 {1}까지, 세로 {2}부터 {3}까지",
        "bars": "막대 {count}개",
        "histogram": "히스토그램, 구간 {count}개",
        "tallest": "{0}부터 {1}까지, 가장 높은 막대 {2}",
        "edges": "{0}부터 {1}까지, 가장 높은 막대 {2}, 구간의 경계 {3}",
        "errors": "오차 막대 {count}개",
        "boxes": "상자 그림 {count}개",
        "of boxes": "중앙값 {0}, 사분위수 {2}·{3}, 수염 {1}~{4}",
        "of violins": "중앙값 {0}, {1}부터 {2}까지, 평균 {3}",
        "violins": "바이올린 그림 {count}개",
        "arrows": "화살표 {count}개",
        "area": "칠한 영역",
        "segments": "선분 {count}개",
        "contour": "등고선",
        "image": "색으로 나타낸 값",
        "pie": "원그래프",
        "Poly3DCollection": "공간의 곡면",
        "Path3DCollection": "공간의 점 {count}개",
        "Line3DCollection": "공간의 선분 {count}개",
        "other": "다른 도형 {count}개",
        "notes": "그림 안의 글",
    },
    "en": {
        "panels": "{count} panels.",
        "panel": "Panel {count}",
        "empty": "Empty figure.",
        "x": "Horizontal axis",
        "y": "Vertical axis",
        "z": "Height axis",
        "colorbar": "Colour bar",
        "range": "from {0} to {1}",
        "log": "from {0} to {1} (logarithmic)",
        "line": "Line",
        "line in space": "Line in space",
        "ends": "starts at ({0}, {1}), ends at ({2}, {3}), lowest {4}, highest {5}",
        "lines": "Unnamed lines ({count})",
        "lowest and highest": "lowest {0}, highest {1}",
        "box angle": "at angles from {0} to {1} (radians), at radii from {2} to {3}",
        "box longitude": "at longitudes from {0} to {1}, at latitudes from {2} to {3} (radians)",
        "space": "horizontally from {0} to {1}, in depth from {2} to {3}, in height from {4} to {5}",
        "angle": "Angle (radians)",
        "radius": "Radius",
        "longitude": "Longitude (radians)",
        "latitude": "Latitude (radians)",
        "level angle": "Line of one angle",
        "level radius": "Line of one radius",
        "level longitude": "Meridian",
        "level latitude": "Parallel",
        "own unit": "numbers left out, as their unit is not known",
        "upright": "Vertical line",
        "across": "Horizontal line",
        "points": "Points ({count})",
        "box": "horizontally from {0} to {1}, vertically from {2} to {3}",
        "bars": "Bars ({count})",
        "histogram": "Histogram of {count} bins",
        "tallest": "from {0} to {1}, tallest bar {2}",
        "edges": "from {0} to {1}, tallest bar {2}, edges of the bins {3}",
        "errors": "Error bars ({count})",
        "boxes": "Box plots ({count})",
        "of boxes": "median {0}, quartiles {2} and {3}, whiskers {1} and {4}",
        "of violins": "median {0}, from {1} to {2}, mean {3}",
        "violins": "Violin plots ({count})",
        "arrows": "Arrows ({count})",
        "area": "Filled area",
        "segments": "Line segments ({count})",
        "contour": "Contours",
        "image": "Values shown as colours",
        "pie": "Pie chart",
        "Poly3DCollection": "Surface in space",
        "Path3DCollection": "Points in space ({count})",
        "Line3DCollection": "Line segments in space ({count})",
        "other": "Other shapes ({count})",
        "notes": "Text inside",
    },
}


def title(figure: Figure, translate: Translate) -> str:
    """The figure's translated title; empty if it has none."""
    return plain(translate(figure_data.figure_title(figure)))


def description(figure: Figure, language: str, translate: Translate) -> str:
    """Axes, ranges and series of every panel, as sentences."""
    return of_panels(figure_data.read(figure), language, translate)


def of_panels(panels: list[Panel], language: str, translate: Translate) -> str:
    """The same for panels that have been read."""
    return " ".join(_Writer(WORDS[language], translate).figure(panels))


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
            case "Path3DCollection" | "Poly3DCollection" | "Line3DCollection" | "line in space" if x:
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
