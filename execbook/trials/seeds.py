"""Run trainings with other seeds, to learn the bands of what readers see."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from execbook.baseline.bands import STEADY, Band, Bands, numbers, trained
from execbook.baseline.report import Places, columns
from execbook.book import Book
from execbook.records.store import Record
from execbook.sources.snippets import Snippet
from execbook.trials import trial

STEP = 100
"""Seeds are the snippet's own and 100, 200, … more: a snippet that counts through some meets none twice."""


def with_seed(snippet: Snippet, more: int) -> str:
    """The snippet's text with another seed: `set_random_seed(1)` becomes `set_random_seed(1 + more)`."""
    lines = snippet.source.encode().splitlines(keepends=True)
    calls = [node for node in ast.walk(snippet.tree) if isinstance(node, ast.Call)]
    asked = [node for node in calls if getattr(node.func, "attr", "") == "set_random_seed"]
    seeds = [argument for node in asked for argument in (*node.args, *(one.value for one in node.keywords))]
    for seed in sorted(seeds, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        line, end = lines[seed.end_lineno - 1], seed.end_col_offset
        lines[seed.end_lineno - 1] = line[:end] + f" + {more}".encode() + line[end:]
    return b"".join(lines).decode()


def measure(
    book: Book,
    snippets: Iterable[Snippet],
    seeds: int,
    done: Callable[[str], None] = lambda name: None,
) -> dict[str, Bands]:
    """The bands of those that train. What no seed moves is left out, and what some runs do not have.

    done: called with the name of each run that has ended.
    Raises ProblemError when labels cannot be read.
    """
    quoted, records = Places(book).quoted(), book.records
    chosen = [one for one in trained(snippets) if one.id in records]
    seen = {one.id: numbers(records[one.id], quoted.get(one.id, ())) for one in chosen}
    trials = [
        trial.Trial(f"{one.id}+{STEP * number}", one, with_seed(one, STEP * number))
        for one in chosen
        if seen[one.id]
        for number in range(1, seeds + 1)
    ]
    outcomes = trial.run(book, trials, done=done)
    found: dict[str, Bands] = {}
    for snippet in chosen:
        record, own = records[snippet.id], seen[snippet.id]
        runs = [outcomes[one.name] for one in trials if one.snippet is snippet]
        good = [
            numbers(replace(record, output=run.output, values=run.values), quoted.get(snippet.id, ()))
            for run in runs
            if not run.problems
        ]
        bands = {name: band for name in own if (band := _band(own[name], [run.get(name) for run in good]))}
        unusual = tuple(name for name, band in bands.items() if not band.holds(own[name]))
        versions = ", ".join(f"{name} {version}" for name, version in record.versions.items())
        found[snippet.id] = Bands(len(runs), len(runs) - len(good), versions, bands, unusual)
    return found


def _band(own: float, given: Sequence[float | None]) -> Band | None:
    if not given or None in given:
        return None
    low, high = min(given), max(given)
    moved = max(own, high) - min(own, low)
    return Band(low, high) if moved > STEADY * max(abs(low), abs(high), abs(own)) else None


def table(
    measured: Mapping[str, Bands], known: Mapping[str, Bands], records: Mapping[str, Record]
) -> list[str]:
    """A line for each number: what readers see, what was declared, what is measured, and what is unusual."""
    rows: list[Sequence[str]] = [("example", "value", "shown", "declared", "measured", "")]
    for id, bands in measured.items():
        declared = known[id].bands if id in known else {}
        own = numbers(records[id], [name.removeprefix("value ") for name in bands.bands])
        for name, band in bands.bands.items():
            verdict = "leaves the band" if name in bands.unusual else ""
            rows.append((id, name, f"{own[name]:.4g}", str(declared.get(name, "–")), str(band), verdict))
        if bands.failed:
            rows.append((id, f"{bands.failed} of {bands.seeds} seeds fail", "", "", "", "it asserts more"))
    return columns(rows)
