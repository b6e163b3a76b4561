"""The source files of pages: one for each language below `docs/`, and labs, which contain all languages."""

from pathlib import Path, PurePosixPath

from execbook.project import Project

NOTEBOOK = "lab.ipynb"
"""The file name of a lab's notebook, which is also its page in MkDocs."""


def lab_sources(project: Project) -> dict[str, Path]:
    """The source of every lab by its page's key, such as `training/lab`, sorted."""
    return {f"{path.stem}/lab": path for path in sorted(project.labs.glob("*.py"))}


def source_of(project: Project, language: str, page: str) -> Path:
    """The source file of a page that MkDocs names `training/xor.md` or `training/lab.ipynb`."""
    path = PurePosixPath(page)
    if path.name == NOTEBOOK:
        return project.labs / f"{path.parent}.py"
    return project.docs / language / path
