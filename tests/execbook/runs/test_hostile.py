"""Snippets that try to reach what is not theirs, one of each kind: none succeeds, and pools go on working.

Covers execbook/runs/seccomp.py: the filter refuses each call.
"""

import os
import platform
import socket
import sys
import tempfile
from pathlib import Path

import pytest

from execbook.project import Project
from execbook.records.store import Record, Store
from execbook.runs import runner, seccomp

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="the filter is for Linux on these machines alone",
)

C = """\
import ctypes, platform
libc = ctypes.CDLL(None, use_errno=True)
column = ["x86_64", "aarch64"].index(platform.machine())
numbers = {numbers}
def call(name, *arguments):
    ctypes.set_errno(0)
    result = libc.syscall(numbers[name][column], *arguments)
    print(name, "refused" if result == -1 and ctypes.get_errno() == 13 else f"got {{result}}")
"""

NUMBERS = {name: seccomp.REFUSED[name] for name in seccomp.REFUSED} | {
    "socket": (41, 198),
    "socketpair": (53, 199),
    "sendto": (44, 206),
}

TRY = """\
import os, socket, struct, sys
def attempt(action):
    try:
        print("got", action())
    except OSError as error:
        print("refused", error.errno == 13)
"""

HOSTILE = {
    "socket_by_path": TRY
    + """
attempt(lambda: socket.socket(socket.AF_UNIX).connect({listener!r}))
attempt(lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"x", {datagrams!r}))
""",
    "socket_by_path_in_c": C
    + """
import struct
call("socket", 1, 1, 0)
call("socket", 1, 2, 0)
call("socketpair", 1, 2, 0, (ctypes.c_int * 2)())
pair = (ctypes.c_int * 2)()
assert libc.socketpair(1, 1, 0, pair) == 0
address = struct.pack("=H", 1) + {listener!r}.encode() + bytes(1)
call("connect", pair[0], address, len(address))
call("sendto", pair[0], b"x", 1, 0, address, len(address))
""",
    "socket_of_another_family": TRY
    + """
for family in (16, 17, 38, 40):  # netlink, packets, the kernel's ciphers, the host of a virtual machine
    attempt(lambda: socket.socket(family, socket.SOCK_RAW))
""",
    "descriptor_passed": TRY
    + """
one, other = socket.socketpair()
attempt(lambda: socket.send_fds(one, [b"x"], [0]))
attempt(lambda: socket.recv_fds(other, 9, 1))
""",
    "descriptor_taken": C
    + """
call("pidfd_getfd", 0, 0, 0)
call("ptrace", 16, 1, 0, 0)
call("process_vm_readv", 1, None, 0, None, 0, 0)
""",
    "descriptor_inherited": """\
import os
found = [f"/proc/self/fd/{{n}}" for n in os.listdir("/proc/self/fd")]
kinds = [os.readlink(name) for name in found if os.path.lexists(name)]
print([kind for kind in kinds if not kind.startswith("pipe:") and kind != "/dev/null"])
""",
    "system_v": C
    + """
call("shmget", 0, 4096, 0o1666)
call("semget", 0, 1, 0o1666)
call("msgget", 0, 0o1666)
""",
    "message_queue": C + 'call("mq_open", b"execbook", 0o102, 0o600, None)\n',
    "keyring": C
    + """
call("add_key", b"user", b"execbook", b"secret", 6, -5)
call("request_key", b"user", b"execbook", None, 0)
call("keyctl", 0, -5, 0)
""",
    "io_uring": C + 'call("io_uring_setup", 1, bytes(120))\n',
    "namespace": C + 'call("unshare", 0x10000000)\ncall("setns", 0, 0)\n',
    "shared_memory_that_stays": """\
import ctypes
libc = ctypes.CDLL(None)
print(libc.shm_open({left!r}.encode(), 0o102, 0o600) >= 0)
open("/dev/shm" + {left!r} + "-2", "w").write("x")
""",
    "rights_of_a_file": """\
import os
for action in (lambda: os.chmod({mine!r}, 0o777), lambda: os.utime({mine!r}, (0, 0)),
               lambda: os.chown({mine!r}, os.getuid(), os.getgid()),
               lambda: os.setxattr({mine!r}, "user.x", b"")):
    try:
        print("got", action())
    except PermissionError:
        print("refused", True)
os.chmod(".", 0o700)
""",
    "another_machine_word": """\
import ctypes, mmap, platform
if platform.machine() == "x86_64":  # the 32-bit entry of the same kernel, where shmget is one of `ipc`
    code = b"\\x53\\xb8\\x75\\x00\\x00\\x00\\xbb\\x17\\x00\\x00\\x00\\xcd\\x80\\x5b\\xc3"
    memory = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    memory.write(code)
    start = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    print("refused", ctypes.CFUNCTYPE(ctypes.c_int)(start)() == -13)
""",
}

