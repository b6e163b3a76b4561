"""Hold the built site to what issue 5 asks for: `make audit`.

    make audit                          one page of each kind
    make audit ARGS=--all               every page
    make audit ARGS="ko/ en/about/"     these pages

Serves site/ on loopback, in gzip, and prints a line a page: what a first view costs (HTML, CSS, JS, fonts and
pictures as sent, in kB of 1,000 bytes), its requests, those to other hosts, Lighthouse's points as a phone
(performance, accessibility, best practices, SEO; the median of three runs), the layout shift (the largest of
Lighthouse's, of a phone's and of a desktop's), and the rules of axe-core that are broken in the light and the
dark palette. What misses its bar has an exclamation mark, and then the exit code is 1. Performance depends on
this machine, whose speed is told at the end: compare figures only where it is the same.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from execbook.project import find_project
from tests.site import axe, delivery
from tests.site.browser import QUIET, find_browser
from tests.site.visit import DESKTOP, PHONE, Visitor
from tests.site.walk import addresses
from tools.audit.host import served
from tools.audit.lighthouse import CATEGORIES, LighthouseError, Scores, scores

ROOT = Path(__file__).resolve().parents[2]

ONE_OF_EACH_KIND = (
    *("ko/", "en/", "ko/activations/relu/", "en/activations/relu/"),  # home, a page as most
    *("ko/activations/all/", "ko/regression/ames/", "ko/reduction/manifold/"),  # explorer, many points
    *("ko/training/tensorboard_curves/", "ko/training/lab/", "en/training/"),  # pictures, a lab, a part
    *("ko/textbook/", "ko/tags/", "ko/start/setup/"),  # tables, tags, tabs
)

FEWEST_POINTS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
COLUMNS = ("page", "kB", "requests", "other hosts", "P", "A", "BP", "SEO", "shift", "axe light", "axe dark")


@dataclass(frozen=True)
class Row:
    """A page's figures, and by column whether it misses its bar. notes: what lies behind a miss.

    speed: this machine's while the page was judged, see Scores.
    """

    cells: tuple[str, ...]
    missed: tuple[bool, ...]
    notes: tuple[str, ...]
    speed: float

    def __str__(self) -> str:
        cells = [f"{cell}{'!' if bad else ' '}" for cell, bad in zip(self.cells, self.missed, strict=True)]
        return line(cells)


def line(cells: Sequence[str]) -> str:
    page, *others = cells
    widths = map(len, COLUMNS[1:])
    return f"{page:<38}" + " ".join(
        f"{cell:>{max(width, 5) + 1}}" for cell, width in zip(others, widths, strict=True)
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", help="addresses, such as ko/activations/relu/")
    parser.add_argument("--all", action="store_true", help="every page")
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse a page (default: 3)")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (default: site/)")
    options = parser.parse_args(arguments)
    if not options.site.is_dir():
        return _fail(f"there is no site in {options.site}: run `make site`")
    browser = find_browser()
    if browser is None:
        return _fail("there is no browser: run `make browser`, or set BROWSER to the path of one")
    pages = [page for language in find_project().languages for page in addresses(options.site, language)]
    pages = [page for page in pages if not page.endswith("404.html")]
    chosen = pages if options.all else options.pages or ONE_OF_EACH_KIND
    if unknown := [page for page in chosen if page not in pages]:
        return _fail(f"the site has no page {unknown[0]!r}; an address is such as {pages[1]!r}")
    if os.getloadavg()[0] > 1.5 * (os.cpu_count() or 1):
        print("This machine is busy: Lighthouse gives fewer points for performance than the pages deserve.")
    print(line([f"{column} " for column in COLUMNS]))
    try:
        rows = _audit(options.site, chosen, browser, options.runs)
    except LighthouseError as error:
        return _fail(f"Lighthouse failed: {error}")
    missed = sum(any(row.missed) for row in rows)
    print(f"{len(rows)} pages, {missed or 'none'} of them below a bar")
    speeds = sorted(row.speed for row in rows)
    print(f"This machine's speed by Lighthouse's benchmark was {speeds[0]:.0f} to {speeds[-1]:.0f}.")
    return 1 if missed else 0


def _audit(site: Path, pages: Sequence[str], browser: Path, runs: int) -> list[Row]:
    rows = []
    with served(site) as host, sync_playwright() as playwright:
        for page in pages:
            points = scores(host + page, browser, runs)
            started = playwright.chromium.launch(executable_path=browser, args=QUIET)
            rows.append(_row(page, points, started, host, site))
            started.close()
            print(rows[-1], *(f"    {note}" for note in rows[-1].notes), sep="\n", flush=True)
    return rows


def _row(page: str, points: Scores, browser: Browser, host: str, site: Path) -> Row:
    visitor = Visitor(browser.new_context(reduced_motion="reduce").new_page(), host, site, viewport=DESKTOP)
    wide = visitor.go(page).page.evaluate(delivery.NOW)["shift"]
    visitor.viewport = PHONE
    visit = visitor.go(page)
    shift = max(points.shift, wide, visit.page.evaluate(delivery.NOW)["shift"])
    own = delivery.asked(visit)
    count = sum(delivery.weight(delivery.file_of(site, url.removeprefix(host))) for url in own)
    foreign = [request.url for request in visit.requests if not request.url.startswith((host, "data:"))]
    visit.open_all_details()
    broken = []
    for palette in ("light", "dark"):
        visit.look(palette, DESKTOP)
        broken.append(axe.violations(visit.page))
    below = [points.points[name] < FEWEST_POINTS[name] for name in CATEGORIES]
    return Row(
        (
            *(page, f"{count / 1000:.1f}", str(len(own) + len(foreign)), str(len(foreign))),
            *(str(points.points[name]) for name in CATEGORIES),
            *(f"{shift:.3f}", *(str(len(rules)) for rules in broken)),
        ),
        (
            *(False, count > delivery.MOST_BYTES, len(own) + len(foreign) > delivery.MOST_REQUESTS),
            *(bool(foreign), *below, shift >= delivery.LARGEST_SHIFT, *map(bool, broken)),
        ),
        (
            *(points.lost if any(below) else ()),
            *foreign,
            *(violation for rules in broken for violation in rules),
        ),
        points.speed,
    )


def _fail(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
