"""Find results that differ from the accepted ones, and accept them."""

from collections.abc import Collection

from execbook.baseline import files, tolerances, variants
from execbook.baseline.compare import Deviation, deviations
from execbook.baseline.lines import Lines, lines_of
from execbook.baseline.tolerance import Tolerances
from execbook.book import Book
from execbook.book.turned import example_of, names_of, records_of
from execbook.records.store import Record


def drifts(example_id: str, baseline: Lines, record: Record, declared: Tolerances) -> list[Deviation]:
    """Deviations beyond their tolerance: printed lines first, then by size."""
    found = deviations(example_id, baseline, lines_of_record(record), declared, record.platform)
    drifted = [one for one in found if one.drifted]
    return sorted(drifted, key=lambda one: (not one.line.startswith("output"), -one.ratio))


def lines_of_record(record: Record) -> Lines:
    return lines_of(record.output, record.values, [figure.structure for figure in record.figures])


def accept(book: Book, ids: Collection[str] = ()) -> list[str]:
    """Accept the present results. Returns the ids whose baseline has changed.

    ids: only these, with every value of their knobs; none means all, and removes the entries of those that
    no longer exist. Numbers within their
    tolerance keep their accepted values, so that small changes cannot accumulate.
    """
    baseline = files.read(book.project)
    declared = tolerances.of_book(book)
    existing = names_of(book)
    wanted = {
        name: lines
        for name, lines in baseline.items()
        if name in existing or (ids and example_of(name) not in ids)
    }
    for name, record in records_of(book).items():
        if ids and example_of(name) not in ids:
            continue
        run = lines_of_record(record)
        known = variants.lines_of(baseline, name)
        moved = {one.line for one in drifts(record.id, known, record, declared)}
        lines = {one: line if one in moved or one not in known else known[one] for one, line in run.items()}
        wanted[name] = variants.kept(wanted, name, lines)
    files.write(book.project, wanted)
    return sorted(name for name in {*baseline, *wanted} if baseline.get(name) != wanted.get(name))
