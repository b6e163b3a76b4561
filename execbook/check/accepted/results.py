"""Whether results are still those that were accepted."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.baseline import files, tolerances
from execbook.baseline.drift import drifts
from execbook.baseline.report import Places, table
from execbook.book import Book
from execbook.check.rules import Stage, rule
from execbook.problems import COMMAND, Problem, ProblemError

MOST_ROWS = 12
"""How many differences of one example a problem lists."""


@rule("baseline-line", "Every line of the accepted results can be read.", stage=Stage.PUBLISHING)
@rule("tolerance", "Every tolerance can be read, changes something and has a reason.", stage=Stage.PUBLISHING)
@rule("dead-baseline", "Results are accepted of examples that exist.", stage=Stage.PUBLISHING)
@rule("dead-tolerance", "Every tolerance is for a result that exists.", stage=Stage.PUBLISHING)
@rule("new-example", "The results of every example have been accepted.", stage=Stage.PUBLISHING)
@rule("drift", "Every result is within its tolerance of the one that was accepted.", stage=Stage.PUBLISHING)
def results(book: Book) -> Iterator[Problem]:
    """Compare results; examples without a record are reported elsewhere."""
    project = book.project
    if not files.folder_of(project).is_dir():
        return
    try:
        baseline, declared = files.read(project), tolerances.load(project)
    except ProblemError as error:
        yield from error.problems
        return
    for example_id in baseline.keys() - book.snippets.keys():
        yield Problem(
            files.path_of(project, example_id),
            0,
            f"has results of {example_id}, which is no example any more",
            f"run `{COMMAND} baseline accept`",
            "dead-baseline",
        )
    for one in declared.dead(baseline):
        yield Problem(
            tolerances.PLACE,
            0,
            f"has an override for {', '.join(one.lines)} of {one.example}, which fits nothing",
            "delete it, or correct its name",
            "dead-tolerance",
        )
    yield from _drifted(book, baseline, declared)


def _drifted(book: Book, baseline: files.Baseline, declared: tolerances.Tolerances) -> Iterator[Problem]:
    places: Places | None = None
    for example_id, record in book.records.items():
        accept = f"{COMMAND} baseline accept {example_id}"
        if example_id not in baseline:
            message = "is new: nobody has accepted its results yet"
            yield Problem(record.source, 0, message, accept, "new-example")
        elif drifted := drifts(example_id, baseline[example_id], record, declared):
            places = places or Places(book)
            rows = table(drifted[:MOST_ROWS], places)
            if len(drifted) > MOST_ROWS:
                rows.append(f"and {len(drifted) - MOST_ROWS} more")
            message = "its results have drifted:" + "".join(f"\n    {row}" for row in rows)
            yield Problem(record.source, 0, message, f"correct it, or accept it: {accept}", "drift")
