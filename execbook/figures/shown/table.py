"""A figure's data as tables, for those who cannot see it or want the numbers.

What has an order (curves, bars, histograms) is listed, about a dozen rows; clouds of points and what is shown
as colour are summed up. `figure_csv` has every point.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from execbook.book import Book
from execbook.figures.shown.points_csv import Say, middles, say_of
from execbook.records.numbers import show

ROWS = 12
"""So many rows are taken evenly; the lowest and highest values of each column come on top."""
DUST = 1e-12
COARSE_DUST = 1e-6
"""Of the largest value of a column, or of a summary: less is told as zero."""
FEW = 4
"""So many points may stand in order by chance; only more of them are taken for a curve."""
COLUMNS = 6
TABLES = 6
"""Of a figure that would need more tables, or a table more columns, only the CSV has all."""

WORDS: Mapping[str, Mapping[str, str]] = {
    "ko": {
        "panel": "{}번째 그래프",
        "rows": "{total}행 가운데 {shown}행(처음과 끝, 최솟값과 최댓값 포함)",
        "columns": "{total}개 가운데 {shown}개의 선",
        "what": "그린 것",
        "count": "개수",
        "x": "가로",
        "y": "세로",
        "value": "값",
        "share": "비율",
        "line": "선 {}",
        "bars": "막대",
        "histogram": "막대",
        "points": "점",
        "level": "기준선",
        "contour": "등고선",
        "image": "색으로 나타낸 값 {}",
        "segments": "선분",
        "area": "칠한 영역",
        "reach": "{0}~{1}",
        "mean": "{0}~{1}\n평균 {2}",
    },
    "en": {
        "panel": "Panel {}",
        "rows": "{shown} of {total} rows, with the first, last, lowest and highest",
        "columns": "{shown} of {total} lines",
        "what": "What",
        "count": "Count",
        "x": "Across",
        "y": "Up",
        "value": "Value",
        "share": "Share",
        "line": "Line {}",
        "bars": "Bars",
        "histogram": "Bars",
        "points": "Points",
        "level": "Reference line",
        "contour": "Contours",
        "image": "Colours, {}",
        "segments": "Line segments",
        "area": "Filled area",
        "reach": "{0} to {1}",
        "mean": "{0} to {1}\nmean {2}",
    },
}


@dataclass
class Table:
    """Cells as text, perhaps of two lines; the first column names the rows. note: what was left out."""

    head: list[str]
    rows: list[list[str]]
    caption: str = ""
    note: str = ""


@dataclass
class _Curve:
    """What is listed: `y` over `x`, where x may be names. logs: whether their axes are logarithmic."""

    name: str
    x: Sequence[float | str]
    y: Sequence[float]
    across: str = ""
    is_named: bool = True
    logs: tuple[bool, bool] = (False, False)


@dataclass
class _Contents:
    curves: list[_Curve] = field(default_factory=list)
    rest: list[dict] = field(default_factory=list)


def tables(book: Book, id: str, figure: int, language: str) -> tuple[list[Table], bool]:
    """The tables of an example's figure, counted from 0, and whether some were left out."""
    words = WORDS[language]
    panels = book.panels(id, figure)
    say = say_of(book, id, panels, language)
    found: list[Table] = []
    graphs = [panel for panel in panels if not panel["colorbar"]]
    for number, panel in enumerate(graphs, 1):
        title = say[panel["title"]]
        if len(graphs) > 1:
            title = title or words["panel"].format(number)
        labels = {scale["name"]: _label(scale, graphs, say) for scale in panel["scales"]}
        found += _of_panel(panel, title, labels, words, say)
    return found[:TABLES], len(found) > TABLES


def _label(scale: dict, graphs: Sequence[dict], say: Say) -> str:
    """What an axis is called. Of graphs that share one, only the outermost says it."""
    if scale["label"]:
        return say[scale["label"]]
    shared = ("name", "limits", "kind")
    labels = {
        say[other["label"]]
        for graph in graphs
        for other in graph["scales"]
        if all(other.get(key) == scale.get(key) for key in shared)
    }
    labels.discard("")
    return labels.pop() if len(labels) == 1 else ""


def _of_panel(
    panel: dict, title: str, labels: Mapping[str, str], words: Mapping[str, str], say: Say
) -> Iterator[Table]:
    contents = _contents(panel, labels, words, say)
    groups: dict[tuple, list[_Curve]] = {}
    for curve in contents.curves:
        groups.setdefault((curve.across, *curve.x), []).append(curve)
    found = [_listed(group, words) for group in groups.values()]
    if contents.rest:
        found.append(_summed_up(contents.rest, words, say))
    if found:
        found[0].caption = title
    yield from found


def _contents(panel: dict, labels: Mapping[str, str], words: Mapping[str, str], say: Say) -> _Contents:
    """What is to be listed, and what to be summed up; shapes without data are in neither. labels: by axis."""
    contents = _Contents()
    across, up = labels.get("x") or "x", labels.get("y") or words["value"]
    kinds = {scale["name"]: scale.get("kind") for scale in panel["scales"]}
    logs = kinds.get("x") == "log", kinds.get("y") == "log"
    unnamed = 0
    for series in panel["series"]:
        series = _finite(series)
        kind, x, y, values = (series[key] for key in ("kind", "x", "y", "values"))
        name = say[series["label"]]
        if kind == "pie":
            names = [say[one] for one in series["names"]]
            contents.curves.append(_Curve(words["share"], names, values, words["what"]))
        elif kind in ("bars", "histogram"):
            lying = not x  # their places are on the upright axis
            of_places, of_values = (labels.get("y") or words["what"], across) if lying else (across, up)
            places = middles(series) if kind == "histogram" else _places(series, say)
            ways = logs[::-1] if lying else logs
            contents.curves.append(_Curve(name or of_values, places, values, of_places, logs=ways))
        elif (kind == "line" or (kind == "points" and len(x) > FEW and _is_ordered(x))) and len(x) > 1:
            unnamed += not name
            alone = sum(one["kind"] == kind for one in panel["series"]) == 1
            default = up if alone else words["line"].format(unnamed)
            contents.curves.append(_Curve(name or default, x, y, across, bool(name), logs))
        elif x or y or values:
            contents.rest.append(series)
    return contents


