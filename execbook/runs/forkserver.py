"""A process that has already imported the heavy modules and forks one supervisor for each task.

There are two: the light parent, and the heavy parent, which the light one forks after its own imports and
which then imports the slowest packages while light tasks run. Forking is safe as long as a parent has only
imported: it must have a single thread and never compute anything. Each checks its threads before every fork.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from socket import AF_UNIX, SOCK_STREAM, recv_fds, send_fds, socket, socketpair
from typing import NoReturn

from execbook.problems import Problem
from execbook.project import ENGINE
from execbook.runs.task import BACKEND, Outcome, Task
from execbook.settings import Settings

START = "import sys; sys.path.insert(0, {!r}); from execbook.runs import forkserver; forkserver.main({!r})"

SETTINGS = {
    "LANG": "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8",
    "MPLBACKEND": f"module://{BACKEND}",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "TZ": "UTC",
}
"""The environment of every run, besides folders: fixed threads, locale, time zone and hash seed. A book may
add to it, see `execbook.settings`."""

READY = b"ready"
_LENGTH = struct.Struct("=Q")

CAN_FORK = sys.platform == "linux"
"""Forking after imports is only known to be safe on Linux. Elsewhere every task gets a fresh interpreter."""


class ForkServerError(Exception):
    """A parent has ended by itself; the text is what it wrote before."""


class ForkServer:
    """The runner's handle, a context manager that ends every process on exit.

    light, heavy: sockets to the parents, for a selector; call `read_message` when one is readable.
    heavy is None if no task needs a package that is loaded last, or forking is not possible.
    """

    def __init__(
        self,
        modules: Iterable[str],
        cache: Path,
        load: bool = True,
        settings: Mapping[str, str] | None = None,
        *,
        preload: Collection[str] = Settings.preload,
        preload_last: Collection[str] = (),
    ):
        """Start the parents.

        modules: dotted names that tasks import; the parents load those of packages in `preload` and
        `preload_last`, see `execbook.settings`. cache: folder for matplotlib's list of fonts, which may be
        kept between runs. load: False if every task gets a fresh interpreter. settings: variables that
        replace some of SETTINGS.
        """
        modules = sorted(set(modules))
        draws = any(_package(name) == "matplotlib" for name in modules)
        last = {_package(name) for name in preload_last}
        loaded = [name for name in modules if _package(name) in {*preload, *last} and load and CAN_FORK]
        heavy = [name for name in loaded if _package(name) in last]
        light = [name for name in loaded if name not in heavy]
        if any(_package(name) == "matplotlib" for name in light):
            light.append(BACKEND)
        if heavy:
            heavy += preload_last
        self._ready: set[socket] = set()
        self._home = tempfile.mkdtemp(prefix="execbook-home-")
        self._log = Path(self._home, "log")
        self.light, light_end = socketpair(AF_UNIX, SOCK_STREAM)
        self.heavy, heavy_end = socketpair(AF_UNIX, SOCK_STREAM) if heavy else (None, None)
        arguments = json.dumps(
            {
                "light": light,
                "heavy": heavy,
                "light_socket": light_end.fileno(),
                "heavy_socket": heavy_end.fileno() if heavy_end else None,
                "home": self._home,
                "fonts": str(cache / "matplotlib") if draws else None,
            }
        )
        root = str(ENGINE.parent)
        ends = [end for end in (light_end, heavy_end) if end]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-s", "-P", "-c", START.format(root, arguments)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=SETTINGS | dict(settings or {}) | _folders(self._home, cache),
                cwd=self._home,
                pass_fds=[end.fileno() for end in ends],
                start_new_session=True,
            )
        for end in ends:
            end.close()

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read_message(self, parent: socket) -> None:
        """Read a message of a parent. Raises ForkServerError if it has ended."""
        try:
            message = parent.recv(len(READY))
        except ConnectionResetError:  # it ended with unread tasks
            message = b""
        if not message:
            with contextlib.suppress(OSError):
                raise ForkServerError(self._log.read_text(errors="replace").strip())
            raise ForkServerError("it left no message")
        self._ready.add(parent)

    def accepts(self, heavy: bool) -> bool:
        """Whether the parent for such tasks has finished its imports."""
        return self._parent(heavy) in self._ready

    def submit(self, task: Task, heavy: bool) -> socket:
        """Start a task. The returned socket delivers the outcome as JSON and is then closed by the sender.

        Closing it earlier cancels the run. heavy: whether the task needs a package that is loaded last.
        Raises OSError if the parent has ended.
        """
        ours, theirs = socketpair(AF_UNIX, SOCK_STREAM)
        parent = self._parent(heavy)
        data = task.to_json().encode()
        try:
            with theirs:
                send_fds(parent, [_LENGTH.pack(len(data))], [theirs.fileno()])
                parent.sendall(data)
        except OSError:
            ours.close()
            raise
        return ours

    def close(self) -> None:
        """End the parents. Runs in progress end when their sockets are closed."""
        for end in (self.light, self.heavy):
            if end:
                end.close()
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def _parent(self, heavy: bool) -> socket:
        return self.heavy if heavy and self.heavy else self.light


def _package(module: str) -> str:
    return module.partition(".")[0]


def _folders(home: str, cache: Path) -> dict[str, str]:
    """The environment variables of a run that depend on this machine."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}
    folders = dict.fromkeys([str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin"])
    return kept | {"HOME": home, "MPLCONFIGDIR": str(cache / "matplotlib"), "PATH": ":".join(folders)}


# The parents' side


def main(arguments: str) -> NoReturn:
    """Import, fork the heavy parent, and serve until the runner has ended."""
    settings = json.loads(arguments)
    control = socket(fileno=settings["light_socket"])
    heavy = socket(fileno=settings["heavy_socket"]) if settings["heavy"] else None
    if settings["fonts"]:
        _list_fonts(Path(settings["fonts"]), loading=bool(settings["light"]))
    _import(settings["light"])
    if heavy:
        if os.fork():
            heavy.close()
        else:
            control.close()
            control = heavy
            _import(settings["heavy"])
    with contextlib.suppress(OSError):  # the runner has ended
        _serve(control)
    shutil.rmtree(settings["home"], ignore_errors=True)
    os._exit(0)


def _list_fonts(folder: Path, loading: bool) -> None:
    """Make matplotlib list the machine's fonts, which a confined run could not save.

    loading: this process will import matplotlib, which replaces a list that is damaged or of another version.
    """
    if not (loading and any(folder.glob("fontlist-*.json"))):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], check=False)


