"""Each test confines a process of its own, as confinement is for good."""

import json
import os
import socket
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from execbook.runs import confine
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


HOOK = "Python's audit hook only"


@linux
@pytest.mark.parametrize(
    ("namespace", "mounts", "filtered", "version", "reported"),
    [
        (True, True, True, 7, ("landlock 7", "network namespace", "seccomp", "mount namespace")),
        (False, True, True, 3, ("landlock 3", "seccomp", "seccomp", "mount namespace")),
        (
            False,
            False,
            True,
            4,
            ("landlock 4", "seccomp and landlock 4 for TCP only", "seccomp", "not confined"),
        ),
        (False, False, False, 5, ("landlock 5", "landlock 5 for TCP only", HOOK, "not confined")),
        (False, False, False, 0, (HOOK, HOOK, HOOK, "not confined")),
    ],
)
def test_of_each_restriction_the_mechanism_is_reported_that_there_is(
    tmp_path, namespace, mounts, filtered, version, reported
):
    code = f"""
confine._isolate_network = lambda: {namespace}
confine._isolate_shared_memory = lambda: {mounts}
confine.seccomp.restrict = lambda: {filtered}
confine._landlock = lambda writable, readable: {version}
print(*confine.confine(base, []).values(), sep="; ")
"""
    assert confined(tmp_path, code) == "; ".join(reported)


def test_elsewhere_only_the_audit_hook_is_reported(tmp_path):
    code = "sys.platform = 'darwin'\nprint(json.dumps(confine.confine(base, [])))"
    expected = {"files": HOOK, "network": HOOK, "other programs": HOOK, "shared memory": "not confined"}
    assert json.loads(confined(tmp_path, code)) == expected


@pytest.mark.parametrize(
    ("how", "enough"), [("seccomp", True), ("landlock 3", True), (HOOK, False), ("not confined", False)]
)
def test_one_restriction_that_the_kernel_does_not_enforce_leaves_them_to_the_watch(how, enough):
    assert confine.by_kernel({"files": "landlock 7", "network": how}) == enough


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


class Landlock:
    """The system calls of one version of Landlock, after the kernel's `linux/landlock.h`."""

    def __init__(self, version: int, failing: int = 0):
        self.version, self.failing = version, failing
        self.handled: list[int] = []
        self.allowed: dict[str, int] = {}
        self.privileges: list[int] = []

    def syscall(self, number: int, *arguments) -> int:
        if number == 444 and arguments[0] is None:
            assert arguments[1:] == (0, 1)  # the flag that asks for the version
            return self.version
        assert arguments[-1] == 0  # no flags
        if number == self.failing:
            return -1
        if number == 444:
            self.handled = list(struct.unpack(f"={arguments[1] // 8}Q", arguments[0]))
            return os.open(os.devnull, os.O_RDONLY)
        if number == 445:
            rights, handle = struct.unpack("=Qi", arguments[2])
            self.allowed[str(Path(f"/proc/self/fd/{handle}").readlink())] = rights
        return 0

    def prctl(self, option: int, *arguments: int) -> None:
        self.privileges = [option, *arguments]


def landlocked(monkeypatch, landlock: Landlock, *paths: Path) -> int:
    monkeypatch.setattr(confine.ctypes, "CDLL", lambda *_, **__: landlock)
    return confine._landlock(paths[0], paths[1:])


@linux
@pytest.mark.parametrize(
    ("version", "handled"),
    [
        (1, [0x1FFF]),
        (2, [0x3FFF]),  # links to other folders
        (3, [0x7FFF]),  # truncating
        (4, [0x7FFF, 3]),  # TCP
        (5, [0x7FFF, 3]),
        (6, [0x7FFF, 3, 3]),  # abstract sockets and signals
        (9, [0x7FFF, 3, 3]),
    ],
)
def test_each_version_of_landlock_restricts_all_that_it_can_and_is_asked_for_no_more(
    tmp_path, monkeypatch, version, handled
):
    own, data, file = tmp_path / "own", tmp_path / "data", tmp_path / "data/file"
    own.mkdir()
    data.mkdir()
    file.touch()
    landlock = Landlock(version)
    assert landlocked(monkeypatch, landlock, own, data, file, tmp_path / "absent") == version
    assert landlock.handled == handled
    allowed = {str(own): handled[0], str(data): 0b1101, str(file): 0b0101}  # execute, write, read, list
    devices = {"/dev/null", "/dev/zero", "/dev/full"}
    allowed |= dict.fromkeys(devices, 0b0111 | (handled[0] & 1 << 14)) | {"/dev/shm": handled[0]}
    assert landlock.allowed == allowed
    assert landlock.privileges == [38, 1, 0, 0, 0]


@linux
@pytest.mark.parametrize(("version", "failing"), [(-1, 0), (0, 0), (7, 444), (7, 446)])
def test_what_landlock_refuses_is_no_restriction(tmp_path, monkeypatch, version, failing):
    assert landlocked(monkeypatch, Landlock(version, failing), tmp_path) == 0


