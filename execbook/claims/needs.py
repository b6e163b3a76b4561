"""Which examples the claims of a book need measured, under which variations, and which of their values."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from execbook.book import Book
from execbook.book.bindings import bind
from execbook.book.turned import named, records_of
from execbook.claims import outcomes
from execbook.claims.outcomes import CALLS, Measured, Outcomes
from execbook.claims.relations import relation_of
from execbook.claims.variations import varies
from execbook.problems import ProblemError

SEED = "seed"
MOST_ENTRIES = 64
"""An array with more entries is kept only where it is used."""


@dataclass
class Need:
    """What pages use of one example. variations: those of its claims. names: of values that pages quote or
    claims use. arguments: names in its declared conditions."""

    variations: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    arguments: set[str] = field(default_factory=set)


def needs(book: Book) -> dict[str, Need]:
    """By name of the example or variant, of all pages.

    What cannot be resolved is left out: other rules report it.
    """
    found: dict[str, Need] = {}
    for page in book.all_pages():
        shown = [one.id for one in page.examples]
        for value in page.values:
            with suppress(ProblemError):
                bound = bind(book, value.example, value.name, shown)
                found.setdefault(bound.example, Need()).names.add(bound.name)
        for claim in page.claims:
            with suppress(ProblemError):
                for use in relation_of(book, page, claim).uses:
                    need = found.setdefault(use.example, Need())
                    need.names.update(use.names)
                    need.variations.add(claim.vary)
        for example, conditions in page.conditions.items():
            for condition in conditions.values():
                found.setdefault(example.id, Need()).arguments.update(condition)
    recorded = records_of(book)
    return {one: need for one, need in found.items() if one in recorded}


def required(need: Need) -> set[str]:
    """The variations that have to be measured, whatever is measured besides."""
    return need.variations | ({CALLS} if need.arguments else set())


def kept(need: Need, names: Iterable[str]) -> list[str]:
    """The names of recorded values to keep: those used, and the whole of small arrays."""
    stems: dict[str, list[str]] = {}
    for name in names:
        stems.setdefault(name.partition("[")[0], []).append(name)
    used = {name.partition("[")[0] for name in need.names}
    return [
        name
        for stem, group in stems.items()
        if stem in used
        for name in group
        if len(group) <= MOST_ENTRIES or name in need.names
    ]


def why_stale(book: Book, example_id: str, vary: str, need: Need, one: Measured | None) -> str:
    """Why an outcome has to be measured again; empty if it is fresh."""
    if one is None:
        return "it has not been measured"
    if one.key != outcomes.key_of(named(book, example_id).snippet, book.labels, book.project.settings):
        return "its text, its labels or its packages have changed since it was measured"
    if vary == CALLS:
        recorded = {name for call in one.calls for key in call for name in (key, key.rpartition(".")[2])}
        missing = sorted(need.arguments - recorded)
        return f"no call with an argument {missing[0]!r} was recorded" if missing and not one.calls else ""
    missing = sorted(need.names - one.values.keys())
    return f"the values of {missing[0]} were not kept" if missing else ""


def stale(book: Book, known: Outcomes, needed: Mapping[str, Need]) -> dict[str, dict[str, str]]:
    """Why, by example and variation, for all that claims need and for all that is kept."""
    found: dict[str, dict[str, str]] = {}
    for example_id, need in sorted(needed.items()):
        present = known.get(example_id, {})
        for vary in sorted(required(need) | present.keys()):
            if why := why_stale(book, example_id, vary, need, present.get(vary)):
                found.setdefault(example_id, {})[vary] = why
    return found


def measurable(book: Book, needed: Mapping[str, Need]) -> dict[str, set[str]]:
    """What could be measured: the seeds of each example that is quoted and has some, and what is required."""
    return {
        example_id: required(need) | ({SEED} if varies(named(book, example_id).snippet, SEED) else set())
        for example_id, need in sorted(needed.items())
    }