def _places(series: dict, say: Say) -> list[float | str]:
    """The name that each bar stands by, or its number."""
    places = series["x"] or series["y"]
    return [say[name] or _number(place) for name, place in zip(series["names"], places, strict=True)]


def _finite(series: dict) -> dict:
    """Without the points that have no place; the record calls them `nan` and `inf`."""
    x, y = series["x"], series["y"]
    if len(x) != len(y) or not any(isinstance(value, str) for value in (*x, *y)):
        return series
    kept = [pair for pair in zip(x, y, strict=True) if not any(isinstance(value, str) for value in pair)]
    return {**series, "count": len(kept), "x": [x for x, _ in kept], "y": [y for _, y in kept]}


def _is_ordered(x: Sequence[float]) -> bool:
    return all(one < other for one, other in pairwise(x))


def _listed(curves: list[_Curve], words: Mapping[str, str]) -> Table:
    shown = sorted(curves, key=lambda curve: not curve.is_named)[:COLUMNS]
    x, (across_log, up_log) = shown[0].x, shown[0].logs
    chosen = _chosen(x if across_log else range(len(x)), [curve.y for curve in shown])
    notes = []
    if len(chosen) < len(x):
        notes.append(words["rows"].format(shown=len(chosen), total=len(x)))
    if len(shown) < len(curves):
        notes.append(words["columns"].format(shown=len(shown), total=len(curves)))
    plain = [x if across_log else _without_dust(x)]
    plain += [curve.y if up_log else _without_dust(curve.y) for curve in shown]
    columns = [[_number(value) for value in column] for column in plain]
    rows = [[column[row] for column in columns] for row in chosen]
    return Table([shown[0].across, *(curve.name for curve in shown)], rows, note=". ".join(notes))


def _chosen(places: Sequence[float | str], columns: Sequence[Sequence[float]]) -> list[int]:
    """Rows to show: evenly taken, with the first, the last, and each column's lowest and highest.

    places: where the rows stand, to be taken by their logarithms; a range if each is as far from the next.
    """
    count = len(places)
    if count <= ROWS + 3:
        return list(range(count))
    telling = {0, count - 1}
    for column in columns:
        numbers = [row for row in range(count) if not isinstance(column[row], str)]  # but `nan`
        telling |= {choose(numbers, key=column.__getitem__, default=0) for choose in (min, max)}
    even = max(ROWS - max(len(telling) - 2, 0), ROWS // 2)
    if isinstance(places, range) or not all(isinstance(place, float) and place > 0 for place in places):
        return sorted(telling | {round(step * (count - 1) / (even - 1)) for step in range(even)})
    logs = [math.log(place) for place in places]
    goals = [logs[0] + step * (logs[-1] - logs[0]) / (even - 1) for step in range(even)]
    return sorted(telling | {min(range(count), key=lambda row: abs(logs[row] - goal)) for goal in goals})


def _without_dust(values: Sequence[float | str], dust: float = DUST) -> list[float | str]:
    """Zeros for what is only what is left of rounding: `1.2 × 10⁻¹⁶` would distract."""
    largest = max((abs(value) for value in values if not isinstance(value, str)), default=0)
    return [value if isinstance(value, str) or abs(value) > largest * dust else 0.0 for value in values]


def _summed_up(rest: list[dict], words: Mapping[str, str], say: Say) -> Table:
    rows = []
    for series in rest:
        kind = series["kind"]
        name = words.get(kind, "").format(*series["names"][:1] or [""]).strip()
        name = say[series["label"]] or name
        if not name:
            continue
        form = "mean" if kind == "points" and series["count"] > 2 else "reach"
        cells = [_reach(series[key], words, form) for key in ("x", "y")]
        rows.append([name, str(series["count"]), *cells, _reach(series["values"], words, "reach")])
    head = [words[name] for name in ("what", "count", "x", "y", "value")]
    kept = [column for column in range(5) if column < 2 or any(row[column] for row in rows)]
    return Table([head[column] for column in kept], [[row[column] for column in kept] for row in rows])


def _reach(values: Sequence[float | str], words: Mapping[str, str], form: str) -> str:
    values = [value for value in values if not isinstance(value, str)]  # but `nan` and `inf`
    if not values:
        return ""
    low, high = min(values), max(values)
    facts = _without_dust([low, high, math.fsum(values) / len(values)], COARSE_DUST)
    low_text, high_text, mean = (_number(fact, 3) for fact in facts)
    return low_text if low == high else words[form].format(low_text, high_text, mean)


def _number(value: float | str, digits: int = 4) -> str:
    """So many digits, and no powers of ten where a plain number reads well: `12346`, `0.05`, `2.1 × 10⁻⁷`."""
    if isinstance(value, str):
        return value
    size = abs(value)
    if size and not 1e-4 <= size < 1e7:
        return show(float(value), ".2g")
    decimals = max(digits - 1 - math.floor(math.log10(size)), 0) if size else 0
    text = f"{value:.{decimals}f}"
    return show(text.rstrip("0").rstrip(".") if "." in text else text, None).replace("-", "−")
