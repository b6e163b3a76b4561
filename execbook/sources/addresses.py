"""The addresses that the site has published: none of them may come to lead nowhere.

`accepted/addresses.txt` lists every page that a reader may have linked to, by its place below a language. One
that has moved says where to, and its former address then leads there.
"""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

from execbook.languages.wording import WORDINGS
from execbook.problems import Problem
from execbook.project import LANGUAGES, Project
from execbook.sources.pages import read_page
from execbook.sources.places import lab_sources

ARROW = " -> "


@dataclass(frozen=True)
class Address:
    """One line of the list. key: `activations/relu`; target: the key of the page it has become, or empty."""

    line: int
    key: str
    target: str


def check(project: Project) -> list[Problem]:
    """Addresses that would lead nowhere, and pages that the list lacks. Without a list none is promised."""
    if not _list(project).is_file():
        return []
    addresses = list(_read(project))
    pages = page_keys(project)
    taken = {_folder(key) for key in pages}  # by `training/index` as by `training`
    name = project.relative(_list(project))
    problems = []
    for address in addresses:
        if address.target and address.target not in pages:
            message, cure = f"leads to {address.target!r}, which is no page", "name the page that it is now"
        elif address.target and _folder(address.key) in taken:
            message, cure = f"{address.key!r} has moved, but there is such a page", "take out the arrow"
        elif not address.target and _folder(address.key) not in taken:
            message = f"{address.key!r} was published, and is no page any more"
            cure = f"bring it back, or say where its readers should go: {address.key}{ARROW}page"
        else:
            continue
        problems.append(Problem(name, address.line, message, cure, "lost-address"))
    listed = {_folder(address.key) for address in addresses}
    for key in sorted(key for key in pages if _folder(key) not in listed):
        problems.append(
            Problem(name, 0, f"lacks the page {key!r}", "add a line that holds just that", "new-address")
        )
    return problems


def publish(project: Project, site: Path, site_url: str) -> None:
    """Put a page that leads on at each address that has moved. The list has been checked."""
    template = Template((project.theme / "moved.html").read_text("utf-8"))
    for address in _read(project) if _list(project).is_file() else ():
        if not address.target:
            continue
        for language in LANGUAGES:
            former, now = (f"{language}/{_folder(key)}" for key in (address.key, address.target))
            words = {
                "language": language,
                "up": "../" * former.count("/"),
                "address": posixpath.relpath(now, former) + "/",
                "url": site_url + now,
                "title": _title(project, language, address.target),
                "moved": WORDINGS[language].moved,
            }
            page = site / former / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(
                template.substitute({word: html.escape(text) for word, text in words.items()}), "utf-8"
            )


def _list(project: Project) -> Path:
    return project.accepted / "addresses.txt"


def _read(project: Project) -> Iterator[Address]:
    for number, line in enumerate(_list(project).read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            key, _, target = line.partition(ARROW)
            yield Address(number, key.strip(), target.strip())


def page_keys(project: Project, language: str = LANGUAGES[0]) -> set[str]:
    """The keys of all pages of a language, labs among them."""
    folder = project.docs / language
    pages = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("[!.]*.md")}
    return pages | lab_sources(project).keys()


def _folder(key: str) -> str:
    """Where a page is published, below its language: `activations/relu/`, `activations/` for the index."""
    return "" if key == "index" else f"{key.removesuffix('/index')}/"


def _title(project: Project, language: str, key: str) -> str:
    path = project.docs / language / f"{key}.md"
    return str(read_page(project, path).meta.get("title", key)) if path.is_file() else key
