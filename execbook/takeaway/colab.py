"""Notebooks for Colab: the labs, and the pages with examples, in `build/notebooks/<language>/<page>.ipynb`.

Colab opens notebooks only from GitHub repositories, so the workflow that publishes the site pushes this
folder to a branch of its own.
"""

import functools

from execbook.book import Book
from execbook.book.states import state_of
from execbook.takeaway import labs
from execbook.takeaway.notebooks import notebook_to_run, save


def write_all(book: Book, site_url: str) -> None:
    """Update `build/notebooks/`, and delete notebooks of former pages. The sources have been checked."""
    folder, memo = book.project.notebooks, book.memo("notebooks-to-run")
    written = {path for language in book.project.languages for path in labs.write(book.project, language)}
    for page in book.all_pages():
        if page.examples:
            path = folder / page.language / f"{page.key}.ipynb"
            key = state_of(book, page), site_url
            save(path, memo.get(key, functools.partial(notebook_to_run, page, book, site_url)))
            written.add(path)
    for path in {*folder.rglob("*.ipynb")} - written:
        path.unlink()
