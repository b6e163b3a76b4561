"""The committed baseline: `accepted/results/<part>.tsv`, for each example its lines, a line each.

A line holds the example's name, the line's name and its content as JSON, with tabs between, so that a change
of one number is one changed line, and branches that change different examples merge by themselves.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from execbook.baseline.lines import Lines
from execbook.problems import COMMAND, Problem, ProblemError
from execbook.project import Project

Baseline = dict[str, Lines]
"""Lines by example."""


def folder_of(project: Project) -> Path:
    return project.accepted / "results"


def path_of(project: Project, id: str) -> str:
    """The file that holds an example's lines, as problems name it."""
    return f"{project.relative(folder_of(project))}/{id.partition('/')[0]}.tsv"


def read(project: Project) -> Baseline:
    """What is committed. Raises ProblemError for a line that cannot be read."""
    found: Baseline = {}
    problems: list[Problem] = []
    for path in sorted(folder_of(project).glob("*.tsv")):
        lines = path.read_text("utf-8").removesuffix("\n").split("\n")  # a text may hold other line ends
        for number, text in enumerate(lines, 1):
            try:
                name, place, content = text.split("\t")
                found.setdefault(f"{path.stem}/{name}", {})[place] = json.loads(content)
            except ValueError:
                problems.append(
                    Problem(
                        project.relative(path),
                        number,
                        "is no line of a baseline",
                        f"take one side of what was merged, then run: {COMMAND} baseline accept",
                        "baseline-line",
                    )
                )
    if problems:
        raise ProblemError(problems)
    return found


def write(project: Project, baseline: Mapping[str, Lines]) -> None:
    """Commit to these lines: files of parts that have no example any more go."""
    folder = folder_of(project)
    folder.mkdir(parents=True, exist_ok=True)
    parts: dict[str, list[str]] = {}
    for id, lines in sorted(baseline.items()):
        part, _, name = id.partition("/")
        parts.setdefault(part, []).extend(
            f"{name}\t{place}\t{json.dumps(content, ensure_ascii=False, separators=(',', ':'))}\n"
            for place, content in lines.items()
        )
    for path in folder.glob("*.tsv"):
        if path.stem not in parts:
            path.unlink()
    for part, texts in parts.items():
        (folder / f"{part}.tsv").write_text("".join(texts), "utf-8")