FRIENDLY = {
    "pair": """\
import socket
one, other = socket.socketpair()
one.sendall(b"hello")
print(other.recv(9))
""",
    "events": """\
import asyncio
async def main():
    process = await asyncio.create_subprocess_exec("echo", "hello", stdout=asyncio.subprocess.PIPE)
    print((await process.communicate())[0])
asyncio.run(main())
""",
    "pools": """\
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pipe, Queue, get_context
from multiprocessing.shared_memory import SharedMemory

def cube(number):
    return number**3

if __name__ == "__main__":
    for method in ("spawn", "fork"):
        with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
            print(list(pool.map(cube, range(5))))
    one, other = Pipe()
    one.send("hello")
    print(other.recv())
    queue = Queue()
    queue.put("queued")
    print(queue.get())
    block = SharedMemory(create=True, size=8)
    block.close()
    block.unlink()
""",
    "workers": """\
import numpy as np
from joblib import Parallel, delayed

if __name__ == "__main__":
    large = np.ones(300_000)  # passed as a file, for which joblib sets rights
    print(Parallel(n_jobs=2)(delayed(np.sum)(large) for _ in range(2)))
""",
}

MINE = "execbook-hostile-test"


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Record]:
    """The record of each snippet. Two sockets listen, and a file of this process is open."""
    project = Project(tmp_path_factory.mktemp("hostile") / "book")
    (project.snippets / "part").mkdir(parents=True)
    project.config("ko").write_text("site_name: Mini\n", "utf-8")
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{folder}/l")
        listener.listen()
        datagrams = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        datagrams.bind(f"{folder}/d")
        mine = Path(folder, "mine")
        mine.write_text("mine")
        mine.chmod(0o600)
        with mine.open() as opened, datagrams:
            os.set_inheritable(opened.fileno(), True)
            names = {
                "numbers": NUMBERS,
                "listener": f"{folder}/l",
                "datagrams": f"{folder}/d",
                "left": f"/{MINE}",
                "mine": str(mine),
            }
            for name, source in HOSTILE.items():
                (project.snippets / f"part/{name}.py").write_text(source.format(**names), "utf-8")
            for name, source in FRIENDLY.items():
                (project.snippets / f"part/{name}.py").write_text(source, "utf-8")
            report = runner.run(project)
            failed = {problem.path: str(problem) for problem in report.failed}
            assert mine.stat().st_mode & 0o777 == 0o600
            assert mine.stat().st_mtime > 0
            assert not failed, failed
        for one in (listener, datagrams):
            assert one.fileno() == -1 or pending(one) == 0
    store = Store(project)
    return {name: store.current_record(f"part/{name}") for name in HOSTILE | FRIENDLY}


@pytest.fixture(scope="module")
def outputs(records: dict[str, Record]) -> dict[str, list[str]]:
    return {name: record.output.splitlines() for name, record in records.items()}


def pending(server: socket.socket) -> int:
    server.settimeout(0)
    try:
        server.accept()
    except OSError:
        return 0
    return 1


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "shared_memory_that_stays"])
def test_no_hostile_snippet_gets_anything(outputs, name):
    lines = outputs[name]
    if name == "descriptor_inherited":
        assert lines == ["[]"]
    else:
        assert lines
        assert all("refused" in line and "False" not in line for line in lines), lines


def test_shared_memory_ends_with_the_run(records, outputs):
    if records["pair"].confinement["shared memory"] == "not confined":
        for left in Path("/dev/shm").glob(f"{MINE}*"):
            left.unlink()
        pytest.skip("this machine lets no user make a mount namespace")
    assert outputs["shared_memory_that_stays"] == ["True"]
    assert not list(Path("/dev/shm").glob(f"{MINE}*"))


def test_processes_of_one_snippet_still_talk(outputs):
    assert outputs["pair"] == ["b'hello'"]
    assert outputs["events"] == ["b'hello\\n'"]
    assert outputs["pools"] == [*["[0, 1, 8, 27, 64]"] * 2, "hello", "queued"]
    assert outputs["workers"] == ["[np.float64(300000.0), np.float64(300000.0)]"]


def test_a_refused_socket_says_what_works_instead(mini_project):
    project = mini_project({"part/a": "import socket\n\nsocket.socket(socket.AF_UNIX)\n"})
    (problem,) = runner.run(project).failed
    assert (problem.line, problem.rule) == (3, "confinement")
    assert "pipes" in problem.fix


def test_no_filter_on_a_machine_whose_numbers_are_unknown(monkeypatch):
    monkeypatch.setattr(seccomp.platform, "machine", lambda: "riscv64")
    assert seccomp.restrict() is False
