"""Confine the calling process to its working folder, without network access, as far as the platform allows.

On Linux the kernel enforces it without privileges: Landlock for files, TCP and signals, seccomp for what
leads to other programs, and where namespaces are allowed one without network and one with its own `/dev/shm`.
On every platform an audit hook reports the attempt and its line; without kernel support, and for the rights
and times of files, it is the only barrier. It sees what Python code does, not what a C library does.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import struct
import sys
import sysconfig
from collections.abc import Callable, Iterable
from pathlib import Path

from execbook.runs import seccomp

LARGEST_FILE = 256 * 1024 * 1024

_SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/etc", "/proc", "/sys", "/dev")
_DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/shm")

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_NO_NEW_PRIVILEGES = 38
_VERSION_FLAG = 1
_PATH_BENEATH = 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_TRUNCATE = 1 << 14
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_FILE_ONLY = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_TCP = 1 << 0 | 1 << 1
_ABSTRACT_SOCKETS_AND_SIGNALS = 1 << 0 | 1 << 1
_NEW_USER_NAMESPACE, _NEW_NETWORK_NAMESPACE, _NEW_MOUNT_NAMESPACE = 0x10000000, 0x40000000, 0x00020000
_NO_SUID, _NO_DEVICES, _RECURSIVE, _PRIVATE = 1 << 1, 1 << 2, 1 << 14, 1 << 18

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
_ATTRIBUTES = {"os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr"}
_CONNECTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_STARTS = {"os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system", "subprocess.Popen"}


def confine(writable: Path, readable: Iterable[Path]) -> dict[str, str]:
    """Confine this process and its descendants irrevocably; call it while there is only one thread.

    writable: the only folder in which it may write. readable: what it may read besides the interpreter, its
    packages and the system. Returns the mechanism that enforces each restriction, for the record.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    hook = "Python's audit hook only"
    if sys.platform != "linux":
        return {"files": hook, "network": hook, "other programs": hook, "shared memory": "not confined"}
    namespace = _isolate_network()
    mounts = _isolate_shared_memory()
    filtered = seccomp.restrict()
    version = _landlock(writable, [*map(Path, _SYSTEM), *_interpreter(), *readable])
    if namespace:
        network = "network namespace"
    else:
        closed = ["seccomp"] * filtered + [f"landlock {version} for TCP only"] * (version >= 4)
        network = " and ".join(closed) or hook
    return {
        "files": f"landlock {version}" if version else hook,
        "network": network,
        "other programs": "seccomp" if filtered else hook,
        "shared memory": "mount namespace" if mounts else "not confined",
    }


def by_kernel(confinement: dict[str, str]) -> bool:
    """Whether the kernel enforces all of what `confine` returned."""
    return not any(how == "not confined" or "hook" in how for how in confinement.values())


class Watch:
    """The audit hook: refuses network access and records where other processes are started.

    attempt: line and address of the first attempt to use the network. start: line on which a process was last
    started. Both are lines of the snippet, 0 if unknown.
    """

    def __init__(self, find_line: Callable[[], int], writable: Path | None, own: Path | None = None):
        """find_line: returns the snippet's current line. writable: the only folder to write in; None if the
        kernel enforces that. own: the only folder where rights, owners, times and attributes of files may be
        changed, which no kernel enforces.
        """
        self.attempt: tuple[int, str] | None = None
        self.start = 0
        self._find_line = find_line
        self._writable = os.path.realpath(writable) if writable else None
        self._own = os.path.realpath(own) if own else self._writable
        sys.addaudithook(self._hook)

    def _hook(self, event: str, arguments: tuple) -> None:
        if event in _CONNECTS:
            socket, address = arguments[0], arguments[-1]
            if socket.family.name in ("AF_INET", "AF_INET6"):
                self._refuse_network(address)
            elif self._writable and isinstance(address, str | bytes):  # a socket that is a file
                self._refuse_change(address, self._writable)
        elif event in _LOOKUPS:
            if arguments[0] is not None:
                self._refuse_network(arguments[:2])
        elif event in _STARTS:
            self.start = self._find_line()
        elif self._writable and event == "open":
            path, _, flags = arguments
            if flags & _WRITING and isinstance(path, str | bytes):
                self._refuse_change(path, self._writable)
        elif self._writable and event in _CHANGES:
            for path in arguments:
                if isinstance(path, str | bytes):
                    self._refuse_change(path, self._writable)
        elif self._own and event in _ATTRIBUTES and isinstance(arguments[0], str | bytes):
            self._refuse_change(arguments[0], self._own)

    def _refuse_network(self, address: object) -> None:
        if isinstance(address, tuple):
            address = ":".join(str(part) for part in address[:2] if part is not None)
        self.attempt = self.attempt or (self._find_line(), str(address))
        raise PermissionError(f"no network: {address}")

    def _refuse_change(self, path: str | bytes, folder: str) -> None:
        path = os.path.realpath(os.fsdecode(path))
        if path != folder and not path.startswith((f"{folder}/", *_DEVICES)):
            raise PermissionError(13, "Permission denied", path)


def _interpreter() -> list[Path]:
    """The folders of Python and its packages, those of other environments that this one adds included."""
    added = {folder for folder in sys.path if Path(folder).name in ("site-packages", "dist-packages")}
    return [Path(folder) for folder in {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), *added}]


def _isolate_network() -> bool:
    """Move into a network namespace without any connection. False where that is not allowed."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_NETWORK_NAMESPACE) == 0:
        return True
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_NEW_USER_NAMESPACE | _NEW_NETWORK_NAMESPACE) != 0:
        return False
    # Map the user to itself. Where that is refused (Ubuntu 24.04) the process sees itself as `nobody`, which
    # is harmless: its access to files does not change.
    with contextlib.suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


def _isolate_shared_memory() -> bool:
    """Move into a mount namespace whose `/dev/shm` is empty and ends with it. False where not allowed."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_MOUNT_NAMESPACE) != 0:
        return False
    # Private first: else the new mount would also appear in the namespace left behind.
    if libc.mount(None, b"/", None, _RECURSIVE | _PRIVATE, None) != 0:
        return False
    return libc.mount(b"tmpfs", b"/dev/shm", b"tmpfs", _NO_SUID | _NO_DEVICES, b"mode=1777,size=512m") == 0


def _landlock(writable: Path, readable: Iterable[Path]) -> int:
    """Restrict files, TCP and signals. Returns Landlock's version; 0 without kernel support."""
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, 0, _VERSION_FLAG)
    if version < 1:
        return 0
    rights = (1 << (13 if version == 1 else 14 if version == 2 else 15)) - 1
    attributes = struct.pack("=Q", rights)
    if version >= 4:
        attributes += struct.pack("=Q", _TCP)
    if version >= 6:
        attributes += struct.pack("=Q", _ABSTRACT_SOCKETS_AND_SIGNALS)
    ruleset = libc.syscall(_CREATE_RULESET, attributes, len(attributes), 0)
    if ruleset < 0:
        return 0

    def allow(path: Path, allowed: int) -> None:
        try:
            handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return
        if not path.is_dir():
            allowed &= _FILE_ONLY
        rule = struct.pack("=Qi", allowed & rights, handle)
        libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0)
        os.close(handle)

    for path in readable:
        allow(path, _READ)
    for path in (writable, *map(Path, _DEVICES)):
        allow(path, rights)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    restricted = libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return version if restricted else 0
