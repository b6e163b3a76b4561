"""A build of the whole site in its own process, which can be cancelled at any time."""

import contextlib
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.site.build import build, pending_if_current


@dataclass(frozen=True)
class Built:
    """The result of the build with this number.

    problems: those because of which the site was not replaced. pending: those that block publishing.
    """

    number: int
    problems: list[Problem]
    pending: list[Problem]


class BackgroundBuild:
    """Builds at most one draft of `project` for `site_url` at a time, and calls `report` when one has ended.

    number: that of the latest build. Reports of earlier builds are obsolete.
    """

    def __init__(self, project: Project, site_url: str, report: Callable[[Built], None]):
        self._project, self._site_url, self._report = project, site_url, report
        self._process: BaseProcess | None = None
        self.number = 0

    def start(self) -> None:
        """Start a new build; a running one is cancelled."""
        self.cancel()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_build, args=(theirs, self._project, self._site_url))
        self._process.start()
        theirs.close()
        threading.Thread(target=self._wait, args=(ours, self.number), daemon=True).start()

    def cancel(self) -> None:
        """Cancel the build. The site is then the former or, if the build had just ended, the new one."""
        self.number += 1
        if self._process is None:
            return
        if pid := self._process.pid:
            with contextlib.suppress(ProcessLookupError, PermissionError):  # it has ended, or just started
                os.killpg(pid, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self._process = None

    def _wait(self, pipe: Connection, number: int) -> None:
        try:
            problems, pending = pipe.recv()
        except (EOFError, OSError):
            problems, pending = [Problem("", 0, "the build was killed", "save again")], []
        self._report(Built(number, problems, pending))


def _build(pipe: Connection, project: Project, site_url: str) -> None:
    os.setsid()  # its own process group, so that its child processes can be killed with it
    problems: list[Problem] = []
    pending: list[Problem] = []
    try:
        current = pending_if_current(project, site_url=site_url, draft=True)
        pending = build(project, site_url=site_url, draft=True) if current is None else current
    except ProblemError as error:
        problems = error.problems
    except Exception as error:
        traceback.print_exc()  # a bug of the engine
        problems = [Problem("", 0, f"the engine failed: {type(error).__name__}: {error}", "see the terminal")]
    pipe.send((problems, pending))
