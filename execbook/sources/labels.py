"""The translations of figures' labels: for each language a catalogue, such as `words/labels.ko.toml`."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from execbook.problems import Problem, raise_if_any
from execbook.project import Project
from execbook.sources.catalogues import read_tables
from execbook.sources.snippets import Snippet

GAP = "{}"
"""Placeholder for any characters, in the label and in its translation."""

SHARED = "shared"
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Catalogue:
    """Translation by pattern of a label: `shared` by all snippets, and `own` of single snippets, by id."""

    shared: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def relevant(self, snippet: Snippet) -> dict[str, str]:
        """The entries that a run of the snippet can use, so that its key depends on no others.

        These are the shared entries whose words are all in the snippet's source, and the snippet's own.
        """
        found = {
            label: translation
            for label, translation in self.shared.items()
            if all(fragment in snippet.source for fragment in label.split(GAP))
        }
        # A literal may also span lines or contain escapes. Searching the literals takes longer, so they are
        # searched only for entries whose words are in the source.
        rest = [
            label
            for label in self.shared.keys() - found.keys()
            if all(word in snippet.source for word in WORD.findall(label))
        ]
        if rest:
            text = "\n".join(_strings(snippet))
            for label in rest:
                if all(fragment in text for fragment in label.split(GAP)):
                    found[label] = self.shared[label]
        return found | dict(self.own.get(snippet.id, {}))


def load(project: Project) -> dict[str, Catalogue]:
    """The catalogues, by language. Raises ProblemError if one cannot be read.

    A language without a catalogue has the labels as snippets write them.
    """
    return {one: _load(project, one) for one in project.languages if project.labels(one).is_file()}


def for_run(
    catalogues: Mapping[str, Catalogue], languages: Iterable[str], snippet: Snippet
) -> dict[str, dict[str, str] | None]:
    """What a run of the snippet can use, by language; None for a language without a catalogue."""
    return {one: catalogues[one].relevant(snippet) if one in catalogues else None for one in languages}


def _load(project: Project, language: str) -> Catalogue:
    found = read_tables(project, project.labels(language), "labels")
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
        for label, translation in entries.items():
            if not isinstance(translation, str) or not translation:
                yield label, f"the translation of {label!r} is not a text", "put it between quotes"
            elif label.count(GAP) != translation.count(GAP):
                yield label, f"{label!r} and {translation!r} differ in {GAP}", "give both the same number"
            elif not label.replace(GAP, "").strip():
                yield label, f"{label!r} would match every label", "add a word to it"
