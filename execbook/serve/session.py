"""Serve the site to its author: a saved file is run, rendered and shown immediately.

The pages affected by a save come first: only they are rendered again and replaced in the site. A build of
everything else (navigation, search, downloads, rules over the built site) follows in the background and is
cancelled by the next save.
"""

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from execbook.book import Book
from execbook.generator.material import LISTING
from execbook.generator.rerender import Pages, Rerenderer
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.serve.background import BackgroundBuild, Built
from execbook.serve.preview import Preview
from execbook.site.build import rebuild

DEBOUNCE = 0.1
"""Seconds without another change after which a save counts as complete."""

CONFIGURATIONS = "mkdocs*.yml"
"""Files in the project's root that the site is built from."""

Events = queue.SimpleQueue[Path | Built]


def serve(
    project: Project,
    *,
    port: int = 8000,
    run: Callable[[], list[Problem]],
    log: Callable[[str], None] = print,
) -> None:
    """Serve `project` on 127.0.0.1:`port` until interrupted, and keep it up to date.

    run: runs the snippets that have no fresh record and returns what failed; called after every save.
    Raises ProblemError when the port is taken.
    """
    events: Events = queue.SimpleQueue()
    with Preview(project.site, port) as server, _watching(events, project):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        session = _Session(project, server, run, log, events)
        try:
            session.handle_save(set())
            while True:
                built, saved = _next(events)
                if built:
                    session.handle_build(built)
                if saved:
                    session.handle_save(saved)
        except KeyboardInterrupt:
            log("stopped")
        finally:
            session.close()
            server.shutdown()


class _Session:
    """The state of `serve`: what has been saved, and what of it is shown."""

    def __init__(
        self,
        project: Project,
        server: Preview,
        run: Callable[[], list[Problem]],
        log: Callable[[str], None],
        events: Events,
    ):
        self.project, self.server, self.run, self.log = project, server, run, log
        self.building = BackgroundBuild(project, server.url, events.put)
        self.rerenderer: Rerenderer | None = None
        self.unrendered: set[Path] = set()  # saved since the rerenderer was last up to date
        self.must_run = True  # whether something other than a page was saved since the last complete run
        self.shown = False  # whether everything that was saved is shown already
        self.pending: list[Problem] = []
        self.start = 0.0

    def handle_save(self, files: set[Path]) -> None:
        self.start = time.monotonic()
        self.building.cancel()
        self.unrendered |= files
        try:
            if self.must_run or not files or any(file.suffix != ".md" for file in files):
                self.must_run = True
                if problems := self.run():
                    raise ProblemError(problems)
                self.must_run = False
            self.shown = self._show_immediately()
            if self.shown:
                self.server.show([], self.pending)
                self.log(f"{self.server.url} shows what was saved ({self._seconds}); building the rest")
        except ProblemError as error:
            self._report(error.problems)
        else:
            if not self.shown:
                self.log(f"building all pages{self._reason(files)}")
            self.building.start()

    def handle_build(self, built: Built) -> None:
        if built.number != self.building.number:
            return
        if built.problems:
            self._report(built.problems, saved_is_shown=self.shown)
            return
        if not self.shown or built.pending != self.pending:  # otherwise the page need not reload again
            self.server.show([], built.pending)
        self.pending = built.pending
        for problem in self.pending:
            self.log(str(problem))
        self.log(f"{self.server.url} is up to date ({self._seconds})")
        if not self.rerenderer:
            self.rerenderer, self.unrendered = Rerenderer(self.project, self.server.url), set()

    def close(self) -> None:
        self.building.cancel()
        self._drop_rerenderer()

    def _reason(self, files: set[Path]) -> str:
        """Why all pages are built: the first saved file that is not a page or an example, if any."""
        shared = [file for file in sorted(files) if file.suffix not in (".md", ".py")]
        return f", as {self.project.relative(shared[0])} has changed" if shared else ""

    @property
    def _seconds(self) -> str:
        return f"{time.monotonic() - self.start:.1f} s"

    def _report(self, problems: list[Problem], *, saved_is_shown: bool = False) -> None:
        self.server.show(problems, saved_is_shown=saved_is_shown)
        for problem in problems:
            self.log(str(problem))
        if not self.project.site.is_dir():
            self.log("there is no site to show yet; correct and save the file to continue")
            return
        beside = " and what was saved" if saved_is_shown else ""
        self.log(
            f"{self.server.url} still shows the last good site{beside}; correct and save the file to continue"
        )

    def _show_immediately(self) -> bool:
        """Render only the affected pages. Returns False if a full build is needed. Raises ProblemError."""
        if not self.rerenderer:
            return False
        pages = pages_of(self.project, self.unrendered)
        if pages is None:
            self._drop_rerenderer()
            return False
        if not self.rerenderer.ready:
            return False
        if not rebuild(self.project, self.rerenderer, pages):
            self._drop_rerenderer()
            return False
        self.unrendered = set()
        return True

    def _drop_rerenderer(self) -> None:
        if self.rerenderer:
            self.rerenderer.close()
        self.rerenderer = None


def pages_of(project: Project, files: Iterable[Path]) -> Pages | None:
    """The pages that show the contents of these files. None if other pages may depend on them as well."""
    ids, parts, saved_pages = set(), set(), set()
    for file in files:
        if file.suffix == ".md" and any(file.is_relative_to(project.docs / one) for one in project.languages):
            saved_pages.add(file)
        elif file.suffix == ".py" and file.is_relative_to(project.snippets):
            ids.add(file.relative_to(project.snippets).with_suffix("").as_posix())
        elif file.suffix == ".toml" and file.parent == project.comments:
            parts.add(file.name.split(".")[0])
        else:
            return None
    pages: Pages = {}
    for page in Book(project).all_pages():
        of_parts = {one for one in page.shown_ids if one.split("/")[0] in parts}
        if page.path in saved_pages or ids & page.used_ids or of_parts:
            if LISTING in page.source:
                return None
            pages.setdefault(page.language, []).append(f"{page.key}.md")
    return pages


@contextlib.contextmanager
def _watching(events: Events, project: Project) -> Generator[None]:
    """While the block runs, put each saved file that the site is built from into `events`."""
    handler = FileSystemEventHandler()
    handler.on_any_event = lambda event: _enqueue(event, project, events)
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
    """Wait until a build has ended or a save is complete."""
    built, saved = None, set()
    event = events.get()
    with contextlib.suppress(queue.Empty):
        while True:
            if isinstance(event, Built):
                built = event
            else:
                saved.add(event)
            event = events.get(timeout=DEBOUNCE)
    return built, saved


def _enqueue(event: FileSystemEvent, project: Project, events: Events) -> None:
    if event.is_directory or event.event_type in ("opened", "closed_no_write"):
        return
    for name in filter(None, (event.src_path, event.dest_path)):
        path = Path(str(name))
        is_source = any(map(path.is_relative_to, _folders(project))) or path.match(CONFIGURATIONS)
        if is_source and not _is_temporary(path.name):
            events.put(path)


def _is_temporary(name: str) -> bool:
    """Whether it is a temporary file that editors write while saving, such as `.x.md.swp` or `4913`."""
    return name.startswith((".", "#")) or name.endswith(("~", "___")) or "." not in name
