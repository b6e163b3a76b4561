"""Trainings whose results with other seeds were not measured, or are unlike what their pages show."""

from collections.abc import Iterator, Sequence

from execbook.acceptance.pending import Answer, Pending
from execbook.acceptance.results import pages_of
from execbook.baseline import bands
from execbook.book import Book
from execbook.check.accepted import bands as rules
from execbook.trials import seeds


def find(book: Book) -> Iterator[Pending]:
    """A project without measured bands accepts none."""
    if not book.project.path(bands.FILE).is_file():
        return
    known = bands.read(book.project)
    wanted = {one.id: book.project.relative(one.path) for one in bands.trained(book.snippets.values())}
    for example_id in sorted(known.keys() - wanted.keys()):
        yield Pending("band", example_id, (), "is no longer a training")
    problems = list(rules.bands(book))
    for example_id, path in wanted.items():
        found = [one.message for one in problems if one.path == path or f"of {example_id}," in one.message]
        if found:
            state = "is to be measured with other seeds" + ("" if example_id in known else ", as it is new")
            yield Pending("band", example_id, pages_of(book, example_id), state, tuple(found))


def accept(book: Book, items: Sequence[Pending], answer: Answer) -> list[str]:
    """Measure again, and write what was measured: it takes as long as `answer.seeds` runs of each."""
    known, names = bands.read(book.project), {one.name for one in items}
    chosen = [one for one in bands.trained(book.snippets.values()) if one.id in names]
    measured = seeds.measure(book, chosen, answer.seeds, answer.done)
    lines = seeds.table(measured, known, book.records) if measured else []
    kept = {name: one for name, one in known.items() if name not in names}
    bands.write(book.project, {**kept, **measured})
    return lines
