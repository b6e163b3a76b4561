"""The Korean translations of figures' labels: the catalogue `words/labels.ko.toml`."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from execbook.problems import Problem, ProblemError, raise_if_any
from execbook.project import Project
from execbook.sources.snippets import Snippet

GAP = "{}"
"""Placeholder for any characters, in the English and in the Korean."""

SHARED = "shared"
WORD = re.compile(r"[^\W_]+")
POSITION = re.compile(r"\(at line (?P<line>\d+), column \d+\)$")


@dataclass(frozen=True)
class Catalogue:
    """Korean by English pattern: `shared` by all snippets, and `own` of single snippets, by id."""

    shared: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def relevant(self, snippet: Snippet) -> dict[str, str]:
        """The entries that a run of the snippet can use, so that its key depends on no others.

        These are the shared entries whose words are all in the snippet's source, and the snippet's own.
        """
        found = {
            english: korean
            for english, korean in self.shared.items()
            if all(fragment in snippet.source for fragment in english.split(GAP))
        }
        # A literal may also span lines or contain escapes. Searching the literals takes longer, so they are
        # searched only for entries whose words are in the source.
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
    """Read the catalogue; empty if there is none. Raises ProblemError if it cannot be read."""
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
        line = int(place["line"]) if (place := POSITION.search(str(error))) else 0
        message = f"is not valid TOML: {POSITION.sub('', str(error)).strip()}"
        fix = 'write "English" = "Korean", each label once'
        raise ProblemError(Problem(name, line, message, fix, "labels")) from None
    raise_if_any(
        Problem(name, _line(text, str(key)), message, fix, "labels") for key, message, fix in _invalid(tables)
    )
    return Catalogue(tables.pop(SHARED, {}), tables)


def _strings(snippet: Snippet) -> list[str]:
    """The values of the string literals in the source."""
    return [
        node.value
        for node in ast.walk(snippet.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def _invalid(tables: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Key, message and fix of every invalid entry."""
    for table, entries in tables.items():
        if not isinstance(entries, dict):
            yield table, f"{table!r} is in no table", "put it below [shared]"
            continue
        for english, korean in entries.items():
            if not isinstance(korean, str) or not korean:
                yield english, f"the Korean of {english!r} is not a text", "put it between quotes"
            elif english.count(GAP) != korean.count(GAP):
                yield english, f"{english!r} and {korean!r} differ in {GAP}", "give both the same number"
            elif not english.replace(GAP, "").strip():
                yield english, f"{english!r} would match every label", "add a word to it"


def _line(text: str, key: str) -> int:
    """The line of a key, counted from 1; 0 if it is written in another form."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith((f'"{key}"', f"'{key}'", key)):
            return number
    return 0
