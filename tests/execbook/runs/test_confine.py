"""Each test confines a process of its own, as confinement is for good."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel confines only on Linux")

CONFINE = """
import json, sys
from pathlib import Path
from execbook.runs import confine
base = Path(sys.argv[1])
"""


ALONE = "confine._isolate_network = lambda: False\n"
"""Only Landlock restricts the network, as on a machine without user namespaces."""


def confined(base: Path, code: str) -> str:
    """Output of code that may use `confine` and `base`."""
    result = subprocess.run(
        [sys.executable, "-c", CONFINE + code, str(base)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_the_mechanisms_are_reported(tmp_path):
    enforced = json.loads(confined(tmp_path, "print(json.dumps(confine.confine(base, [])))"))
    assert set(enforced) == {"files", "network", "other programs", "shared memory"}
    assert all(enforced.values())


@linux
@pytest.mark.parametrize(
    "action",
    [
        "open(outside / 'new', 'w')",
        "open(outside / 'old', 'a')",
        "(outside / 'old').unlink()",
        "(outside / 'old').rename(base / 'mine')",
        "(outside / 'old').read_text()",
        "(outside / 'folder').mkdir()",
        "os.truncate(outside / 'old', 0)",
        "list(outside.iterdir())",
        "(base / 'link').symlink_to(outside / 'old') or (base / 'link').read_text()",
    ],
)
def test_what_lies_outside_cannot_be_touched(tmp_path, action):
    base, outside = tmp_path / "base", tmp_path / "outside"
    base.mkdir()
    outside.mkdir()
    (outside / "old").write_text("old")
    code = f"""
import os
outside = base.parent / "outside"
confine.confine(base, [])
try:
    {action}
except PermissionError:
    print("refused")
"""
    assert confined(base, code) == "refused"
    assert (outside / "old").read_text() == "old"
    assert [path.name for path in outside.iterdir()] == ["old"]


@linux
def test_what_a_started_program_does_is_confined_too(tmp_path):
    base, outside = tmp_path / "base", tmp_path / "outside"
    base.mkdir()
    code = """
import subprocess
confine.confine(base, [])
subprocess.run(["touch", base / "inside", base.parent / "outside"], stderr=subprocess.DEVNULL)
"""
    confined(base, code)
    assert (base / "inside").exists()
    assert not outside.exists()


@linux
def test_other_processes_get_no_signals(tmp_path):
    code = """
import os, signal
enforced = confine.confine(base, [])
try:
    os.kill(os.getppid(), 0)
except PermissionError:
    print("refused")
else:
    print(enforced["files"])
"""
    assert refused(confined(tmp_path, code), 6), "Landlock 6 and later can refuse signals"


def refused(answer: str, version: int) -> bool:
    """Whether the answer is that; a Landlock of a former version cannot refuse."""
    return answer == "refused" or int(answer.removeprefix("landlock ")) < version


@linux
def test_landlock_alone_closes_tcp(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        code = f"""
import socket
enforced = confine.confine(base, [])
assert "namespace" not in enforced["network"]
for attempt in ("connect", "bind"):
    port = {server.getsockname()[1]} if attempt == "connect" else 0
    try:
        getattr(socket.socket(), attempt)(("127.0.0.1", port))
    except PermissionError:
        assert enforced["network"].endswith("TCP only")
        print("refused")
    else:
        print(enforced["files"])
"""
        answers = confined(tmp_path, ALONE + code).splitlines()
    assert len(answers) == 2 and all(refused(answer, 4) for answer in answers)


@linux
def test_without_a_namespace_no_datagram_gets_out_either(tmp_path):
    with socket.socket(type=socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        code = f"""
import socket
enforced = confine.confine(base, [])
address = ("127.0.0.1", {server.getsockname()[1]})
for send in ("sendto(b'x', address)", "connect(address)", "sendmsg([b'x'], [], 0, address)"):
    try:
        eval("socket.socket(type=socket.SOCK_DGRAM)." + send)
    except PermissionError:
        print("refused")
    else:
        print(enforced["network"])
