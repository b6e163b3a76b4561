import contextlib
import io

import pytest

from execbook.cli import progress
from execbook.runs.runner import Progress

RUNNING = Progress("started", "part/two", total=5, fresh=1, done=1, running=("part/two",), seconds=1.5)
FAILED = Progress("failed", "part/two", total=5, fresh=1, done=1, failed=1, seconds=2.0)
NOTHING_TO_DO = Progress("planned", total=5, fresh=5)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(params=[io.StringIO, Terminal], ids=["log", "terminal"])
def screen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    return request.param()


def shown(screen: io.StringIO, *events: Progress) -> str:
    with contextlib.redirect_stderr(screen), progress.shown() as show:
        for event in events:
            show(event)
    return screen.getvalue()


def test_nothing_to_run_shows_nothing(screen: io.StringIO):
    assert shown(screen, NOTHING_TO_DO) == ""


@pytest.mark.parametrize("screen", [Terminal], indirect=True)
def test_terminal_gets_a_bar_that_says_what_is_done_running_and_left(screen: io.StringIO):
    text = shown(screen, RUNNING)
    assert "1/4" in text
    assert "2 left, 1 running: part/two" in text
    assert "0:00:0" in text
    assert "1 failed" in shown(screen, FAILED)


@pytest.mark.parametrize("screen", [io.StringIO], indirect=True)
def test_log_gets_a_line_for_each_example_that_ends(screen: io.StringIO):
    assert shown(screen, RUNNING) == ""
    assert shown(screen, FAILED) == "[2/4] part/two FAILED (0 running, 2 left, 2.0 s)\n"


def test_waiting_for_another_run_is_said(screen: io.StringIO):
    assert "waiting for another run to end" in shown(screen, Progress("waiting"))
