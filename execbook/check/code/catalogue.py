"""The order and the use of `words/labels.ko.toml`. What cannot be read at all is told by `labels.load`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import pairwise

from execbook.check.sources import Sources
from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.sources import labels


def check(sources: Sources) -> list[Problem]:
    """Entries that no snippet can use, tables of unknown snippets, and entries out of order."""
    try:
        catalogue = labels.load(sources.project)
    except ProblemError as error:
        return error.problems
    path = sources.project.labels
    if not path.is_file():
        return []
    name = path.relative_to(sources.project.root).as_posix()
    text = path.read_text("utf-8")
    problems = list(_order(name, text))
    if len(sources.snippets) < len(list(sources.project.snippets.rglob("*.py"))):
        return problems  # a snippet that cannot be read may use any entry
    used = {english for snippet in sources.snippets.values() for english in catalogue.relevant(snippet)}
    for english in catalogue.shared:
        if english not in used:
            problems.append(
                Problem(
                    name,
                    _line(text, english),
                    f"no snippet has the label {english!r}",
                    "delete the entry; or, if the label comes from data, move it to its snippet's own table",
                    "unused-label",
                )
            )
    for id in catalogue.own:
        if id not in sources.snippets:
            problems.append(
                Problem(
                    name,
                    _line(text, f'["{id}"]'),
                    f"there is no snippet {id!r}",
                    did_you_mean(id, sources.snippets, "snippets"),
                    "unused-label",
                )
            )
    return problems


def _order(name: str, text: str) -> Iterator[Problem]:
    for entries in tomllib.loads(text).values():
        for before, after in pairwise(entries):
            if after < before:
                yield Problem(
                    name,
                    _line(text, after),
                    f"{after!r} stands after {before!r}",
                    "sort each table by its English, capitals first, so that branches merge without conflict",
                    "unsorted-labels",
                )
                break


def _line(text: str, key: str) -> int:
    """The line that begins with a key or a table's name; 0 if it is written in another way."""
    starts = (key, f'"{key}"', f"'{key}'")
    return next((n for n, line in enumerate(text.splitlines(), 1) if line.lstrip().startswith(starts)), 0)
