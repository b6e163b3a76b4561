"""Build the whole site beside the former one, check it, and only then replace the former one."""

import os
from collections.abc import Callable
from pathlib import Path

from execbook.book import Book
from execbook.browser.publish import FEW, prepare
from execbook.check import check_before_publishing, check_site, check_sources
from execbook.delivery import deliver
from execbook.generator.render import Job, render_all
from execbook.generator.rerender import Pages, Rerenderer
from execbook.problems import Problem, raise_if_any
from execbook.project import Project
from execbook.reuse.files import link_tree
from execbook.reuse.memo import Memo
from execbook.reuse.state import Hashes, note_built, site_state, sources_state
from execbook.runs.runner import available_cores
from execbook.search.publish import publish_search
from execbook.site import offline
from execbook.site.publish import publish
from execbook.site.swap import locked, new_site, put_in_place
from execbook.takeaway import colab, download_sizes
from execbook.takeaway.build_facts import commit_of

DEFAULT_URL = "http://127.0.0.1:8000/"

Progress = Callable[[str], None]


def configured_url() -> str:
    """The address of the published site: the environment's SITE_URL, with a slash at its end."""
    return os.environ.get("SITE_URL", DEFAULT_URL).rstrip("/") + "/"


def pending_if_current(
    project: Project, *, site_url: str | None = None, draft: bool = False
) -> list[Problem] | None:
    """What `build` would return if `site/` is already what it would make; None if something has changed."""
    return _Stamp(project, site_url or configured_url()).pending(draft=draft)


class _Stamp:
    """What the present site was built from. The same sources, records and settings give the same site."""

    def __init__(self, project: Project, site_url: str):
        self._project, self._site_url = project, site_url
        self._hashes, self._memo = Hashes(project), Memo(project, "sites")
        self.sources = self._sources()

    def _sources(self) -> tuple[str, tuple[str, bool | None], str]:
        return sources_state(self._project, self._hashes), commit_of(self._project), self._site_url

    def pending(self, *, draft: bool) -> list[Problem] | None:
        """What blocks publishing the present site; None if it has to be built.

        A site for publishing is also good as a draft.
        """
        site = site_state(self._project, self._hashes)
        for kind in (False, True) if draft else (False,):
            if (pending := self._memo.find((self.sources, kind, site))) is not None:
                return pending
        return None

    def keep(self, pending: list[Problem], *, draft: bool) -> None:
        """Note what the site has been built from, unless something was saved meanwhile."""
        note_built(self._project, self.sources[0])
        if self.sources == self._sources():
            self._memo.put((self.sources, draft, site_state(self._project, self._hashes)), pending)
            self._memo.save()


def build(
    project: Project,
    *,
    site_url: str | None = None,
    draft: bool = False,
    progress: Progress = lambda stage: None,
) -> list[Problem]:
    """Build `site/` from sources and records. Raises ProblemError; the former site is then unchanged.

    site_url: the address of the published site; by default the environment's SITE_URL.
    draft: build even if publishing is blocked, draw no cards, and pack no copy for reading offline.
    Returns the problems that block publishing: none, unless it is a draft.
    """
    site_url = site_url or configured_url()
    with locked(project, lambda: progress("waiting for another build to end")):
        stamp = _Stamp(project, site_url)
        book = Book(project)
        progress("checking sources")
        raise_if_any(check_sources(book))
        pending = check_before_publishing(book)
        if not draft:
            raise_if_any(pending)
        prepare(book, available_cores(), progress, 0 if draft else FEW)
        with new_site(project) as new:
            progress("rendering pages")
            jobs = [
                Job(project, language, new / language, f"{site_url}{language}/", cards=not draft)
                for language in project.languages
            ]
            raise_if_any(render_all(jobs))
            colab.write_all(book, site_url)
            raise_if_any(complete(book, new, site_url, draft=draft, progress=progress))
            put_in_place(project, new)
        book.remember()
        stamp.keep(pending, draft=draft)
    return pending


def complete(
    book: Book,
    site: Path,
    site_url: str,
    *,
    draft: bool = False,
    progress: Progress = lambda stage: None,
) -> list[Problem]:
    """Make the whole site of its rendered pages, whichever generator they are from.

    Returns the problems of the finished site. Raises ProblemError if it cannot be finished.
    """
    project = book.project
    progress("indexing for search")
    for language in project.languages:
        publish_search(book, site / language, language)
    progress("adding downloads")
    publish(book, site, site_url)
    if not draft:
        from execbook.site.cards import publish_cards  # a preview does not need its libraries

        progress("drawing cards")
        publish_cards(book, site, site_url)
    deliver(project, site)
    if not draft:
        progress("packing the copy for reading offline")
        offline.publish(project, site)
        download_sizes.fill_in(project, site)
    download_sizes.leave_out_missing(project, site)
    progress("checking the built site")
    return check_site(book, site)


def rebuild(project: Project, rerenderer: Rerenderer, pages: Pages) -> bool:
    """Render only these pages and replace them in the site.

    Returns False if they cannot be rendered alone. Raises ProblemError; the former site is then unchanged.
    """
    with locked(project):
        book = Book(project)
        problems = check_sources(book)
        book.remember()
        raise_if_any(problems)
        if not project.site.is_dir():
            return False
        with new_site(project) as new:
            link_tree(project.site, new)
            problems = rerenderer.render(pages, new)
            if problems is None:
                return False
            raise_if_any(problems)
            download_sizes.fill_in(project, new)
            download_sizes.leave_out_missing(project, new)
            deliver(project, new)
            put_in_place(project, new)
    return True
