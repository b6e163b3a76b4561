"""Results of examples that are new, or differ from the accepted ones by more than their tolerance."""

from collections.abc import Iterator, Sequence

from execbook.acceptance.pending import Answer, Pending
from execbook.baseline import drift, files, reasons, tolerances, variants
from execbook.baseline.report import Places, table
from execbook.book import Book
from execbook.book.turned import example_of, names_of, records_of

MOST_ROWS = 12
"""How many differences of one example are shown."""


def find(book: Book) -> Iterator[Pending]:
    """A project without accepted results accepts none."""
    if not files.folder_of(book.project).is_dir():
        return
    baseline, declared = files.read(book.project), tolerances.load(book.project)
    places = None
    for name in sorted(baseline.keys() - names_of(book)):
        yield Pending("result", name, pages_of(book, example_of(name)), "is no longer an example")
    for name, record in records_of(book).items():
        pages = pages_of(book, record.id)
        if name not in baseline:
            printed = tuple(record.output.splitlines()[:MOST_ROWS])
            yield Pending("result", name, pages, "is new", printed)
        elif drifted := drift.drifts(record.id, variants.lines_of(baseline, name), record, declared):
            places = places or Places(book)
            rows = table(drifted[:MOST_ROWS], places)
            if len(drifted) > MOST_ROWS:
                rows.append(f"and {len(drifted) - MOST_ROWS} more")
            yield Pending("result", name, pages, "has drifted", tuple(rows), needs_reason=True)


def pages_of(book: Book, example_id: str) -> tuple[str, ...]:
    """The keys of the pages that show an example."""
    return tuple(sorted({page.key for page in book.all_pages() if example_id in page.shown_ids}))


def accept(book: Book, items: Sequence[Pending], answer: Answer) -> list[str]:
    names = [one.name for one in items]
    changed = []
    if present := {example_of(name) for name in names} & book.snippets.keys():
        changed += drift.accept(book, present)
    if gone := {*names} - names_of(book):
        baseline = files.read(book.project)
        files.write(book.project, {name: lines for name, lines in baseline.items() if name not in gone})
        changed += sorted(gone)
    reasons.write(book.project, {one.name: answer.reason for one in items if one.needs_reason}, gone)
    return [f"accepted {name}" for name in changed]
