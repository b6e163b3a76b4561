"""Serve the site to its author: a saved file is run, rendered and shown at once; a broken one is explained.

The pages that a save concerns come first: they alone are rendered anew and put into the site. A build of all
the rest (navigation, search, downloads, rules over the built site) follows in the background and gives way
to the next save.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from execbook.book import Book
from execbook.generator.material import LISTING
from execbook.generator.rerender import Pages, Rerenderer
from execbook.problems import Problem, ProblemError
from execbook.project import LANGUAGES, Project
from execbook.serve.background import BackgroundBuild, Built
from execbook.serve.preview import Preview
from execbook.site.build import rebuild

QUIET = 0.1
"""Seconds without another change after which a save counts as complete."""

CONFIGURATIONS = "mkdocs*.yml"
"""What the site is made from beside the folders of sources, in the project's root."""

Events = queue.SimpleQueue[Path | Built]


def serve(
    project: Project,
    *,
    port: int = 8000,
    run: Callable[[], list[Problem]],
    say: Callable[[str], None] = print,
) -> None:
    """Serve `project` on 127.0.0.1:`port` until interrupted, and keep it up to date.

    run: runs the snippets that have no fresh record and returns what failed; called after every save.
    Raises ProblemError when the port is taken.
    """
    events: Events = queue.SimpleQueue()
    with Preview(project.site, port) as server, _reported_to(events, project):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        author = _Author(project, server, run, say, events)
        try:
            author.has_saved(set())
            while True:
                built, saved = _next(events)
                if built:
                    author.learns(built)
                if saved:
                    author.has_saved(saved)
        except KeyboardInterrupt:
            say("stopped")
        finally:
            author.leaves()
            server.shutdown()


class _Author:
    """One sitting: what has been saved, and what of it can be seen."""

    def __init__(
        self,
        project: Project,
        server: Preview,
        run: Callable[[], list[Problem]],
        say: Callable[[str], None],
        events: Events,
    ):
        self.project, self.server, self.run, self.say = project, server, run, say
        self.building = BackgroundBuild(project, server.url, events.put)
        self.rerenderer: Rerenderer | None = None
        self.unseen: set[Path] = set()  # saved since the rerenderer last knew everything
        self.shown = False  # whether all that was saved has been shown already
        self.pending: list[Problem] = []
        self.start = 0.0

    def has_saved(self, files: set[Path]) -> None:
        self.start = time.monotonic()
        self.building.cancel()
        self.unseen |= files
        try:
            if problems := self.run():
                raise ProblemError(problems)
            self.shown = self._show_at_once()
            if self.shown:
                self.server.show([], self.pending)
                self.say(f"{self.server.url} shows what was saved ({self._seconds}); building the rest")
        except ProblemError as error:
            self._complain(error.problems)
        else:
            if not self.shown:
                self.say(f"building all pages{self._because(files)}")
            self.building.start()

    def learns(self, built: Built) -> None:
        if built.number != self.building.number:
            return
        if built.problems:
            self._complain(built.problems, saved_is_shown=self.shown)
            return
        if not self.shown or built.pending != self.pending:  # else the author need not lose his place again
            self.server.show([], built.pending)
        self.pending = built.pending
        for problem in self.pending:
            self.say(str(problem))
        self.say(f"{self.server.url} is up to date ({self._seconds})")
        if not self.rerenderer:
            self.rerenderer, self.unseen = Rerenderer(self.project, self.server.url), set()

    def leaves(self) -> None:
        self.building.cancel()
        self._forget()

    def _because(self, files: set[Path]) -> str:
        """The file that is no page's alone, if one was saved."""
        shared = [file for file in sorted(files) if file.suffix not in (".md", ".py")]
        return f", as {self.project.relative(shared[0])} has changed" if shared else ""

    @property
    def _seconds(self) -> str:
        return f"{time.monotonic() - self.start:.1f} s"

    def _complain(self, problems: list[Problem], *, saved_is_shown: bool = False) -> None:
        self.server.show(problems, saved_is_shown=saved_is_shown)
        for problem in problems:
            self.say(str(problem))
        if not self.project.site.is_dir():
            self.say("there is no site to be shown yet; save the mended file to go on")
            return
        beside = " beside what was saved" if saved_is_shown else ""
        self.say(f"{self.server.url} still shows the last good site{beside}; save the mended file to go on")

    def _show_at_once(self) -> bool:
        """Whether all that was saved could be shown without building everything. Raises ProblemError."""
        if not self.rerenderer:
            return False
        pages = pages_of(self.project, self.unseen)
        if pages is None:
            self._forget()
            return False
        if not self.rerenderer.ready:
            return False
        if not rebuild(self.project, self.rerenderer, pages):
            self._forget()
            return False
        self.unseen = set()
        return True

    def _forget(self) -> None:
        if self.rerenderer:
            self.rerenderer.close()
        self.rerenderer = None


def pages_of(project: Project, files: Iterable[Path]) -> Pages | None:
    """The pages that show what is in these files. None if other pages may depend on them as well."""
    ids, asked = set(), set()
    for file in files:
        if file.suffix == ".md" and any(file.is_relative_to(project.docs / one) for one in LANGUAGES):
            asked.add(file)
        elif file.suffix == ".py" and file.is_relative_to(project.snippets):
            ids.add(file.relative_to(project.snippets).with_suffix("").as_posix())
        else:
            return None
    pages: Pages = {}
    for page in Book(project).all_pages():
        if page.path in asked or ids & page.shown_ids:
            if LISTING in page.source:
                return None
            pages.setdefault(page.language, []).append(f"{page.key}.md")
    return pages


@contextlib.contextmanager
def _reported_to(events: Events, project: Project) -> Iterator[None]:
    """While the block runs, each save of something that the site is made from is an event."""
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: _note(event, project, events)
    observer = Observer()
    for folder in _folders(project):
        if folder.is_dir():
            observer.schedule(handler, str(folder), recursive=True)
    observer.schedule(handler, str(project.root), recursive=False)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def _folders(project: Project) -> tuple[Path, ...]:
    return project.docs, project.snippets, project.labs, project.words, project.accepted, project.theme


def _next(events: Events) -> tuple[Built | None, set[Path]]:
    """Wait for a build to end or for a save to be complete."""
    built, saved = None, set()
    event = events.get()
    with contextlib.suppress(queue.Empty):
        while True:
            if isinstance(event, Built):
                built = event
            else:
                saved.add(event)
            event = events.get(timeout=QUIET)
    return built, saved


def _note(event: FileSystemEvent, project: Project, events: Events) -> None:
    if event.is_directory or event.event_type in ("opened", "closed_no_write"):
        return
    for name in filter(None, (event.src_path, event.dest_path)):
        path = Path(str(name))
        is_source = any(map(path.is_relative_to, _folders(project))) or path.match(CONFIGURATIONS)
        if is_source and not _is_passing(path.name):
            events.put(path)


def _is_passing(name: str) -> bool:
    """Whether it is what editors and tools write beside a file while they save it: `.x.md.swp`, `4913`."""
    return name.startswith((".", "#")) or name.endswith(("~", "___")) or "." not in name
