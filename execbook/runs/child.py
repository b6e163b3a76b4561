"""The process in which one snippet runs: confine it, execute the file, collect its results.

The result goes to the supervisor through a pipe, between two marks; without the end mark it is incomplete.
"""

from __future__ import annotations

import atexit
import builtins
import contextlib
import ctypes
import dataclasses
import faulthandler
import importlib
import io
import os
import random
import signal
import sys
import tempfile
import threading
import time
import traceback
import types
import warnings
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import NoReturn, TextIO

from execbook.problems import FigureError, Problem
from execbook.project import ENGINE
from execbook.runs import confine, exceptions, processes, values
from execbook.runs.task import BACKEND, Outcome, Task

START_MARK = b"start\n"
END_MARK = b"\nend\n"
DRAWING_MARK, DRAWN_MARK = b"<", b">"
"""Between the start mark and the result, around the time in which the engine draws a figure."""
TRACE_SIGNAL = signal.SIGUSR1
"""On this signal the process writes its traceback to the trace pipe."""

ENGINE_FAILED = 70
"""Exit code for a failure of this module, not of the snippet."""

_exit = os._exit


def run(task: Task, base: Path, result: int, trace: int) -> NoReturn:
    """Run a task in this process, then exit.

    base: folder of the run, whose `work` contains the file; the only folder that may be written to. result,
    trace: file descriptors for the result, and for the traceback on a crash or on TRACE_SIGNAL.
    """
    try:
        _Run(task, base, result, trace).execute()
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
        _exit(ENGINE_FAILED)


def main(base: str, result: int, trace: int) -> NoReturn:
    """Run the task in `base/task.json`: the entry point of a fresh interpreter."""
    processes.die_with_parent()
    for descriptor in (result, trace):
        os.set_inheritable(descriptor, False)
    task = Path(base, "task.json").read_text("utf-8")
    run(Task.from_json(task), Path(base), result, trace)


