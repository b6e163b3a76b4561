"""Run texts of examples under another environment and store nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace

from execbook.baseline.lines import Lines, lines_of
from execbook.book import Book
from execbook.records import keys
from execbook.runs import runner
from execbook.runs.dispatch import Job, dispatch, guess
from execbook.runs.exclusive import ending_tidily
from execbook.runs.forkserver import CAN_FORK
from execbook.runs.task import Outcome, Task
from execbook.sources.snippets import Snippet

PATIENCE = 10
"""A trial may take so many times as long as a run for the record: slow settings are what it is about."""


@dataclass(frozen=True)
class Trial:
    """One run to be made. name: what its result is asked for by. source: the text to run as the snippet."""

    name: str
    snippet: Snippet
    source: str


def run(
    book: Book,
    trials: list[Trial],
    settings: Mapping[str, str] | None = None,
    *,
    fresh: bool = False,
    done: Callable[[str], None] = lambda name: None,
) -> dict[str, Outcome]:
    """The outcomes by name. fresh: an interpreter for each, where settings would make a parent start threads.

    done: called with the name of each trial that has ended. Raises ProblemError when labels cannot be read.
    """
    fresh = fresh or not CAN_FORK
    jobs = [_job(trial, book, fresh) for trial in trials]
    outcomes: dict[str, Outcome] = {}
    chosen = [trial.snippet for trial in trials]
    server = runner.server_for(book.project, chosen, not fresh, settings)
    with ending_tidily(), server, closing(dispatch(jobs, server, runner.available_cores())) as events:
        for job, outcome in events:
            if outcome:
                outcomes[job.task.id] = outcome
                done(job.task.id)
    return outcomes


def lines_of_outcome(outcome: Outcome) -> Lines:
    return lines_of(outcome.output, outcome.values, [figure["structure"] for figure in outcome.figures])


def _job(trial: Trial, book: Book, fresh: bool) -> Job:
    snippet, draws = trial.snippet, keys.draws(trial.snippet)
    task = Task(
        id=trial.name,
        filename=snippet.filename,
        source=trial.source,
        seconds=snippet.limits.seconds * PATIENCE,
        megabytes=snippet.limits.megabytes * 2,
        output_kilobytes=snippet.limits.output_kilobytes,
        draws=draws,
        labels=book.labels.relevant(replace(snippet, source=trial.source)) if draws else {},
        fresh=fresh,
    )
    record = book.records.get(snippet.id)
    return Job(snippet, "", {}, task, record.seconds if record else guess(snippet))
