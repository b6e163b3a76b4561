"""Braces of the site's own style sheets. A browser forgives one that is missing, and drops what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from execbook.problems import Problem
from execbook.project import Project

SKIPPED = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)


def check(project: Project) -> list[Problem]:
    """Style sheets under theme with a `{` that nothing closes, or a `}` that closes nothing."""
    return [
        Problem(project.relative(path), line, message, cure, "style-brace")
        for path in sorted(project.theme.rglob("*.css"))
        for line, message, cure in _faults(path.read_text("utf-8", errors="replace"))
    ]


def _faults(css: str) -> Iterator[tuple[int, str, str]]:
    bare = SKIPPED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), css)
    opened: list[int] = []
    for line, text in enumerate(bare.split("\n"), 1):
        for brace in re.findall(r"[{}]", text):
            if brace == "{":
                opened.append(line)
            elif opened:
                opened.pop()
            else:
                yield (
                    line,
                    "has a '}' that closes nothing",
                    "take it out, or write the '{' that it belongs to",
                )
    for line in opened[:1]:
        yield line, "opens a '{' that nothing closes", "close it where its rule ends"
