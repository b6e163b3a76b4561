"""Run one task in a child process, watch its limits, and end all that it leaves running."""

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
"""How often memory is looked at; less often where a look costs more than a twentieth of that."""

START_SECONDS = 60.0
"""How long a process may take to come to the snippet's first line; only then its time limit begins."""

GRACE_SECONDS = 1.0
"""How long helpers of libraries, such as multiprocessing's resource tracker, may outlive a run."""

FRESH = "import sys; sys.path.insert(0, {!r}); from execbook.runs import child; child.main({!r}, {}, {})"


def supervise(task: Task, connection: socket) -> None:
    """Run a task and send its outcome through `connection` as JSON.

    To be called in a process made for this: it ends every descendant that the process has. When the other end
    of `connection` closes, the run is given up. The run's folder is removed in any case.
    """
    os.setpgid(0, 0)
    processes.adopt_orphans()
    try:
        outcome = _run_in_folder(task, connection)
    except OSError as error:
        outcome = Outcome([_refused(error)])
    if outcome:
        connection.sendall(outcome.to_json().encode())


def _run_in_folder(task: Task, connection: socket) -> Outcome | None:
    base = Path(tempfile.mkdtemp(prefix="execbook-")).resolve()
    try:
        return _Supervisor(task, base, connection).go()
    finally:
        processes.end_descendants()
        shutil.rmtree(base, ignore_errors=True)


def _refused(error: OSError) -> Problem:
    """What the system refused to this module itself, such as room for the run's folder."""
    if problem := disk_problem(error):
        place = problem.path or tempfile.gettempdir()
        return Problem("", 0, f"{place} {problem.message}", problem.cure, problem.rule)
    return Problem(
        "", 0, f"could not be run: {error}", "see what the system lacks, and run it again", "engine"
    )


class _GivenUp(Exception):
    """Nobody waits for the outcome any more."""


class _Supervisor:
    def __init__(self, task: Task, base: Path, connection: socket):
        self.task, self.base, self.connection = task, base, connection
        self.received = {name: bytearray() for name in ("output", "errors", "result", "trace")}
        self.problem: Problem | None = None
        self.peak = 0.0
        self.seen: dict[int, str] = {}

    def go(self) -> Outcome | None:
        """The outcome; None if the run was given up."""
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
        except _GivenUp:
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
        """Wait until the child ends, or make it end. Returns its wait status."""
        deadline = time.monotonic() + START_SECONDS
        started = False
        waited = 0.0
        next_look = 0.0
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return status
            now = time.monotonic()
            if not started and self.received["result"].startswith(child.START_MARK):
                started = True
                waited = self._waited()
                deadline = now + self.task.seconds
            if now >= deadline:  # on a busy machine, the time in which it had no processor does not count
                before, waited = waited, max(waited, self._waited())
                deadline += waited - before
            if now >= deadline:
                return self._stop(
                    "time-limit", f"still running after {self.task.seconds:g} seconds", "seconds"
                )
            if now >= next_look:
                next_look = now + self._look()
                if self.peak > self.task.megabytes:
                    message = f"used more than {self.task.megabytes} MB of memory"
                    return self._stop("memory-limit", message, "megabytes")
            self._read(min(POLL_SECONDS / 5, deadline - now))
            if self._printed_too_much():
                return self._stop(
                    "output-limit", f"printed more than {self.task.output_kilobytes} kB", "output_kilobytes"
                )

    def _waited(self) -> float:
        """Seconds without a processor, of that process of the run which lacked one longest."""
        return max(map(processes.waited_seconds, [self.pid, *processes.descendants(self.pid)]))

    def _look(self) -> float:
        """Measure memory. Returns the seconds until it may be done again."""
        started = time.process_time()
        family = processes.descendants(self.pid)
        self.seen |= family
        self.peak = max(self.peak, processes.private_megabytes([self.pid, *family]))
        return max(POLL_SECONDS, 20 * (time.process_time() - started))

    def _read(self, seconds: float) -> None:
        """Take in what there is to read, waiting up to `seconds` for it. Raises _GivenUp."""
        for key, _ in self.readers.select(seconds):
            if key.data == "connection":
                raise _GivenUp
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
        patience = time.monotonic() + 0.5
        while time.monotonic() < patience and not self._traced_line():
            self._read(0.02)
        self.problem = self._limit_problem(rule, message, setting)
        os.kill(self.pid, signal.SIGKILL)
        return os.waitpid(self.pid, 0)[1]

    def _limit_problem(self, rule: str, message: str, setting: str) -> Problem:
        value = getattr(self.task, setting)
        cure = f"make it smaller, or put '# execbook: {setting}={value * 2:g}' into the file"
        return Problem("", self._traced_line(), message, cure, rule)

    def _traced_line(self) -> int:
        """The snippet's line in what the child wrote to the trace pipe; 0 if there is none."""
        script = re.escape(str(self.base / "work" / self.task.filename))
        text = self.received["trace"].decode(errors="replace")
        found = re.search(rf'File "{script}", line (\d+)', text)
        return int(found[1]) if found else 0

    def _left_running(self) -> dict[int, str]:
        """Processes that outlive the child by more than the grace.

        On Linux they are this process's own children now. Elsewhere only those seen before are known.
        """
        patience = time.monotonic() + GRACE_SECONDS
        while True:
            processes.reap()
            left = processes.descendants(os.getpid()) or processes.still_running(self.seen)
            if not left or self.problem or time.monotonic() > patience:
                return left
            self._read(0.01)

    # Judging

    def _outcome(self, status: int, left: list[str]) -> Outcome:
        if self._printed_too_much() and not self.problem:  # at once, just before its end
            self.problem = self._limit_problem(
                "output-limit", f"printed more than {self.task.output_kilobytes} kB", "output_kilobytes"
            )
        result = bytes(self.received["result"]).removeprefix(child.START_MARK)
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
            cure = "print it to standard output or silence it"
            outcome.problems.append(Problem("", 0, message, cure, "stderr"))
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", outcome.output) and not outcome.problems:
            message = "printed terminal control characters, as progress bars do"
            outcome.problems.append(
                Problem("", 0, message, "silence it, as with verbose=0", "control-characters")
            )
        return outcome

    def _unfinished(self, status: int) -> Problem:
        """Why there is no end mark."""
        line = self._traced_line()
        code = os.waitstatus_to_exitcode(status)
        if code < 0:
            message = f"ended by signal {-code} ({signal.strsignal(-code)})"
            return Problem("", line, message, "run the file by itself and mend it", "no-end")
        if code == child.ENGINE_FAILED:
            return Problem("", 0, "execbook itself failed and could not run the file", "report it", "engine")
        message = f"the process left with code {code} before the file's end"
        return Problem("", line, message, "let an example run to its end", "no-end")