def _import(names: Iterable[str]) -> None:
    for name in names:
        with contextlib.suppress(Exception):  # the run itself reports it, with the snippet's line
            importlib.import_module(name)


def _serve(control: socket) -> None:
    """Fork a supervisor for each task that arrives; return when the other end is closed."""
    # The runner imports this module too and does not need the supervisor.
    from execbook.runs.supervise import supervise

    gc.collect()
    gc.freeze()  # the collector would write to, and so copy, the pages shared with the children
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that supervisors leave no zombies
    control.sendall(READY)
    while True:
        head, descriptors, _, _ = recv_fds(control, _LENGTH.size, 1)
        if not head:
            return
        connection = socket(fileno=descriptors[0])
        task = Task.from_json(_receive(control, _LENGTH.unpack(head)[0]).decode())
        if (threads := _threads()) > 1:
            message = f"the fork server has {threads} threads: it is not safe to fork"
            outcome = Outcome(
                [Problem("", 0, message, "use --fresh-interpreter and report it", "fork-server")]
            )
            connection.sendall(outcome.to_json().encode())
        elif not os.fork():
            control.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            try:
                supervise(task, connection)
            finally:
                os._exit(0)
        connection.close()


def _receive(control: socket, length: int) -> bytes:
    data = bytearray()
    while len(data) < length:
        if not (piece := control.recv(length - len(data))):
            raise OSError("the runner has ended")
        data += piece
    return bytes(data)


def _threads() -> int:
    return len(list(Path("/proc/self/task").iterdir())) if sys.platform == "linux" else 1
