"""Whether the pictures of other programs still show what their examples leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from execbook.book import pictures
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.sources.snippets import Snippet


def check(project: Project, snippets: Mapping[str, Snippet]) -> Iterator[Problem]:
    """Pictures that are stale, and files that no entry of the list tells of."""
    try:
        listed = pictures.load(project)
    except ProblemError as error:
        yield from error.problems
        return
    name = pictures.list_of(project).relative_to(project.root).as_posix()
    lines = pictures.list_of(project).read_text("utf-8").splitlines() if listed else []
    for picture in listed:
        for reason in pictures.staleness(project, picture, snippets):
            line = lines.index(f"[{picture.name}]") + 1 if f"[{picture.name}]" in lines else 0
            message = f"the picture {picture.name!r} {reason}"
            yield Problem(name, line, message, pictures.CURE, "stale-picture")
    known = {path for picture in listed for path in pictures.files_of(project, picture.name).values()}
    for path in sorted(pictures.folder_of(project).glob("*")):
        if path not in known:
            yield Problem(
                path.relative_to(project.root).as_posix(),
                0,
                f"{name} does not tell what it shows",
                "make it with `make pictures`, or delete it",
                "stray-picture",
            )
