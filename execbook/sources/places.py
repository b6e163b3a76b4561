"""Where pages are written: those of both languages below `docs/`, and labs, which are both at once."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from execbook.project import Project

NOTEBOOK = "lab.ipynb"
"""The name of the notebook that a lab becomes, by which MkDocs knows the page too."""


def lab_sources(project: Project) -> dict[str, Path]:
    """The source of every lab by its page's key, such as `training/lab`, sorted."""
    return {f"{path.stem}/lab": path for path in sorted(project.labs.glob("*.py"))}


def source_of(project: Project, language: str, page: str) -> Path:
    """Where a page is written that MkDocs knows as `training/xor.md` or `training/lab.ipynb`."""
    path = PurePosixPath(page)
    if path.name == NOTEBOOK:
        return project.labs / f"{path.parent}.py"
    return project.docs / language / path
