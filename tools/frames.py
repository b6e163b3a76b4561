"""How long a knob takes to show a loaded frame, and what its frames weigh: `python -m tools.frames`.

It opens the pages of `site/` that have a knob in a browser, and moves each through its values.
"""

import gzip
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from execbook.project import find_project
from tests.site.browser import QUIET, find_browser
from tests.site.conftest import served

LIMIT = 50
"""Milliseconds within which a frame should be shown."""

MOVE = """async (box) => {
  const settle = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const controls = [...box.querySelectorAll("input")];
  const range = controls.find((one) => one.type === "range");
  const steps = range ? Array.from({ length: +range.max + 1 }, (_, n) => () => (range.value = n))
    : controls.map((one) => () => (one.checked = true));
  const times = [];
  for (const step of [...steps, ...steps]) {
    step();
    const began = performance.now();
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    times.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return times.slice(steps.length);
}"""
"""The first round loads the frames; the second is measured, to the next frame of the screen."""


def measure(page: Page, site: Path, address: str) -> list[tuple[str, float, float, int]]:
    """For each knob of a page: its example, median and longest milliseconds, and the bytes of its frames."""
    found = []
    for box in page.locator(".xb-knob").all():
        times = box.evaluate(MOVE)
        name = box.evaluate("box => box.closest('[data-example]').dataset.example")
        frames = box.locator("template").get_attribute("data-frames") or ""
        file = (site / address / frames).resolve()
        found.append((name, statistics.median(times), max(times), len(gzip.compress(file.read_bytes(), 9))))
    return found


def main() -> int:
    """Print a line for each knob. Returns 1 if a median is above LIMIT."""
    site = find_project().site
    pages = [
        path.parent.relative_to(site).as_posix()
        for path in sorted(site.glob("*/**/index.html"))
        if 'class="xb-knob"' in path.read_text("utf-8")
    ]
    slow = 0
    with served(site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=QUIET)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for address in pages:
            page.goto(f"{host}{address}/")
            for name, median, longest, weight in measure(page, site, address):
                slow += median > LIMIT
                print(
                    f"{address:34} {name:34} {median:5.0f} ms, at most {longest:4.0f} ms, {weight:6,} bytes"
                )
        browser.close()
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
