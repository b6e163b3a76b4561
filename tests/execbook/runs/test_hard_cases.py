"""Snippets that misbehave and runs that are interrupted: each ends in a clear problem and harms no other."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from execbook.problems import Problem
from execbook.project import Project
from execbook.records.store import Store
from execbook.runs import processes, runner
from tests import ROOT

GOOD = 'print("good")\n'
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux adopts orphans and confines reading")
MODES = pytest.mark.parametrize("fresh", [False, True], ids=["forked", "fresh interpreter"])


def failing(mini_project, source: str, fresh: bool = False) -> Problem:
    """The only problem of a failing snippet, run together with a good one, which has to be recorded."""
    project = mini_project({"part/bad": source, "part/good": GOOD})
    report = runner.run(project, fresh_interpreter=fresh)
    assert report.ran == ["part/good"]
    store = Store(project)
    assert store.current_record("part/good").output == "good\n"
    assert store.current_record("part/bad") is None
    assert len(report.failed) == 1, report.failed
    assert report.failed[0].path == "snippets/part/bad.py"
    return report.failed[0]


@MODES
def test_an_exception_is_reported_with_the_deepest_line_of_the_snippet(mini_project, fresh):
    source = """\
import json

def parse(text):
    return json.loads(text)

print("before")
parse("{")
"""
    problem = failing(mini_project, source, fresh)
    assert (problem.line, problem.rule) == (4, "exception")
    assert problem.message.startswith("JSONDecodeError: Expecting property name")
    assert problem.message.endswith("\n    | before")
    assert "Traceback" not in str(problem)


def test_only_the_last_lines_of_the_output_are_quoted(mini_project):
    problem = failing(mini_project, "for i in range(100):\n    print('line', i)\n1 / 0\n")
    assert problem.line == 3
    assert problem.message.startswith("ZeroDivisionError: division by zero\n    | line 92\n")
    assert problem.message.endswith("| line 99")


@MODES
def test_sys_exit_half_way_is_no_good_end(mini_project, fresh):
    problem = failing(mini_project, "import sys\nprint(1)\nsys.exit(0)\nprint(2)\n", fresh)
    assert (problem.line, problem.rule) == (3, "early-exit")
    assert problem.message.startswith("sys.exit(0) ends the run before the file's end")


@MODES
def test_os_exit_half_way_is_no_good_end(mini_project, fresh):
    problem = failing(mini_project, "import os\nprint(1)\n\nos._exit(0)\nprint(2)\n", fresh)
    assert (problem.line, problem.rule) == (4, "early-exit")
    assert problem.message.startswith("os._exit(0) ends the run before the file's end")


def test_an_end_that_nothing_announces_is_no_good_end(mini_project):
    """As `os._exit(0)` called by a C library would be."""
    problem = failing(mini_project, "import ctypes\nctypes.CDLL(None)._exit(0)\n")
    assert problem.rule == "no-end"
    assert "left with code 0 before the file's end" in problem.message


@MODES
def test_a_crash_is_reported_with_its_line(mini_project, fresh):
    problem = failing(mini_project, "import ctypes\nprint('on')\nctypes.string_at(0)\n", fresh)
    assert (problem.line, problem.rule) == (3, "no-end")
    assert "ended by signal 11" in problem.message


@MODES
def test_an_infinite_loop_ends_at_the_time_limit(mini_project, fresh):
    source = "# execbook: seconds=1\nwhile True:\n    pass\n"
    problem = failing(mini_project, source, fresh)
    assert problem.line in (2, 3)
    assert problem.rule == "time-limit"
    assert problem.message == "still running after 1 seconds"
    assert "# execbook: seconds=2" in problem.fix


def test_a_long_sleep_ends_at_the_time_limit(mini_project):
    problem = failing(mini_project, "# execbook: seconds=0.5\nimport time\ntime.sleep(1000)\n")
    assert (problem.line, problem.rule) == (3, "time-limit")


@pytest.mark.parametrize(
    "statement", ["print('x' * 70)", "import os; os.system('yes')"], ids=["itself", "by a child"]
)
def test_output_without_end_stops_at_the_output_limit(mini_project, statement):
    problem = failing(mini_project, f"# execbook: output_kilobytes=16\nwhile True:\n    {statement}\n")
    assert (problem.line, problem.rule) == (3, "output-limit")
    assert problem.message.startswith("printed more than 16 kB")


@pytest.mark.parametrize("session", [False, True], ids=["plain", "setsid"])
def test_a_child_left_running_is_reported_and_ended(mini_project, tmp_path, session):
    source = f"""\