@linux
def test_confining_leaves_no_file_open(tmp_path, monkeypatch):
    before = list(Path("/proc/self/fd").iterdir())
    landlocked(monkeypatch, Landlock(7), tmp_path, tmp_path)
    assert list(Path("/proc/self/fd").iterdir()) == before


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
def test_a_user_without_privileges_has_no_network_and_stays_the_same_user(tmp_path):
    code = """
import ctypes, os, subprocess, sysconfig
sysconfig.get_paths()  # now, as the user below may not read them
if os.geteuid() == 0:
    os.setgroups([])
    os.setresgid(1234, 1234, 1234)
    os.setresuid(4321, 4321, 4321)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # else the files in /proc/self would still be those of root
user = os.getuid(), os.getgid()
command = ["unshare", "--user", "--net", "--map-current-user", "true"]
if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode:
    print("not allowed")
else:
    print(confine.confine(base, [])["network"], (os.getuid(), os.getgid()) == user)
"""
    assert confined(tmp_path, code) in ("network namespace True", "not allowed")


@linux
def test_who_may_do_without_a_namespace_of_users_gets_none(tmp_path):
    """In one, files of other users would belong to nobody."""
    code = """
import subprocess
users = Path("/proc/self/ns/user").readlink()
if subprocess.run(["unshare", "--net", "true"], stderr=subprocess.DEVNULL, check=False).returncode:
    print("not allowed")
else:
    print(confine.confine(base, [])["network"], Path("/proc/self/ns/user").readlink() == users)
"""
    assert confined(tmp_path, code) in ("network namespace True", "not allowed")


@linux
def test_shared_memory_is_empty_bounded_and_seen_by_nobody_else(tmp_path):
    code = """
import ctypes, os
libc = ctypes.CDLL(None)
may_mount = libc.unshare(0x20000) == 0
libc.mount(None, b"/", None, 1 << 14 | 1 << 20, None)  # seen by others, as where systemd runs
how = confine.confine(base, [])["shared memory"]
mounts = [line.split() for line in Path("/proc/self/mountinfo").read_text().splitlines()]
last = [one for one in mounts if one[4] == "/dev/shm"][-1]
print(how != "not confined" or not may_mount)
if how != "not confined":
    print(os.listdir("/dev/shm"), last[5], last[-1], any("shared:" in part for one in mounts for part in one))
"""
    allowed, *found = confined(tmp_path, code).splitlines()
    assert allowed == "True"
    assert found in ([], ["[] rw,nosuid,nodev,relatime rw,size=524288k False"])


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
def test_the_system_and_every_folder_of_packages_may_be_read(tmp_path):
    """Some of these are one folder on this machine, and others on another."""
    added = ["/elsewhere/site-packages", "/elsewhere/dist-packages"]
    code = f"""
sys.path += {[*added, "/elsewhere/secrets"]}
confine._landlock = lambda writable, readable: print(*readable) or 0
confine.confine(base, [Path("/elsewhere/data")])
"""
    found = set(confined(tmp_path, code).split())
    system = ["/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc", "/proc", "/sys", "/dev"]
    assert {*system, *added, "/elsewhere/data", sys.prefix, sys.base_prefix} <= found
    assert set(sysconfig.get_paths().values()) <= found
    assert "/elsewhere/secrets" not in found


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


def test_the_size_of_a_file_is_limited_to_what_the_message_says(tmp_path):
    code = """
import resource
confine.confine(base, [])
print(*(limit >> 20 for limit in resource.getrlimit(resource.RLIMIT_FSIZE)), confine.LARGEST_FILE)
"""
    assert confined(tmp_path, code) == f"256 256 {256 << 20}"


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
except PermissionError as error:
    print(*watch.attempt, error)
"""
    assert confined(tmp_path, code) == f"7 {address} no network: {address}"


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


@pytest.mark.parametrize("folders", ["None, base", "base"])
@pytest.mark.parametrize(
    "action",
    [
        "chmod(outside, 0o777)",
        "utime(outside)",
        "chown(outside, -1, -1)",
        "setxattr(outside, 'user.a', b'')",
        "removexattr(outside, 'user.a')",
    ],
)
def test_the_watch_refuses_other_rights_and_times_outside(tmp_path, action, folders):
    base = tmp_path / "base"
    base.mkdir()
    (tmp_path / "old").write_text("old")
    code = f"""
import os
outside = base.parent / "old"
watch = confine.Watch(lambda: 7, {folders})
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
        "os.open(base.parent / 'old', os.O_TRUNC)",
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


def test_the_watch_names_what_it_refuses_to_change(tmp_path):
    code = """
confine.Watch(lambda: 7, base / "own")
try:
    (base / "new").touch()
except PermissionError as error:
    print(error)
"""
    assert confined(tmp_path, code) == f"[Errno 13] Permission denied: '{tmp_path.resolve() / 'new'}'"


def test_the_watch_refuses_no_reading_and_nothing_where_the_kernel_refuses_it(tmp_path):
    (tmp_path / "base").mkdir()
    (tmp_path / "old").write_text("old")
    code = """
import os
confine.Watch(lambda: 7, {folder})
old = base.parent / "old"
print(old.read_text(), len(os.listdir(base.parent)), os.path.getsize(old))
"""
    change = "old.rename(base / 'mine').chmod(0o600)\n(base.parent / 'new').write_text('new')"
    assert confined(tmp_path / "base", code.format(folder="base")) == "old 2 3"
    assert confined(tmp_path / "base", code.format(folder="None") + change) == "old 2 3"
    assert (tmp_path / "new").read_text() == "new"


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
