"""Building and checking the book as it is, and after the smallest changes."""

import shutil
from collections.abc import Callable
from pathlib import Path

from execbook.book import Book
from execbook.claims import outcomes
from execbook.languages.translations.accept import accept
from execbook.project import Project
from execbook.sources import knobs
from execbook.sources.snippets import Snippet
from tools.bench.measuring import Cost, Row, copy_of, execbook
from tools.grow import light_parts


def rows(project: Project, folder: Path) -> list[Row]:
    """What an author waits for. Each but the first starts from a site that is up to date."""
    copy = copy_of(project, folder / "builds")
    snippet = light_snippet(Book(copy))

    def after(change: Callable[[], None]) -> Cost:
        change()
        return execbook(copy, "build")

    def append_line() -> None:
        snippet.path.write_text(snippet.path.read_text("utf-8") + "\n", "utf-8")

    return [
        Row("build: cold, everything is recorded", lambda: after(lambda: forget_built(copy))),
        Row("build: nothing has changed", lambda: execbook(copy, "build")),
        Row("build: a sentence in all languages", lambda: after(lambda: add_sentence(copy, snippet.id))),
        Row("build: a light snippet", lambda: after(append_line)),
        Row("check: nothing has changed", lambda: execbook(copy, "check")),
    ]


def light_snippet(book: Book) -> Snippet:
    """The first example of a light part that has neither a knob nor a claim: one run brings it up to date."""
    parts = light_parts(book)
    others = outcomes.read(book.project).keys() | knobs.load(book.project).keys()
    return next(one for one in book.snippets.values() if one.part in parts and one.id not in others)


def forget_built(project: Project, *, but: str = "") -> None:
    """Remove all that was built. but: what is kept of the cache, such as `labs`."""
    shutil.rmtree(project.site, ignore_errors=True)
    for path in project.build.glob("*"):
        if path not in (project.store, project.build / "cache"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in (project.build / "cache").glob("*"):
        if path.name != but:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def add_sentence(project: Project, example: str) -> None:
    """Add a page's description to its text, in all languages, and declare that they say the same again.

    example: one that the page shows.
    """
    book = Book(project)
    for language, pages in book.pages.items():
        page = next(one for one in pages.values() if example in one.shown_ids)
        path = project.docs / language / f"{page.key}.md"
        path.write_text(f"{path.read_text('utf-8')}\n{page.meta['description']}\n", "utf-8")
    accept(Book(project), [page.key])