import subprocess
child = subprocess.Popen(["sleep", "1234"], start_new_session={session})
print(child.pid)
"""
    problem = failing(mini_project, source)
    assert (problem.line, problem.rule) == (2, "left-running")
    assert problem.message.startswith("left running: sleep")
    assert not is_alive(int(problem.message.rpartition("| ")[2]))


@linux
def test_a_daemon_of_a_daemon_is_ended_too(mini_project):
    source = """\
import os, time
reading, writing = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        print(os.getpid())
        os.write(writing, b"printed")
        time.sleep(1234)
    os._exit(0)
os.wait()
os.read(reading, 7)
"""
    problem = failing(mini_project, source)
    assert problem.rule == "left-running"
    assert not is_alive(int(problem.message.rpartition("| ")[2]))


def test_children_that_end_by_themselves_are_welcome(mini_project):
    source = """\
import multiprocessing
import subprocess
import sys

def square(number):
    return number * number

if __name__ == "__main__":
    print(subprocess.run([sys.executable, "-c", "print(6 * 7)"], capture_output=True, text=True).stdout)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(pool.map(square, [1, 2, 3]))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(pool.map(square, [1, 2, 3]))
"""
    project = mini_project({"part/children": source})
    assert runner.run(project).failed == []
    assert Store(project).current_record("part/children").output == "42\n\n[1, 4, 9]\n[1, 4, 9]\n"


@MODES
def test_memory_beyond_the_limit_ends_the_run(mini_project, fresh):
    source = """\
# execbook: megabytes=150
hoard = []
while True:
    hoard.append(bytearray(b"x" * 1_000_000))
"""
    problem = failing(mini_project, source, fresh)
    assert problem.line in (3, 4)
    assert problem.rule == "memory-limit"
    assert problem.message == "used more than 150 MB of memory"
    assert "# execbook: megabytes=300" in problem.fix


def test_the_memory_of_children_counts(mini_project):
    source = """\
# execbook: megabytes=150
import subprocess, sys
subprocess.run([sys.executable, "-c", "import time; x = b'x' * 400_000_000; time.sleep(60)"])
"""
    problem = failing(mini_project, source)
    assert (problem.line, problem.rule) == (3, "memory-limit")


def test_an_array_larger_than_any_memory(mini_project):
    problem = failing(mini_project, "size = 10**15\nbytearray(size)\n")
    assert (problem.line, problem.rule) == (2, "memory-limit")
    assert problem.message == "MemoryError"


@MODES
def test_a_write_outside_the_working_folder_is_refused(mini_project, tmp_path, fresh):
    target = tmp_path / "elsewhere.txt"
    problem = failing(mini_project, f"path = {str(target)!r}\nopen(path, 'w').write('x')\n", fresh)
    assert (problem.line, problem.rule) == (2, "confinement")
    assert "Permission denied" in problem.message
    assert not target.exists()


@linux
def test_the_project_itself_cannot_be_read(mini_project):
    """A result that depended on another file of the project would not have it in its key."""
    other = str(mini_project().config("ko"))
    problem = failing(mini_project, f"print(open({other!r}).read())\n")
    assert (problem.line, problem.rule) == (1, "confinement")


def test_a_snippet_may_write_in_its_working_folder(mini_project):
    source = """\
import os, tempfile
from pathlib import Path
print(os.listdir())
Path("data.csv").write_text("1,2")
Path("~/settings").expanduser().write_text("x")
with tempfile.TemporaryFile() as file:
    file.write(b"x")
print(Path("data.csv").read_text())
"""
    project = mini_project({"part/writes": source})
    assert runner.run(project).failed == []
    assert Store(project).current_record("part/writes").output == "['writes.py']\n1,2\n"


@pytest.mark.parametrize(
    ("statement", "address"),
    [
        ("socket.create_connection(('192.0.2.1', 80), timeout=5)", "192.0.2.1:80"),
        ("socket.getaddrinfo('example.org', 443)", "example.org:443"),
        ("urllib.request.urlopen('http://127.0.0.1:9/')", "127.0.0.1:9"),
        ("socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))", "192.0.2.1:53"),
    ],
)
def test_a_network_attempt_is_reported_as_such(mini_project, statement, address):
    problem = failing(mini_project, f"import socket, urllib.request\n\n{statement}\n")
    assert (problem.line, problem.rule) == (3, "network")
    assert problem.message == f"tried to reach the network: {address}"


def test_a_network_attempt_is_reported_even_if_the_snippet_gets_over_it(mini_project):
    source = """\
import urllib.request
try:
    urllib.request.urlopen("http://example.org/data.csv")
except OSError:
    print("using the copy")
