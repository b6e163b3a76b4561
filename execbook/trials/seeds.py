"""Run trainings with other seeds, to measure the bands of published numbers."""

import ast
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from execbook.baseline.bands import MIN_SPREAD, Band, Bands, numbers, trained
from execbook.baseline.report import Places, columns
from execbook.book import Book
from execbook.records.store import Record
from execbook.sources.snippets import Snippet
from execbook.trials import trial

STEP = 100
"""100, 200, … are added to the snippet's seed, so that a snippet with several seeds repeats none."""


def with_seed(snippet: Snippet, offset: int) -> str:
    """The snippet's text with another seed: `set_random_seed(1)` becomes `set_random_seed(1 + offset)`."""
    lines = snippet.source.encode().splitlines(keepends=True)
    calls = [node for node in ast.walk(snippet.tree) if isinstance(node, ast.Call)]
    seeding = [node for node in calls if getattr(node.func, "attr", "") == "set_random_seed"]
    seeds = [argument for node in seeding for argument in (*node.args, *(one.value for one in node.keywords))]
    for seed in sorted(seeds, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        row, end = (seed.end_lineno or seed.lineno) - 1, seed.end_col_offset
        lines[row] = lines[row][:end] + f" + {offset}".encode() + lines[row][end:]
    return b"".join(lines).decode()


def measure(
    book: Book,
    snippets: Iterable[Snippet],
    seeds: int,
    done: Callable[[str], None] = lambda _: None,
) -> dict[str, Bands]:
    """The bands of those that train, without numbers that no seed changes or some runs lack.

    done: called with the name of each run that has ended.
    Raises ProblemError if labels cannot be read.
    """
    quoted, records = Places(book).quoted(), book.records
    chosen = [one for one in trained(snippets) if one.id in records]
    published = {one.id: numbers(records[one.id], quoted.get(one.id, ())) for one in chosen}
    trials = [
        trial.Trial(f"{one.id}+{STEP * number}", one, with_seed(one, STEP * number))
        for one in chosen
        if published[one.id]
        for number in range(1, seeds + 1)
    ]
    outcomes = trial.run(book, trials, done=lambda name, _: done(name))
    found: dict[str, Bands] = {}
    for snippet in chosen:
        record, own = records[snippet.id], published[snippet.id]
        runs = [outcomes[one.name] for one in trials if one.snippet is snippet]
        good = [
            numbers(replace(record, output=run.output, values=run.values), quoted.get(snippet.id, ()))
            for run in runs
            if not run.problems
        ]
        bands = {name: band for name in own if (band := _band(own[name], [run.get(name) for run in good]))}
        unusual = tuple(name for name, band in bands.items() if not band.expects(own[name]))
        versions = ", ".join(f"{name} {version}" for name, version in record.versions.items())
        found[snippet.id] = Bands(len(runs), len(runs) - len(good), versions, bands, unusual)
    return found


def _band(own: float, others: Sequence[float | None]) -> Band | None:
    values = [value for value in others if value is not None]
    if not values or len(values) < len(others):
        return None
    low, high = min(values), max(values)
    spread = max(own, high) - min(own, low)
    return Band(low, high) if spread > MIN_SPREAD * max(abs(low), abs(high), abs(own)) else None


def table(
    measured: Mapping[str, Bands], known: Mapping[str, Bands], records: Mapping[str, Record]
) -> list[str]:
    """A line for each number: the published value, the declared and measured bands, and what is unusual."""
    rows: list[Sequence[str]] = [("example", "value", "shown", "declared", "measured", "")]
    for example_id, bands in measured.items():
        declared = known[example_id].bands if example_id in known else {}
        own = numbers(records[example_id], [name.removeprefix("value ") for name in bands.bands])
        for name, band in bands.bands.items():
            former = str(declared.get(name, "–"))
            verdict = "outside the band" if name in bands.unusual else ""
            rows.append((example_id, name, f"{own[name]:.4g}", former, str(band), verdict))
        if bands.failed:
            rows.append(
                (example_id, f"{bands.failed} of {bands.seeds} seeds fail", "", "", "", "it asserts more")
            )
    return columns(rows)