"""
        answers = confined(tmp_path, ALONE + code).splitlines()
    assert len(answers) == 3 and all(one == "refused" or "seccomp" not in one for one in answers)


@linux
@pytest.mark.parametrize("network", ["", ALONE], ids=["namespace", "landlock"])
def test_sockets_without_a_file_do_not_lead_out_either(tmp_path, network):
    """A name that belongs to no folder: a network namespace has its own, and Landlock 6 refuses them."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0execbook-{os.getpid()}")
        server.listen()
        code = f"""
import socket
enforced = confine.confine(base, [])
try:
    socket.socket(socket.AF_UNIX).connect("\\0execbook-{os.getpid()}")
except OSError:
    print("refused")
else:
    print(enforced["files"])
"""
        assert refused(confined(tmp_path, network + code), 6)


@linux
def test_a_crash_leaves_no_core_and_no_program_brings_rights_of_its_own(tmp_path):
    code = """
import resource
enforced = confine.confine(base, [])
bound = "NoNewPrivs:\\t1" in Path("/proc/self/status").read_text() or "landlock" not in enforced["files"]
print(*resource.getrlimit(resource.RLIMIT_CORE), bound)
"""
    assert confined(tmp_path, code) == "0 0 True"


@linux
def test_devices_and_system_information_can_be_used(tmp_path):
    code = """
import os
from multiprocessing.shared_memory import SharedMemory
confine.confine(base, [])
for name in ("null", "zero", "full"):
    open(f"/dev/{name}", "rb+", buffering=0).close()
block = SharedMemory(create=True, size=8)
block.close()
block.unlink()
assert Path("/proc/self/status").read_text() and Path("/etc").is_dir() and list(Path("/etc").iterdir())
print("done")
"""
    assert confined(tmp_path, code) == "done"


@linux
def test_more_may_be_readable(tmp_path):
    base, data = tmp_path / "base", tmp_path / "data"
    base.mkdir()
    data.mkdir()
    (data / "a.txt").write_text("a")
    code = """
data = base.parent / "data"
confine.confine(base, [data])
print((data / "a.txt").read_text())
try:
    (data / "a.txt").write_text("b")
except PermissionError:
    print("refused")
"""
    assert confined(base, code).split() == ["a", "refused"]


def test_a_file_cannot_grow_without_end(tmp_path):
    code = """
confine.LARGEST_FILE = 1000
confine.confine(base, [])
try:
    (base / "big").write_bytes(bytes(2000))
except OSError as error:
    print(error.strerror)
"""
    assert confined(tmp_path, code) == "File too large"


@pytest.mark.parametrize(
    ("action", "address"),
    [
        ("socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))", "192.0.2.1:53"),
        ("socket.socket(type=socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('192.0.2.1', 53))", "192.0.2.1:53"),
        ("socket.socket(socket.AF_INET6).connect(('::1', 80))", "::1:80"),
        ("socket.getaddrinfo('example.org', 443)", "example.org:443"),
        ("socket.gethostbyname('example.org')", "example.org"),
        ("socket.gethostbyaddr('192.0.2.1')", "192.0.2.1"),
    ],
)
def test_the_watch_refuses_every_way_to_the_network(tmp_path, action, address):
    code = f"""
import socket
watch = confine.Watch(lambda: 7, None)
try:
    {action}
except PermissionError:
    print(*watch.attempt)
"""
    assert confined(tmp_path, code) == f"7 {address}"


def test_the_watch_lets_a_name_of_this_machine_be_looked_up(tmp_path):
    code = """
import socket
watch = confine.Watch(lambda: 7, None)
socket.getaddrinfo(None, 80)
print(watch.attempt)
"""
    assert confined(tmp_path, code) == "None"


