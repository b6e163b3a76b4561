"""Sorting and unused entries of the label catalogue, `words/labels.ko.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.sources.catalogues import Tables, read_tables

LABELS = "words/labels.ko.toml"


@rule(
    "unused-label",
    "Every entry of the catalogue is a label of some snippet.",
    Break(LABELS, '"number"', '"numbers of it"'),
)
@rule(
    "unsorted-labels",
    "Each table of the catalogue is sorted by its English, so that branches merge without conflict.",
    Break(LABELS, '"Halving"', '"steps" = "걸음"\n"Halving"'),
)
def entries(book: Book) -> Iterator[Problem]:
    try:
        catalogue = book.labels
    except ProblemError:
        return  # reported by the rule `labels`
    found = read_tables(book.project, book.project.labels, "labels")
    name = found.name
    yield from _order(found)
    if len(book.snippets) < len(list(book.project.snippets.rglob("*.py"))):
        return  # a snippet that cannot be parsed may use any entry
    used = {english for snippet in book.snippets.values() for english in book.relevant_labels(snippet)}
    for english in catalogue.shared:
        if english not in used:
            yield Problem(
                name,
                found.line(english),
                f"no snippet has the label {english!r}",
                "delete the entry; or, if the label comes from data, move it to its snippet's own table",
                "unused-label",
            )
    for example_id in catalogue.own:
        if example_id not in book.snippets:
            yield Problem(
                name,
                found.line(example_id),
                f"there is no snippet {example_id!r}",
                did_you_mean(example_id, book.snippets, "snippets"),
                "unused-label",
            )


def _order(found: Tables) -> Iterator[Problem]:
    for entries in found.tables.values():
        for before, after in pairwise(entries):
            if after < before:
                yield Problem(
                    found.name,
                    found.line(after),
                    f"{after!r} comes after {before!r}",
                    "sort each table by its English, capitals first, so that branches merge without conflict",
                    "unsorted-labels",
                )
                break
