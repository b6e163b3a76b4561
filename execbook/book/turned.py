"""The records of examples with other values of their knobs, and the book as it is with one of them."""

import copy
import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from execbook.book import RUN_IT, Book, Run
from execbook.problems import ProblemError, UnplacedProblem
from execbook.project import Project
from execbook.records.keys import source_hash
from execbook.records.store import Record
from execbook.sources import knobs
from execbook.sources.knobs import Knob, Value, Variant

INDEX = "knobs.json"
"""The store's list of the current keys of variants, by name."""


@dataclass(frozen=True)
class Turn:
    """An example with one setting of its knob. book: in which the example is the one with this setting."""

    setting: Mapping[str, Value]
    run: Run
    book: Book


def knobs_of(book: Book) -> Mapping[str, Knob]:
    """The knobs by example. Raises ProblemError if they cannot be read."""
    return book.once(knobs.load)


def variants_of(book: Book) -> Mapping[str, list[Variant]]:
    """The variants by example; none where the knobs cannot be read, which a rule reports."""
    return book.once_of(_variants)


def _variants(book: Book) -> Mapping[str, list[Variant]]:
    try:
        return knobs.of(knobs_of(book), book.snippets)
    except ProblemError:
        return {}


def turns(book: Book, example_id: str) -> list[Turn]:
    """An example with every setting of its knob, its own first; none if it has no values.

    Raises UnplacedProblem if one has not been run.
    """
    if not (found := variants_of(book).get(example_id)):
        return []
    own = Turn(knobs_of(book)[example_id].settings()[0], book.run(example_id), book)
    return [own, *(_turn(book, one) for one in found)]


def values_of(book: Book, example_id: str) -> Mapping[str, Sequence[Value]]:
    """What the example's control moves through, by name; its own first."""
    knob = knobs_of(book)[example_id]
    return {knob.frames: frames_of(book, knob)} if knob.frames else knob.values


def frames_of(book: Book, knob: Knob) -> list[Value]:
    """What a run recorded for each of its figures. Raises UnplacedProblem if these are not as many."""
    record = book.run(knob.example).record
    own = re.compile(re.escape(knob.frames) + r"\[\d+\]")
    listed = [value for name, value in record.values.items() if own.fullmatch(name)]
    if len(listed) < 2 or len({*listed}) != len(record.figures):
        raise UnplacedProblem(
            f"its run leaves {len(record.figures)} figures, and {len({*listed})} values of {knob.frames}",
            "record one value for each figure, in a list at the top of the file",
            knobs.RULE,
        )
    return listed


def figures_shown(book: Book, record: Record) -> int:
    """How many figures a page shows: one where they follow each other in the same place."""
    knob = knobs_of(book).get(record.id)
    return min(1, len(record.figures)) if knob and knob.frames else len(record.figures)


def records_of(book: Book) -> dict[str, Record]:
    """The records of the examples and of their variants, by name; without those that have not been run."""
    found = dict(book.records)
    for one in (one for listed in variants_of(book).values() for one in listed):
        with suppress(UnplacedProblem):
            found[one.name] = run_of(book, one).record
    return found


def names_of(book: Book) -> set[str]:
    """The names of the examples and of their variants."""
    return {*book.snippets, *(one.name for listed in variants_of(book).values() for one in listed)}


def example_of(name: str) -> str:
    """The id of the example with this name, which may be that of a variant."""
    return name.partition("?")[0]


def named(book: Book, name: str) -> Run:
    """The run of an example or of one of its variants, by name. Raises UnplacedProblem if there is none."""
    found = variants_of(book).get(example_of(name), ())
    return next((run_of(book, one) for one in found if one.name == name), None) or book.run(name)


def run_of(book: Book, variant: Variant) -> Run:
    """The run of a variant. Raises UnplacedProblem if there is none of its present text."""
    key = book.once(keys_of).get(variant.name)
    record = book.store.load(key) if key else None
    if record is None or record.source_sha256 != source_hash(variant.snippet):
        message = f"the example {variant.snippet.id!r} has not been run with {knobs.told(variant.setting)}"
        raise UnplacedProblem(message, RUN_IT, "no-record")
    return Run(variant.snippet, record)


def keys_of(project: Project) -> dict[str, str]:
    """Key by name of the variant, as of their last run."""
    try:
        return json.loads((project.store / INDEX).read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _turn(book: Book, variant: Variant) -> Turn:
    run = run_of(book, variant)
    other = copy.copy(book)
    example_id = variant.snippet.id
    other._runs = {**book._runs, example_id: run}
    other._shown = {}
    other.__dict__["snippets"] = {**book.snippets, example_id: variant.snippet}
    return Turn(variant.setting, run, other)
