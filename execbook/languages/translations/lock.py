"""Read and write `accepted/translations.lock`: a line for each section, sorted, so that git can merge it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from execbook import problems
from execbook.problems import Problem
from execbook.project import LANGUAGES, Project

PLACE = "accepted/translations.lock"
HEAD = """\
# What Korean and English said when they were last declared equal, section by section, as fingerprints.
# `execbook i18n accept` writes it. A section that may differ names the language that is behind, and why.
"""
LINE = re.compile(
    r"(?P<key>\S+[#:]\S+) (?P<ko>[0-9a-f]{12}) (?P<en>[0-9a-f]{12})(?: (?P<behind>ko|en) (?P<reason>\S.*))?"
)
COMMAND = f"{problems.COMMAND} i18n accept"


@dataclass(frozen=True)
class Entry:
    """Fingerprints by language. behind: the language that may differ, with the reason; "" if they are equal.

    line: where it stands in the file, for messages.
    """

    prints: Mapping[str, str]
    behind: str = ""
    reason: str = ""
    line: int = 0


def read(project: Project) -> tuple[dict[str, Entry], list[Problem]]:
    """The entries by key, and what is wrong with the file. A project without the file has no entries."""
    path = project.root / PLACE
    if not path.is_file():
        return {}, []
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []

    def fault(line: int, message: str, cure: str) -> None:
        problems.append(Problem(PLACE, line, message, cure, "translation-lock"))

    former = ""
    for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        match = LINE.fullmatch(line)
        if not match:
            cure = "delete the line; after a merge keep the lines of both sides, without the markers"
            fault(number, f"is no entry: {line[:60]!r}", cure)
            continue
        key = match["key"]
        if key in entries:
            fault(number, f"{key} stands here twice", f"delete both lines and run `{COMMAND} {key}`")
        elif key < former:
            fault(number, f"{key} is not in its place", f"sort the lines; `{COMMAND} --new` does it too")
        former = max(key, former)
        prints = {language: match[language] for language in LANGUAGES}
        entries[key] = Entry(prints, match["behind"] or "", match["reason"] or "", number)
    return entries, problems


def write(project: Project, entries: Mapping[str, Entry]) -> None:
    """Write all entries, sorted."""
    lines = []
    for key, entry in sorted(entries.items()):
        waiver = f" {entry.behind} {entry.reason}" if entry.behind else ""
        lines.append(f"{key} {' '.join(entry.prints[language] for language in LANGUAGES)}{waiver}\n")
    project.accepted.mkdir(exist_ok=True)
    (project.root / PLACE).write_text(HEAD + "".join(lines), "utf-8")
