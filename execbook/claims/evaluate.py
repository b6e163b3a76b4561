"""How often a claim holds, from the outcomes that are kept; and how far a value varies."""

import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from execbook.book import Book
from execbook.claims import outcomes
from execbook.claims.outcomes import Measured, Outcomes
from execbook.claims.relations import Relation, relation_of
from execbook.records.numbers import Scalar
from execbook.sources.pages import Claim, Page

ALLOWED_FAILURES = {20: 1}
"""How many trials of so many may fail; of any other number all must hold."""

MOST_ROWS = 8
"""Entries of an array beyond which its spread is that of the array as a whole."""


@dataclass(frozen=True)
class Spread:
    """A value over all trials. name: as the relation uses it."""

    name: str
    low: float
    median: float
    high: float


@dataclass(frozen=True)
class Evaluation:
    """A claim, and what became of it. trials: name, whether it holds, and the values used, by their names."""

    relation: Relation
    vary: str
    trials: tuple[tuple[str, bool, Mapping[str, Scalar | None]], ...]

    @property
    def held(self) -> int:
        return sum(holds for _, holds, _ in self.trials)

    @property
    def tried(self) -> int:
        return len(self.trials)

    @property
    def is_enough(self) -> bool:
        return self.tried - self.held <= ALLOWED_FAILURES.get(self.tried, 0)

    def spreads(self) -> list[Spread]:
        """The spread of each number that the relation uses."""
        found = []
        for name in dict.fromkeys(name for _, _, values in self.trials for name in values):
            if numbers := numbers_of(values.get(name) for _, _, values in self.trials):
                found.append(Spread(name, min(numbers), statistics.median(numbers), max(numbers)))
        return found


def numbers_of(values: Iterable[Scalar | None]) -> list[float]:
    """The finite numbers among recorded values."""
    return [
        float(value)
        for value in values
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    ]


def evaluated(book: Book, page: Page, claim: Claim) -> Evaluation | None:
    """What became of a claim; None if its examples have not been measured.

    Raises UnplacedProblem if its relation cannot be read, ProblemError if the outcomes cannot.
    """
    known = book.once(outcomes.read)
    return evaluate(relation_of(book, page, claim), claim.vary, known)


def evaluate(relation: Relation, vary: str, known: Outcomes) -> Evaluation | None:
    """The same for a relation and outcomes."""
    measured: dict[str, Measured] = {}
    for use in relation.uses:
        if not (one := known.get(use.example, {}).get(vary)):
            return None
        measured[use.example] = one
    names = max((one.trials for one in measured.values()), key=len)
    fewest = min((one.trials for one in measured.values()), key=len)
    several = len(measured) > 1
    trials = []
    for name in names:
        if name not in fewest:
            continue

        def value(example: str, of: str, name: str = name) -> Scalar | None:
            one = measured[example]
            if name not in one.trials or name in one.failed or of not in one.values:
                return None
            return one.values[of][one.trials.index(name)]

        used = {
            f"{use.example.rpartition('/')[2]}.{of}" if several else of: value(use.example, of)
            for use in relation.uses
            for of in use.names
            if len(use.names) <= MOST_ROWS
        }
        failed = any(name in one.failed for one in measured.values())
        trials.append((name, not failed and relation.holds(value), used))
    return Evaluation(relation, vary, tuple(trials))


def deviation(values: Sequence[Scalar | None]) -> float:
    """The standard deviation of the numbers among the values; 0 if there are fewer than two."""
    numbers = numbers_of(values)
    return statistics.stdev(numbers) if len(numbers) > 1 else 0.0
