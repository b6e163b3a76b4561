"""Bring the records up to date: find what has no fresh record, run it, store what came out."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.project import Project
from execbook.records import keys
from execbook.records.store import Store
from execbook.runs.dispatch import Job, dispatch, guess
from execbook.runs.exclusive import ending_tidily, only_run
from execbook.runs.forkserver import CAN_FORK, ForkServer
from execbook.runs.recording import placed, record_of
from execbook.runs.task import Outcome, Task
from execbook.sources import labels
from execbook.sources.snippets import Snippet, read_all


@dataclass(frozen=True)
class Progress:
    """How far a run is; sent whenever that changes.

    event: `waiting` for another run of the same project to end, `planned`, or what happened to `id`. total:
    all snippets asked for. fresh: those that need no run. seconds: since the start.
    """

    event: Literal["waiting", "planned", "started", "finished", "failed"]
    id: str = ""
    total: int = 0
    fresh: int = 0
    done: int = 0
    failed: int = 0
    running: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def left(self) -> int:
        """How many have not been started."""
        return self.total - self.fresh - self.done - self.failed - len(self.running)


@dataclass
class RunReport:
    """What a run did. ran and fresh: ids. failed: one problem or more for each snippet that failed."""

    ran: list[str] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    failed: list[Problem] = field(default_factory=list)
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

    ids: only these; None means all. jobs: how many at a time, None for one per core. force: run even what is
    fresh. fresh_interpreter: do not fork from loaded modules. shard: part i of n, (1, n) to (n, n). server:
    one that is kept by the caller (see `server_for`); else one is started when it is needed, and ended.
    Raises ProblemError for what makes running impossible (files that cannot be read, unknown ids), never for
    a snippet that fails: its problems are in the report, and the others still finish.
    """
    started = time.monotonic()
    with ending_tidily(), only_run(project, lambda: progress(Progress("waiting"))):
        found = read_all(project)  # only now: files may be saved while another run has to end
        work = _Work(project, choose(found, ids, shard), started, progress)
        try:
            if waiting := work.plan(force, fresh_interpreter):
                work.execute(waiting, jobs or available_cores(), server)
        finally:
            work.settle(complete=ids is None and shard is None)
    work.report.seconds = time.monotonic() - started
    return work.report


def server_for(
    project: Project, chosen: Iterable[Snippet], load: bool = True, settings: Mapping[str, str] | None = None
) -> ForkServer:
    """A fork server for these snippets, which the caller closes.

    load: whether it loads what they import. settings: environment variables in place of those of recorded
    runs.
    """
    modules = {name for snippet in chosen for name in snippet.imports}
    return ForkServer(modules, project.build / "cache", load, settings)


def choose(
    found: Mapping[str, Snippet], ids: Iterable[str] | None = None, shard: tuple[int, int] | None = None
) -> list[Snippet]:
    """Of these snippets, by their ids: the wanted ones, or all, or one shard of them.

    Raises ProblemError for unknown ids.
    """
    if ids is not None:
        wanted = list(dict.fromkeys(ids))
        if unknown := [id for id in wanted if id not in found]:
            raise ProblemError(
                Problem(
                    *("", 0, f"there is no example {id!r}"),
                    *(did_you_mean(id, found, "examples"), "unknown-example"),
                )
                for id in unknown
            )
        found = {id: found[id] for id in sorted(wanted)}
    chosen = list(found.values())
    if shard:
        part, parts = shard
        chosen = chosen[part - 1 :: parts]
    return chosen


def available_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Work:
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
        self.running: set[str] = set()

    def plan(self, force: bool, fresh_interpreter: bool) -> list[Job]:
        """Find out what has to run."""
        jobs: list[Job] = []
        catalogue = labels.load(self.project)
        known = self.store.current()
        for snippet in self.chosen:
            parts = keys.key_parts(snippet, catalogue)
            key = keys.key(parts)
            if not force and self.store.load(key):
                self.report.fresh.append(snippet.id)
                self.current[snippet.id] = key
                continue
            last = self.store.load(known[snippet.id]) if snippet.id in known else None
            task = Task(
                id=snippet.id,
                filename=snippet.filename,
                source=snippet.source,
                seconds=snippet.limits.seconds,
                megabytes=snippet.limits.megabytes,
                output_kilobytes=snippet.limits.output_kilobytes,
                draws=keys.draws(snippet),
                labels=catalogue.relevant(snippet) if keys.draws(snippet) else {},
                fresh=fresh_interpreter or not CAN_FORK,
            )
            jobs.append(Job(snippet, key, parts, task, last.seconds if last else guess(snippet)))
        self._tell("planned")
        return jobs

    def execute(self, jobs: list[Job], at_once: int, server: ForkServer | None) -> None:
        """Run the jobs and store what came out."""
        with contextlib.ExitStack() as stack:
            if server is None:
                chosen, load = [job.snippet for job in jobs], not all(job.task.fresh for job in jobs)
                server = stack.enter_context(server_for(self.project, chosen, load))
            events = stack.enter_context(contextlib.closing(dispatch(jobs, server, at_once)))
            for job, outcome in events:
                if outcome is None:
                    self.running.add(job.snippet.id)
                    self._tell("started", job.snippet.id)
                else:
                    self._ended(job, outcome)

    def settle(self, complete: bool) -> None:
        """Note which records are current. complete: all snippets were looked at, so others are gone."""
        former = self.store.current()
        present = {snippet.id for snippet in self.chosen}
        now = {id: key for id, key in former.items() if not complete or id in present} | self.current
        if now != former:
            self.store.set_current(now)

    def _ended(self, job: Job, outcome: Outcome) -> None:
        snippet = job.snippet
        self.running.discard(snippet.id)
        if outcome.problems:
            self.failed.add(snippet.id)
            path = self.project.relative(snippet.path)
            self.report.failed += [placed(problem, path, outcome) for problem in outcome.problems]
            self._tell("failed", snippet.id)
            return
        record, texts = record_of(job, outcome, self.project)
        self.store.save(record, texts)
        self.current[snippet.id] = job.key
        self.report.ran.append(snippet.id)
        self._tell("finished", snippet.id)

    def _tell(self, event: str, id: str = "") -> None:
        self.progress(
            Progress(
                event,
                id,
                total=len(self.chosen),
                fresh=len(self.report.fresh),
                done=len(self.report.ran),
                failed=len(self.failed),
                running=tuple(sorted(self.running)),
                seconds=time.monotonic() - self.started,
            )
        )
