"""Run jobs through the fork server, several at a time: those that take longest first."""

from __future__ import annotations

import selectors
from collections.abc import Iterator
from dataclasses import dataclass
from socket import socket

from execbook.problems import Problem
from execbook.runs.forkserver import HEAVY, ForkServer, ForkServerError
from execbook.runs.task import Outcome, Task
from execbook.sources.snippets import Snippet

_GUESSES = {"tensorflow": 3.0, "keras": 3.0, "sklearn": 1.0, "scipy": 0.5, "matplotlib": 0.4}
"""Seconds that a snippet with such an import is taken to run before it has ever run."""


@dataclass(frozen=True)
class Job:
    """A snippet that has to run. seconds: how long it is expected to take."""

    snippet: Snippet
    key: str
    key_parts: dict[str, str]
    task: Task
    seconds: float

    @property
    def heavy(self) -> bool:
        return bool(self.snippet.modules & HEAVY)


def guess(snippet: Snippet) -> float:
    """Seconds for a snippet of which no run is known."""
    return max((_GUESSES.get(module, 0.1) for module in snippet.modules), default=0.1)


def dispatch(jobs: list[Job], server: ForkServer, at_once: int) -> Iterator[tuple[Job, Outcome | None]]:
    """Run all jobs, `at_once` at a time.

    Yields each job twice: with None when it starts, and with its outcome when it has ended. Light jobs start
    while the server still loads TensorFlow. Closing the generator gives up what is running.
    """
    waiting = sorted(jobs, key=lambda job: (-job.seconds, job.snippet.id))
    running: dict[socket, tuple[Job, bytearray]] = {}
    selector = selectors.DefaultSelector()
    for parent in (server.light, server.heavy):
        if parent:
            selector.register(parent, selectors.EVENT_READ)
    try:
        while waiting or running:
            while len(running) < at_once and (
                job := next((j for j in waiting if server.takes(j.heavy)), None)
            ):
                waiting.remove(job)
                yield job, None
                try:
                    connection = server.submit(job.task, job.heavy)
                except OSError:
                    yield job, _lost("")
                    continue
                running[connection] = job, bytearray()
                selector.register(connection, selectors.EVENT_READ)
            for key, _ in selector.select():
                if key.fileobj in running:
                    connection = key.fileobj
                    job, received = running[connection]
                    if data := connection.recv(1 << 20):
                        received += data
                        continue
                    selector.unregister(connection)
                    del running[connection]
                    connection.close()
                    yield job, _outcome(received)
                else:
                    try:
                        server.hear(key.fileobj)
                    except ForkServerError as error:
                        selector.unregister(key.fileobj)
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
    except ValueError:  # its sender was killed before or while it sent this
        return _lost("")


def _lost(words: str) -> Outcome:
    message = "the process that should run it ended" + (f": {words}" if words else "")
    return Outcome(
        [Problem("", 0, message, "run it again; if it recurs, try --fresh-interpreter", "fork-server")]
    )