def test_the_watch_names_the_first_network_attempt(tmp_path):
    code = """
import socket
watch = confine.Watch(lambda: 7, None)
for port in (80, 81):
    try:
        socket.create_connection(("192.0.2.1", port))
    except PermissionError as error:
        pass
print(watch.attempt)
"""
    assert confined(tmp_path, code) == "(7, '192.0.2.1:80')"


def test_the_watch_lets_processes_of_one_machine_talk(tmp_path):
    code = """
import socket
watch = confine.Watch(lambda: 7, None)
server = socket.socket(socket.AF_UNIX)
server.bind(str(base / "s"))
server.listen()
socket.socket(socket.AF_UNIX).connect(str(base / "s"))
print(watch.attempt)
"""
    assert confined(Path(tmp_path), code) == "None"


def test_the_watch_refuses_sockets_outside_where_the_kernel_does_not(tmp_path):
    base = tmp_path / "base"
    base.mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        server.listen()
        code = """
import socket
confine.Watch(lambda: 7, base)
try:
    socket.socket(socket.AF_UNIX).connect(str(base.parent / "s"))
except PermissionError:
    print("refused")
server = socket.socket(socket.AF_UNIX)
server.bind(str(base / "s"))
server.listen()
socket.socket(socket.AF_UNIX).connect(str(base / "s"))
"""
        assert confined(base, code) == "refused"


@pytest.mark.parametrize("action", ["chmod(outside, 0o777)", "utime(outside)", "chown(outside, -1, -1)"])
def test_the_watch_refuses_other_rights_and_times_outside(tmp_path, action):
    base = tmp_path / "base"
    base.mkdir()
    (tmp_path / "old").write_text("old")
    code = f"""
import os
outside = base.parent / "old"
watch = confine.Watch(lambda: 7, None, base)
os.chmod(base, 0o700)
try:
    os.{action}
except PermissionError:
    print("refused")
"""
    assert confined(base, code) == "refused"


@pytest.mark.parametrize(
    "action",
    [
        "open(outside, 'w')",
        "open(base.parent / 'old', 'r+')",
        "open(base.parent / 'old', 'a')",
        "open(base / 'link', 'w')",
        "open(f'{base}-too', 'w')",
        "os.open(outside, os.O_CREAT)",
        "os.mkdir(outside)",
        "os.rename(base / 'mine', outside)",
        "os.remove(base / '..' / 'old')",
        "os.rmdir(base.parent / 'folder')",
        "os.truncate(base.parent / 'old', 0)",
        "os.link(base / 'mine', outside)",
        "os.symlink(base / 'mine', outside)",
    ],
)
def test_the_watch_refuses_changes_outside_where_the_kernel_does_not(tmp_path, action):
    base = tmp_path / "base"
    base.mkdir()
    (base / "mine").write_text("mine")
    (tmp_path / "old").write_text("old")
    (tmp_path / "folder").mkdir()
    (base / "link").symlink_to(tmp_path / "old")
    code = f"""
import os
outside = base.parent / "outside"
watch = confine.Watch(lambda: 7, base)
(base / "inside").write_text("x")
open("/dev/null", "w")
try:
    {action}
except PermissionError:
    print("refused")
"""
    assert confined(base, code) == "refused"
    assert (base / "inside").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["base", "folder", "old"]
    assert (tmp_path / "old").read_text() == "old"


@pytest.mark.parametrize(
    "start",
    [
        "subprocess.run(['true'])",
        "os.system('true')",
        "os.posix_spawn('/bin/sh', ['sh', '-c', 'true'], {})",
        "os.fork() or os._exit(0)",
        "pty.fork()[0] or os._exit(0)",
        "print(end='')",
    ],
)
def test_the_watch_notes_where_a_process_was_started(tmp_path, start):
    code = f"""
import os, pty, subprocess
watch = confine.Watch(lambda: 7, None)
{start}
print(watch.start)
"""
    assert confined(tmp_path, code) == ("0" if "print" in start else "7")
