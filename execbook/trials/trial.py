"""Run texts of examples under another environment, without storing the results."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace

from execbook.baseline.lines import Lines, lines_of
from execbook.book import Book
from execbook.records import keys
from execbook.runs import runner
from execbook.runs.dispatch import Job, dispatch, estimate_seconds
from execbook.runs.exclusive import clean_up_on_sigterm
from execbook.runs.forkserver import CAN_FORK
from execbook.runs.task import Outcome, Task
from execbook.sources.labels import for_run
from execbook.sources.snippets import Snippet

TIME_FACTOR = 10
"""By how much the time limit of a recorded run is multiplied, as the settings may be slow."""


@dataclass(frozen=True)
class Trial:
    """One run to be executed. name: identifies its outcome. source: the text to run as the snippet."""

    name: str
    snippet: Snippet
    source: str


def run(
    book: Book,
    trials: list[Trial],
    settings: Mapping[str, str] | None = None,
    *,
    fresh: bool = False,
    done: Callable[[str, Outcome], None] = lambda _, __: None,
) -> dict[str, Outcome]:
    """The outcomes by name. fresh: a new interpreter for each, if settings make a parent start threads.

    done: called with the name and the outcome of each trial that has ended.
    Raises ProblemError if labels cannot be read.
    """
    fresh = fresh or not CAN_FORK
    jobs = [_job(trial, book, fresh) for trial in trials]
    outcomes: dict[str, Outcome] = {}
    chosen = [trial.snippet for trial in trials]
    server = runner.server_for(book.project, chosen, not fresh, settings)
    with clean_up_on_sigterm(), server, closing(dispatch(jobs, server, runner.available_cores())) as events:
        for job, outcome in events:
            if outcome:
                outcomes[job.task.id] = outcome
                done(job.task.id, outcome)
    return outcomes


def lines_of_outcome(outcome: Outcome) -> Lines:
    return lines_of(outcome.output, outcome.values, [figure["structure"] for figure in outcome.figures])


def _job(trial: Trial, book: Book, fresh: bool) -> Job:
    snippet, draws = trial.snippet, keys.draws(trial.snippet)
    task = Task(
        id=trial.name,
        filename=snippet.filename,
        source=trial.source,
        seconds=snippet.limits.seconds * TIME_FACTOR,
        megabytes=snippet.limits.megabytes * 2,
        output_kilobytes=snippet.limits.output_kilobytes,
        draws=draws,
        labels=for_run(book.labels, book.project.languages, replace(snippet, source=trial.source))
        if draws
        else {},
        fresh=fresh,
    )
    record = book.records.get(snippet.id)
    heavy = bool(snippet.modules & {name.partition(".")[0] for name in book.project.settings.preload_last})
    seconds = record.seconds if record else estimate_seconds(snippet, heavy)
    return Job(snippet, "", {}, task, seconds, heavy)
