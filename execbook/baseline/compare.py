"""Set a run beside the baseline, number by number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from execbook.baseline.lines import Line, Lines, Scalar
from execbook.baseline.tolerances import DEFAULT, Tolerance, Tolerances

NUMBER = re.compile(r"(?<![\w.])[-−+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.]*\w)", re.IGNORECASE)
"""A number in a text; not one in a name, such as `conv2d` or `4-4-4x`."""

FIGURE_DIGITS = 4
"""Significant digits of a figure's data in a record."""

SINGLE = 1e-6
"""Ten times what single precision resolves: a sum's small entries carry the noise of its large ones."""

MISSING = "–"
WIDEST = 40
"""Characters of a text that a table shows."""


@dataclass(frozen=True)
class Deviation:
    """One number or text that differs.

    line: the name of its line. index: its place in a list; None if the line is no list. was, is_: as text.
    allowed: the largest difference that counts as none. ratio: the difference as a multiple of that.
    """

    example: str
    line: str
    index: int | None
    was: str
    is_: str
    allowed: float
    ratio: float

    @property
    def place(self) -> str:
        return self.line if self.index is None else f"{self.line}[{self.index}]"

    @property
    def drifted(self) -> bool:
        return self.ratio > 1


def deviations(
    example: str, baseline: Lines, run: Lines, tolerances: Tolerances, platform: str = ""
) -> list[Deviation]:
    """All that differs between an example's baseline and a run, even what is within its tolerance."""
    found: list[Deviation] = []
    for name in dict.fromkeys([*baseline, *run]):
        if name not in baseline or name not in run:
            sides = [_shown(side[name])[:WIDEST] if name in side else MISSING for side in (baseline, run)]
            found.append(Deviation(example, name, None, *sides, 0, math.inf))
            continue
        tolerance = tolerances.of(example, name, platform)
        for index, was, is_, allowed, difference in _differences(name, baseline[name], run[name], tolerance):
            ratio = difference / allowed if allowed else math.inf
            sides = _cut(_shown(was), _shown(is_))
            found.append(Deviation(example, name, index, *sides, allowed, ratio))
    return found


def alike(one: str, two: str, tolerance: Tolerance = DEFAULT) -> bool:
    """Whether two printed texts are the same, their numbers within the tolerance."""
    return NUMBER.sub("#", one) == NUMBER.sub("#", two) and all(
        difference <= allowed for difference, allowed in _printed(one, two, tolerance)
    )


Difference = tuple[int | None, Line, Line, float, float]
"""Which entry of a list, was, is, how much is allowed, how much it is."""


def _differences(name: str, was: Line, is_: Line, tolerance: Tolerance) -> Iterator[Difference]:
    if isinstance(was, list) and isinstance(is_, list) and len(was) == len(is_):
        scale = max((abs(x) for x in was if _is_float(x) and math.isfinite(x)), default=0.0)
        for index, (a, b) in enumerate(zip(was, is_, strict=True)):
            if difference := _difference(name, a, b, tolerance, scale):
                yield index, a, b, *difference
    elif difference := _difference(name, was, is_, tolerance, 0.0):
        yield None, was, is_, *difference


def _difference(
    name: str, was: Line, is_: Line, tolerance: Tolerance, scale: float
) -> tuple[float, float] | None:
    """How much is allowed, and how far two entries are apart; None if they are equal.

    scale: the largest number of the list that they are from.
    """
    if (was == is_ and isinstance(was, bool) == isinstance(is_, bool)) or (was != was and is_ != is_):
        return None
    if isinstance(was, str) and isinstance(is_, str) and NUMBER.sub("#", was) == NUMBER.sub("#", is_):
        pairs = [(allowed, difference) for difference, allowed in _printed(was, is_, tolerance) if difference]
        return max(pairs, key=lambda pair: pair[1] / pair[0] if pair[0] else math.inf, default=None)
    if not (_is_number(was) and _is_number(is_)):
        return 0.0, math.inf
    if not (_is_float(was) or _is_float(is_)):
        return float(tolerance.counts), float(abs(was - is_))
    if not (math.isfinite(was) and math.isfinite(is_)):
        return 0.0, math.inf
    size = max(abs(was), abs(is_))
    if name.startswith("figure"):
        allowed = max(1.5 * _unit(size), tolerance.relative * scale, tolerance.absolute)
    else:
        allowed = max(tolerance.relative * size, SINGLE * scale, tolerance.absolute)
    return allowed, abs(was - is_)


def _printed(one: str, two: str, tolerance: Tolerance) -> Iterator[tuple[float, float]]:
    """Difference and what is allowed, for each number of two texts.

    A number that is printed with decimals is rounded, so one in the fourth of them is allowed at least.
    """
    for a, b in zip(NUMBER.findall(one), NUMBER.findall(two), strict=True):
        x, y = (float(text.replace("−", "-")) for text in (a, b))
        both = (a + b).lower()
        size = max(abs(x), abs(y))
        if "." not in both and "e" not in both:
            allowed = float(tolerance.counts)
        else:
            allowed = tolerance.relative * (size if "e" in both else max(1.0, size)) * (1 + 1e-9)
        yield abs(x - y), allowed


def _unit(number: float) -> float:
    """One in the last digit that a record keeps of a figure's data."""
    return 10.0 ** (math.floor(math.log10(number)) - FIGURE_DIGITS + 1) if number else 0.0


def _is_float(entry: Scalar) -> bool:
    return isinstance(entry, float)


def _is_number(entry: Line) -> bool:
    return isinstance(entry, int | float) and not isinstance(entry, bool)


def _shown(line: Line) -> str:
    return f"{line:.6g}" if _is_float(line) else str(line)


def _cut(one: str, two: str) -> tuple[str, str]:
    """Two texts, of long ones the part where they begin to differ."""
    if max(len(one), len(two)) <= WIDEST:
        return one, two
    same = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), WIDEST)
    start = max(0, same - WIDEST // 2)
    return tuple(("…" if start else "") + text[start : start + WIDEST] for text in (one, two))
