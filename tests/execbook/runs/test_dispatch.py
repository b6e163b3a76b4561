"""The order of runs, with a server that only records the tasks."""

from socket import socketpair

import pytest

from execbook.runs.dispatch import Job, dispatch, estimate_seconds
from execbook.runs.forkserver import ForkServerError
from execbook.runs.task import Outcome, Task
from execbook.sources import snippets

LIGHT, HEAVY = "import numpy\n", "import tensorflow\n"


class Server:
    """Answers every task at once, except `silent`, which continues, and `dying`, which sends `last_words`."""

    def __init__(
        self, heavy_is_ready: bool = True, silent: str = "", dying: str = "", last_words: bytes = b""
    ):
        self.light, self._light_end = socketpair()
        self.heavy, self._heavy_end = socketpair()
        self.submitted: list[str] = []
        self.open: list = []
        self._silent, self._dying, self._last_words = silent, dying, last_words
        self._ready = set()
        self._light_end.send(b"ready")
        if heavy_is_ready:
            self._heavy_end.send(b"ready")

    def read_message(self, parent):
        if not parent.recv(5):
            raise ForkServerError("out of memory")
        self._ready.add(parent)

    def accepts(self, heavy):
        return (self.heavy if heavy else self.light) in self._ready

    def submit(self, task, heavy):
        self.submitted.append(task.id)
        ours, theirs = socketpair()
        self.open.append(ours)
        if task.id == self._silent:
            self.kept = theirs
            return ours
        with theirs:
            dying = task.id == self._dying
            theirs.sendall(self._last_words if dying else Outcome(output=task.id).to_json().encode())
        return ours

    def load_heavy(self):
        self._heavy_end.send(b"ready")

    def lose_heavy(self):
        self._heavy_end.close()


def job(mini_project, name: str, source: str, seconds: float) -> Job:
    project = mini_project({f"part/{name}": source})
    snippet = snippets.read(project, project.snippets / f"part/{name}.py")
    task = Task(snippet.id, f"{name}.py", source, 60, 1000, 64, False, {}, False)
    return Job(snippet, "key", {}, task, seconds, source == HEAVY)


def test_those_that_take_longest_come_first(mini_project):
    jobs = [job(mini_project, name, LIGHT, seconds) for name, seconds in [("a", 1), ("b", 3), ("c", 2)]]
    server = Server()
    events = list(dispatch(jobs, server, 1))
    assert server.submitted == ["part/b", "part/c", "part/a"]
    assert [(j.snippet.id, bool(o)) for j, o in events] == [
        ("part/b", False),
        ("part/b", True),
        ("part/c", False),
        ("part/c", True),
        ("part/a", False),
        ("part/a", True),
    ]


def test_light_ones_run_while_tensorflow_loads(mini_project):
    jobs = [job(mini_project, "light", LIGHT, 1), job(mini_project, "heavy", HEAVY, 9)]
    server = Server(heavy_is_ready=False)
    ended = []
    for ran, outcome in dispatch(jobs, server, 2):
        if outcome:
            ended.append(ran.snippet.id)
            server.load_heavy()
    assert ended == ["part/light", "part/heavy"]


def test_no_more_run_at_once_than_asked_for(mini_project):
    jobs = [job(mini_project, f"n{n}", LIGHT, 1) for n in range(5)]
    running = most = 0
    for _, outcome in dispatch(jobs, Server(), 2):
        running += -1 if outcome else 1
        most = max(most, running)
    assert most == 2


def test_when_a_parent_ends_waiting_jobs_fail_with_its_message(mini_project):
    jobs = [job(mini_project, "light", LIGHT, 1), job(mini_project, "heavy", HEAVY, 9)]
    server = Server(heavy_is_ready=False)
    outcomes = {}
    for ran, outcome in dispatch(jobs, server, 2):
        if outcome:
            outcomes[ran.snippet.id] = outcome
            server.lose_heavy()
    assert outcomes["part/light"].problems == []
    (failure,) = outcomes["part/heavy"].problems
    assert failure.rule == "fork-server"
    assert "out of memory" in failure.message


@pytest.mark.parametrize("last_words", [b"", b'{"problems": [], "output": "'], ids=["silent", "midway"])
def test_a_supervisor_that_dies_is_a_failure(mini_project, last_words):
    server = Server(dying="part/a", last_words=last_words)
    for _, outcome in dispatch([job(mini_project, "a", LIGHT, 1)], server, 1):
        if outcome is None:
            continue
        (failure,) = outcome.problems
        assert failure.rule == "fork-server"
        return
    pytest.fail("no outcome")


def test_giving_up_closes_what_runs(mini_project):
    server = Server(silent="part/b")
    jobs = [job(mini_project, "a", LIGHT, 1), job(mini_project, "b", LIGHT, 2)]
    events = dispatch(jobs, server, 2)
    while next(events)[1] is None:
        pass
    events.close()
    assert all(connection.fileno() == -1 for connection in server.open)
    assert server.kept.recv(1) == b""


def test_a_guess_goes_by_what_is_imported(mini_project):
    def guessed(source):
        one = job(mini_project, "a", source, 0)
        return estimate_seconds(one.snippet, one.heavy)

    assert guessed(HEAVY) > guessed(LIGHT) > guessed("x = 1\n")
