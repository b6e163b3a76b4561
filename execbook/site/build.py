"""Build the whole site beside the former one, check it, and only then replace the former one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

from execbook.book import Book
from execbook.check import check_before_publishing, check_site, check_sources
from execbook.delivery import deliver
from execbook.generator.render import Job, render_all
from execbook.generator.rerender import Pages, Rerenderer
from execbook.problems import Problem, raise_if_any
from execbook.project import Project
from execbook.search.publish import publish_search
from execbook.site.publish import publish
from execbook.site.swap import locked, new_site, put_in_place
from execbook.takeaway import colab, download_sizes

DEFAULT_URL = "http://127.0.0.1:8000/"

Progress = Callable[[str], None]


def configured_url() -> str:
    """The address of the published site: the environment's SITE_URL, with a slash at its end."""
    return os.environ.get("SITE_URL", DEFAULT_URL).rstrip("/") + "/"


def build(
    project: Project,
    *,
    site_url: str | None = None,
    draft: bool = False,
    progress: Progress = lambda stage: None,
) -> list[Problem]:
    """Build `site/` from sources and records. Raises ProblemError; the former site is then unchanged.

    site_url: the address of the published site; by default the environment's SITE_URL.
    draft: build even if publishing is blocked, and draw no cards.
    Returns the problems that block publishing: none, unless it is a draft.
    """
    site_url = site_url or configured_url()
    with locked(project, lambda: progress("waiting for another build to end")):
        book = Book(project)
        progress("checking sources")
        raise_if_any(check_sources(book))
        pending = check_before_publishing(book)
        if not draft:
            raise_if_any(pending)
        with new_site(project) as new:
            progress("rendering pages")
            jobs = [
                Job(project, language, new / language, f"{site_url}{language}/", cards=not draft)
                for language in project.languages
            ]
            raise_if_any(render_all(jobs))
            for language in project.languages:
                publish_search(book, new / language, language)
            publish(book, new, site_url)
            colab.write_all(book, site_url)
            if not draft:
                from execbook.site.cards import publish_cards  # a preview does not need its libraries

                progress("drawing cards")
                publish_cards(book, new, site_url)
            deliver(project, new)
            progress("checking the built site")
            raise_if_any(check_site(book, new))
            put_in_place(project, new)
    return pending


def rebuild(project: Project, rerenderer: Rerenderer, pages: Pages) -> bool:
    """Render only these pages and replace them in the site.

    Returns False if they cannot be rendered alone. Raises ProblemError; the former site is then unchanged.
    """
    with locked(project):
        raise_if_any(check_sources(Book(project)))
        if not project.site.is_dir():
            return False
        with new_site(project) as new:
            shutil.copytree(project.site, new, dirs_exist_ok=True)
            problems = rerenderer.render(pages, new)
            if problems is None:
                return False
            raise_if_any(problems)
            download_sizes.fill_in(project, new)
            deliver(project, new)
            put_in_place(project, new)
    return True
