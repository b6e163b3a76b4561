"""The Korean translations of figures' labels: the catalogue `words/labels.ko.toml`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from execbook.problems import Problem, raise_if_any
from execbook.project import Project
from execbook.sources.catalogues import read_tables
from execbook.sources.snippets import Snippet

GAP = "{}"
"""Placeholder for any characters, in the English and in the Korean."""

SHARED = "shared"
WORD = re.compile(r"[^\W_]+")


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
    found = read_tables(project, project.labels, "labels")
    raise_if_any(
        Problem(found.name, found.line(key), message, fix, "labels")
        for key, message, fix in _invalid(found.tables)
    )
    tables = dict(found.tables)
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
