"""Run one task in a child process, enforce its limits, and end all processes that it leaves running."""

from __future__ import annotations

import contextlib
import os
import re
import selectors
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from socket import socket
from typing import NoReturn

from execbook.problems import Problem, disk_problem
from execbook.project import ENGINE
from execbook.runs import child, processes
from execbook.runs.task import Outcome, Task

POLL_SECONDS = 0.05
"""How often memory is measured; less often if measuring takes more than a twentieth of that time."""

START_SECONDS = 60.0
"""How long a process may take to reach the snippet's first line, when its time limit begins."""

DRAWING_SECONDS = 300.0
"""How long the engine may draw one figure, which does not count against the snippet's time limit."""

MAX_MARKS = 4096
"""Bytes of the result that are searched for marks of drawing; two thousand figures would fill them."""

GRACE_SECONDS = 1.0
"""How long helper processes, such as multiprocessing's resource tracker, may outlive a run."""

CONTROL = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z])?|[\x00-\x08\x0b-\x1f\x7f]")
ESCAPE_IN_SOURCE = re.compile(r"\\(?:033|x1b|u001b|N\{ESCAPE\})", re.IGNORECASE)

FRESH = "import sys; sys.path.insert(0, {!r}); from execbook.runs import child; child.main({!r}, {}, {})"


def supervise(task: Task, connection: socket) -> None:
    """Run a task and send its outcome through `connection` as JSON.

    Call it in a process of its own: it ends every descendant of the process. When the other end of
    `connection` is closed, the run is cancelled. The run's folder is removed in any case.
    """
    os.setpgid(0, 0)
    processes.adopt_orphans()
    try:
        outcome = _run_in_folder(task, connection)
    except OSError as error:
        outcome = Outcome([_system_problem(error)])
    if outcome:
        connection.sendall(outcome.to_json().encode())


def _run_in_folder(task: Task, connection: socket) -> Outcome | None:
    base = Path(tempfile.mkdtemp(prefix="execbook-")).resolve()
    try:
        return _Supervisor(task, base, connection).run()
    finally:
        processes.end_descendants()
        shutil.rmtree(base, ignore_errors=True)


def _system_problem(error: OSError) -> Problem:
    """An error of this module itself, such as no space for the run's folder."""
    if problem := disk_problem(error):
        place = problem.path or tempfile.gettempdir()
        return Problem("", 0, f"{place} {problem.message}", problem.fix, problem.rule)
    fix = "free or grant what the system lacks, and run it again"
    return Problem("", 0, f"could not be run: {error}", fix, "engine")


class _Cancelled(Exception):
    """The other end of the connection has been closed."""