"""
    problem = failing(mini_project, source)
    assert (problem.line, problem.rule) == (3, "network")


@linux
def test_the_network_is_closed_to_c_code_too(mini_project):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        source = f"""\
import ctypes, socket, struct
libc = ctypes.CDLL(None, use_errno=True)
address = struct.pack("=HH", socket.AF_INET, socket.htons({port})) + bytes([127, 0, 0, 1]) + bytes(8)
handle = libc.socket(socket.AF_INET, socket.SOCK_STREAM, 0)
print(libc.connect(handle, address, len(address)))
"""
        project = mini_project({"part/c": source})
        assert runner.run(project).failed == []
    assert Store(project).current_record("part/c").output == "-1\n"


SENDS = """\
import ctypes, socket, struct
libc = ctypes.CDLL(None, use_errno=True)
address = struct.pack("=HH", socket.AF_INET, socket.htons({port})) + bytes([127, 0, 0, 1]) + bytes(8)
handle = libc.socket(socket.AF_INET, socket.SOCK_DGRAM, 0)
print(libc.sendto(handle, b"secret", 6, 0, address, len(address)))
"""
UNSHARE = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
"""Whether a user may have a network namespace: some containers and Ubuntu's AppArmor forbid it."""


@linux
def test_no_datagram_gets_out_either(mini_project):
    """Landlock knows TCP alone; what is left is shut out by a network namespace."""
    if subprocess.run([sys.executable, "-c", UNSHARE]).returncode != 0:
        pytest.skip("this machine lets no user make a network namespace")
    with socket.socket(type=socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(1)
        source = SENDS.format(port=server.getsockname()[1])
        subprocess.run([sys.executable, "-c", source], check=True, stdout=subprocess.DEVNULL)
        assert server.recv(9) == b"secret"  # so it does where nobody confines it
        project = mini_project({"part/c": source})
        assert runner.run(project).failed == []
        with pytest.raises(TimeoutError):
            server.recv(9)
    record = Store(project).current_record("part/c")
    assert record.output == "-1\n"
    assert record.confinement["network"] == "network namespace"


@MODES
def test_input_has_nobody_to_answer(mini_project, fresh):
    problem = failing(mini_project, "print('hello')\nname = input('Who? ')\n", fresh)
    assert (problem.line, problem.rule) == (2, "input")
    assert "write the value into the file" in problem.fix


@MODES
def test_a_figure_never_shown_is_no_figure(mini_project, fresh):
    source = "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2])\nprint(1)\n"
    problem = failing(mini_project, source, fresh)
    assert (problem.line, problem.rule) == (2, "figure")
    assert "never shown" in problem.message


def test_a_label_without_korean_is_reported_with_its_line(mini_project):
    source = """\
import matplotlib.pyplot as plt
loss = [1, 2]
plt.plot(loss)
plt.xlabel("epoch")
plt.title("loss")
plt.show()
"""
    mini_project(labels={"epoch": "에포크"})
    problem = failing(mini_project, source)
    assert (problem.line, problem.rule) == (5, "figure")
    assert "'loss'" in problem.message
    assert '"loss" = "…"' in problem.fix


def test_a_warning_is_no_part_of_a_published_example(mini_project):
    problem = failing(mini_project, "import warnings\n\nwarnings.warn('mind the gap')\n")
    assert (problem.line, problem.rule) == (3, "warning")
    assert problem.message == "UserWarning: mind the gap"


def test_a_warning_from_a_package_is_laid_to_the_line_that_caused_it(mini_project):
    problem = failing(mini_project, "import numpy as np\nz = np.array([-1.0, 1.0])\nnp.log(z)\n")
    assert (problem.line, problem.rule) == (3, "warning")
    assert problem.message == "RuntimeWarning: invalid value encountered in log"


def test_a_warning_that_the_snippet_handles_is_its_own_affair(mini_project):
    source = """\
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("mind the gap")
print(caught[0].message)
"""
    project = mini_project({"part/handles": source})
    assert runner.run(project).failed == []
    assert Store(project).current_record("part/handles").output == "mind the gap\n"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("import sys\nprint('stray', file=sys.stderr)\n", 2),
        ("import logging\nlogging.error('stray')\n", 2),
        ("import os\nos.system('echo stray >&2')\n", 0),
    ],
)
def test_text_on_standard_error_is_a_failure(mini_project, source, line):
    problem = failing(mini_project, source)
    assert (problem.line, problem.rule) == (line, "stderr")
    assert "stray" in problem.message


