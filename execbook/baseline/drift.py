"""Find results that are no longer what was accepted, and accept them."""

from __future__ import annotations

from collections.abc import Collection

from execbook.baseline import files, tolerances
from execbook.baseline.compare import Deviation, deviations
from execbook.baseline.lines import Lines, lines_of
from execbook.book import Book
from execbook.records.store import Record


def drifts(id: str, baseline: Lines, record: Record, declared: tolerances.Tolerances) -> list[Deviation]:
    """What is further from the baseline than its tolerance: what is printed, then the furthest first."""
    found = deviations(id, baseline, lines_of_record(record), declared, record.platform)
    drifted = [one for one in found if one.drifted]
    return sorted(drifted, key=lambda one: (not one.line.startswith("output"), -one.ratio))


def between(one: Record, other: Record, declared: tolerances.Tolerances) -> list[Deviation]:
    """The same for two runs of an example, such as with other packages."""
    return drifts(one.id, lines_of_record(one), other, declared)


def lines_of_record(record: Record) -> Lines:
    return lines_of(record.output, record.values, [figure.structure for figure in record.figures])


def accept(book: Book, ids: Collection[str] = ()) -> list[str]:
    """Take the present results as right. Returns the ids whose baseline has changed.

    ids: only these; none means all, and drops the entries of examples that are gone. Numbers that are within
    their tolerance stay as they were, so that small steps cannot add up unseen.
    """
    baseline = files.read(book.project)
    declared = tolerances.load(book.project)
    wanted = dict(baseline) if ids else {id: lines for id, lines in baseline.items() if id in book.snippets}
    for id, record in book.records.items():
        if ids and id not in ids:
            continue
        run = lines_of_record(record)
        known = wanted.get(id, {})
        moved = {one.line for one in drifts(id, known, record, declared)}
        wanted[id] = {
            name: line if name in moved or name not in known else known[name] for name, line in run.items()
        }
    files.write(book.project, wanted)
    return sorted(id for id in {*baseline, *wanted} if baseline.get(id) != wanted.get(id))
