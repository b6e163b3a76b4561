"""What a page costs its reader on first view, as a browser sees it: bytes, requests, shifts, policy."""

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.site.visit import SETTLED, Visit

MOST_BYTES = 90_000
MOST_REQUESTS = 8
WHAT_A_FONT_SHIFTS = 0.1
LARGEST_SHIFT = 0.01
PACKED = (".woff2", ".webp", ".png")

NOW = """async () => {
  for (let n = 0; n < 3; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
  return window.firstView;
}"""


def is_light(visit: Visit) -> Iterator[str]:
    files = [file_of(visit.site, url.removeprefix(visit.host)) for url in asked(visit)]
    count = sum(map(weight, files))
    if count > MOST_BYTES:
        parts = ", ".join(f"{file.name} {weight(file)}" for file in files)
        yield f"weighs {count} bytes, {count - MOST_BYTES} too many: {parts}"


def makes_few_requests(visit: Visit) -> Iterator[str]:
    if len(found := asked(visit)) > MOST_REQUESTS:
        yield f"makes {len(found)} requests: {found}"


def stays_in_place(visit: Visit) -> Iterator[str]:
    shift = visit.page.evaluate(NOW)["shift"]
    for _ in range(2):
        if LARGEST_SHIFT <= shift < WHAT_A_FONT_SHIFTS:  # a busy machine may paint before the font is read
            visit.page.reload()
            visit.page.evaluate(SETTLED, None)
            shift = min(shift, visit.page.evaluate(NOW)["shift"])
    if shift >= LARGEST_SHIFT:
        yield f"shifts by {shift:.3f} while it loads"


def keeps_to_its_policy(visit: Visit) -> Iterator[str]:
    for violation in visit.page.evaluate(NOW)["violations"]:
        yield f"violates its Content-Security-Policy: {violation}"


def asked(visit: Visit) -> list[str]:
    """The addresses on the site that it has asked for, in order."""
    return [request.url for request in visit.requests if request.url.startswith(visit.host)]


def file_of(site: Path, url: str) -> Path:
    """The file that answers a request; for what is not there the page for lost readers."""
    path = site / unquote(urlsplit(url).path)
    path = path / "index.html" if path.is_dir() else path
    return path if path.is_file() else site / "404.html"


@cache
def weight(path: Path) -> int:
    """The bytes that a host sends: text in gzip, here at level 9; what is packed already as it is."""
    content = path.read_bytes()
    return len(content) if path.suffix in PACKED else len(gzip.compress(content, 9, mtime=0))
