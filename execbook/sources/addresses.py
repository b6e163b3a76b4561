"""The addresses that the site has published, all of which have to keep working.

`accepted/addresses.txt` lists every page that a reader may have linked to, by its path below a language. For
a page that has moved it also gives the new address, to which the former one redirects.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from execbook.project import Project
from execbook.sources.places import lab_sources

ARROW = " -> "


@dataclass(frozen=True)
class Address:
    """One line of the list. key: `activations/relu`; target: the key of the new page, empty if unchanged."""

    line: int
    key: str
    target: str


def list_of(project: Project) -> Path:
    """The file with the list; a project without it has no published addresses."""
    return project.accepted / "addresses.txt"


def published(project: Project) -> list[Address]:
    """All addresses of the list, in its order; none without a list."""
    return list(_read(project)) if list_of(project).is_file() else []


def _read(project: Project) -> Iterator[Address]:
    for number, line in enumerate(list_of(project).read_text("utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            key, _, target = line.partition(ARROW)
            yield Address(number, key.strip(), target.strip())


def page_keys(project: Project, language: str = "") -> set[str]:
    """The keys of all pages of a language, by default the first, including labs."""
    folder = project.docs / (language or project.languages[0])
    pages = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("[!.]*.md")}
    return pages | lab_sources(project).keys()


def folder_of(key: str) -> str:
    """A published page's folder below its language: `activations/relu/`, `activations/` for the index."""
    return "" if key == "index" else f"{key.removesuffix('/index')}/"
