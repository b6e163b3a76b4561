"""Whether results are still those that were accepted."""

from collections.abc import Iterator

from execbook.baseline import files, tolerances, variants
from execbook.baseline.drift import drifts
from execbook.baseline.report import Places, table
from execbook.baseline.tolerance import Tolerances
from execbook.book import Book
from execbook.book.turned import example_of, names_of, records_of
from execbook.check.rules import publishing_rule
from execbook.problems import COMMAND, Problem, ProblemError

MOST_ROWS = 12
"""How many differences of one example a problem lists."""


@publishing_rule("baseline-line", "Every line of the accepted results is valid.")
@publishing_rule("tolerance", "Every tolerance is valid, has an effect and has a reason.")
@publishing_rule("dead-baseline", "Accepted results belong to examples that exist.")
@publishing_rule("dead-tolerance", "Every tolerance is for a result that exists.")
@publishing_rule("new-example", "The results of every example have been accepted.", house=True)
@publishing_rule("drift", "Every result is within its tolerance of the one that was accepted.")
def results(book: Book) -> Iterator[Problem]:
    """Compare results. Examples without a record are reported by another rule."""
    project = book.project
    if not files.folder_of(project).is_dir():
        return
    try:
        baseline, declared = files.read(project), tolerances.of_book(book)
    except ProblemError as error:
        yield from error.problems
        return
    for example_id in baseline.keys() - names_of(book):
        message = f"has results of {example_id}, which is no longer an example"
        cure = f"run `{COMMAND} accept {example_of(example_id)}`"
        yield Problem(files.path_of(project, example_id), 0, message, cure, "dead-baseline")
    for one in declared.unused(baseline):
        message = f"has an override for {', '.join(one.lines)} of {one.example}, which matches nothing"
        cure = "delete it, or correct its name"
        yield Problem(project.named(tolerances.FILE), 0, message, cure, "dead-tolerance")
    yield from _drift(book, baseline, declared)


def _drift(book: Book, baseline: files.Baseline, declared: Tolerances) -> Iterator[Problem]:
    places: Places | None = None
    for name, record in records_of(book).items():
        accept = f"{COMMAND} accept {record.id}"
        setting = name.removeprefix(record.id).replace("?", "with ").replace("&", ", ")
        if name not in baseline:
            message = f"{setting or 'it'} is new: its results have not been accepted yet"
            yield Problem(record.source, 0, message.removeprefix("it "), accept, "new-example")
        elif drifted := drifts(record.id, variants.lines_of(baseline, name), record, declared):
            places = places or Places(book)
            rows = table(drifted[:MOST_ROWS], places)
            if len(drifted) > MOST_ROWS:
                rows.append(f"and {len(drifted) - MOST_ROWS} more")
            message = f"{f'{setting} ' if setting else ''}its results have drifted:" + "".join(
                f"\n    {row}" for row in rows
            )
            yield Problem(record.source, 0, message, f"correct it, or accept it: {accept}", "drift")
