"""Run jobs through the fork server, several at a time, longest first."""

from __future__ import annotations

import selectors
from collections.abc import Generator
from dataclasses import dataclass
from socket import socket

from execbook.problems import Problem
from execbook.runs.forkserver import ForkServer, ForkServerError
from execbook.runs.task import Outcome, Task
from execbook.sources.snippets import Snippet


@dataclass(frozen=True)
class Job:
    """A snippet that has to run.

    seconds: its expected duration. heavy: whether it imports a package that the server loads last.
    """

    snippet: Snippet
    key: str
    key_parts: dict[str, str]
    task: Task
    seconds: float
    heavy: bool = False


def estimate_seconds(snippet: Snippet, heavy: bool) -> float:
    """Expected seconds of a snippet that has never run."""
    return 3.0 if heavy else 0.5 if snippet.modules else 0.1


def dispatch(jobs: list[Job], server: ForkServer, workers: int) -> Generator[tuple[Job, Outcome | None]]:
    """Run all jobs, up to `workers` at a time.

    Yields each job twice: with None when it starts, and with its outcome when it has ended. Light jobs start
    while the server still loads heavy packages. Closing the generator cancels the running jobs.
    """
    waiting = sorted(jobs, key=lambda job: (-job.seconds, job.snippet.id))
    running: dict[socket, tuple[Job, bytearray]] = {}
    selector = selectors.DefaultSelector()
    for parent in (server.light, server.heavy):
        if parent:
            selector.register(parent, selectors.EVENT_READ, parent)
    try:
        while waiting or running:
            while len(running) < workers and (
                job := next((j for j in waiting if server.accepts(j.heavy)), None)
            ):
                waiting.remove(job)
                yield job, None
                try:
                    connection = server.submit(job.task, job.heavy)
                except OSError:
                    yield job, _lost("")
                    continue
                running[connection] = job, bytearray()
                selector.register(connection, selectors.EVENT_READ, connection)
            for key, _ in selector.select():
                readable: socket = key.data
                if readable in running:
                    job, received = running[readable]
                    if data := readable.recv(1 << 20):
                        received += data
                        continue
                    selector.unregister(readable)
                    del running[readable]
                    readable.close()
                    yield job, _outcome(received)
                else:
                    try:
                        server.read_message(readable)
                    except ForkServerError as error:
                        selector.unregister(readable)
                        for job in waiting:
                            yield job, None
                            yield job, _lost(str(error))
                        waiting.clear()
    finally:
        selector.close()
        for connection in running:
            connection.close()


def _outcome(received: bytearray) -> Outcome:
    try:
        return Outcome.from_json(received.decode())
    except ValueError:  # the sender was killed before or while sending
        return _lost("")


def _lost(reason: str) -> Outcome:
    message = "the process that should run it ended" + (f": {reason}" if reason else "")
    return Outcome(
        [Problem("", 0, message, "run it again; if it recurs, try --fresh-interpreter", "fork-server")]
    )
