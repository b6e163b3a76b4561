"""The parts of the book: the sections of the navigation whose pages share a folder."""

from __future__ import annotations

from dataclasses import dataclass

from execbook.project import Project


@dataclass(frozen=True)
class Part:
    """name: the folder, as `activations`. title: in one language. pages: their sources, below its docs."""

    name: str
    title: str
    pages: tuple[str, ...]


def parts_of(project: Project, language: str) -> list[Part]:
    """All parts in the order of the navigation. A section without a folder of its own is none."""
    parts = []
    for entry in settings_of(project, language).get("nav") or ():
        for title, pages in entry.items() if isinstance(entry, dict) else ():
            below = [page for page in pages if "/" in page] if isinstance(pages, list) else []
            if below:
                parts.append(Part(below[0].split("/")[0], title, tuple(pages)))
    return parts


def settings_of(project: Project, language: str) -> dict:
    """What the language's own MkDocs configuration says, before anything is inherited."""
    from mkdocs.utils.yaml import yaml_load

    with project.config(language).open("rb") as file:
        return yaml_load(file)
