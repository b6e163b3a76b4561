"""Optimise and secure rendered pages: one style sheet, one script, a small math font, a strict policy."""

import functools
from pathlib import Path

from execbook.delivery.frames import set_apart
from execbook.delivery.joined import SHEET, join
from execbook.delivery.page import Page
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.reuse.files import write
from execbook.reuse.memo import Memo

__all__ = ["deliver"]


def deliver(project: Project, site: Path) -> None:
    """Post-process the pages of `site` and the files that they load. Raises ProblemError.

    It can be called again after some pages have been rendered again: the other pages change only if the
    joined files do.
    """
    memo = Memo(project, "delivery")
    pages = {
        path: Page(set_apart(path.read_text("utf-8"), path, site), memo)
        for path in sorted(site.rglob("*.html"))
    }
    loading = {path: page for path, page in pages.items() if page.sheets}
    rendered = {path: page for path, page in loading.items() if not page.sheets[0].startswith(SHEET)}
    joined = None
    if rendered:
        joined = join(project, site, *_common_assets(project, rendered), loading.values())
        for language in project.languages:
            joined.write_to(site / language / "assets")
    for path, page in pages.items():
        page = page.with_alternates(path.relative_to(site), project.languages)
        if path not in loading:
            write(path, page.completed().html)
        elif joined and (page.sheets, page.scripts) != ((joined.sheet,), (joined.script,)):
            names = (joined.sheet, joined.script, joined.font)
            linked = functools.partial(_linked, page, *names)
            write(path, memo.get((page.html, names), linked))
    memo.save()


def _linked(page: Page, sheet: str, script: str, font: str) -> str:
    return page.loading(sheet, script, font).completed().html


def _common_assets(project: Project, pages: dict[Path, Page]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The style sheets and scripts, which have to be the same on all pages. Raises ProblemError."""
    first, *others = pages.items()
    for path, page in others:
        if (page.sheets, page.scripts) != (first[1].sheets, first[1].scripts):
            message = f"loads other style sheets or scripts than {project.relative(first[0])}"
            cure = "mark those of some pages alone: `<script data-alone src=…>`, `<link data-alone rel=…>`"
            raise ProblemError(Problem(project.relative(path), 0, message, cure, "joined"))
    return first[1].sheets, first[1].scripts