def test_an_exception_in_a_thread_is_a_failure(mini_project):
    source = "import threading\n\ndef work():\n    1 / 0\n\nthreading.Thread(target=work).start()\n"
    problem = failing(mini_project, source)
    assert (problem.line, problem.rule) == (4, "exception")


def test_a_progress_bar_is_a_failure(mini_project):
    problem = failing(mini_project, "print('50 %', end='\\r')\nprint('100 %')\n")
    assert problem.rule == "control-characters"


def test_colours_of_a_terminal_are_named_and_quoted(mini_project):
    problem = failing(mini_project, 'print("one")\nRED = "\\033[31m"\nprint(f"{RED}two")\n')
    assert (problem.line, problem.rule) == (2, "control-characters")
    assert "escape code \\x1b[31m" in problem.message
    assert "| \\x1b[31mtwo" in problem.message and "\x1b" not in problem.message
    assert "colours" in problem.fix


def test_a_failure_keeps_the_last_good_record_but_not_as_current_for_the_new_text(mini_project):
    project = mini_project({"part/a": "x = 1\n"})
    assert runner.run(project).failed == []
    good = Store(project).current_record("part/a")
    mini_project({"part/a": "x = 1 / 0\n"})
    assert len(runner.run(project).failed) == 1
    assert Store(project).current_record("part/a") == good
    mini_project({"part/a": "x = 1\n"})
    assert runner.run(project).fresh == ["part/a"]


def test_every_failure_is_reported_not_only_the_first(mini_project):
    project = mini_project({f"part/bad{n}": f"1 / 0  # {n}\n" for n in range(4)})
    report = runner.run(project)
    assert [problem.path for problem in sorted(report.failed)] == [
        f"snippets/part/bad{n}.py" for n in range(4)
    ]


# Interruption

SLOW = """\
import subprocess, time
from pathlib import Path
child = subprocess.Popen(["sleep", "1234"], start_new_session=True)
print(child.pid, flush=True)
time.sleep(1234)
"""

DRIVER = """\
import sys
from pathlib import Path
from execbook.runs import runner
from execbook.project import Project
runner.run(Project(Path(sys.argv[1])), progress=lambda p: print(p.event, p.id, flush=True))
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_run_leaves_nothing_behind_and_a_clean_one_follows(mini_project, tmp_path, number):
    project = mini_project({"part/quick": GOOD, "part/slow": SLOW})
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    run = start(project, temporary)
    await_line(run, "finished part/quick")
    deadline = time.monotonic() + 30
    while not any("sleep" in name for name in processes.descendants(run.pid).values()):
        assert time.monotonic() < deadline, "the slow snippet has not started its child"
        time.sleep(0.05)
    family = processes.descendants(run.pid)
    run.send_signal(number)
    assert run.wait(timeout=30) != 0
    deadline = time.monotonic() + 30
    while left := [pid for pid in family if is_alive(pid)]:
        assert time.monotonic() < deadline, f"still running: {[family[pid] for pid in left]}"
        time.sleep(0.05)
    while left := list(temporary.iterdir()):
        assert time.monotonic() < deadline, f"still there: {left}"
        time.sleep(0.05)

    mini_project({"part/slow": "print('now quick')\n"})
    report = runner.run(project)
    assert (report.ran, report.fresh, report.failed) == (["part/slow"], ["part/quick"], [])
    folders = [path for path in project.store.iterdir() if path.is_dir()]
    assert sorted(path.name for path in folders) == sorted(Store(project).current().values())


def test_what_a_killed_run_had_begun_to_write_is_cleared_up(mini_project):
    project = mini_project({"part/good": GOOD})
    half = project.store / ".new-abc"
    half.mkdir(parents=True)
    (half / "figure-1.ko.svg").write_text("<svg")
    runner.run(project)
    assert not half.exists()


def test_two_runs_at_once_do_not_harm_each_other(mini_project, tmp_path):
    project = mini_project({f"part/n{n}": f"import time\ntime.sleep(0.2)\nprint({n})\n" for n in range(4)})
    runs = [start(project, tmp_path) for _ in range(2)]
    lines = [run.communicate(timeout=60)[0].splitlines() for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    finished = [line for line in lines[0] + lines[1] if line.startswith("finished")]
    assert len(finished) == 4
    assert runner.run(project).fresh == [f"part/n{n}" for n in range(4)]


def start(project: Project, temporary: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(project.root)],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        text=True,
    )


def await_line(run: subprocess.Popen[str], wanted: str) -> None:
    for line in run.stdout:
        if line.strip() == wanted:
            return
    raise AssertionError(f"the run ended without {wanted!r}")


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    if sys.platform == "linux":
        stat = Path(f"/proc/{pid}/stat")
        return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"
    return True
