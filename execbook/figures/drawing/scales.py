"""The axes of a panel: their kinds, and what their numbers stand for: names, dates, angles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import matplotlib.dates as mdates
import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.category import StrCategoryFormatter, UnitData
from matplotlib.projections.geo import GeoAxes
from matplotlib.projections.polar import PolarAxes
from matplotlib.ticker import FixedFormatter, FuncFormatter

ROUND = ((PolarAxes, ("angle", "radius")), (GeoAxes, ("longitude", "latitude")))
"""What x and y are in other coordinates."""
DAY = np.timedelta64(1, "D")
EPOCH = np.datetime64("1970-01-01")
DATE_FORMATTERS = (mdates.DateFormatter, mdates.AutoDateFormatter, mdates.ConciseDateFormatter)


@dataclass
class Scale:
    """One axis: its name, label, limits and kind.

    kind: `linear`, `log`, …; `category` if its ticks are names instead of numbers; `angle`, `radius`,
    `longitude`, `latitude` in other coordinates (angles in radians); `none` if it is not drawn.
    unit: what its numbers are: `date` (days since 1970), `unknown` (a unit of the snippet's own), or nothing.
    names: position and name of each category.
    """

    name: str
    label: str
    limits: list[float]
    kind: str
    unit: str = ""
    names: list[tuple[float, str]] = field(default_factory=list)


def read(axes: Axes, name: str, axis: Axis) -> Scale:
    label = axis.get_label_text()
    kind = "category" if tick_names(axis) else axis.get_scale()
    for projection, kinds in ROUND:
        if isinstance(axes, projection):
            kind = dict(zip(("x", "y"), kinds, strict=True)).get(name, kind)
    shown = getattr(axes, "_axis3don", axes.axison) and axis.get_visible()
    if not (shown and (label or len(axis.get_ticklocs()))):
        kind = "none"
    limits = converted(axis, axis.get_view_interval())
    return Scale(name, label, limits, kind, unit(axis), categories(axis))


def unit(axis: Axis) -> str:
    converter = axis.get_converter()
    if isinstance(
        converter, mdates.DateConverter | mdates.ConciseDateConverter | mdates._SwitchableDateConverter
    ):
        return "date"
    if isinstance(axis.get_major_formatter(), DATE_FORMATTERS):
        return "date"
    if converter is None or isinstance(axis.units, UnitData):
        return ""
    return "" if type(converter).__name__ == "DecimalConverter" else "unknown"


def converted(axis: Axis, values: Iterable[float]) -> list[float]:
    """Numbers of an axis as floats; dates as days since 1970."""
    numbers = np.asarray(values, float)
    if (frequency := getattr(axis, "freq", None)) is not None and unit(axis) == "date":
        return _period_days(numbers, frequency)
    if unit(axis) == "date":
        numbers = numbers + float((np.datetime64(mdates.get_epoch()) - EPOCH) / DAY)
    return numbers.tolist()


def _period_days(ordinals: np.ndarray, frequency: Any) -> list[float]:
    """pandas counts the periods of a series (days, months, …) instead of days."""
    import pandas as pd

    def start(ordinal: float) -> float:
        (moment,) = pd.PeriodIndex.from_ordinals([int(ordinal)], freq=frequency).to_timestamp()
        return float((moment.to_datetime64() - EPOCH) / DAY)

    def days(ordinal: float) -> float:
        whole, part = np.floor(ordinal), ordinal % 1
        return start(whole) + (part * (start(whole + 1) - start(whole)) if part else 0.0)

    return [days(one) if np.isfinite(one) else float(one) for one in ordinals]


def categories(axis: Axis) -> list[tuple[float, str]]:
    """Position and name of each category that was plotted."""
    if isinstance(axis.units, UnitData) and isinstance(axis.get_major_formatter(), StrCategoryFormatter):
        return [(float(place), name) for name, place in axis.units._mapping.items()]
    return []


def tick_names(axis: Axis) -> list[tuple[float, str]]:
    """Position and label of the ticks whose label is a name instead of a number.

    The formatter is asked, not the labels: a panel that shares the axis of its neighbour has none.
    """
    formatter = axis.get_major_formatter()
    if not isinstance(formatter, StrCategoryFormatter | FixedFormatter | FuncFormatter):
        return []
    places = [float(place) for place in axis.get_ticklocs()]
    names = [str(name) for name in formatter.format_ticks(places)]  # a box plot numbers its boxes by integers
    return [(at, name) for at, name in zip(places, names, strict=False) if name]


def _has_names(axis: Axis) -> bool:
    """Whether the ticks have names of their own, instead of numbers that a function has formatted."""
    formatter = axis.get_major_formatter()
    if isinstance(formatter, FuncFormatter):  # `set_ticklabels` makes one of a dictionary
        function = getattr(formatter.func, "func", None)
        return getattr(function, "__name__", "") == "_format_with_dict"
    return isinstance(formatter, StrCategoryFormatter | FixedFormatter)


def bar_names(axis: Axis, starts: np.ndarray, ends: np.ndarray) -> list[str]:
    """The category of each bar; empty where none is certain.

    It is the one in the middle of the bar, else the only one under the bar. Bars beside each other, a group
    for each category, are all at the same distance from theirs.
    """
    ticks = categories(axis) or tick_names(axis)
    if not ticks:
        return [""] * len(starts)
    places = np.array([place for place, _ in ticks])
    centres, widths = (starts + ends) / 2, np.abs(ends - starts)
    distances = np.abs(centres[:, None] - places)
    nearest = distances.argmin(axis=1)
    offsets = centres - places[nearest]
    reach = (np.diff(np.sort(places)).min() if len(places) > 1 else 1.0) / 2
    exact = np.abs(offsets) < 1e-6 * max(reach, 1e-12)
    grouped = (
        len(centres) > 1
        and len(set(nearest)) == len(nearest)
        and np.ptp(offsets) < 1e-6 * reach
        and abs(offsets[0]) < reach
    )
    numeric = not _has_names(axis)
    found = []
    for bar in range(len(centres)):
        under = np.flatnonzero(distances[bar] < widths[bar] / 2)
        if exact[bar] or (grouped and not numeric):
            found.append(ticks[nearest[bar]][1])
        else:
            found.append(ticks[under[0]][1] if len(under) == 1 and not numeric else "")
    return found
