"""Sorting and unused entries of the label catalogues, such as `words/labels.ko.toml`."""

from collections.abc import Iterator
from itertools import pairwise

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.sources.catalogues import Tables, read_tables
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
        found = read_tables(book.project, book.project.labels(language), "labels")
        yield from _order(found)
        yield from _unused(book, language, catalogue, found)


def _unused(book: Book, language: str, catalogue: Catalogue, found: Tables) -> Iterator[Problem]:
    if len(book.snippets) < len(list(book.project.snippets.rglob("*.py"))):
        return  # a snippet that cannot be parsed may use any entry
    used = {label for snippet in book.snippets.values() for label in book.relevant_labels(snippet)[language]}
    for label in catalogue.shared:
        if label not in used:
            message = f"no snippet has the label {label!r}"
            cure = "delete the entry; or, if the label comes from data, move it to its snippet's own table"
            yield Problem(found.name, found.line(label), message, cure, "unused-label")
    for example_id in catalogue.own:
        if example_id not in book.snippets:
            message = f"there is no snippet {example_id!r}"
            cure = did_you_mean(example_id, book.snippets, "snippets")
            yield Problem(found.name, found.line(example_id), message, cure, "unused-label")


def _order(found: Tables) -> Iterator[Problem]:
    for entries in found.tables.values():
        for before, after in pairwise(entries):
            if after < before:
                yield Problem(
                    found.name,
                    found.line(after),
                    f"{after!r} comes after {before!r}",
                    "sort each table by its labels, capitals first, so that branches merge without conflict",
                    "unsorted-labels",
                )
                break
