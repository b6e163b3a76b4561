"""The kinds of things that wait to be accepted."""

from collections.abc import Sequence

from execbook.acceptance import addresses, bands, results, translations, words
from execbook.acceptance.pending import Answer, Kind, Pending
from execbook.book import Book

KINDS = {
    "translation": Kind(translations.find, translations.accept),
    "result": Kind(results.find, results.accept),
    "band": Kind(bands.find, bands.accept),
    "address": Kind(addresses.find, addresses.accept),
    "word": Kind(words.find, words.accept),
}


def pending(book: Book) -> list[Pending]:
    """All that waits, by kind. Raises ProblemError if an accepted file cannot be read."""
    return [one for kind in KINDS.values() for one in kind.find(book)]


def accept(book: Book, items: Sequence[Pending], answer: Answer) -> list[str]:
    """Accept these. Returns lines to print."""
    lines = []
    for name, kind in KINDS.items():
        if of_kind := [one for one in items if one.kind == name]:
            lines += kind.accept(book, of_kind, answer)
    return lines
