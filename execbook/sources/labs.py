"""Labs as pages of both languages: `labs/<part>.py` is the source of the page `<part>/lab`."""

from __future__ import annotations

from pathlib import Path

from execbook.project import Project

NAME = "lab"


def lab_sources(project: Project) -> dict[str, Path]:
    """The source of every lab by its page's key, such as `training/lab`, sorted."""
    return {f"{path.stem}/{NAME}": path for path in sorted(project.labs.glob("*.py"))}