class _Run:
    def __init__(self, task: Task, base: Path, result: int, trace: int):
        self.task, self.base, self.result = task, base, result
        self.work = base / "work"
        self.script = str(self.work / task.filename)
        self.outcome = Outcome()
        self.pid = os.getpid()
        faulthandler.enable(trace)
        faulthandler.register(TRACE_SIGNAL, trace)

    def execute(self) -> NoReturn:
        self._prepare()
        self.outcome.confinement = confine.confine(self.base, [ENGINE, Path(os.environ["MPLCONFIGDIR"])])
        kernel = confine.by_kernel(self.outcome.confinement)
        self.watch = confine.Watch(self._current_line, None if kernel else self.base, self.base)
        figures = self._figures()
        if figures:
            figures.begin(self.task.labels, self.task.id, self.task.elsewhere, self._on_drawing)
        module = self._module()
        os.write(self.result, START_MARK)
        started = time.perf_counter()
        self._guard(lambda: self._execute_file(module))
        if os.getpid() != self.pid:  # a process that the snippet forked and that returned here
            for problem in self.outcome.problems:
                print(problem.message, file=sys.stderr)
            _flush_and_exit()
        self._guard(threading._shutdown)  # ty: ignore[missing-attribute]  # private: joins the threads
        self.outcome.seconds = time.perf_counter() - started - (figures.drawing_seconds() if figures else 0.0)
        self._guard(lambda: self._collect(module))
        self._guard(atexit._run_exitfuncs)
        self._report_side_effects()
        self._send()
        _flush_and_exit()

    def _prepare(self) -> None:
        """Make the process look as if started by `python name.py` in the folder."""
        os.chdir(self.work)
        tempfile.tempdir = None
        sys.argv = [self.task.filename]
        sys.path[0] = str(self.work)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if "numpy" in sys.modules:  # else every run would inherit the fork server's state
            sys.modules["numpy"].random.seed()
        random.seed()
        sys.stdout = open(1, "w", 1, "utf-8", closefd=False)  # noqa: SIM115
        _line_buffer_c_output()
        sys.stderr = _ErrorStream(self._current_line)
        warnings.showwarning = self._on_warning  # ty: ignore[invalid-assignment]  # documented hook
        threading.excepthook = self._on_thread_error
        os._exit = self._on_exit  # ty: ignore[invalid-assignment]  # else it would leave no message

    def _figures(self) -> types.ModuleType | None:
        """The backend, if the snippet can draw."""
        if self.task.draws or BACKEND in sys.modules:
            return importlib.import_module(BACKEND)
        return None

    def _module(self) -> types.ModuleType:
        module = types.ModuleType("__main__")
        vars(module).update(
            __file__=self.script,
            __loader__=SourceFileLoader("__main__", self.script),
            __builtins__=builtins,
            __cached__=None,
            __annotations__={},
        )
        sys.modules["__main__"] = module
        return module

    def _execute_file(self, module: types.ModuleType) -> None:
        exec(compile(self.task.source, self.script, "exec", dont_inherit=True), module.__dict__)

    def _guard(self, action: Callable[[], object]) -> None:
        """Call `action` and turn any exception into a problem."""
        try:
            action()
        except SystemExit as error:
            self._on_exit(error.code, self._line_of(error), "sys.exit")
        except BaseException as error:
            self._on_error(error)

    def _on_error(self, error: BaseException) -> None:
        attempted = self.watch.attempt and any(isinstance(e, OSError) for e in exceptions.chain(error))
        if not attempted:  # else it is reported as a network access
            self.outcome.problems.append(exceptions.problem_of(error, self._line_of(error), self.task.source))

    def _collect(self, module: types.ModuleType) -> None:
        """Collect values and figures, unless the run has failed."""
        if self.outcome.problems:
            return
        self.outcome.values = values.collect(vars(module))
        figures = self._figures()
        if figures is None:
            return
        try:
            self.outcome.figures = [dataclasses.asdict(figure) for figure in figures.finish()]
            self.outcome.taken = figures.taken()
            found = figures.blank()
        except FigureError as error:
            found = [error]
        for error in found:
            line = error.line or exceptions.last_figure_line(self.task.source)
            self.outcome.problems.append(exceptions.problem_of(error, line, self.task.source))

    def _report_side_effects(self) -> None:
        """Report attempts to use the network, and output on standard error."""
        if self.watch.attempt:
            line, address = self.watch.attempt
            message = f"tried to reach the network: {address}"
            self._add("network", line, message, "use data that an installed package brings")
        if not self.outcome.problems and (figures := self._figures()) and (logged := figures.logged()):
            line, message = logged[0]
            fix = exceptions.FONT_FIX if "font" in message.lower() else "change the setting that is its cause"
            self._add("stderr", line, f"matplotlib logs, as on standard error: {message}", fix)
        errors = sys.stderr
        if not self.outcome.problems and isinstance(errors, _ErrorStream) and errors.first_line is not None:
            message = "wrote to standard error, which no page shows"
            self._add("stderr", errors.first_line, message, "print it to standard output or silence it")

    def _send(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()
        ctypes.CDLL(None).fflush(None)
        self.outcome.started_process = self.watch.start
        self.outcome.peak_megabytes = processes.private_megabytes([self.pid])
        data = self.outcome.to_json().encode() + END_MARK
        while data:
            data = data[os.write(self.result, data) :]

    def _add(self, rule: str, line: int, message: str, fix: str) -> None:
        self.outcome.problems.append(Problem("", line, message, fix, rule))

    # Hooks

    def _on_exit(self, code: object = 0, line: int | None = None, name: str = "os._exit") -> None:
        """Report an early exit. Replaces `os._exit`, which would end the process without a message."""
        if os.getpid() != self.pid:
            if name == "sys.exit":
                sys.stdout.flush()
            _exit(code if isinstance(code, int) else int(code is not None))
        message = f"{name}({'' if code is None else code!r}) ends the run before the file's end"
        line = self._current_line() if line is None else line
        self._add("early-exit", line, message, "let an example run to its end")
        if name == "os._exit":
            with contextlib.suppress(Exception):
                self._send()
            _exit(0)

    def _on_drawing(self, begins: bool) -> None:
        """Inform the supervisor, as drawing does not count against the snippet's time limit."""
        if os.getpid() == self.pid:
            os.write(self.result, DRAWING_MARK if begins else DRAWN_MARK)

    def _on_warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        own = self._current_line() or (lineno if filename == self.script else 0)
        text = f"{category.__name__}: {message}"
        if not any(f.line == own and f.message == text for f in self.outcome.problems):
            self._add("warning", own, text, "fix its cause, or handle it in the file so that readers see how")

    def _on_thread_error(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value
        if error is not None and not isinstance(error, SystemExit):
            self._on_error(error.with_traceback(arguments.exc_traceback))

    # Lines

    def _current_line(self) -> int:
        """The snippet's line being executed; 0 if none is on this thread's stack."""
        frame = sys._getframe()
        while frame:
            if frame.f_code.co_filename == self.script:
                return frame.f_lineno
            frame = frame.f_back
        return 0

    def _line_of(self, error: BaseException) -> int:
        """The snippet's line nearest to where an exception was raised; 0 if it has none."""
        if isinstance(error, SyntaxError) and error.filename == self.script:
            return error.lineno or 0
        lines = [n for f, n in traceback.walk_tb(error.__traceback__) if f.f_code.co_filename == self.script]
        return lines[-1] if lines else 0


class _ErrorStream(io.TextIOWrapper):
    """Standard error that records the first line of the snippet that wrote to it."""

    def __init__(self, find_line: Callable[[], int]):
        super().__init__(
            os.fdopen(2, "wb", closefd=False), "utf-8", errors="backslashreplace", line_buffering=True
        )
        self._find_line = find_line
        self.first_line: int | None = None

    def write(self, text: str) -> int:
        if self.first_line is None and text:
            self.first_line = self._find_line()
        return super().write(text)


def _line_buffer_c_output() -> None:
    """Keep the output of C code in order with that of Python."""
    libc = ctypes.CDLL(None)
    name = "__stdoutp" if sys.platform == "darwin" else "stdout"
    libc.setvbuf(ctypes.c_void_p.in_dll(libc, name), None, 1, 0)


def _flush_and_exit() -> NoReturn:
    with contextlib.suppress(Exception):
        sys.stdout.flush()
    _exit(0)
