"""Values that change with a seed: they are shown with few digits, and a section of them rests on a claim."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from execbook.book import Book
from execbook.book.bindings import bind
from execbook.check.claims import passages
from execbook.check.rules import Break, publishing_rule
from execbook.claims import outcomes
from execbook.claims.evaluate import deviation, numbers_of
from execbook.claims.needs import SEED
from execbook.problems import Problem, ProblemError
from execbook.records import numbers
from execbook.records.numbers import Scalar
from execbook.sources.pages import Page, Value

PAGES = "docs/*/part/halving.md"
FORMATTED = re.compile(r"[-+]?[\d,_]*(?:\.(?P<decimals>\d+))?(?:e(?P<exponent>[-+]\d+))?(?P<percent>%)?")


@dataclass(frozen=True)
class Quoted:
    """A value on a page that was measured with other seeds."""

    value: Value
    example: str
    name: str
    shown: Scalar
    seeds: tuple[Scalar | None, ...]

    @property
    def varies(self) -> bool:
        """Whether a page would show something else with another seed."""
        try:
            texts = {numbers.show(one, self.value.format) for one in self.seeds if one is not None}
        except ValueError:
            return False  # a value of another type
        return len(texts) > 1


def quoted(book: Book, page: Page) -> Iterator[Quoted]:
    """The values of a page whose examples have been measured. Raises ProblemError."""
    known = book.once(outcomes.read)
    shown = [one.id for one in page.examples]
    for value in page.values:
        try:
            bound = bind(book, value.example, value.name, shown)
        except ProblemError:
            continue  # reported by `unknown-value`
        measured = known.get(bound.example, {}).get(SEED)
        if measured and bound.name in measured.values:
            yield Quoted(value, bound.example, bound.name, bound.value, measured.values[bound.name])


def least_unit(value: float, format_spec: str) -> float | None:
    """One unit of the last decimal that a format shows, such as 0.001 for `.1%`; None if it shows none."""
    match = FORMATTED.fullmatch(value.__format__(format_spec))
    if not match or not match["decimals"]:
        return None
    power = int(match["exponent"] or 0) - len(match["decimals"]) - (2 if match["percent"] else 0)
    return 10.0**power


def _readable(book: Book) -> Iterator[Page]:
    return (page for page in book.all_pages() if page.language in passages.LANGUAGES)


@publishing_rule(
    "claim-digits",
    "A value is shown with no more digits than its spread over seeds bears, or with this spread.",
    Break(PAGES, "halves[0] | .1f", "halves[0] | .3f"),
    house=True,
)
def digits(book: Book) -> Iterator[Problem]:
    for page in _readable(book):
        try:
            yield from _digits(book, page)
        except ProblemError:
            return  # reported by `claim-stale`


def _digits(book: Book, page: Page) -> Iterator[Problem]:
    for one in quoted(book, page):
        spread = deviation(one.seeds)
        if not spread or not isinstance(one.shown, float) or not one.value.format:
            continue
        unit = least_unit(one.shown, one.value.format)
        if unit is None or unit > 0.99 * 10.0 ** math.floor(math.log10(spread)):
            continue
        text = passages.paragraph(page, one.value.line)
        if passages.ONE_RUN[page.language].search(text) or passages.SPREAD[page.language].search(text):
            continue
        found = numbers_of(one.seeds)
        message = (
            f"{one.name} is shown as {numbers.show(one.shown, one.value.format)}, but "
            f"{len(found)} seeds give {min(found):.3g} to {max(found):.3g}, "
            f"with a standard deviation of {spread:.2g}"
        )
        cure = "show fewer digits, give the spread in the paragraph, or say there that it is this one run"
        yield Problem(page.name, one.value.line, message, cure, "claim-digits")


@publishing_rule(
    "claim-missing",
    "A section that quotes two values which change with the seed has a claim, or says why it is one run.",
    Break(PAGES, "/// claim | halves[0] > halves[1]", "/// note"),
    house=True,
)
def missing(book: Book) -> Iterator[Problem]:
    for page in _readable(book):
        try:
            yield from _missing(book, page)
        except ProblemError:
            return


def _missing(book: Book, page: Page) -> Iterator[Problem]:
    sections: dict[tuple[int, int], dict[tuple[str, str], Quoted]] = {}
    shown = {example.id for example in page.examples}
    asked = {line for one in page.predictions for line in range(one.line, one.last)}
    for one in quoted(book, page):
        if one.value.line in asked:
            continue  # a prediction asks what this run gives
        if one.varies and one.example in shown:  # else a summary: the page that shows it has the claim
            lines = passages.section(page, one.value.line)
            sections.setdefault(lines, {}).setdefault((one.example, one.name), one)
    for (first, last), found in sections.items():
        claimed = any(first <= claim.line <= last for claim in page.claims)
        excused = passages.BECAUSE[page.language].search(passages.text(page, (first, last)))
        if len(found) > 1 and not claimed and not excused:
            names = ", ".join(sorted({name for _, name in found})[:4])
            yield Problem(
                page.name,
                next(iter(found.values())).value.line,
                f"this section claims nothing, but {len(found)} values in it change with the seed: {names}",
                "put the sentence that they support into a block '/// claim | relation', "
                f"or {passages.HOW[page.language]}",
                "claim-missing",
            )
