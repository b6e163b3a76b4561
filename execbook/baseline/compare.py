"""Compare a run with the baseline, number by number."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from execbook.baseline.lines import Line, Lines
from execbook.baseline.tolerance import DEFAULT, Tolerance, Tolerances

NUMBER = re.compile(r"(?<![\w.])[-−+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.]*\w)", re.IGNORECASE)
"""A number in a text, but not in a name such as `conv2d` or `4-4-4x`."""

FIGURE_DIGITS = 4
"""Significant digits of a figure's data in a record."""

SINGLE = 1e-6
"""Ten times the resolution of single precision: rounding errors of large entries affect small ones."""

MISSING = "–"
MAX_WIDTH = 40
"""How many characters of a text a table shows."""


@dataclass(frozen=True)
class Deviation:
    """One number or text that differs.

    line: the name of its line. index: its position in a list; None if the line is not a list. was, is_: as
    text. allowed: the tolerance. ratio: the difference as a multiple of the tolerance.
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
    """All differences between an example's baseline and a run, including those within the tolerance."""
    found: list[Deviation] = []
    for name in dict.fromkeys([*baseline, *run]):
        if name not in baseline or name not in run:
            sides = [_shown(side[name])[:MAX_WIDTH] if name in side else MISSING for side in (baseline, run)]
            found.append(Deviation(example, name, None, *sides, 0, math.inf))
            continue
        if tolerances.is_time(example, name) and _without_digits(baseline[name]) == _without_digits(
            run[name]
        ):
            continue
        tolerance = tolerances.of(example, name, platform)
        for index, was, is_, allowed, difference in _differences(name, baseline[name], run[name], tolerance):
            ratio = difference / allowed if allowed else math.inf
            sides = _cut(_shown(was), _shown(is_))
            found.append(Deviation(example, name, index, *sides, allowed, ratio))
    return found


def alike(one: str, two: str, tolerance: Tolerance = DEFAULT) -> bool:
    """Whether two printed texts are the same, their numbers within the tolerance."""
    return NUMBER.split(one) == NUMBER.split(two) and all(
        difference <= allowed for difference, allowed in _printed(one, two, tolerance)
    )


Difference = tuple[int | None, Line, Line, float, float]
"""Index in a list or None, former and present entry, tolerance, difference."""


def _differences(name: str, was: Line, is_: Line, tolerance: Tolerance) -> Iterator[Difference]:
    if isinstance(was, list) and isinstance(is_, list) and len(was) == len(is_):
        scale = max((abs(x) for x in was if isinstance(x, float) and math.isfinite(x)), default=0.0)
        for index, (a, b) in enumerate(zip(was, is_, strict=True)):
            if difference := _difference(name, a, b, tolerance, scale):
                yield index, a, b, *difference
    elif difference := _difference(name, was, is_, tolerance, 0.0):
        yield None, was, is_, *difference


def _difference(
    name: str, was: Line, is_: Line, tolerance: Tolerance, scale: float
) -> tuple[float, float] | None:
    """Tolerance and difference of two entries; None if they are equal.

    scale: the largest number of their list.
    """
    if (was == is_ and isinstance(was, bool) == isinstance(is_, bool)) or (was != was and is_ != is_):
        return None
    if isinstance(was, str) and isinstance(is_, str) and NUMBER.split(was) == NUMBER.split(is_):
        pairs = [(allowed, difference) for difference, allowed in _printed(was, is_, tolerance) if difference]
        return max(pairs, key=lambda pair: pair[1] / pair[0] if pair[0] else math.inf, default=None)
    if not (_is_number(was) and _is_number(is_)):
        return 0.0, math.inf
    if not (isinstance(was, float) or isinstance(is_, float)):
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
    """Difference and tolerance for each number of two texts.

    As a number that is printed with decimals is rounded, the tolerance is at least that of the number 1.
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
    """One unit of the last digit of a figure's data in a record."""
    return 10.0 ** (math.floor(math.log10(number)) - FIGURE_DIGITS + 1) if number else 0.0


def _without_digits(line: Line) -> str:
    """A printed line without its numbers and the spaces that align them."""
    return "".join(re.sub(r"[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?", "#", str(line)).split())


def _is_number(entry: Line) -> TypeGuard[int | float]:
    return isinstance(entry, int | float) and not isinstance(entry, bool)


def _shown(line: Line) -> str:
    return f"{line:.6g}" if isinstance(line, float) else str(line)


def _cut(one: str, two: str) -> tuple[str, str]:
    """Two texts, shortened to where they begin to differ."""
    if max(len(one), len(two)) <= MAX_WIDTH:
        return one, two
    same = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), MAX_WIDTH)
    start = max(0, same - MAX_WIDTH // 2)
    dots = "…" if start else ""
    return dots + one[start : start + MAX_WIDTH], dots + two[start : start + MAX_WIDTH]
