"""Sections that were not accepted as equal in all languages."""

from collections.abc import Iterator, Sequence

from execbook.acceptance.pending import Answer, Pending
from execbook.book import Book
from execbook.check.languages.translations import changes_in
from execbook.languages.translations import accept as accepting
from execbook.languages.translations import texts
from execbook.languages.translations.compare import Finding, compare
from execbook.languages.translations.sections import page_of, read_sections
from execbook.problems import raise_if_any


def find(book: Book) -> Iterator[Pending]:
    """A project in one language has nothing to compare."""
    languages = book.project.languages
    if len(languages) == 1:
        return
    entries, problems = texts.read(book.project)
    raise_if_any(problems)
    for one in compare(read_sections(book), entries, languages):
        yield _pending(one)


def _pending(one: Finding) -> Pending:
    pages = (page_of(one.key),)
    if not one.sections:
        return Pending("translation", one.key, pages, "no longer exists")
    if not one.is_whole:
        state = f"exists only in {', '.join(one.sections)}"
        absent = ", ".join(language for language in one.languages if language not in one.sections)
        return Pending("translation", one.key, pages, state, blocked=f"write it in {absent} too")
    if one.entry is None:
        return Pending("translation", one.key, pages, "is new")
    entry = one.entry
    change = tuple(line for language in one.changed for line in changes_in(one, entry, language))
    if one.behind:
        state = f"only {' and '.join(one.changed)} has changed"
        return Pending("translation", one.key, pages, state, change, needs_reason=True)
    return Pending("translation", one.key, pages, f"has changed in {' and '.join(one.changed)}", change)


def accept(book: Book, items: Sequence[Pending], answer: Answer) -> list[str]:
    """A reason is kept for the sections that need one; the others say the same again."""
    equal = [one.name for one in items if not one.needs_reason]
    changed = [one.name for one in items if one.needs_reason]
    written = []
    if equal:
        written += accepting.accept(book, equal)
    if changed:
        reason = "" if answer.same else answer.reason
        written += accepting.accept(
            book, changed, same=answer.same, reason=reason, behind="" if answer.same else answer.behind
        )
    return [f"accepted {key}" for key in written]
