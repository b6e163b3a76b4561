"""Redirects from former addresses of pages to the current ones."""

import html
import posixpath
from pathlib import Path
from string import Template

from execbook.book import Book
from execbook.languages.wording import WORDINGS
from execbook.sources.addresses import folder_of, published

DEFAULTS = Path(__file__).parent / "defaults"
"""Pages outside of the languages, for books whose theme has none of its own."""


def publish(book: Book, site: Path, site_url: str) -> None:
    """Write a redirect at each address that has moved. The list of addresses has been checked."""
    moved = [address for address in published(book.project) if address.target]
    if not moved:
        return
    own = book.project.theme / "moved.html"
    template = Template((own if own.is_file() else DEFAULTS / own.name).read_text("utf-8"))
    for address in moved:
        for language in book.project.languages:
            former, now = (f"{language}/{folder_of(key)}" for key in (address.key, address.target))
            target = book.pages[language].get(address.target)
            words = {
                "language": language,
                "up": "../" * former.count("/"),
                "address": posixpath.relpath(now, former) + "/",
                "url": site_url + now,
                "title": str(target.meta.get("title", address.target)) if target else address.target,
                "moved": WORDINGS[language].moved,
            }
            page = site / former / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(
                template.substitute({word: html.escape(text) for word, text in words.items()}), "utf-8"
            )
