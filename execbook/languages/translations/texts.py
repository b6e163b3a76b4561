"""The accepted texts of all languages: `accepted/translations/<page>.txt`.

A file contains the sections of one page in the order of their keys, without the page's own key:

    #notice

      ko
        한 문단에 한 줄.

      en
        One line for each paragraph.

The texts of two sections are always separated by the key of the second one, so that git can merge branches
which accept different sections of a page. If languages may differ, a line gives the reason and the
fingerprints of all texts at that time; the texts remain those from when all were equal:

    #notice

      behind ko (ko 0a1b2c3d4e5f, en 60b4f776a5c6): the Korean course skips this
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from execbook import problems
from execbook.languages.translations.normal import fingerprint
from execbook.problems import Problem
from execbook.project import Project

FOLDER = "accepted/translations"
COMMAND = f"{problems.COMMAND} accept"
HEAD = "What both languages said when they were last declared equal. `execbook i18n accept` writes this file."
END = "The end."
"""The last line: without it git could not merge a new last section with a change of the section before it."""

INDENT = "    "
PRINT = re.compile(r"([a-z]+) ([0-9a-f]{12})")
SECTION = re.compile(r"^(?P<key>[#:]\S*)\n(?P<body>(?:(?![#:]).*\n)*)", re.MULTILINE)
BEHIND = re.compile(r"^  behind (?P<late>[a-z, ]+) \((?P<prints>[a-z0-9, ]+)\): (?P<reason>.*)", re.MULTILINE)
TEXT = re.compile(rf"^  ([a-z]+)\n((?:{INDENT}.*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """One accepted section.

    texts: normalised, by language, from when all were last equal. behind: the languages that may differ, with
    the reason; empty if they are equal. prints: if any may differ, the fingerprints of all texts when that
    was accepted. line: of the section in its file, for messages.
    """

    texts: Mapping[str, str]
    behind: tuple[str, ...] = ()
    reason: str = ""
    prints: Mapping[str, str] = field(default_factory=dict)
    line: int = 0

    def accepts(self, language: str, text: str) -> bool:
        """Whether this is the accepted text of a language."""
        if self.behind:
            return fingerprint(text) == self.prints[language]
        return text == self.texts[language]


Entries = dict[str, Entry]
"""By the sections' keys, such as `training/xor#notice`, sorted."""


def name_of(project: Project, page: str) -> str:
    """The file of a page, as problems name it."""
    return project.named(f"{FOLDER}/{page}.txt")


def read(project: Project) -> tuple[Entries, list[Problem]]:
    """All entries, and the problems of their files; an invalid file has no entries."""
    folder = project.path(FOLDER)
    entries: Entries = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.txt")):
        found, page_problems = read_page(project, path.relative_to(folder).as_posix().removesuffix(".txt"))
        entries |= found
        problems += page_problems
    return dict(sorted(entries.items())), problems


def read_page(project: Project, page: str) -> tuple[Entries, list[Problem]]:
    """The entries of one page, and the problem of its file, which then has none. It may be missing."""
    path = project.path(f"{FOLDER}/{page}.txt")
    if not path.is_file():
        return {}, []
    text = path.read_text("utf-8", errors="replace")
    entries = _parse(page, text, project.languages)
    for number, line, expected in _compared_lines(text, _format(page, entries)):
        if line != expected:
            message = f"is not in the form of accepted texts: {line[:60]!r} instead of {expected[:60]!r}"
            fix = (
                "after a merge keep the sections of both sides, each once and sorted, without the markers; "
                f"or take the file of one side, or delete it, and run `{COMMAND} {page}`"
            )
            return {}, [Problem(name_of(project, page), number, message, fix, "translation-text")]
    return entries, []


def write(project: Project, page: str, entries: Mapping[str, Entry]) -> None:
    """Write the entries of one page; if there are none, delete its file."""
    path = project.path(f"{FOLDER}/{page}.txt")
    if entries:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_format(page, entries), "utf-8")
    else:
        path.unlink(missing_ok=True)


def _parse(page: str, text: str, languages: Collection[str]) -> Entries:
    """The entries that can be parsed; comparing with `_format` shows whether these are all."""
    entries = {}
    for section in SECTION.finditer(text):
        found = {
            language: "\n".join(line.removeprefix(INDENT) for line in lines.split("\n")[:-1])
            for language, lines in TEXT.findall(section["body"])
        }
        if found.keys() != {*languages}:
            continue
        texts = {language: found[language] for language in languages}
        line = text.count("\n", 0, section.start()) + 1
        if behind := BEHIND.search(section["body"]):
            prints = dict(PRINT.findall(behind["prints"]))
            if prints.keys() != texts.keys():
                continue
            entry = Entry(texts, tuple(behind["late"].split(", ")), behind["reason"], prints, line)
        else:
            entry = Entry(texts, line=line)
        entries.setdefault(page + section["key"], entry)
    return entries


def _compared_lines(text: str, expected: str) -> Iterator[tuple[int, str, str]]:
    """Line numbers of `text`, and the lines of both without blank ones, followed by ""."""
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
            prints = ", ".join(f"{language} {entry.prints[language]}" for language in entry.texts)
            lines += ["", f"  behind {', '.join(entry.behind)} ({prints}): {entry.reason}"]
        for language, text in entry.texts.items():
            lines += ["", f"  {language}", *(INDENT + line for line in text.split("\n") if text)]
    return "\n".join([*lines, "", "", END, ""])
