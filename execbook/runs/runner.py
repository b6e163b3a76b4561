"""Update the records: find the snippets without a fresh record, run them, store the results."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from execbook.problems import Problem, did_you_mean, raise_if_any
from execbook.project import Project
from execbook.records import keys
from execbook.records.store import Store
from execbook.runs.dispatch import Job, dispatch, estimate_seconds
from execbook.runs.exclusive import clean_up_on_sigterm, exclusive_run
from execbook.runs.forkserver import CAN_FORK, ForkServer
from execbook.runs.recording import record_of, with_context
from execbook.runs.task import Outcome, Task
from execbook.sources import labels
from execbook.sources.snippets import Snippet, read_all

Event = Literal["waiting", "planned", "started", "finished", "failed"]


@dataclass(frozen=True)
class Progress:
    """The state of a run, sent whenever it changes.

    event: `waiting` for another run of the same project to end, `planned`, or what happened to `id`. total:
    number of requested snippets. fresh: those that need no run. seconds: since the start.
    """

    event: Event
    id: str = ""
    total: int = 0
    fresh: int = 0
    done: int = 0
    failed: int = 0
    running: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def remaining(self) -> int:
        """How many have not been started."""
        return self.total - self.fresh - self.done - self.failed - len(self.running)


@dataclass
class RunReport:
    """The result of a run. ran and fresh: ids. failed: one or more problems for each snippet that failed.

    taken: by id and language the shared translations of labels that a figure has taken and that its last
    record could not take. first: those of these ids that had no record.
    """

    ran: list[str] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    failed: list[Problem] = field(default_factory=list)
    taken: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    first: set[str] = field(default_factory=set)
    seconds: float = 0.0


def run(
    project: Project,
    ids: Iterable[str] | None = None,
    *,
    jobs: int | None = None,
    force: bool = False,
    fresh_interpreter: bool = False,
    shard: tuple[int, int] | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    server: ForkServer | None = None,
) -> RunReport:
    """Run the snippets that have no fresh record, and store the records.

    ids: only these; None means all. jobs: how many at a time, None for one per core. force: also run fresh
    ones. fresh_interpreter: do not fork from loaded modules. shard: part i of n, (1, n) to (n, n). server:
    one that the caller closes (see `server_for`); without it, one is started if needed, and closed.
    Raises ProblemError for unknown ids, never for a snippet that cannot be read or fails: its problems are in
    the report, and the others still finish.
    """
    started = time.monotonic()
    with clean_up_on_sigterm(), exclusive_run(project, lambda: progress(Progress("waiting"))):
        found, broken = read_all(project)  # only now: files may be saved while another run has to end
        if ids is not None:
            ids = list(ids)
            broken = {one: broken[one] for one in ids if one in broken}
        wanted = None if ids is None else [one for one in ids if one not in broken]
        this_run = _Run(project, choose(found, wanted, shard), started, progress)
        this_run.add_broken(broken)
        try:
            if planned := this_run.plan(force, fresh_interpreter):
                this_run.execute(planned, jobs or available_cores(), server)
        finally:
            this_run.update_current(complete=ids is None and shard is None)
    this_run.report.seconds = time.monotonic() - started
    return this_run.report


def server_for(
    project: Project, chosen: Iterable[Snippet], load: bool = True, settings: Mapping[str, str] | None = None
) -> ForkServer:
    """A fork server for these snippets, which the caller closes.

    load: whether it imports their packages. settings: environment variables that replace those of recorded
    runs.
    """
    chosen = list(chosen)
    modules = {name for snippet in chosen for name in snippet.imports}
    modules |= {"matplotlib.pyplot" for snippet in chosen if keys.draws(snippet)}
    own = project.settings
    environment = {**own.environment, **(settings or {})}
    return ForkServer(
        modules,
        project.build / "cache",
        load,
        environment,
        preload=own.preload,
        preload_last=own.preload_last,
    )


def choose(
    found: Mapping[str, Snippet], ids: Iterable[str] | None = None, shard: tuple[int, int] | None = None
) -> list[Snippet]:
    """The snippets with these ids, or all, or one shard of them. found: all snippets, by id.

    Raises ProblemError for unknown ids.
    """
    if ids is not None:
        wanted = list(dict.fromkeys(ids))
        raise_if_any(
            Problem(
                "",
                0,
                f"there is no example {name!r}",
                did_you_mean(name, found, "examples"),
                "unknown-example",
            )
            for name in wanted
            if name not in found
        )
        found = {name: found[name] for name in sorted(wanted)}
    chosen = list(found.values())
    if shard:
        part, parts = shard
        chosen = chosen[part - 1 :: parts]
    return chosen


def available_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Run:
    """One call of `run`."""

    def __init__(
        self,
        project: Project,
        chosen: list[Snippet],
        started: float,
        progress: Callable[[Progress], None],
    ):
        self.project, self.chosen, self.started, self.progress = project, chosen, started, progress
        self.store = Store(project)
        self.report = RunReport()
        self.current: dict[str, str] = {}
        self.failed: set[str] = set()
        self.former: dict[str, list[str]] = {}
        self.running: set[str] = set()
        self.broken: set[str] = set()

    def add_broken(self, problems: Mapping[str, Iterable[Problem]]) -> None:
        """Report snippets that cannot be read; their last records are kept."""
        self.broken.update(problems)
        self.report.failed += [one for found in problems.values() for one in found]

    def plan(self, force: bool, fresh_interpreter: bool) -> list[Job]:
        """The jobs for all snippets that have to run."""
        jobs: list[Job] = []
        self.catalogues = labels.load(self.project)
        catalogues, settings = self.catalogues, self.project.settings
        late = {name.partition(".")[0] for name in settings.preload_last}
        known = self.store.current()
        for snippet in self.chosen:
            parts = keys.key_parts(snippet, catalogues, settings)
            key = keys.key(parts)
            if not force and self.store.load(key):
                self.report.fresh.append(snippet.id)
                self.current[snippet.id] = key
                continue
            last = self.store.load(known[snippet.id]) if snippet.id in known else None
            if last:
                self.former[snippet.id] = last.key_parts.get("labels", "").split("; ")
            drawing = keys.draws(snippet)
            usable = labels.for_run(catalogues, settings.languages, snippet) if drawing else {}
            task = Task(
                id=snippet.id,
                filename=snippet.filename,
                source=snippet.source,
                seconds=snippet.limits.seconds,
                megabytes=snippet.limits.megabytes,
                output_kilobytes=snippet.limits.output_kilobytes,
                draws=drawing,
                labels=usable,
                elsewhere={
                    language: sorted(catalogues[language].shared.keys() - entries.keys())
                    for language, entries in usable.items()
                    if entries is not None
                },
                fresh=fresh_interpreter or not CAN_FORK,
            )
            heavy = bool(snippet.modules & late)
            seconds = last.seconds if last else estimate_seconds(snippet, heavy)
            jobs.append(Job(snippet, key, parts, task, seconds, heavy))
        self._notify("planned")
        return jobs

    def execute(self, jobs: list[Job], workers: int, server: ForkServer | None) -> None:
        """Run the jobs and store their results."""
        with contextlib.ExitStack() as stack:
            if server is None:
                chosen, load = [job.snippet for job in jobs], not all(job.task.fresh for job in jobs)
                server = stack.enter_context(server_for(self.project, chosen, load))
            events = stack.enter_context(contextlib.closing(dispatch(jobs, server, workers)))
            for job, outcome in events:
                if outcome is None:
                    self.running.add(job.snippet.id)
                    self._notify("started", job.snippet.id)
                else:
                    self._ended(job, outcome)

    def update_current(self, complete: bool) -> None:
        """Store which records are current, and forget those long unread.

        complete: all snippets were included, so others were deleted.
        """
        former = self.store.current()
        present = {snippet.id for snippet in self.chosen} | self.broken
        kept = {name: key for name, key in former.items() if not complete or name in present}
        now = kept | self.current
        if now != former:
            self.store.set_current(now)
        self.store.forget()

    def _ended(self, job: Job, outcome: Outcome) -> None:
        snippet = job.snippet
        self.running.discard(snippet.id)
        if outcome.problems:
            self.failed.add(snippet.id)
            path = self.project.relative(snippet.path)
            self.report.failed += [with_context(problem, path, outcome) for problem in outcome.problems]
            self._notify("failed", snippet.id)
            return
        record, texts = record_of(job, outcome, self.project)
        self.store.save(record, texts)
        self.current[snippet.id] = job.key
        self.report.ran.append(snippet.id)
        former = self.former.get(snippet.id)
        shared = {
            language: found
            for language, entries in outcome.taken.items()
            if (found := self._newly_shared(snippet, language, entries))
        }
        if shared:
            self.report.taken[snippet.id] = shared
            if former is None:
                self.report.first.add(snippet.id)
        self._notify("finished", snippet.id)

    def _newly_shared(self, snippet: Snippet, language: str, taken: Mapping[str, str]) -> dict[str, str]:
        """Of the translations that a figure has taken, the shared ones that its last record could not."""
        catalogue, former = self.catalogues[language], self.former.get(snippet.id, ())
        return {
            label: translation
            for label, translation in taken.items()
            if label in catalogue.shared
            and label not in catalogue.own.get(snippet.id, {})
            and keys.label_entry(label, translation, language) not in former
        }

    def _notify(self, event: Event, snippet_id: str = "") -> None:
        self.progress(
            Progress(
                event,
                snippet_id,
                total=len(self.chosen),
                fresh=len(self.report.fresh),
                done=len(self.report.ran),
                failed=len(self.failed),
                running=tuple(sorted(self.running)),
                seconds=time.monotonic() - self.started,
            )
        )
