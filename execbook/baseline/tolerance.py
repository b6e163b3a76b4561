"""How far the numbers of two runs may differ and still count as equal. Readers' browsers use it, too."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Tolerance:
    """The maximum difference of two numbers that count as equal.

    relative: fraction of the larger one; in a figure's data, of the largest of the series. absolute: for
    numbers near zero. counts: for integers, which have to be equal by default.
    """

    relative: float = 1e-4
    absolute: float = 1e-8
    counts: int = 0


DEFAULT = Tolerance()


@dataclass(frozen=True)
class Override:
    """lines: names such as `value loss*`, with `*` as wildcard. platform: as in records; empty for any."""

    example: str
    lines: tuple[str, ...]
    platform: str
    tolerance: Tolerance
    reason: str

    def matches(self, line: str) -> bool:
        """Whether the override applies to a line of its example."""
        return any(re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), line) for pattern in self.lines)


class Tolerances:
    """All tolerances of a project. times: lines of output that are never compared, by example."""

    def __init__(self, overrides: Collection[Override] = (), times: Mapping[str, Collection[int]] = {}):
        self.overrides = overrides
        self.times = times

    def is_time(self, example: str, line: str) -> bool:
        """Whether a page declares that a line of an example, such as `output 3`, contains times."""
        return any(line == f"output {number}" for number in self.times.get(example, ()))

    def of(self, example: str, line: str, platform: str = "") -> Tolerance:
        """That of one line of an example: of the last matching override, else the default."""
        found = DEFAULT
        for one in self.overrides:
            if one.example == example and one.platform in ("", platform) and one.matches(line):
                found = one.tolerance
        return found

    def of_output(self, example: str) -> Tolerance:
        """That of an example's printed output: how far a reader's own run may differ."""
        return self.of(example, "output 1")

    def unused(self, examples: Mapping[str, Collection[str]]) -> list[Override]:
        """Overrides that match no line. examples: the names of each example's lines."""
        return [one for one in self.overrides if not any(map(one.matches, examples.get(one.example, ())))]
