"""Copies of the book: whatever is done to one changes nothing of the book itself."""

import shutil
from pathlib import Path

from execbook.project import Project

SOURCES = ("accepted", "docs", "labs", "snippets", "theme", "tools/versions", "words")
FILES = ("mkdocs*.yml", "pyproject.toml")


def copy_of(project: Project, root: Path) -> Project:
    """A project at `root`, a new folder, with the same sources and configuration, but nothing made."""
    root.mkdir(parents=True)
    for source in map(project.path, SOURCES):
        if source.is_dir():
            shutil.copytree(source, root / source.relative_to(project.root))
    for path in (path for pattern in FILES for path in project.root.glob(pattern)):
        shutil.copy(path, root)
    return Project(root)
