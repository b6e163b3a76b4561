"""The tests. ROOT is the folder of the repository, LANGUAGES are those of the book and of test books."""

from pathlib import Path

from execbook.project import Project

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("ko", "en")
SETTINGS = (ROOT / "pyproject.toml").read_text("utf-8")
"""The `pyproject.toml` of test books: that of the book itself."""


def edit(project: Project, name: str, old: str, new: str) -> Path:
    """Replace a text, which has to be there, in a file of a project, and return the file's path."""
    path = project.root / name
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new), "utf-8")
    return path
