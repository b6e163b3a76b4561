"""Benchmark (`make bench`): run the examples with the fork server and with plain interpreters.

All methods run alternately, several rounds; the table shows the medians.
"""

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from execbook.book import Book
from execbook.problems import Problem, ProblemError
from execbook.project import Project, find_project
from execbook.sources import snippets

JOBS = 2
"""Number of examples that run in parallel, in every method."""

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Measured:
    """seconds: wall time of each method in each round, by its name. examples: number of examples."""

    seconds: dict[str, list[float]]
    examples: int


def measure(project: Project, rounds: int, parts: Sequence[str] = ()) -> Measured:
    """Time all methods alternately, so that other load on the machine affects all alike.

    parts: only the examples of these, such as `activations`; none means all. Works on a copy: the project's
    own records are unchanged. Raises ProblemError for an unknown part, and when an example fails.
    """
    if unknown := [part for part in parts if not (project.snippets / part).is_dir()]:
        message = f"there are no examples in snippets/{unknown[0]}"
        raise ProblemError(Problem("", 0, message, "name a folder of snippets/", "unknown-part"))
    project.build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=project.build) as folder:
        copy = copy_of(project, Path(folder) / "project")
        for part in copy.snippets.glob("*/"):
            if parts and part.name not in parts:
                shutil.rmtree(part)
        methods: dict[str, Callable[[], None]] = {
            "fork server, nothing recorded yet": lambda: _run_all(copy),
            "the same command again": lambda: _run(copy),
            f"plain interpreters, {JOBS} at a time": lambda: _run_plainly(copy, Path(folder)),
        }
        seconds: dict[str, list[float]] = {name: [] for name in methods}
        for _ in range(rounds):
            for name, method in methods.items():
                started = time.perf_counter()
                method()
                seconds[name].append(time.perf_counter() - started)
        return Measured(seconds, len(Book(copy).snippets.values()))


def table(measured: Measured) -> str:
    """The medians, and each as a multiple of that of the first method."""
    medians = {name: statistics.median(values) for name, values in measured.seconds.items()}
    unit = next(iter(medians.values()))
    rounds = len(next(iter(measured.seconds.values())))
    width = max(map(len, medians))
    lines = [
        f"{measured.examples} examples, {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"median and range of {rounds} rounds",
        f"{'':{width}}  seconds   ratio  range",
    ]
    for name, median in medians.items():
        least, most = min(measured.seconds[name]), max(measured.seconds[name])
        lines.append(f"{name:{width}}  {median:7.2f}  {median / unit:6.3f}  {least:.2f} to {most:.2f}")
    return "\n".join(lines)


def copy_of(project: Project, root: Path) -> Project:
    """A project at `root` with the same examples and labels, and no records."""
    shutil.copytree(project.snippets, root / project.snippets.name)
    for path in project.words.glob("labels.*.toml"):
        (root / project.words.name).mkdir(exist_ok=True)
        shutil.copy(path, root / project.words.name)
    for path in (project.config(project.languages[0]), project.root / "pyproject.toml"):
        if path.is_file():
            shutil.copy(path, root)
    return Project(root)


def _run_all(project: Project) -> None:
    shutil.rmtree(project.build, ignore_errors=True)
    _run(project)


def _run(project: Project) -> None:
    """What `make run` does, including the start of the interpreter."""
    command = [sys.executable, "-m", "execbook", "run", "--jobs", str(JOBS)]
    _succeed(command, project.root, {"PYTHONPATH": str(ROOT)})


def _run_plainly(project: Project, folder: Path) -> None:
    """What a reader does: `python name.py` in an empty folder. Figures are drawn and not saved."""

    def run(snippet: snippets.Snippet) -> None:
        with tempfile.TemporaryDirectory(dir=folder) as empty:
            shutil.copy(snippet.path, empty)
            _succeed([sys.executable, snippet.filename], Path(empty), {"MPLBACKEND": "Agg"})

    with ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(run, Book(project).snippets.values()))


def _succeed(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        last = "\n".join((done.stdout + done.stderr).splitlines()[-8:])
        message = f"{' '.join(command[1:])} failed, so there is nothing to measure:\n{last}"
        raise ProblemError(Problem("", 0, message, "make `make run` succeed first", "bench"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help="only these folders of snippets/")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="number of rounds (default: 3)")
    options = parser.parse_args()
    try:
        print(table(measure(find_project(), max(1, options.rounds), options.parts)))
    except ProblemError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
