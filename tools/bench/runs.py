"""Running examples: with the fork server, and with plain interpreters as a reader does."""

import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from execbook.book import Book
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.sources.snippets import Snippet
from tools.bench.measuring import JOBS, Cost, Row, copy_of, execbook, spend


def rows(project: Project, folder: Path, parts: Sequence[str] = ()) -> list[Row]:
    """The ways to run a book's examples. folder: an empty one, for copies.

    parts: only the examples of these, such as `activations`; none means all. Raises ProblemError for an
    unknown part.
    """
    if unknown := [part for part in parts if not (project.snippets / part).is_dir()]:
        message = f"there are no examples in snippets/{unknown[0]}"
        raise ProblemError(Problem("", 0, message, "name a folder of snippets/", "unknown-part"))
    copy = copy_of(project, folder / "runs", records=False)
    for part in copy.snippets.glob("*/"):
        if parts and part.name not in parts:
            shutil.rmtree(part)

    def run() -> Cost:
        return execbook(copy, "run", "--jobs", str(JOBS))

    def run_all() -> Cost:
        shutil.rmtree(copy.build, ignore_errors=True)
        return run()

    examples = len(Book(copy).snippets)
    return [
        Row("run: fork server, nothing recorded yet", run_all, examples),
        Row("run: the same command again", run, examples),
        Row(f"run: plain interpreters, {JOBS} at a time", lambda: _run_plainly(copy, folder), examples),
    ]


def _run_plainly(project: Project, folder: Path) -> Cost:
    """What a reader does: `python name.py` in an empty folder. Figures are drawn and not saved."""

    def run(snippet: Snippet) -> Cost:
        with tempfile.TemporaryDirectory(dir=folder) as empty:
            shutil.copy(snippet.path, empty)
            return spend([sys.executable, snippet.filename], Path(empty), {"MPLBACKEND": "Agg"})

    started = time.perf_counter()
    with ThreadPoolExecutor(JOBS) as pool:
        costs = list(pool.map(run, Book(project).snippets.values()))
    seconds = time.perf_counter() - started
    processor, megabytes = sum(one.processor for one in costs), max(one.megabytes for one in costs)
    return Cost(seconds, processor, megabytes)
