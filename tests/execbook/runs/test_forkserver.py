import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from matplotlib import font_manager

from execbook.runs import forkserver, processes
from execbook.runs.forkserver import CAN_FORK, ForkServer, ForkServerError
from execbook.runs.task import Outcome, Task
from tests import ROOT

forking = pytest.mark.skipif(not CAN_FORK, reason="forking loaded modules is for Linux")


def task(source: str, fresh: bool = False) -> Task:
    return Task("part/a", "a.py", source, 60, 1000, 64, False, {}, fresh)


def outcome(server: ForkServer, source: str, fresh: bool = False) -> Outcome:
    with server.submit(task(source, fresh), heavy=False) as connection:
        return Outcome.from_json(b"".join(iter(lambda: connection.recv(65536), b"")).decode())


LOADED = "import sys\nprint('numpy' in sys.modules)\n"


@forking
def test_modules_are_loaded_once_for_all_runs(tmp_path):
    with ForkServer(["numpy", "numpy.linalg.norm", "no_such_module"], tmp_path) as server:
        server.read_message(server.light)
        assert outcome(server, LOADED).output == "True\n"
        assert outcome(server, LOADED, fresh=True).output == "False\n"


@forking
def test_only_modules_that_are_known_to_be_safe_are_loaded(tmp_path):
    with ForkServer(["playwright"], tmp_path) as server:
        server.read_message(server.light)
        assert outcome(server, "import sys\nprint('playwright' in sys.modules)\n").output == "False\n"


def test_a_server_for_fresh_interpreters_loads_nothing(tmp_path):
    with ForkServer(["numpy", "tensorflow"], tmp_path, load=False) as server:
        assert server.heavy is None
        server.read_message(server.light)
        assert outcome(server, LOADED).output == "False\n"


def test_one_run_changes_nothing_for_the_next(tmp_path):
    with ForkServer([], tmp_path) as server:
        server.read_message(server.light)
        source = "import json\nprint(json.dumps(1))\njson.dumps = lambda x: 'changed'\n"
        assert [outcome(server, source).output for _ in range(2)] == ["1\n", "1\n"]


def test_runs_go_on_side_by_side(tmp_path):
    with ForkServer([], tmp_path) as server:
        server.read_message(server.light)
        with server.submit(task("import time\ntime.sleep(60)\n"), heavy=False):
            assert outcome(server, "print(1)\n").output == "1\n"


@forking
def test_a_parent_with_threads_does_not_fork(tmp_path, monkeypatch):
    """Forking a process of several threads may hang the child; numpy's OpenBLAS would start one here."""
    monkeypatch.setitem(forkserver.SETTINGS, "OPENBLAS_NUM_THREADS", "2")
    with ForkServer(["numpy"], tmp_path) as server:
        server.read_message(server.light)
        (failure,) = outcome(server, "print(1)\n").problems
    assert failure.rule == "fork-server"
    assert "2 threads" in failure.message


def test_the_list_of_fonts_is_repaired_before_a_run_needs_it(tmp_path):
    """A confined run cannot save it and reports that on standard error, so that every run would fail."""
    folder = tmp_path / "matplotlib"
    folder.mkdir()
    (folder / "fontlist-v0.json").write_text("{}")  # of another version
    (folder / f"fontlist-v{font_manager.FontManager.__version__}.json").write_text("{")
    draws = "import matplotlib.pyplot as plt\nprint(1)\n"
    with ForkServer(["matplotlib"], tmp_path, load=False) as server:
        server.read_message(server.light)
        assert outcome(server, draws, fresh=True).problems == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a limit cannot be set from outside")
def test_a_disk_without_room_for_the_run_is_named(tmp_path):
    import resource

    with ForkServer([], tmp_path) as server:
        server.read_message(server.light)
        resource.prlimit(server._process.pid, resource.RLIMIT_FSIZE, (10, resource.RLIM_INFINITY))
        (failure,) = outcome(server, "print('more than ten bytes')\n").problems
    assert failure.rule == "disk"
    assert re.fullmatch(r"/\S+ cannot be used: File too large", failure.message)
    assert "larger on this disk" in failure.fix


def test_a_parent_that_dies_with_work_before_it_is_reported_as_well(tmp_path):
    with ForkServer([], tmp_path) as server:
        server.read_message(server.light)
        server._process.send_signal(signal.SIGSTOP)
        with server.submit(task("print(1)\n"), heavy=False):
            server._process.kill()
            with pytest.raises(ForkServerError):
                server.read_message(server.light)


def test_the_last_message_of_a_parent_is_reported(tmp_path):
    with ForkServer([], tmp_path) as server:
        server.read_message(server.light)
        server._process.kill()
        with pytest.raises(ForkServerError):
            server.read_message(server.light)


def test_closing_ends_every_process_and_run(tmp_path):
    deadline = time.monotonic() + 60
    with ForkServer([], tmp_path) as server:
        server.read_message(server.light)
        with server.submit(task("import os\nos.system('sleep 1234')\n"), heavy=False):
            while "sleep" not in (family := processes.descendants(server._process.pid)).values():
                assert time.monotonic() < deadline, "the run has not started"
                time.sleep(0.01)
    family[server._process.pid] = "the parent"
    # Other tests and tests/alone.py start and end processes at the same time.
    while left := processes.still_running(family):
        assert time.monotonic() < deadline, left
        time.sleep(0.01)


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_parents_end_when_their_owner_is_killed(tmp_path):
    code = """
import sys
from pathlib import Path
from execbook.runs.forkserver import ForkServer
server = ForkServer([], Path(sys.argv[1]))
server.read_message(server.light)
print(server._process.pid, server._home, flush=True)
input()
"""
    owner = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    pid, home = owner.stdout.readline().split()
    owner.kill()
    owner.communicate()
    deadline = time.monotonic() + 30
    while Path("/proc", pid).exists() or Path(home).exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)
