"""A seccomp filter that refuses the system calls by which a process reaches other programs.

Landlock and a network namespace leave these ways open: sockets that are files (an SSH agent, Docker, D-Bus),
objects that outlive the process (System V, message queues, keyrings), descriptors of other processes, and
io_uring, which does all of that without a system call of its own. `socketpair` stays, for streams and packets
alone: a pair of datagram sockets can be sent to any address.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import socket
import struct
import sys

REFUSED = {
    # name: number on x86-64, number on AArch64
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    "recvmsg": (47, 212),
    "recvmmsg": (299, 243),
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "semop": (65, 193),
    "semctl": (66, 191),
    "semtimedop": (220, 192),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "msgctl": (71, 187),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pidfd_getfd": (438, 438),
    "open_by_handle_at": (304, 265),
    "unshare": (272, 97),
    "setns": (308, 268),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
}
"""Refused whatever their arguments. Sources: `asm/unistd_64.h` and `asm-generic/unistd.h` of Linux."""

_SOCKET, _SOCKETPAIR, _SENDTO = (41, 198), (53, 199), (44, 206)
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Column of the numbers above, and the kernel's AUDIT_ARCH."""

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE = 0, 4  # offsets in `struct seccomp_data`
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
_X32 = 0x40000000  # these call the same functions under other numbers


def restrict() -> bool:
    """Install the filter for this process and its descendants, for good. False where it is not available."""
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None or sys.maxsize < 2**32:
        return False
    code = program(*machine)
    filters = ctypes.create_string_buffer(code, len(code))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    # struct sock_fprog: the count, and the address after six bytes of padding
    header = struct.pack("=HxxxxxxQ", len(code) // 8, ctypes.addressof(filters))
    return libc.prctl(_SET_SECCOMP, _FILTER, header, 0, 0) == 0


def program(column: int, architecture: int) -> bytes:
    """The filter in classic BPF, 8 bytes an instruction."""
    code = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),  # programs of another architecture have other numbers
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _REFUSE),
    ]
    for numbers in REFUSED.values():
        code += [(_EQUAL, 0, 1, numbers[column]), (_RETURN, 0, 0, _REFUSE)]
    code += _only_if(
        _SOCKET[column],
        [
            (_LOAD, 0, 0, _argument(0)),
            (_EQUAL, 2, 0, socket.AF_INET),
            (_EQUAL, 1, 0, socket.AF_INET6),
            (_RETURN, 0, 0, _REFUSE),
        ],
    )
    code += _only_if(
        _SOCKETPAIR[column],
        [
            (_LOAD, 0, 0, _argument(1)),
            (_AND, 0, 0, 0xF),  # without SOCK_CLOEXEC and SOCK_NONBLOCK
            (_EQUAL, 2, 0, socket.SOCK_STREAM),
            (_EQUAL, 1, 0, socket.SOCK_SEQPACKET),
            (_RETURN, 0, 0, _REFUSE),
        ],
    )
    code += _only_if(
        _SENDTO[column],
        [
            (_LOAD, 0, 0, _argument(4)),  # the address, a pointer; `send` passes none
            (_EQUAL, 0, 2, 0),
            (_LOAD, 0, 0, _argument(4) + 4),
            (_EQUAL, 1, 0, 0),
            (_RETURN, 0, 0, _REFUSE),
        ],
    )
    code.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def _only_if(number: int, body: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Instructions for one system call; what they do not refuse is allowed."""
    return [(_EQUAL, 0, len(body) + 1, number), *body, (_RETURN, 0, 0, _ALLOW)]


def _argument(index: int) -> int:
    """Offset of the lower half of an argument, on machines that store it first."""
    return 16 + 8 * index
