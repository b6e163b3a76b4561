"""Numbers typed into prose where a run has recorded them.

Such a number becomes wrong with the next run, without anyone noticing. Decimals, powers of ten and
percentages are checked; whole numbers are not, as they are mostly counts and names. Code and formulas are
exempt, so a constant that only looks like a result is written `$0.5$`.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.records.store import Record
from execbook.sources.pages import Page

EN = "docs/en/part/halving.md"
PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻\N{MINUS SIGN}", "0123456789--")
NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d+(?:,\d{3})*(?:\.(?P<decimals>\d+))?)(?!\.?\d)"
    r"(?:[eE](?P<e>[-+\u2212]?\d+)|\s*[×·]\s*10(?P<power>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?"
    r"(?P<percent>\s?(?:[%％]|퍼센트|per ?cent\b))?"
)


MAX_SHORT = 16
"""A container with more entries contains, by chance, a value near almost any short number."""

SIGNIFICANT_DIGITS = 3
"""A number with this many digits rarely matches by chance, so it is compared with all entries."""


@dataclass(frozen=True)
class Candidate:
    """A recorded value. distinctive: whether it is compared with numbers of few digits, too."""

    example: str
    name: str
    value: float
    distinctive: bool


@rule(
    "typed-number",
    "A number that a run has recorded is bound to it, not typed by hand.",
    Break(EN, "Halve it", "Halve it by 57%"),
    house=True,
)
def prose(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        yield from _page(page, book.records)


def _page(page: Page, records: Mapping[str, Record]) -> Iterator[Problem]:
    bound = {value.name for value in page.values}
    shown = sorted(page.shown_ids & records.keys())
    candidates = [one for example_id in shown for one in _candidates(records[example_id], bound)]
    for prose in page.prose:
        for number in NUMBER.finditer(prose.text):
            if not (found := _recorded(number, candidates)):
                continue
            one, form = found
            unambiguous = sum(other.name == one.name for other in candidates) == 1
            value = f"{one.name if unambiguous else f'{one.example}:{one.name}'} | {form}"
            message = f"{number[0].strip()!r} is typed by hand, but {one.example} recorded it as {one.name}"
            cure = f"write {{{{ {value} }}}}; if it is not a result, write it as a formula, such as $0.5$"
            yield Problem(page.name, prose.line, message, cure, "typed-number")


def _candidates(record: Record, bound: Set[str]) -> Iterator[Candidate]:
    sizes = Counter(name.partition("[")[0] for name in record.values)
    for name, value in record.values.items():
        if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < 1e300:
            continue
        container = name.partition("[")[0]
        size = sizes[container]
        ends = (f"{container}[0]", f"{container}[{size - 1}]")
        yield Candidate(record.id, name, value, size <= MAX_SHORT or name in ends or name in bound)


def _recorded(number: re.Match[str], candidates: Iterable[Candidate]) -> tuple[Candidate, str] | None:
    """The first value that rounds to the typed digits, and its format; signs are not compared."""
    places = len(number["decimals"] or "")
    exponent = int((number["e"] or number["power"] or "0").translate(PLAIN))
    if not (places or number["percent"] or number["e"] or number["power"]):
        return None
    digits = number["digits"].replace(",", "")
    typed = float(f"{digits}e{exponent}")
    if math.isinf(typed):
        return None
    half = float(f"0.5000001e{exponent - places}")  # of the last digit; a tie may be rounded either way
    precise = len(digits.replace(".", "").lstrip("0")) >= SIGNIFICANT_DIGITS
    for one in candidates:
        if not (one.distinctive or precise):
            continue
        if abs(abs(one.value) - typed) <= half:
            return one, f".{places}e" if exponent else f".{places}f"
        if number["percent"] and isinstance(one.value, float) and abs(100 * abs(one.value) - typed) <= half:
            return one, f".{places}%"
    return None
