"""The gallery as a book of the engine, and what comes of its examples there."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from execbook.book import Book
from execbook.cli import progress
from execbook.figures.shown import table
from execbook.figures.shown.lighter import lighter
from execbook.figures.shown.points_csv import as_csv
from execbook.figures.shown.standalone import standalone
from execbook.problems import Problem
from execbook.project import Project
from execbook.runs import runner
from tools.gallery.kinds import FAULT, Failure, kind_of

OF_THE_ENGINE = {"engine", "fork-server"}
SUSPECT = {"exception", "memory-limit", "no-end", "time-limit"}
"""Rules of problems that are the engine's if the file runs to its end without it."""
SAID = {"stderr", "warning"}
"""Rules of problems that are the engine's if the file does not say the same without it."""
NO_GLYPH = "no font has a character"
QUIET = "ignore:FigureCanvasAgg is non-interactive"
"""What Agg warns of where a file shows a figure."""
SECONDS = 60
"""How long a file may run without the engine, as long as with it."""
DRAWING = """
import io, matplotlib.pyplot
for number in matplotlib.pyplot.get_fignums():
    matplotlib.pyplot.figure(number).savefig(io.BytesIO())
"""


def book_of(root: Path, examples: Mapping[str, str], languages: Iterable[str]) -> Project:
    """A book at `root` with these examples, by id, and with no translations: labels are as they are."""
    shutil.rmtree(root / "snippets", ignore_errors=True)
    for example_id, source in examples.items():
        path = root / f"snippets/{example_id}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    (root / "mkdocs.yml").write_text("site_name: Gallery\n", "utf-8")
    settings = f"[tool.execbook]\nlanguages = {json.dumps(list(languages))}\n"
    (root / "pyproject.toml").write_text(settings, "utf-8")
    return Project(root)


def failures(project: Project, ids: Iterable[str]) -> dict[str, Failure]:
    """What fails of these examples, by id.

    Those without a fresh record run, and the figures of all are prepared for pages.
    """
    with progress.shown() as show:
        report = runner.run(project, ids, progress=show)
    problems: dict[str, list[Problem]] = {}
    for problem in report.failed:
        name = problem.path.removeprefix(f"{project.snippets.name}/").removesuffix(".py")
        problems.setdefault(name, []).append(problem)
    found = {name: _failure(project, name, of_one) for name, of_one in problems.items()}
    book = Book(project)
    for name in (*report.ran, *report.fresh):
        if fault := _fault_of_showing(book, name):
            found[name] = Failure(FAULT, fault)
    return dict(sorted(found.items()))


def _failure(project: Project, example_id: str, problems: list[Problem]) -> Failure:
    message = problems[0].message.split("\n")[0].replace(sys.prefix, ".venv")
    if any(one.rule in OF_THE_ENGINE for one in problems):
        return Failure(FAULT, problems[0].message)
    if is_of_the_engine(problems[0], project.snippets / f"{example_id}.py"):
        return Failure(FAULT, f"only with the engine, line {problems[0].line}: {message}")
    siblings = {path.stem for path in (project.snippets / example_id).parent.glob("*.py")}
    return Failure(kind_of(problems[0], siblings), message)


def is_of_the_engine(problem: Problem, path: Path) -> bool:
    """Whether a plain interpreter, which draws the same figures, has no such problem with the file."""
    message = problem.message.split("\n")[0]
    if problem.rule in SUSPECT:
        return alone(path)[0] == 0
    if problem.rule in SAID:
        code, said = alone(path)
        text = message.partition(": ")[2][:40]
        return code == 0 and (text not in said if text else not said)
    return NO_GLYPH in message and "glyph" not in alone(path)[1].lower()


def alone(path: Path) -> tuple[int, str]:
    """Exit code and standard error of a plain interpreter that runs the file and draws its figures.

    It runs in an empty folder, without a display, and is ended after SECONDS.
    """
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / path.name).write_text(path.read_text("utf-8") + DRAWING, "utf-8")
        plain = subprocess.Popen(
            [sys.executable, "-W", QUIET, path.name],
            cwd=folder,
            env=environment | {"MPLBACKEND": "agg"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        try:
            _, said = plain.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(plain.pid, signal.SIGKILL)
            _, said = plain.communicate()
        return plain.returncode, said


def _fault_of_showing(book: Book, example_id: str) -> str:
    """What the engine raises when it prepares the figures of an example for pages; empty if nothing."""
    try:
        for figure in range(len(book.records[example_id].figures)):
            for language in book.project.languages:
                table.tables(book, example_id, figure, language)
                as_csv(book, example_id, figure, language)
                drawing = book.svg(example_id, figure, language)
                lighter(drawing[drawing.index("<svg") :])
                standalone(drawing)
    except Exception as error:
        return f"its figure cannot be shown: {type(error).__name__}: {error}"
    return ""
