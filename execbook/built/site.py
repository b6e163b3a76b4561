"""A built site: its files, the facts of its pages, and the targets of addresses."""

import functools
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from execbook.book import Book
from execbook.built import html
from execbook.built.html import BuiltPage


@dataclass(frozen=True)
class Target:
    """The target of an address. file: within the site; None for another host or a missing file."""

    file: str | None
    fragment: str = ""
    foreign: bool = False


@dataclass
class Site:
    """A whole built site.

    pages: facts by file, such as `ko/activations/relu/index.html`. base: the address of the root, with a
    slash.
    """

    book: Book
    root: Path
    files: set[str]
    pages: dict[str, BuiltPage]
    base: str
    _targets: dict[tuple[str, str], Target] = field(default_factory=dict, repr=False)

    def name(self, file: str) -> str:
        """A file as problems name it: from the project's root, or in full if the site is elsewhere."""
        path = self.root / file
        root = self.book.project.root
        return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()

    def address(self, file: str) -> str:
        """The address at which a page is published."""
        return self.base + file.removesuffix("index.html")

    def target(self, file: str, url: str) -> Target:
        """The target of an address on a page or in a style sheet."""
        key = (posixpath.dirname(file) if url and url[0] not in "#?" else file, url)
        if key not in self._targets:
            self._targets[key] = self._target(file, url)
        return self._targets[key]

    def _target(self, file: str, url: str) -> Target:
        url = url.strip()
        if self.base and url.startswith(self.base):
            url = urlsplit(self.base).path + url.removeprefix(self.base)
        try:
            parts = urlsplit(url)
        except ValueError:
            return Target(None)
        if parts.scheme or parts.netloc:
            return Target(None, foreign=True)
        fragment = unquote(parts.fragment)
        if not parts.path:
            return Target(file, fragment)
        path = unquote(parts.path)
        if path.startswith("/"):
            prefix = urlsplit(self.base).path or "/"
            if not path.startswith(prefix):
                return Target(None)
            found = path.removeprefix(prefix)
        else:
            found = posixpath.join(posixpath.dirname(file), path)
        is_folder = found.endswith("/") or not found
        found = posixpath.normpath(found) if found else "."
        if found not in self.files:
            index = posixpath.normpath(f"{found}/index.html")
            return Target(index if index in self.files else None, fragment)
        return Target(None if is_folder else found, fragment)


def read_site(book: Book, root: Path) -> Site:
    """Read a whole built site."""
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    files = {path.relative_to(root).as_posix() for path in paths}
    memo = book.memo("built-pages")
    pages = {}
    for name in sorted(name for name in files if name.endswith(".html")):
        text = (root / name).read_text("utf-8", errors="replace")
        pages[name] = memo.get(text, functools.partial(html.read, text))
    return Site(book, root, files, pages, _base(pages, book.project.languages[0]))


def _base(pages: Mapping[str, BuiltPage], leading: str) -> str:
    """The root's address, from the canonical address of the leading home page; empty if that is invalid."""
    home = f"{leading}/"
    address = pages.get(f"{home}index.html", BuiltPage()).canonical or ""
    is_valid = re.fullmatch(rf"https?://[\w.:-]+/(?:[\w.~%-]+/)*{home}", address)
    return address.removesuffix(home) if is_valid else ""


def built_file(language: str, key: str) -> str:
    """The file that the page with this key is built to: `ko/activations/relu/index.html`."""
    parts = [language, *key.split("/")]
    return "/".join(parts[:-1] if parts[-1] == "index" else parts) + "/index.html"
