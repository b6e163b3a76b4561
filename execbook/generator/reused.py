"""Take pages that are as they were at a former build, instead of converting and laying them out again.

MkDocs stays in charge of a build: it reads every page, and knows the navigation and all titles. Of each page
two results are kept: the HTML of its Markdown, and the whole page as its template makes it.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from execbook.book import Book
from execbook.book.states import state_of
from execbook.generator.material import LISTING
from execbook.reuse.memo import Memo, digest, hashed
from execbook.reuse.state import Hashes, environment_state

if TYPE_CHECKING:  # MkDocs is slow to import, and only the processes that render need it
    from jinja2 import Environment, Template
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import AnchorLink


class Reused:
    """A plugin for one build of one language. memo: finished pages of former builds.

    parameters: what else the pages depend on, such as the address of the site.
    """

    def __init__(self, book: Book, memo: Memo, parameters: tuple[object, ...]):
        self._book, self._memo, self._parameters = book, memo, parameters
        self._warnings = 0
        self._listings: list[str] = []
        self._settings = ""
        self._files = ""
        self._navigation = ""

    @contextlib.contextmanager
    def converting(self) -> Generator[None]:
        """Inside the block, MkDocs converts only pages of which no HTML is known."""
        from mkdocs.structure.pages import Page

        reused, convert, logger = self, Page.render, logging.getLogger("mkdocs")
        handler = logging.Handler(logging.WARNING)
        handler.emit = self._count
        logger.addHandler(handler)

        def render(self: Page, config: MkDocsConfig, files: Files) -> None:
            reused._render(self, config, files, convert)

        Page.render = render
        try:
            yield
        finally:
            Page.render = convert
            logger.removeHandler(handler)

    def _count(self, record: logging.LogRecord) -> None:
        self._warnings += 1

    # Events of MkDocs

    def on_files(self, files: Files, *, config: MkDocsConfig, **_: object) -> None:
        self._settings = self._settings_of(config)

    def on_nav(self, nav: Navigation, *, files: Files, **_: object) -> None:
        self._navigation = str(nav)
        self._files = hashed(sorted((file.src_uri, file.url, file.inclusion.name) for file in files))

    def on_page_markdown(self, markdown: str, **_: object) -> None:
        self._listings += [line for line in markdown.split("\n") if LISTING in line]

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files, **_: object) -> None:
        """What every page shows of the others is known now: titles, navigation, tags."""
        pages = [
            (file.src_uri, file.page.title, _sorted(file.page.meta))
            for file in files.documentation_pages()
            if file.page
        ]
        frame = hashed((self._settings, self._navigation, self._files, pages, self._listings))
        find = env.get_template

        def get_template(name: Any, parent: str | None = None, *more: Any, **named: Any) -> Any:
            template = find(name, parent, *more, **named)
            return template if parent else _Known(template, self._memo, frame)

        env.get_template = get_template
        if index := getattr(config.plugins.get("search"), "search_index", None):
            index.add_entry_from_context = self._indexing(index, index.add_entry_from_context)

    def _indexing(self, index: Any, add: Callable[[Page], None]) -> Callable[[Page], None]:
        """Add the entries that a page had in the search index when it was the same."""

        def add_entries(page: Page) -> None:
            own = (page.url, page.title, page.content, _sorted(page.meta), _outline(page.toc))
            key = ("search", self._settings, own)
            if (known := self._memo.find(key)) is not None:
                index.entries += known
                return
            before = len(index.entries)
            add(page)
            self._memo.put(key, index.entries[before:])

        return add_entries

    def _settings_of(self, config: MkDocsConfig) -> str:
        """What all pages depend on, beside each other. Packages, such as the theme, are in the memo's key."""
        project = self._book.project
        hashes = Hashes(project)
        folders = [project.theme, *map(Path, filter(None, [config.theme.custom_dir]))]
        files = [*sorted(project.root.glob("mkdocs*.yml")), project.root / "pyproject.toml"]
        files += [project.root / str(hook) for hook in config.hooks]
        return hashed(
            (
                self._parameters,
                environment_state(project),
                [(str(folder), hashes.of(folder)) for folder in folders],
                [(str(file), digest(file)) for file in files],
            )
        )

    def _render(self, page: Page, config: MkDocsConfig, files: Files, convert: Callable[..., None]) -> None:
        source = self._book.pages.get(str(config.theme["language"]), {}).get(
            page.file.src_uri.removesuffix(".md")
        )
        if source is None or str(source.path) != page.file.abs_src_path:
            convert(page, config, files)
            return
        key = (self._settings, self._files, page.file.url, page.markdown, state_of(self._book, source))
        if (known := self._memo.find(key)) is not None:
            page.content, page.toc, page._title_from_render, page.present_anchor_ids, links = known
            page.links_to_anchors = {
                file: anchors for uri, anchors in links.items() if (file := files.get_file_from_path(uri))
            }
            return
        before = self._warnings
        convert(page, config, files)
        if self._warnings == before:  # else MkDocs has to say it again
            links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
            title = page._title_from_render
            self._memo.put(key, (page.content, page.toc, title, page.present_anchor_ids, links))


class _Known:
    """A template that lays out only pages of which no layout is known."""

    def __init__(self, template: Template, memo: Memo, frame: str):
        self._template, self._memo, self._frame = template, memo, frame

    def render(self, context: dict[str, Any]) -> str:
        page: Page | None = context.get("page")
        if page is None:
            return self._template.render(context)
        key = (
            self._frame,
            self._template.name,
            (page.file.src_uri, page.title, page.content, page.edit_url, _sorted(page.meta)),
            _outline(page.toc),
        )
        return self._memo.get(key, lambda: self._template.render(context))


def _sorted(meta: Any) -> list[tuple[str, str]]:
    return sorted((str(name), repr(value)) for name, value in meta.items())


def _outline(links: Iterable[AnchorLink]) -> list[object]:
    return [(link.title, link.id, link.level, _outline(link.children)) for link in links]
