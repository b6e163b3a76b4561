"""Walk through all pages of the site, each loaded once, and ask each every question."""

from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests import LANGUAGES
from tests.site import questions
from tests.site.browser import QUIET
from tests.site.questions import Question
from tests.site.visit import Visit, Visitor

Problems = dict[str, list[str]]
"""By the name of a question, what was found: each line names the page."""


def addresses(site: Path, language: str) -> list[str]:
    """All pages of a language, from the site's root; its page for lost readers is one of them."""
    pages = (path.parent for path in sorted((site / language).rglob("index.html")))
    return [*(page.relative_to(site).as_posix() + "/" for page in pages), f"{language}/404.html"]


def walk(site: Path, host: str, browser: Path) -> dict[str, Problems]:
    """The problems of all pages, by language. Each language has its own browser, to use two cores.

    Raises `playwright.sync_api.Error` if a browser does not start.
    """

    def of(language: str) -> Problems:
        with sync_playwright() as playwright:
            started = playwright.chromium.launch(executable_path=browser, args=QUIET)
            context = started.new_context(reduced_motion="reduce")  # what moves is seen at rest
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            context.set_default_timeout(60_000)
            visitor = Visitor(context.new_page(), host, site)
            problems = ask_all(visitor, addresses(site, language))
            started.close()
            return problems

    with ThreadPoolExecutor(len(LANGUAGES)) as pool:
        return dict(zip(LANGUAGES, pool.map(of, LANGUAGES), strict=True))


def ask_all(visitor: Visitor, pages: Iterable[str]) -> Problems:
    problems: Problems = defaultdict(list)

    def ask(visit: Visit, asked: Iterable[Question], where: str = "") -> None:
        for question in asked:
            try:
                found = list(question(visit))
            except Error as error:
                found = [f"could not be asked: {error}"]
            problems[question.__name__] += [f"{visit.address}{where}: {problem}" for problem in found]

    for address in pages:
        visit = visitor.go(address)
        ask(visit, questions.AS_LOADED)
        visit.open_all_details()
        for palette, viewport, asked in questions.SHOWN:
            visit.look(palette, viewport)
            ask(visit, asked, f" ({palette}, {viewport['width']} px)")
        ask(visit, questions.AT_LAST)
    return problems
