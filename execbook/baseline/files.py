"""The committed baseline: `accepted/results/<part>.tsv`.

A line contains the example's name, the line's name and its content as JSON, separated by tabs, so that a
changed number is one changed line, and branches that change different examples merge without conflict.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from execbook.baseline.lines import Lines
from execbook.problems import COMMAND, Problem, raise_if_any
from execbook.project import Project

Baseline = dict[str, Lines]
"""Lines by example."""


def folder_of(project: Project) -> Path:
    return project.accepted / "results"


def path_of(project: Project, example_id: str) -> str:
    """The file with an example's lines, as problems name it."""
    return f"{project.relative(folder_of(project))}/{example_id.partition('/')[0]}.tsv"


def read(project: Project) -> Baseline:
    """The committed baseline. Raises ProblemError for a line that cannot be read."""
    found: Baseline = {}
    problems: list[Problem] = []
    for path in sorted(folder_of(project).glob("*.tsv")):
        lines = path.read_text("utf-8").removesuffix("\n").split("\n")  # a text may contain other line ends
        for number, text in enumerate(lines, 1):
            try:
                example, line, content = text.split("\t")
                found.setdefault(f"{path.stem}/{example}", {})[line] = json.loads(content)
            except ValueError:
                message = "is not a line of a baseline"
                cure = f"keep one side of the merge, then run: {COMMAND} accept"
                problems.append(Problem(project.relative(path), number, message, cure, "baseline-line"))
    raise_if_any(problems)
    return found


def write(project: Project, baseline: Mapping[str, Lines]) -> None:
    """Write these lines, and delete the files of parts without examples."""
    folder = folder_of(project)
    folder.mkdir(parents=True, exist_ok=True)
    parts: dict[str, list[str]] = {}
    for example_id, lines in sorted(baseline.items()):
        part, _, name = example_id.partition("/")
        parts.setdefault(part, []).extend(
            f"{name}\t{line}\t{json.dumps(content, ensure_ascii=False, separators=(',', ':'))}\n"
            for line, content in lines.items()
        )
    for path in folder.glob("*.tsv"):
        if path.stem not in parts:
            path.unlink()
    for part, texts in parts.items():
        (folder / f"{part}.tsv").write_text("".join(texts), "utf-8")
