"""Look up the values that pages quote."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from execbook.book import Book
from execbook.problems import UnplacedProblem, did_you_mean
from execbook.records.numbers import Scalar

BOOK = "book"
"""Replaces the example where a page quotes a number of the whole book: `{{ book:examples }}`."""

INDEX = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True)
class Bound:
    """A value that a page quotes. name: as recorded, such as `loss[9]` where the page has `loss[-1]`."""

    example: str
    name: str
    value: Scalar


def bind(book: Book, example: str | None, name: str, shown: Iterable[str]) -> Bound:
    """Look up a value by its name, in `example` or else in all examples that the page shows.

    Raises UnplacedProblem if there is none, or more than one. Examples without a record are reported
    elsewhere.
    """
    if name.startswith(f"{BOOK}:"):
        example, name = BOOK, name.removeprefix(f"{BOOK}:").strip()
    if example is not None:
        values = book.counts if example == BOOK else book.run(example).record.values
        if bound := _find(example, name, values):
            return bound
        fix = did_you_mean(name, sorted(values), "values")
        raise UnplacedProblem(f"no value {name!r} in the example {example!r}", fix, "unknown-value")
    found: list[Bound] = []
    known: set[str] = set()
    for example_id in dict.fromkeys(shown):
        try:
            values = book.run(example_id).record.values
        except UnplacedProblem:
            continue
        known.update(values)
        if bound := _find(example_id, name, values):
            found.append(bound)
    if len(found) > 1:
        places = " or ".join(f"{one.example}:{name}" for one in found)
        raise UnplacedProblem(
            f"{name!r} is in more than one example of this page", f"write {places}", "ambiguous-value"
        )
    if not found:
        hint = "show the example, or write 'part/example:name'"
        fix = did_you_mean(name, sorted(known), "values") if known else hint
        raise UnplacedProblem(f"no value {name!r} in the examples of this page", fix, "unknown-value")
    return found[0]


def _find(example: str, name: str, values: Mapping[str, Scalar]) -> Bound | None:
    exact = name if name in values else _from_the_end(name, values)
    return Bound(example, exact, values[exact]) if exact in values else None


def _from_the_end(name: str, values: Mapping[str, object]) -> str:
    """`name` with negative indices counted from the end, as in Python: `loss[9]` for `loss[-1]`."""
    stem, bracket, _ = name.partition("[")
    exact = stem
    for part in INDEX.findall(bracket + name[len(stem) + 1 :]):
        index = part
        if re.fullmatch(r"-\d+", part):
            here = re.escape(exact) + r"\[(\d+)\]"
            size = len({match[1] for one in values if (match := re.match(here, one))})
            index = str(size + int(part))
        exact += f"[{index}]"
    return exact
