"""Words that no dictionary has, and words of the project's own lists that no text needs."""

from collections.abc import Iterator, Sequence

from execbook.acceptance.pending import Answer, Pending
from execbook.book import Book
from execbook.check.languages import spelling
from execbook.languages.spelling.hunspell import TOOL


def find(book: Book) -> Iterator[Pending]:
    """A project in which Hunspell is not set up accepts none."""
    if not (book.project.root / TOOL / "node_modules").is_dir():
        return
    found = spelling.look_up(book)
    for word in {(one.language, one.text): one for one in found.misspelt}.values():
        passage = word.passage
        places = tuple(
            f"{one.passage.name}:{one.passage.line}: {one.passage.text.strip()[:90]}"
            for one in found.misspelt
            if (one.language, one.text) == (word.language, word.text)
        )
        page = passage.name.removesuffix(".md").partition("/")[2].partition("/")[2]
        pages = (page,) if passage.name.endswith(".md") else ()
        yield Pending("word", word.text, pages, f"is in no dictionary ({word.language})", places[:3])
    for language, word in found.dead:
        yield Pending("word", word, (), f"is in the list of {language}, and no text needs it")


def accept(book: Book, items: Sequence[Pending], answer: Answer) -> list[str]:
    names = {one.name for one in items}
    found = spelling.look_up(book)
    added: dict[str, set[str]] = {}
    removed: dict[str, set[str]] = {}
    for one in found.misspelt:
        if one.text in names:
            added.setdefault(one.language, set()).add(one.text)
    for language, word in found.dead:
        if word in names:
            removed.setdefault(language, set()).add(word)
    for language in added.keys() | removed.keys():
        spelling.change_list(book.project, language, added.get(language, set()), removed.get(language, set()))
    return [f"accepted {name}" for name in sorted(names)]
