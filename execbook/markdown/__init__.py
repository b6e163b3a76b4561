"""The Python-Markdown extension `execbook.markdown`: examples, bound values and formulas on a page.

Options: `language` (by default the first of the book) and `root` (the project's folder; by default the
nearest one with `mkdocs.yml` above the page, or above the current folder if the page has no file). The
extension reads records and never runs anything. It works in MkDocs and in Zensical, from which it only needs
the file of the page.

A page with problems raises one ProblemError with all of them.
"""

from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.highlight import HighlightExtension

from execbook.book import book_of
from execbook.generator.place import place_of
from execbook.markdown import first_uses, formulas, inline_values, tables, translation_notes
from execbook.markdown.checks import missing_from, problems_of
from execbook.markdown.state import Current, PageState
from execbook.problems import Problem, ProblemError
from execbook.project import Project, find_project
from execbook.settings import FILE
from execbook.sources.pages import parse_page
from execbook.sources.pages.block_kinds import KINDS


class ExecbookExtension(BlocksExtension):
    """See the module's docstring."""

    def __init__(self, **options: Any):
        self.config = {
            "language": ["", "The language of the pages"],
            "root": ["", "The project's folder"],
        }
        self.current = Current()
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        # As SuperFences does: it is used only where the site does not configure highlighting itself.
        HighlightExtension().extendMarkdown(md)
        # MathML is inline. Around block elements Markdown would insert line breaks, that is, spaces.
        if "math" in md.block_level_elements:
            md.block_level_elements.remove("math")
        md.preprocessors.register(_CheckSource(md, self.current, self.getConfigs()), "execbook-begin", 200)
        inline_values.register(md, self.current)
        formulas.register(md, self.current)
        translation_notes.register(md, self.current)
        first_uses.register(md, self.current)
        tables.register(md)
        # After the inline patterns (20) and the blocks' own clean-up (19.99).
        md.treeprocessors.register(_CheckRendered(md, self.current), "execbook-end", 15)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        for kind in KINDS.values():
            if kind.renderer:
                block_mgr.register(resolve_name(kind.renderer), {"current": self.current})


class _CheckSource(Preprocessor):
    """Parses the page and stops, before anything is rendered, if it has problems."""

    def __init__(self, md: Markdown, current: Current, options: dict[str, str]):
        super().__init__(md)
        self.converter, self.current, self.options = md, current, options

    def run(self, lines: list[str]) -> list[str]:
        self.current.state = self._state(lines, **self.options)
        if problems := problems_of(self.current.state):
            raise ProblemError(problems)
        return lines

    def _state(self, lines: list[str], language: str, root: str) -> PageState:
        place = place_of(self.converter)
        project = (
            Project(Path(root).resolve()) if root else find_project(place.path.parent if place else None)
        )
        language = language or project.languages[0]
        if language not in project.languages:
            message = f"execbook.markdown is given the language {language!r}, which the book does not have"
            cure = f"use {' or '.join(project.languages)}, or add it to languages in {FILE}"
            raise ProblemError(Problem("mkdocs.yml", 0, message, cure, "configuration"))
        book = book_of(project)
        if place is None:
            return PageState(book, parse_page("\n".join(lines), Path(), "(text)", language, ""), language)
        # From the file: the lines lack the front matter, so their numbers would be wrong.
        page = book.read(place.path)
        return PageState(book, page, language, place.to_site_root, place.published_to_site_root)


class _CheckRendered(Treeprocessor):
    """Stops if an example, value or formula was rendered as plain text."""

    def __init__(self, md: Markdown, current: Current):
        super().__init__(md)
        self.current = current

    def run(self, root: Element) -> None:
        if problems := missing_from(self.current.state):
            raise ProblemError(problems)


def makeExtension(**options: Any) -> ExecbookExtension:
    return ExecbookExtension(**options)
