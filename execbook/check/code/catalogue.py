"""Sorting and unused entries of the label catalogues, such as `words/labels.ko.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.sources.labels import Catalogue

LABELS = "words/labels.ko.toml"


@rule(
    "unused-label",
    "Every entry of a catalogue is a label of some snippet.",
    Break(LABELS, '"number"', '"numbers of it"'),
    house=True,
)
@rule(
    "unsorted-labels",
    "Each table of a catalogue is sorted by its labels, so that branches merge without conflict.",
    Break(LABELS, '"Halving"', '"steps" = "걸음"\n"Halving"'),
    house=True,
)
def entries(book: Book) -> Iterator[Problem]:
    try:
        catalogues = book.labels
    except ProblemError:
        return  # reported by the rule `labels`
    for language, catalogue in catalogues.items():
        path = book.project.labels(language)
        name, text = path.relative_to(book.project.root).as_posix(), path.read_text("utf-8")
        yield from _order(name, text)
        yield from _unused(book, language, catalogue, name, text)


def _unused(book: Book, language: str, catalogue: Catalogue, name: str, text: str) -> Iterator[Problem]:
    if len(book.snippets) < len(list(book.project.snippets.rglob("*.py"))):
        return  # a snippet that cannot be parsed may use any entry
    used = {label for snippet in book.snippets.values() for label in book.relevant_labels(snippet)[language]}
    for label in catalogue.shared:
        if label not in used:
            yield Problem(
                name,
                _line(text, label),
                f"no snippet has the label {label!r}",
                "delete the entry; or, if the label comes from data, move it to its snippet's own table",
                "unused-label",
            )
    for example_id in catalogue.own:
        if example_id not in book.snippets:
            yield Problem(
                name,
                _line(text, f'["{example_id}"]'),
                f"there is no snippet {example_id!r}",
                did_you_mean(example_id, book.snippets, "snippets"),
                "unused-label",
            )


def _order(name: str, text: str) -> Iterator[Problem]:
    for entries in tomllib.loads(text).values():
        for before, after in pairwise(entries):
            if after < before:
                yield Problem(
                    name,
                    _line(text, after),
                    f"{after!r} comes after {before!r}",
                    "sort each table by its labels, capitals first, so that branches merge without conflict",
                    "unsorted-labels",
                )
                break


def _line(text: str, key: str) -> int:
    """The line that begins with a key or a table's name; 0 if there is none."""
    starts = (key, f'"{key}"', f"'{key}'")
    return next((n for n, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith(starts)), 0)
