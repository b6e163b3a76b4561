"""Run one file in this interpreter as if it were alone, and report what it prints and draws.

Called from JavaScript with texts, so that the worker around it need not know Python: see `worker/python.js`.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from pyodide.code import find_imports  # ty: ignore[import-not-found]  # only there

from execbook.browser.inside import matplotlib_38, scikit_learn_16
from execbook.browser.inside.clean_state import CleanState
from execbook.browser.inside.failure import Failure, explain
from execbook.browser.inside.same import differences
from execbook.browser.inside.stream import Post, captured

NEVER = re.compile(r"(?!)")
BACKEND = "execbook.figures.drawing.backend"

os.environ["MPLBACKEND"] = f"module://{BACKEND}"
_clean_state = CleanState()


@dataclass(frozen=True)
class Task:
    """A file to be run.

    language: of the figures' labels. labels: their translations, empty if they stay as they are. expected:
    what was recorded, if the run is to be compared with it; see `same.differences`.
    """

    id: str
    filename: str
    source: str
    language: str = "en"
    labels: dict[str, str] = field(default_factory=dict)
    expected: dict[str, Any] | None = None


def run(task: str, post: Post) -> str:
    """Run a `Task` given as JSON. Returns, as JSON, the fields of `Failure`, and

    `output` and `errors`, what was printed; `figures`, for each its `svg`, `title` and `description` in the
    task's language; `differs`, see `same.differences`, if asked for; `seconds`, the wall time of the file
    alone.
    """
    return json.dumps(_run(Task(**json.loads(task)), post), ensure_ascii=False)


def _run(task: Task, post: Post) -> dict[str, Any]:
    failure = Failure()
    with folder_for(task.source) as folder, captured(post) as (output, errors):
        script = folder / task.filename
        script.write_text(task.source, "utf-8")
        sys.argv = [task.filename]
        backend = _backend(task) if "matplotlib" in _imports(task.source) else None
        started = time.perf_counter()
        try:
            execute(task.source, script)
            if backend:
                backend.finish()
        except BaseException as error:
            if not (isinstance(error, SystemExit) and error.code in (None, 0)):
                failure = explain(error, script)
        seconds = time.perf_counter() - started
    drawn = backend._session.captured if backend else []
    result = {
        **asdict(failure),
        "output": output.text(),
        "errors": errors.text(),
        "figures": [_figure(figure, task.language) for figure in drawn],
        "seconds": seconds,
    }
    if task.expected is not None:
        result["differs"] = differences(task.expected, output.text(), [figure.structure for figure in drawn])
    return result


@contextmanager
def folder_for(source: str) -> Generator[Path]:
    """An empty folder in which a file with this source can run, in an interpreter as good as new."""
    matplotlib_38.hand_over_fonts()
    numpy = ["numpy"] if find_spec("numpy") else []
    folder = _clean_state.prepare([*numpy, *_imports(source)])
    if "sklearn" in sys.modules and "linear_model" in source:
        scikit_learn_16.adapt()
    arguments, main = sys.argv, sys.modules["__main__"]
    sys.path.insert(0, str(folder))
    try:
        yield folder
    finally:
        sys.argv, sys.modules["__main__"] = arguments, main


def execute(source: str, script: Path, names: dict[str, Any] | None = None) -> dict[str, Any]:
    """Execute a source as the module `__main__` whose file is `script`. Returns its names.

    names: those of a module that goes on, such as a notebook's. Raises whatever the source raises.
    """
    if names is None:
        module = sys.modules["__main__"] = ModuleType("__main__")
        module.__file__ = str(script)
        names = module.__dict__
    exec(compile(source, str(script), "exec", dont_inherit=True), names)
    return names


def _imports(source: str) -> set[str]:
    return {name.partition(".")[0] for name in find_imports(source)}


def _backend(task: Task) -> ModuleType:
    """The engine's own drawing, which here shows a label without translation as it is, in any language."""
    matplotlib_38.adapt()
    backend = importlib.import_module(BACKEND)
    translation = importlib.import_module("execbook.figures.drawing.translation")
    strict = getattr(translation.translate, "__wrapped__", translation.translate)

    def translate(text: str, entries: Mapping[str, str]) -> str:
        try:
            return strict(text, entries)
        except translation.MissingLabel:
            return text

    vars(translate)["__wrapped__"] = strict
    translation.translate = translate  # ty: ignore[invalid-assignment]  # a wrapper
    backend.refusals.HANGUL = NEVER
    backend.begin({task.language: task.labels or None}, f"{task.id}-here")
    return backend


def _figure(figure: Any, language: str) -> dict[str, Any]:
    return {
        "svg": figure.svg[language],
        "title": figure.title[language],
        "description": figure.description[language],
    }
