"""Update the records: of the examples, and of their variants with other values of their knobs."""

import contextlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from execbook.book.turned import INDEX, keys_of
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.records import keys
from execbook.records.store import Store
from execbook.runs import runner
from execbook.runs.dispatch import Job, dispatch, estimate_seconds
from execbook.runs.exclusive import clean_up_on_sigterm, exclusive_run
from execbook.runs.forkserver import CAN_FORK, ForkServer
from execbook.runs.recording import record_of, with_context
from execbook.runs.runner import Progress, RunReport
from execbook.runs.task import Outcome, Task
from execbook.sources import knobs, labels
from execbook.sources.knobs import Variant
from execbook.sources.snippets import read_all


def run(
    project: Project,
    ids: Collection[str] | None = None,
    *,
    jobs: int | None = None,
    force: bool = False,
    fresh_interpreter: bool = False,
    shard: tuple[int, int] | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    server: ForkServer | None = None,
) -> RunReport:
    """Run what has no fresh record: the examples, as `runner.run` does, and then their variants.

    The report names a variant by its values, such as `clustering/moons?eps=0.1`. Raises ProblemError as
    `runner.run`; knobs that cannot be read or do not fit are reported by a rule, and run nothing.
    """
    report = runner.run(
        project,
        ids,
        jobs=jobs,
        force=force,
        fresh_interpreter=fresh_interpreter,
        shard=shard,
        progress=progress,
        server=server,
    )
    with contextlib.suppress(ProblemError):
        if knobs.load(project):
            broken = {problem.path for problem in report.failed}
            rest = _Variants(project, report, progress)
            rest.run(ids, broken, jobs, force, fresh_interpreter or not CAN_FORK, shard, server)
    return report


class _Variants:
    """One call of `run`, after the examples."""

    def __init__(self, project: Project, report: RunReport, progress: Callable[[Progress], None]):
        self.project, self.report, self.progress = project, report, progress
        self.store = Store(project)
        self.started = time.monotonic()
        self.total = self.fresh = self.done = self.failed = 0
        self.running: set[str] = set()

    def run(
        self,
        ids: Iterable[str] | None,
        broken: Collection[str],
        workers: int | None,
        force: bool,
        fresh_interpreter: bool,
        shard: tuple[int, int] | None,
        server: ForkServer | None,
    ) -> None:
        """broken: files of examples that fail as they are, whose variants are not run."""
        with clean_up_on_sigterm(), exclusive_run(self.project, lambda: self.progress(Progress("waiting"))):
            snippets, _ = read_all(self.project)
            variants = {
                one.name: one
                for found in knobs.of(knobs.load(self.project), snippets).values()
                for one in found
                if self.project.relative(one.snippet.path) not in broken
            }
            wanted = None if ids is None else {*ids}
            chosen = [one for one in variants.values() if wanted is None or one.snippet.id in wanted]
            if shard:
                chosen = chosen[shard[0] - 1 :: shard[1]]
            known = {name: key for name, key in keys_of(self.project).items() if name in variants}
            current = {**known}
            try:
                planned = self._plan(chosen, current, force, fresh_interpreter)
                self._execute(planned, current, workers or runner.available_cores(), server)
            finally:
                if current != keys_of(self.project):
                    _write(self.store.folder / INDEX, current)
        self.report.seconds += time.monotonic() - self.started

    def _plan(
        self, chosen: Iterable[Variant], current: dict[str, str], force: bool, fresh_interpreter: bool
    ) -> dict[str, Job]:
        """The jobs by the variant's name. current: keys by name; those of fresh records are noted there."""
        catalogues, settings = labels.load(self.project), self.project.settings
        late = {name.partition(".")[0] for name in settings.preload_last}
        planned: dict[str, Job] = {}
        for variant in chosen:
            snippet, self.total = variant.snippet, self.total + 1
            parts = keys.key_parts(snippet, catalogues, settings)
            key = keys.key(parts)
            if not force and self.store.load(key):
                self.fresh += 1
                self.report.fresh.append(variant.name)
                current[variant.name] = key
                continue
            drawing, heavy = keys.draws(snippet), bool(snippet.modules & late)
            task = Task(
                id=snippet.id,
                filename=snippet.filename,
                source=snippet.source,
                seconds=snippet.limits.seconds,
                megabytes=snippet.limits.megabytes,
                output_kilobytes=snippet.limits.output_kilobytes,
                draws=drawing,
                labels=labels.for_run(catalogues, settings.languages, snippet) if drawing else {},
                fresh=fresh_interpreter,
            )
            own = self.store.current_record(snippet.id)
            seconds = own.seconds if own else estimate_seconds(snippet, heavy)
            planned[variant.name] = Job(snippet, key, parts, task, seconds, heavy)
        return planned

    def _execute(
        self, planned: Mapping[str, Job], current: dict[str, str], workers: int, server: ForkServer | None
    ) -> None:
        self._notify("planned")
        if not planned:
            return
        jobs, names = [*planned.values()], {job.key: name for name, job in planned.items()}
        with contextlib.ExitStack() as stack:
            if server is None:
                chosen, load = [job.snippet for job in jobs], not all(job.task.fresh for job in jobs)
                server = stack.enter_context(runner.server_for(self.project, chosen, load))
            for job, outcome in stack.enter_context(contextlib.closing(dispatch(jobs, server, workers))):
                name = names[job.key]
                if outcome is None:
                    self.running.add(name)
                    self._notify("started", name)
                else:
                    self._ended(name, job, outcome, current)

    def _ended(self, name: str, job: Job, outcome: Outcome, current: dict[str, str]) -> None:
        self.running.discard(name)
        if outcome.problems:
            self.failed += 1
            path = self.project.relative(job.snippet.path)
            self.report.failed += [_told(with_context(one, path, outcome), name) for one in outcome.problems]
            self._notify("failed", name)
            return
        record, texts = record_of(job, outcome, self.project)
        self.store.save(record, texts)
        current[name] = job.key
        self.done += 1
        self.report.ran.append(name)
        self._notify("finished", name)

    def _notify(self, event: runner.Event, name: str = "") -> None:
        self.progress(
            Progress(
                event,
                name,
                total=self.total,
                fresh=self.fresh,
                done=self.done,
                failed=self.failed,
                running=tuple(sorted(self.running)),
                seconds=time.monotonic() - self.started,
            )
        )


def _told(problem: Problem, name: str) -> Problem:
    """The problem with the values with which it occurs."""
    setting = name.partition("?")[2].replace("&", ", ")
    return replace(problem, message=f"with {setting}: {problem.message}")


def _write(path: Path, found: Mapping[str, str]) -> None:
    handle, new = tempfile.mkstemp(prefix=".current-", dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(dict(sorted(found.items())), file, ensure_ascii=False, indent=1)
    Path(new).replace(path)
