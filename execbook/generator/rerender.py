"""Keep MkDocs loaded with all pages, so that a page that is being edited is rendered alone, immediately.

One process for each language builds the site once and keeps the state of that build: navigation, titles,
templates. It renders single pages again with this state, which is out of date as soon as anything but the
text of known pages has changed; then a new one has to be created.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import tempfile
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from execbook.book import Book, opened
from execbook.generator.render import Job, collecting, environment, load, memo_of, parameters_of
from execbook.generator.reused import Reused
from execbook.problems import Problem
from execbook.project import Project

if TYPE_CHECKING:  # MkDocs is slow to import, and only the processes that render need it
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

Pages = dict[str, list[str]]
"""Pages to render by language, as paths below the language's folder: `{"ko": ["activations/relu.md"]}`."""


class Rerenderer:
    """MkDocs for every language of `project`, for a site at `site_url`. It loads in the background."""

    def __init__(self, project: Project, site_url: str):
        context = multiprocessing.get_context("spawn")
        self._pipes: dict[str, Connection] = {}
        self._processes = []
        for language in project.languages:
            self._pipes[language], theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, project, language, site_url), daemon=True)
            process.start()
            theirs.close()
            self._processes.append(process)
        self._loading = set(self._pipes)

    @property
    def ready(self) -> bool:
        """Whether every language is loaded. It stays False if one fails to load."""
        with contextlib.suppress(EOFError, OSError):
            for language in sorted(self._loading):
                if self._pipes[language].poll() and self._pipes[language].recv():
                    self._loading.remove(language)
        return not self._loading

    def render(self, pages: Pages, site: Path) -> list[Problem] | None:
        """Write these pages into their languages' folders in `site`. Returns their problems.

        Returns None if they cannot be rendered: MkDocs is not `ready`, or does not know such a page.
        """
        if not self.ready:
            return None
        try:
            for language, paths in pages.items():
                self._pipes[language].send((paths, site / language))
            answers = [self._pipes[language].recv() for language in pages]
        except (EOFError, OSError):
            self._loading = set(self._pipes)  # a process has ended, and will not be ready again
            return None
        return None if None in answers else [problem for answer in answers for problem in answer]

    def close(self) -> None:
        for process in self._processes:
            process.kill()
            process.join()
        for pipe in self._pipes.values():
            pipe.close()


class _BuildState:
    """Plugin that keeps the state of MkDocs at the time when it begins to write pages."""

    files: Files
    navigation: Navigation
    templates: Environment

    def on_nav(self, nav: Navigation, **_: object) -> None:
        self.navigation = nav

    def on_env(self, env: Environment, *, files: Files, **_: object) -> None:
        self.templates, self.files = env, files


def _work(pipe: Connection, project: Project, language: str, site_url: str) -> None:
    state = _BuildState()
    with (
        contextlib.suppress(KeyboardInterrupt, BrokenPipeError, EOFError),
        tempfile.TemporaryDirectory() as to,
    ):
        job = Job(project, language, Path(to), f"{site_url}{language}/")
        with environment(job):
            with collecting(job) as problems:
                config = _load_all(job, state)
            pipe.send(not problems)
            while not problems:
                paths, target = pipe.recv()
                pipe.send(_render(job, config, state, paths, target))


def _load_all(job: Job, state: _BuildState) -> MkDocsConfig:
    from mkdocs.commands.build import build

    book = Book(job.project)
    reused = Reused(book, memo_of(job), parameters_of(job))
    with opened(book), reused.converting():
        config = load(job)
        if "mkdocs-jupyter" in config.plugins:
            config.plugins["mkdocs-jupyter"].config["execute"] = False  # labs are not what is rendered here
        plugins: Any = config.plugins  # takes every object with methods named after events
        plugins["execbook/reused"] = reused
        plugins["execbook/build-state"] = state
        build(config)
    return config


def _render(
    job: Job, config: MkDocsConfig, state: _BuildState, paths: list[str], target: Path
) -> list[Problem] | None:
    # There is no public way to render one page; these two are what a build calls for each.
    from mkdocs.commands.build import _build_page, _populate_page

    files = [state.files.get_file_from_path(path) for path in paths]
    pages = [file.page for file in files if file and file.page]
    if len(pages) < len(paths):
        return None
    with collecting(job) as problems, opened(Book(job.project)):
        for page in pages:
            _populate_page(page, config, state.files)
        for page in pages:
            page.file.abs_dest_path = str(target / page.file.dest_uri)
            Path(page.file.abs_dest_path).unlink(missing_ok=True)  # it may share its bytes with the former
            known = state.files.documentation_pages()
            _build_page(page, config, known, state.navigation, state.templates)
    return problems
