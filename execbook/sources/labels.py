"""The Korean for what figures say: the catalogue `words/labels.ko.toml`."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.sources.snippets import Snippet

GAP = "{}"
"""Stands for any run of characters, in the English and in the Korean."""

SHARED = "shared"
WORD = re.compile(r"[^\W_]+")
ASTRAY = re.compile(r"\(at line (?P<line>\d+), column \d+\)$")


@dataclass(frozen=True)
class Catalogue:
    """Korean by English pattern: `shared` for every snippet, `own` for one snippet each, by id."""

    shared: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def relevant(self, snippet: Snippet) -> dict[str, str]:
        """The entries that a run of the snippet can use, so that its key depends on no others.

        These are the shared ones whose words all stand in the snippet's source, and the snippet's own.
        """
        found = {
            english: korean
            for english, korean in self.shared.items()
            if all(fragment in snippet.source for fragment in english.split(GAP))
        }
        # A literal may also be split over lines or hold escapes. Looking into those takes longer, so only
        # for entries whose words stand there in some way.
        rest = [
            english
            for english in self.shared.keys() - found.keys()
            if all(word in snippet.source for word in WORD.findall(english))
        ]
        if rest:
            text = "\n".join(_strings(snippet))
            for english in rest:
                if all(fragment in text for fragment in english.split(GAP)):
                    found[english] = self.shared[english]
        return found | dict(self.own.get(snippet.id, {}))


def load(project: Project) -> Catalogue:
    """Read the catalogue, empty where a project has none. Raises ProblemError for what cannot be read."""
    name = project.labels.relative_to(project.root).as_posix()
    try:
        text = project.labels.read_text("utf-8")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        return Catalogue()
    except UnicodeDecodeError as error:
        raise ProblemError(
            Problem(name, 0, f"is not UTF-8: {error.reason}", "save the file as UTF-8", "labels")
        ) from None
    except tomllib.TOMLDecodeError as error:
        line = int(place["line"]) if (place := ASTRAY.search(str(error))) else 0
        message = f"is not valid TOML: {ASTRAY.sub('', str(error)).strip()}"
        cure = 'write "English" = "Korean", each label once'
        raise ProblemError(Problem(name, line, message, cure, "labels")) from None
    if problems := [
        Problem(name, _line(text, str(key)), message, cure, "labels")
        for key, message, cure in _faults(tables)
    ]:
        raise ProblemError(problems)
    return Catalogue(tables.pop(SHARED, {}), tables)


def _strings(snippet: Snippet) -> list[str]:
    """The values of the literals in the source."""
    return [
        node.value
        for node in ast.walk(snippet.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def _faults(tables: Mapping[str, object]) -> list[tuple[str, str, str]]:
    """Key, message and cure of every entry that cannot be used."""
    faults = []
    for table, entries in tables.items():
        if not isinstance(entries, dict):
            faults.append((table, f"{table!r} stands in no table", "put it below [shared]"))
            continue
        for english, korean in entries.items():
            if not isinstance(korean, str) or not korean:
                faults.append((english, f"the Korean of {english!r} is no text", "put it between quotes"))
            elif english.count(GAP) != korean.count(GAP):
                faults.append(
                    (english, f"{english!r} and {korean!r} differ in {GAP}", "give both the same number")
                )
            elif not english.replace(GAP, "").strip():
                faults.append((english, f"{english!r} would fit every label", "add a word to it"))
    return faults


def _line(text: str, key: str) -> int:
    """The line on which a key stands, counted from 1; 0 if it is written in another way."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith((f'"{key}"', f"'{key}'", key)):
            return number
    return 0
