import os
import subprocess
import sys
import time

import pytest

from execbook.runs import processes

linux = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")


def python(code: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def test_descendants_are_found_with_their_names():
    code = "import subprocess, sys; subprocess.Popen(['sleep', '60']); print('on', flush=True); input()"
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    parent.stdout.readline()
    found = processes.descendants(os.getpid())
    assert parent.pid in found
    (sleep,) = processes.descendants(parent.pid)
    assert found[sleep] == "sleep"
    os.kill(sleep, 9)
    parent.communicate("\n")


def test_an_ended_child_is_no_descendant_even_before_it_is_collected():
    child = python("")
    child.stdout.read()
    deadline = time.monotonic() + 30
    while child.pid in processes.descendants(os.getpid()):
        assert time.monotonic() < deadline
    child.wait()


@linux
def test_waiting_for_a_processor_is_measured():
    """Two loops share one processor: each has to wait as long as the other one runs."""
    pin = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})"
    loops = [python(f"{pin}; print('on', flush=True)\nwhile 1: pass") for _ in range(2)]
    try:
        for loop in loops:
            loop.stdout.readline()
        deadline = time.monotonic() + 60
        while min(processes.waited_seconds(loop.pid) for loop in loops) < 0.2:
            assert time.monotonic() < deadline
            time.sleep(0.05)
    finally:
        for loop in loops:
            loop.kill()
            loop.communicate()


def test_an_ended_process_has_not_waited():
    assert processes.waited_seconds(2**22 + 1) == 0


@linux
def test_memory_is_what_a_process_has_for_itself():
    """A forked process shares what was there before; only what it adds counts."""
    code = """
import os
shared = b"x" * 200_000_000
reading, writing = os.pipe()
pid = os.fork()
if not pid:
    own = b"y" * 50_000_000
    os.write(writing, b"1")
    import time; time.sleep(60)
os.read(reading, 1)
print(pid, flush=True)
input()
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    child = int(parent.stdout.readline())
    assert 45 < processes.private_megabytes([child]) < 100
    os.kill(child, 9)
    parent.communicate("\n")


def test_an_ended_process_has_no_memory():
    child = python("")
    child.communicate()
    assert processes.private_megabytes([child.pid]) == 0


@linux
def test_all_descendants_are_ended_wherever_they_went():
    code = """
import os, subprocess, sys
from execbook.runs import processes
processes.adopt_orphans()
inner = "import subprocess; subprocess.Popen(['sleep', '60'], start_new_session=True)"
subprocess.run([sys.executable, "-c", inner])
assert list(processes.descendants(os.getpid()).values()) == ["sleep"]
processes.end_descendants()
assert not processes.descendants(os.getpid())
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@linux
def test_a_process_can_follow_its_parent():
    code = """
import os, sys, time
from execbook.runs import processes
if not os.fork():
    processes.die_with_parent()
    print(os.getpid(), flush=True)
    time.sleep(60)
time.sleep(60)
"""
    parent = python(code)
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    deadline = time.monotonic() + 30
    while processes.private_megabytes([child]):
        assert time.monotonic() < deadline, "it lives on"
        time.sleep(0.01)
