"""What both languages said when they were last declared equal: `accepted/translations/<page>.txt`.

A file holds the sections of one page in the order of their keys, of which it leaves out the page's own:

    #notice

      ko
        한 문단에 한 줄.

      en
        One line for each paragraph.

Between the texts of two sections there is always the line with the second one's key, so that git can merge
branches which accept different sections of a page. Where one language is excused from following, a line says
so, with the fingerprints of what both said then; the texts stay those of when both were equal:

    #notice

      behind ko (ko 0a1b2c3d4e5f, en 60b4f776a5c6): the Korean course skips this
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from execbook import problems
from execbook.languages.translations.normal import fingerprint
from execbook.problems import Problem
from execbook.project import LANGUAGES, Project

FOLDER = "accepted/translations"
COMMAND = f"{problems.COMMAND} i18n accept"
HEAD = "What both languages said when they were last declared equal. `execbook i18n accept` writes this file."
END = "The end."
"""The last line: without it a new last section would follow the text of the former one, and git could not
merge a change of that text."""

INDENT = "    "
PRINTS = ", ".join(f"{one} (?P<{one}>[0-9a-f]{{12}})" for one in LANGUAGES)
SECTION = re.compile(r"^(?P<key>[#:]\S*)\n(?P<body>(?:(?![#:]).*\n)*)", re.MULTILINE)
BEHIND = re.compile(
    rf"^  behind (?P<language>{'|'.join(LANGUAGES)}) \({PRINTS}\): (?P<reason>.*)", re.MULTILINE
)
TEXT = re.compile(rf"^  ({'|'.join(LANGUAGES)})\n((?:{INDENT}.*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """One section as it was accepted.

    texts: normalised, by language, from when both were last equal. behind: the language that may differ, with
    the reason; "" if they are equal. prints: where one may differ, the fingerprints of what both said when
    that was accepted. line: where the section is in its file, for messages.
    """

    texts: Mapping[str, str]
    behind: str = ""
    reason: str = ""
    prints: Mapping[str, str] = field(default_factory=dict)
    line: int = 0

    def accepts(self, language: str, text: str) -> bool:
        """Whether a language says what it said when the section was accepted."""
        if self.behind:
            return fingerprint(text) == self.prints[language]
        return text == self.texts[language]


Entries = dict[str, Entry]
"""By the sections' keys, such as `training/xor#notice`, sorted."""


def name_of(page: str) -> str:
    """The file of a page, as problems name it."""
    return f"{FOLDER}/{page}.txt"


def read(project: Project) -> tuple[Entries, list[Problem]]:
    """All entries, and what is wrong with their files; a file at fault gives no entries."""
    folder = project.root / FOLDER
    entries: Entries = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.txt")):
        found, faults = read_page(project, path.relative_to(folder).as_posix().removesuffix(".txt"))
        entries |= found
        problems += faults
    return dict(sorted(entries.items())), problems


def read_page(project: Project, page: str) -> tuple[Entries, list[Problem]]:
    """The entries of one page, and what is wrong with its file, which then gives none. It may be missing."""
    path = project.root / name_of(page)
    if not path.is_file():
        return {}, []
    text = path.read_text("utf-8", errors="replace")
    entries = _parse(page, text)
    for number, line, expected in _pairs(text, _format(page, entries)):
        if line != expected:
            message = f"is not as accepted texts are written: {line[:60]!r} instead of {expected[:60]!r}"
            cure = (
                "after a merge keep the sections of both sides, each once and sorted, without the markers; "
                f"or take the file of one side and run `{COMMAND} {page}`"
            )
            return {}, [Problem(name_of(page), number, message, cure, "translation-text")]
    return entries, []


def write(project: Project, page: str, entries: Mapping[str, Entry]) -> None:
    """Write the entries of one page; without any, its file is deleted."""
    path = project.root / name_of(page)
    if entries:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_format(page, entries), "utf-8")
    else:
        path.unlink(missing_ok=True)


def _parse(page: str, text: str) -> Entries:
    """What can be read; whether that is all, a comparison with `_format` says."""
    entries = {}
    for section in SECTION.finditer(text):
        texts = {
            language: "\n".join(line.removeprefix(INDENT) for line in lines.split("\n")[:-1])
            for language, lines in TEXT.findall(section["body"])
        }
        if texts.keys() != {*LANGUAGES}:
            continue
        line = text.count("\n", 0, section.start()) + 1
        if behind := BEHIND.search(section["body"]):
            prints = {language: behind[language] for language in LANGUAGES}
            entry = Entry(texts, behind["language"], behind["reason"], prints, line)
        else:
            entry = Entry(texts, line=line)
        entries.setdefault(page + section["key"], entry)
    return entries


def _pairs(text: str, expected: str) -> Iterator[tuple[int, str, str]]:
    """The lines of both without the blank ones, then "", with the line numbers of the first."""
    lines = text.split("\n")
    filled = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    others = [line for line in expected.split("\n") if line]
    for (number, line), other in zip([*filled, (len(lines), "")], [*others, ""], strict=False):
        yield number, line, other


def _format(page: str, entries: Mapping[str, Entry]) -> str:
    lines = [HEAD]
    for key, entry in sorted(entries.items()):
        lines += ["", "", key.removeprefix(page)]
        if entry.behind:
            prints = ", ".join(f"{language} {entry.prints[language]}" for language in LANGUAGES)
            lines += ["", f"  behind {entry.behind} ({prints}): {entry.reason}"]
        for language in LANGUAGES:
            text = entry.texts[language]
            lines += ["", f"  {language}", *(INDENT + line for line in text.split("\n") if text)]
    return "\n".join([*lines, "", "", END, ""])