class _Supervisor:
    def __init__(self, task: Task, base: Path, connection: socket):
        self.task, self.base, self.connection = task, base, connection
        self.received = {name: bytearray() for name in ("output", "errors", "result", "trace")}
        self.problem: Problem | None = None
        self.peak = 0.0
        self.seen: dict[int, str] = {}

    def run(self) -> Outcome | None:
        """The outcome; None if the run was cancelled."""
        for name in ("work", "home", "tmp"):
            (self.base / name).mkdir()
        (self.base / "work" / self.task.filename).write_text(self.task.source, "utf-8")
        (self.base / "task.json").write_text(self.task.to_json(), "utf-8")
        pipes = {name: os.pipe() for name in self.received}
        self.pid = os.fork()
        if not self.pid:
            self._become_child(pipes)
        self.readers = selectors.DefaultSelector()
        for name, (reading, writing) in pipes.items():
            os.close(writing)
            os.set_blocking(reading, False)
            self.readers.register(reading, selectors.EVENT_READ, name)
        self.readers.register(self.connection, selectors.EVENT_READ, "connection")
        try:
            status = self._watch()
            left = self._left_running()
            processes.end_descendants(left)
            self._read(0)
            return self._outcome(status, sorted(left.values()))
        except _Cancelled:
            processes.end_descendants(self.seen)
            return None

    def _become_child(self, pipes: dict[str, tuple[int, int]]) -> NoReturn:
        try:
            processes.die_with_parent()
            os.setpgid(0, 0)
            self.connection.close()
            for reading, _ in pipes.values():
                os.close(reading)
            for target, name in ((1, "output"), (2, "errors")):
                os.dup2(pipes[name][1], target)
                os.close(pipes[name][1])
            os.environ["HOME"] = str(self.base / "home")
            os.environ["TMPDIR"] = str(self.base / "tmp")
            result, trace = pipes["result"][1], pipes["trace"][1]
            if not self.task.fresh:
                child.run(self.task, self.base, result, trace)
            os.set_inheritable(result, True)
            os.set_inheritable(trace, True)
            root = str(ENGINE.parent)
            code = FRESH.format(root, str(self.base), result, trace)
            os.execv(sys.executable, [sys.executable, "-s", "-P", "-c", code])
        finally:
            os._exit(child.ENGINE_FAILED)

    # Watching

    def _watch(self) -> int:
        """Wait until the child ends or exceeds a limit. Returns its wait status."""
        deadline = time.monotonic() + START_SECONDS
        started = False
        drawing: float | None = None
        waited = 0.0
        next_measurement = 0.0
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return status
            now = time.monotonic()
            if not started and self.received["result"].startswith(child.START_MARK):
                started = True
                waited = self._waited_seconds()
                deadline = now + self.task.seconds
            if self._is_drawing():  # the engine's own work
                drawing = drawing or now
                if now - drawing > DRAWING_SECONDS:
                    return self._stop_drawing()
            elif drawing:
                deadline += now - drawing
                drawing = None
            if now >= deadline and not drawing:  # on a busy machine, waiting for a processor does not count
                before, waited = waited, max(waited, self._waited_seconds())
                deadline += waited - before
            if now >= deadline and not drawing:
                return self._stop(
                    "time-limit", f"still running after {self.task.seconds:g} seconds", "seconds"
                )
            if now >= next_measurement:
                next_measurement = now + self._measure_memory()
                if self.peak > self.task.megabytes:
                    message = f"used more than {self.task.megabytes} MB of memory"
                    return self._stop("memory-limit", message, "megabytes")
            self._read(max(min(POLL_SECONDS / 5, deadline - now), 0))
            if self._printed_too_much():
                return self._stop("output-limit", self._too_much_output, "output_kilobytes")

    def _is_drawing(self) -> bool:
        marks, _, _ = bytes(self.received["result"][len(child.START_MARK) : MAX_MARKS]).partition(b"{")
        return marks.count(child.DRAWING_MARK) > marks.count(child.DRAWN_MARK)

    def _stop_drawing(self) -> int:
        """End the child because a figure takes too long. Returns its wait status."""
        status = self._stop("time-limit", "", "seconds")
        message = f"a figure is still being drawn after {DRAWING_SECONDS:g} seconds"
        fix = "draw fewer marks, panels or cells, for example every tenth point"
        self.problem = Problem("", self._traced_line(), message, fix, "time-limit")
        return status

    @property
    def _too_much_output(self) -> str:
        return f"printed more than {self.task.output_kilobytes} kB"

    def _waited_seconds(self) -> float:
        """Seconds spent waiting for a processor: the maximum over the processes of the run."""
        return max(map(processes.waited_seconds, [self.pid, *processes.descendants(self.pid)]))

    def _measure_memory(self) -> float:
        """Update the peak. Returns the seconds until the next measurement."""
        started = time.process_time()
        family = processes.descendants(self.pid)
        self.seen |= family
        self.peak = max(self.peak, processes.private_megabytes([self.pid, *family]))
        return max(POLL_SECONDS, 20 * (time.process_time() - started))

    def _read(self, seconds: float) -> None:
        """Read what is available, waiting up to `seconds` for it. Raises _Cancelled."""
        for key, _ in self.readers.select(seconds):
            if key.data == "connection":
                raise _Cancelled
            with contextlib.suppress(BlockingIOError):
                while data := os.read(key.fd, 65536):
                    self.received[key.data] += data
                    if self._printed_too_much():
                        break
                else:
                    self.readers.unregister(key.fd)

    def _printed_too_much(self) -> bool:
        printed = len(self.received["output"]) + len(self.received["errors"])
        return printed > 1024 * self.task.output_kilobytes

    def _stop(self, rule: str, message: str, setting: str) -> int:
        """End the child because of a limit. Returns its wait status."""
        os.kill(self.pid, child.TRACE_SIGNAL)
        deadline = time.monotonic() + 0.5
        while time.monotonic() < deadline and not self._traced_line():
            self._read(0.02)
        self.problem = self._limit_problem(rule, message, setting)
        os.kill(self.pid, signal.SIGKILL)
        return os.waitpid(self.pid, 0)[1]

    def _limit_problem(self, rule: str, message: str, setting: str) -> Problem:
        value = getattr(self.task, setting)
        fix = f"make it smaller, or put '# execbook: {setting}={value * 2:g}' into the file"
        return Problem("", self._traced_line(), message, fix, rule)

    def _traced_line(self) -> int:
        """The snippet's line in the traceback that the child wrote; 0 if there is none."""
        script = re.escape(str(self.base / "work" / self.task.filename))
        text = self.received["trace"].decode(errors="replace")
        found = re.search(rf'File "{script}", line (\d+)', text)
        return int(found[1]) if found else 0

    def _left_running(self) -> dict[int, str]:
        """Processes that outlive the child by more than GRACE_SECONDS, without waiting for a processor.

        On Linux they are now children of this process. Elsewhere only those seen before are known.
        """
        deadline = time.monotonic() + GRACE_SECONDS
        before: dict[int, float] = {}
        while True:
            processes.reap()
            left = processes.descendants(os.getpid()) or processes.still_running(self.seen)
            waited = [
                (seconds := processes.waited_seconds(pid)) - before.setdefault(pid, seconds) for pid in left
            ]
            if not left or self.problem or time.monotonic() > deadline + max(waited):
                return left
            self._read(0.01)

    # The outcome

    def _outcome(self, status: int, left: list[str]) -> Outcome:
        if self._printed_too_much() and not self.problem:  # just before its end
            self.problem = self._limit_problem("output-limit", self._too_much_output, "output_kilobytes")
        result = bytes(self.received["result"]).removeprefix(child.START_MARK)
        result = result.lstrip(child.DRAWING_MARK + child.DRAWN_MARK)
        if result.endswith(child.END_MARK) and not self.problem:
            outcome = Outcome.from_json(result.removesuffix(child.END_MARK).decode())
        else:
            outcome = Outcome([self.problem or self._unfinished(status)])
        outcome.output = self.received["output"].decode(errors="replace")
        outcome.errors = self.received["errors"].decode(errors="replace")
        outcome.peak_megabytes = max(outcome.peak_megabytes, self.peak)
        if left and not self.problem:
            outcome.problems.append(
                Problem(
                    "",
                    outcome.started_process,
                    f"left running: {', '.join(left)}",
                    "wait for what the file starts, or end it",
                    "left-running",
                )
            )
        if outcome.errors and not outcome.problems:
            message = "wrote to standard error, which no page shows"
            fix = "print it to standard output or silence it"
            outcome.problems.append(Problem("", 0, message, fix, "stderr"))
        if (control := CONTROL.search(outcome.output)) and not outcome.problems:
            outcome.problems.append(self._control_problem(control[0]))
        return outcome

    def _control_problem(self, control: str) -> Problem:
        """control: the first control character that was printed, or escape code."""
        quoted = control.encode("unicode_escape").decode()
        if control[0] == "\x1b":
            message = f"printed the escape code {quoted}, which colours a terminal and no page"
            fix = "print plain text; switch colours off where a library prints them"
            written = ESCAPE_IN_SOURCE
        else:
            message = f"printed the control character {quoted}, as progress bars do"
            fix = "silence it, as with verbose=0"
            written = re.compile(re.escape(quoted))
        lines = enumerate(self.task.source.splitlines(), 1)
        line = next((number for number, text in lines if written.search(text)), 0)
        return Problem("", line, message, fix, "control-characters")

    def _unfinished(self, status: int) -> Problem:
        """Why the end mark is missing."""
        line = self._traced_line()
        code = os.waitstatus_to_exitcode(status)
        if code < 0:
            message = f"ended by signal {-code} ({signal.strsignal(-code)})"
            return Problem("", line, message, "run the file by itself and fix it", "no-end")
        if code == child.ENGINE_FAILED:
            return Problem("", 0, "execbook itself failed and could not run the file", "report it", "engine")
        message = f"the process left with code {code} before the file's end"
        return Problem("", line, message, "let an example run to its end", "no-end")
