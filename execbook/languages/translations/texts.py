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
from collections.abc import Mapping
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
KEY = re.compile(r"[#:]\S*")
LANGUAGE = re.compile(f"  ({'|'.join(LANGUAGES)})")
PRINTS = ", ".join(f"{one} (?P<{one}>[0-9a-f]{{12}})" for one in LANGUAGES)
BEHIND = re.compile(rf"  behind (?P<behind>{'|'.join(LANGUAGES)}) \({PRINTS}\): (?P<reason>\S.*)")


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


@dataclass
class _Lines:
    """The lines of one section, as they are read. line: of its key."""

    line: int
    texts: dict[str, list[str]] = field(default_factory=dict)
    excuse: re.Match[str] | None = None

    def take(self, line: str) -> bool:
        """Add a line. Returns False for one that does not belong there."""
        if self.texts and line.startswith(INDENT):
            self.texts[next(reversed(self.texts))].append(line.removeprefix(INDENT))
        elif (match := LANGUAGE.fullmatch(line)) and match[1] not in self.texts:
            self.texts[match[1]] = []
        elif match := BEHIND.fullmatch(line):
            self.excuse = match
        else:
            return False
        return True

    def entry(self) -> Entry:
        texts = {language: "\n".join(lines) for language, lines in self.texts.items()}
        if not self.excuse:
            return Entry(texts, line=self.line)
        prints = {language: self.excuse[language] for language in LANGUAGES}
        return Entry(texts, self.excuse["behind"], self.excuse["reason"], prints, self.line)


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
    sections: dict[str, _Lines] = {}
    problems: list[Problem] = []

    def report(line: int, message: str, cure: str) -> None:
        problems.append(Problem(name_of(page), line, message, cure, "translation-text"))

    section = None
    for number, line in enumerate(path.read_text("utf-8", errors="replace").split("\n"), 1):
        if not line.strip() or line in (HEAD, END):
            continue
        if KEY.fullmatch(line):
            key = page + line
            if key in sections:
                report(
                    number, f"{key} is here twice", f"delete one; if it is outdated, run `{COMMAND} {key}`"
                )
            elif key < max(sections, default=""):
                report(number, f"{key} is not in its place", "sort the sections by their keys")
            section = sections[key] = _Lines(number)
        elif section is None or not section.take(line):
            cure = "delete the line; after a merge keep the sections of both sides, without the markers"
            report(number, f"cannot be read: {line[:60]!r}", cure)
    for key, section in sections.items():
        if missing := [language for language in LANGUAGES if language not in section.texts]:
            cure = f"bring the lines back, or delete the section and run `{COMMAND} {key}`"
            report(section.line, f"{key} has no text for {', '.join(missing)}", cure)
    return {} if problems else {key: section.entry() for key, section in sections.items()}, problems


def write(project: Project, page: str, entries: Mapping[str, Entry]) -> None:
    """Write the entries of one page; without any, its file is deleted."""
    path = project.root / name_of(page)
    if not entries:
        path.unlink(missing_ok=True)
        return
    lines = [HEAD]
    for key, entry in sorted(entries.items()):
        lines += ["", "", key.removeprefix(page)]
        if entry.behind:
            prints = ", ".join(f"{language} {entry.prints[language]}" for language in LANGUAGES)
            lines += ["", f"  behind {entry.behind} ({prints}): {entry.reason}"]
        for language in LANGUAGES:
            text = entry.texts[language]
            lines += ["", f"  {language}", *(INDENT + line for line in text.split("\n") if text)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([*lines, "", "", END, ""]), "utf-8")
