"""Find results that differ from the accepted ones, and accept them."""

from __future__ import annotations

from collections.abc import Collection

from execbook.baseline import files, tolerances
from execbook.baseline.compare import Deviation, deviations
from execbook.baseline.lines import Lines, lines_of
from execbook.baseline.tolerance import Tolerances
from execbook.book import Book
from execbook.records.store import Record


def drifts(example_id: str, baseline: Lines, record: Record, declared: Tolerances) -> list[Deviation]:
    """Deviations beyond their tolerance: printed lines first, then by size."""
    found = deviations(example_id, baseline, lines_of_record(record), declared, record.platform)
    drifted = [one for one in found if one.drifted]
    return sorted(drifted, key=lambda one: (not one.line.startswith("output"), -one.ratio))


def drifts_between(one: Record, other: Record, declared: Tolerances) -> list[Deviation]:
    """The same for two runs of an example, for instance with other packages."""
    return drifts(one.id, lines_of_record(one), other, declared)


def lines_of_record(record: Record) -> Lines:
    return lines_of(record.output, record.values, [figure.structure for figure in record.figures])


def accept(book: Book, ids: Collection[str] = ()) -> list[str]:
    """Accept the present results. Returns the ids whose baseline has changed.

    ids: only these; none means all, and removes the entries of deleted examples. Numbers within their
    tolerance keep their accepted values, so that small changes cannot accumulate.
    """
    baseline = files.read(book.project)
    declared = tolerances.of_book(book)
    wanted = {name: lines for name, lines in baseline.items() if ids or name in book.snippets}
    for example_id, record in book.records.items():
        if ids and example_id not in ids:
            continue
        run = lines_of_record(record)
        known = wanted.get(example_id, {})
        moved = {one.line for one in drifts(example_id, known, record, declared)}
        wanted[example_id] = {
            name: line if name in moved or name not in known else known[name] for name, line in run.items()
        }
    files.write(book.project, wanted)
    return sorted(name for name in {*baseline, *wanted} if baseline.get(name) != wanted.get(name))
