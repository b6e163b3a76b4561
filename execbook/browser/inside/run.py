"""Run one file in this interpreter as if it were alone, and report what it prints and draws.

Called from JavaScript with texts, so that the worker around it need not know Python: see `python.js`.
"""

from __future__ import annotations

import importlib
import io
import json
import os
import sys
import time
import traceback
import types
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pyodide.code import find_imports

from execbook.browser.inside.clean_state import CleanState

BACKEND = "execbook.figures.drawing.backend"
MOST_OUTPUT = 256_000
"""Characters after which a run is ended: a page cannot show more, and an endless loop never stops."""
PAUSE = 0.1
"""Seconds between two messages with output."""

os.environ["MPLBACKEND"] = f"module://{BACKEND}"
_clean_state = CleanState()

Post = Callable[[str, str], object]


@dataclass(frozen=True)
class Task:
    """A file to be run. language: of the figures' labels. labels: their Korean by English."""

    id: str
    filename: str
    source: str
    language: str = "en"
    labels: dict[str, str] = field(default_factory=dict)


@dataclass
class Result:
    """What a run left. errors: what went to standard error. error: what ended it, empty if nothing did.

    line: the file's line at fault, counted from 1; 0 if none is. missing: a module that is not there.
    figures: for each `svg`, `title`, `description` in the task's language and its `structure`.
    """

    output: str = ""
    errors: str = ""
    error: str = ""
    traceback: str = ""
    line: int = 0
    missing: str = ""
    figures: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0


def run(task: str, post: Post) -> str:
    """Run a `Task` given as JSON; returns the `Result` as JSON.

    post: called with `output` or `errors` and a text while the file runs.
    """
    return json.dumps(asdict(_run(Task(**json.loads(task)), post)), ensure_ascii=False)


def _run(task: Task, post: Post) -> Result:
    result = Result()
    imports = [name.partition(".")[0] for name in find_imports(task.source)]
    folder = _clean_state.prepare([*(["numpy"] if find_spec("numpy") else []), *imports])
    script = folder / task.filename
    script.write_text(task.source, "utf-8")
    backend = _backend(task) if "matplotlib" in imports else None
    output, errors = _Stream(post, "output"), _Stream(post, "errors")
    former = sys.stdout, sys.stderr, sys.modules["__main__"], sys.argv
    sys.stdout, sys.stderr, sys.argv = output, errors, [task.filename]
    sys.path.insert(0, str(folder))
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    module.__file__ = str(script)
    started = time.perf_counter()
    try:
        exec(compile(task.source, str(script), "exec", dont_inherit=True), module.__dict__)
        if backend:
            backend.finish()
    except SystemExit as error:
        if error.code not in (None, 0):
            _explain(error, script, result)
    except BaseException as error:
        _explain(error, script, result)
    finally:
        result.seconds = time.perf_counter() - started
        output.flush()
        errors.flush()
        sys.stdout, sys.stderr, sys.modules["__main__"], sys.argv = former
    result.output, result.errors = output.text(), errors.text()
    if backend:
        result.figures = [_figure(figure, task.language) for figure in backend._session.captured]
    return result


def _backend(task: Task) -> types.ModuleType:
    """The engine's own drawing, which shows a label without Korean as it is."""
    from execbook.browser.inside import matplotlib_38

    matplotlib_38.adapt()
    backend = importlib.import_module(BACKEND)
    translation = importlib.import_module("execbook.figures.drawing.translation")
    translate = getattr(translation, "strict", translation.translate)
    translation.strict = translate

    def lenient(text: str, entries: dict[str, str]) -> str:
        try:
            return translate(text, entries)
        except translation.MissingLabel:
            return text

    translation.translate = lenient
    backend.LANGUAGES = (task.language,)
    backend.begin(task.labels, f"{task.id}-here")
    return backend


def _figure(figure: Any, language: str) -> dict[str, Any]:
    return {
        "svg": figure.svg[language],
        "title": figure.title[language],
        "description": figure.description[language],
        "structure": figure.structure,
    }


def _explain(error: BaseException, script: Path, result: Result) -> None:
    """Note what an exception says, and where in the file it arose."""
    found = traceback.TracebackException.from_exception(error)
    own = [frame.filename == str(script) for frame in found.stack]
    lines = [frame.lineno for frame, is_own in zip(found.stack, own, strict=True) if is_own]
    del found.stack[: own.index(True) if any(own) else len(own)]
    if isinstance(error, SyntaxError) and error.filename == str(script):
        lines = [error.lineno]
    result.error = "".join(found.format_exception_only()).strip().splitlines()[-1]
    result.traceback = "".join(found.format()).replace(f"{script.parent}/", "")
    result.line = lines[-1] or 0 if lines else 0
    while error is not None:
        if isinstance(error, ModuleNotFoundError):
            result.missing = (error.name or "").partition(".")[0]
        error = error.__cause__ or error.__context__


class _Stream(io.TextIOBase):
    """Standard output or error: keeps what is written, and posts it a few times a second."""

    def __init__(self, post: Post, kind: str):
        self._post, self._kind = post, kind
        self._written: list[str] = []
        self._size = 0
        self._waiting: list[str] = []
        self._posted = time.perf_counter()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._size += len(text)
        self._waiting.append(text)
        if self._size > MOST_OUTPUT:
            raise RuntimeError(f"more than {MOST_OUTPUT} characters were printed")
        if time.perf_counter() - self._posted > PAUSE:
            self.flush()
        return len(text)

    def flush(self) -> None:
        if self._waiting:
            text = "".join(self._waiting)
            self._written.append(text)
            self._waiting.clear()
            self._post(self._kind, text)
        self._posted = time.perf_counter()

    def text(self) -> str:
        return "".join(self._written)
