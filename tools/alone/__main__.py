"""Run what readers take away, by itself, where its last run is stale (`make alone`)."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from execbook.book import Book
from execbook.cli import progress
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.runs import runner
from tools.alone import kept
from tools.alone.trials import Trial, trials

ROOT = Path(__file__).resolve().parent.parent.parent


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(prog="alone", description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="only this example, page, lab or part")
    parser.add_argument("--all", action="store_true", help="also run what is not stale")
    options = parser.parse_args(arguments)
    project = Project(root)
    try:
        failed = [*runner.run(project).failed] or run(project, options.ids, options.all)
    except ProblemError as error:
        failed = error.problems
    for problem in failed:
        print(problem, file=sys.stderr)
    return int(bool(failed))


def run(project: Project, ids: Sequence[str] = (), everything: bool = False) -> list[Problem]:
    """Run what is chosen and stale, and keep what has passed. Returns what has failed."""
    found = trials(Book(project))
    passed = kept.load(project)
    chosen = [one for one in found if not ids or any(f"{one.id}/".startswith(f"{name}/") for name in ids)]
    waiting = chosen if everything else stale(chosen, passed)
    failed: list[Problem] = []
    started, names = time.monotonic(), [one.name for one in found]

    with progress.shown() as show, ThreadPoolExecutor(runner.available_cores()) as pool:

        def report(event: runner.Event, name: str = "") -> None:
            seconds = time.monotonic() - started
            counts = len(chosen), len(chosen) - len(waiting), done - len(failed), len(failed)
            show(runner.Progress(event, name, *counts, (), seconds))

        done = 0
        report("planned")
        running = {pool.submit(fault_of, one): one for one in waiting}
        try:
            for future in as_completed(running):
                one, done = running[future], done + 1
                passed.pop(one.name, None)
                if fault := future.result():
                    failed.append(problem_of(one, fault))
                else:
                    passed[one.name] = one.key
                kept.save(project, passed, names)
                report("failed" if fault else "finished", one.name)
        finally:
            pool.shutdown(cancel_futures=True)
    print(f"{len(waiting)} run, {len(chosen) - len(waiting)} known, {len(failed)} failed")
    return sorted(failed)


def stale(found: Iterable[Trial], passed: Mapping[str, str]) -> list[Trial]:
    """Of these trials those that have not passed as they are."""
    return [one for one in found if passed.get(one.name) != one.key]


def fault_of(trial: Trial) -> str:
    """Why a trial fails, a sentence; empty if it passes."""
    with tempfile.TemporaryDirectory(prefix="alone-") as folder:
        return trial.run(Path(folder))


def problem_of(trial: Trial, fault: str) -> Problem:
    """A trial that failed, with its file and what to do."""
    fix = f"correct it, then run: make alone ARGS={trial.id}"
    return Problem(trial.file, 0, f"{trial.name}, {fault}", fix, "alone")


if __name__ == "__main__":
    sys.exit(main())
