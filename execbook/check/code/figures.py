"""Whether the figures can be read by those who do not tell colours apart."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.check.sources import Sources
from execbook.problems import Problem

CURE = "give one of them another line or a marker: ax.plot(x, y, '--') or ax.plot(x, y, 'o-')"


def check(sources: Sources) -> Iterator[Problem]:
    """Lines with a name that differ in nothing but colour from another in the same coordinate system."""
    for id, record in sources.records.items():
        for number in range(len(record.figures)):
            for one, other in _alike(sources.library.panels(id, number)):
                yield Problem(
                    sources.project.relative(sources.snippets[id].path),
                    0,
                    f"the lines {one!r} and {other!r} of figure {number + 1} differ in nothing but colour",
                    CURE,
                    "colour-alone",
                )


def _alike(panels: list[dict]) -> Iterator[tuple[str, str]]:
    for panel in panels:
        named: dict[str, str] = {}
        for series in panel["series"]:
            if series["style"] and series["label"]:
                first = named.setdefault(series["style"], series["label"])
                if first != series["label"]:
                    yield first, series["label"]
