"""The rules over the book's sources and over the built site: see `execbook.check.rules`."""

from pathlib import Path

from execbook.book import Book
from execbook.built.site import read_site
from execbook.check.rules import Stage, violations
from execbook.problems import Problem
from execbook.project import Project
from execbook.reuse.memo import Memo
from execbook.reuse.state import Hashes, is_built_from, site_state, sources_state

__all__ = ["check", "check_before_publishing", "check_site", "check_sources", "site_is_stale"]


def check(project: Project) -> list[Problem]:
    """All problems of the sources, and of the built site if it is what they make.

    A site of other sources would be said to lack what was written since. Of sources, records and a site that
    are all as they were at a former check, the problems are the same.
    """
    hashes, memo = Hashes(project), Memo(project, "check")
    sources = sources_state(project, hashes)
    key = sources, site_state(project, hashes), is_built_from(project, sources)
    if (known := memo.find(key)) is not None:
        return known
    book = Book(project)
    problems = check_sources(book) or check_before_publishing(book)
    if project.site.is_dir() and key[2]:
        problems += check_site(book, project.site)
    book.remember()
    if key[:2] == (
        sources_state(project, hashes),
        site_state(project, hashes),
    ):  # nothing was saved meanwhile
        memo.put(key, problems)
        memo.save()
    return problems


def site_is_stale(project: Project) -> bool:
    """Whether there is a site, but of other sources than there are now: `check` leaves it out."""
    return project.site.is_dir() and not is_built_from(project, sources_state(project, Hashes(project)))


def check_sources(book: Book) -> list[Problem]:
    """All problems of pages, snippets, labels and configurations, sorted by place.

    Of a page with an unclosed fence only that is reported: its other problems would follow from it.
    """
    problems = violations(Stage.SOURCES, book)
    unclosed = {one.path for one in problems if one.rule == "unclosed-fence"}  # their code looks like text
    return [one for one in problems if one.path not in unclosed or one.rule == "unclosed-fence"]


def check_before_publishing(book: Book) -> list[Problem]:
    """Problems that an author may postpone, but that block publishing, sorted by place.

    Meaningful only where `check_sources` finds nothing.
    """
    return violations(Stage.PUBLISHING, book)


def check_site(book: Book, folder: Path) -> list[Problem]:
    """All problems of the site built in `folder`, sorted by place; lines are those of the built files.

    Problems of the sources themselves are reported by `check_sources` alone.
    """
    return violations(Stage.SITE, read_site(book, folder))
