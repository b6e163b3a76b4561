"""What was passed to histograms, pies, box plots and violin plots, whose shapes do not show it unambiguously.

A bar of a histogram may be narrower than its bin, a box is five lines, and a pie of parts that do not fill it
looks like a few wedges. Importing this module makes `Axes.hist`, `pie`, `bxp` and `violin` remember what they
drew; all that draws such a figure calls one of them, pandas and scikit-learn included.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes


@dataclass(frozen=True)
class Call:
    """One drawn histogram, pie, box plot or violin plot.

    kind: histogram, pie, boxes or violins. artists: all that it drew. label: for the legend. horizontal:
    whether its values are lengths along the x axis. positions: the edges of the bins, or the places of the
    boxes. values: counts, shares or medians. columns: other numbers of each box, by name. names: labels of
    the wedges.
    """

    kind: str
    artists: list[Artist]
    label: str = ""
    horizontal: bool = False
    positions: list[float] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    columns: dict[str, list[float]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    @property
    def visible(self) -> bool:
        """Whether something of it is still in a figure."""
        return any(artist.axes is not None and artist.get_visible() for artist in self.artists)


_calls: WeakKeyDictionary[Axes, list[Call]] = WeakKeyDictionary()


def of(axes: Axes) -> list[Call]:
    """What these axes still show, in the order of drawing."""
    return [call for call in _calls.get(axes, ()) if call.visible]


def _floats(values: Iterable[Any]) -> list[float]:
    return np.ma.filled(np.ma.asarray(list(values), float), np.nan).tolist()


def _flat(drawn: Any) -> Iterator[Artist]:
    """The artists of a container, or of containers in a list or dictionary."""
    if isinstance(drawn, Artist):
        yield drawn
    elif drawn is not None:
        for part in drawn.values() if isinstance(drawn, dict) else drawn:
            yield from _flat(part)


def _label(drawn: Any) -> str:
    """The label for the legend; matplotlib's internal names begin with an underscore."""
    for artist in (drawn, *_flat(drawn)):
        label = str(artist.get_label() or "") if hasattr(artist, "get_label") else ""
        if label and not label.startswith("_"):
            return label
    return ""


def _histogram(given: dict[str, Any], drawn: Any) -> Iterator[Call]:
    counts, edges, drawn = drawn
    several = np.ndim(counts) == 2
    groups = list(drawn) if several else [drawn]
    heights = np.atleast_2d(np.asarray(counts, float))
    if given["stacked"] or given["histtype"] == "barstacked":  # the counts are those of all below, too
        heights = np.diff(heights, axis=0, prepend=0)
    for group, values in zip(groups, heights, strict=True):
        horizontal = given["orientation"] == "horizontal"
        edge_list = np.asarray(edges, float).tolist()
        yield Call("histogram", list(_flat(group)), _label(group), horizontal, edge_list, values.tolist())


def _pie(given: dict[str, Any], drawn: Any) -> Iterator[Call]:
    wedges = list(drawn.wedges)
    names = ["" if (name := str(wedge.get_label())).startswith("_") else name for wedge in wedges]
    yield Call("pie", wedges, values=np.asarray(drawn.fracs, float).tolist(), names=names)


def _is_horizontal(given: dict[str, Any]) -> bool:
    vertical = given.get("vert")
    return given["orientation"] == "horizontal" if vertical is None else not vertical


def _positions(given: dict[str, Any], stats: list[dict[str, Any]]) -> list[float]:
    positions = given["positions"]
    return _floats(range(1, len(stats) + 1) if positions is None else positions)


def _boxes(given: dict[str, Any], drawn: Any) -> Iterator[Call]:
    stats = list(given["bxpstats"])
    artists = list(_flat({name: group for name, group in drawn.items() if name != "fliers"}))
    columns = {"low": "whislo", "q1": "q1", "q3": "q3", "high": "whishi"}
    if given["showmeans"]:
        columns["mean"] = "mean"
    yield Call(
        "boxes",
        artists,
        _label(artists),
        _is_horizontal(given),
        _positions(given, stats),
        _floats(one["med"] for one in stats),
        {name: _floats(one[key] for one in stats) for name, key in columns.items()},
    )


def _violins(given: dict[str, Any], drawn: Any) -> Iterator[Call]:
    stats = list(given["vpstats"])
    columns = {"low": "min", "high": "max", "mean": "mean"}
    yield Call(
        "violins",
        list(_flat(drawn)),
        _label(list(_flat(drawn))),
        _is_horizontal(given),
        _positions(given, stats),
        _floats(one["median"] for one in stats),
        {name: _floats(one[key] for one in stats) for name, key in columns.items()},
    )


def _remember(name: str, read: Callable[[dict[str, Any], Any], Iterator[Call]]) -> None:
    original = getattr(Axes, name)
    signature = inspect.signature(original)

    @functools.wraps(original)
    def wrapper(axes: Axes, *args: Any, **settings: Any) -> Any:
        if name == "bxp" and args:  # statistics may come from a generator
            args = (list(args[0]), *args[1:])
        drawn = original(axes, *args, **settings)
        given = signature.bind(axes, *args, **settings)
        given.apply_defaults()
        _calls.setdefault(axes, []).extend(read(given.arguments, drawn))
        return drawn

    setattr(Axes, name, wrapper)


for _name, _read in {"hist": _histogram, "pie": _pie, "bxp": _boxes, "violin": _violins}.items():
    _remember(_name, _read)
