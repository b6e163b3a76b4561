"""Python for the reader's browser in Node: how the build runs there what readers will run."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from execbook.browser import archive

HERE = Path(__file__).parent
SECONDS = 900
"""A run that takes longer than this hangs."""

Ask = Callable[[str, Mapping[str, Any]], dict[str, Any]]
"""Run a task of `execbook.browser.inside`: the function's name, as `run.run`, and its argument.

The result is a dictionary; it has only `fatal`, a sentence, where the interpreter itself failed."""


@contextmanager
def interpreter(runtime: Path) -> Generator[Ask]:
    """One interpreter at a time, started again after it has failed as such.

    runtime: the folder of the runtime.
    """
    with tempfile.TemporaryDirectory() as name:
        packed = Path(name, "engine.zip")
        packed.write_bytes(archive.pack(archive.files(runtime)))
        process: subprocess.Popen[str] | None = None

        def ask(function: str, task: Mapping[str, Any]) -> dict[str, Any]:
            nonlocal process
            if process is None or process.poll() is not None:
                process = _start(runtime, packed)
            assert process.stdin and process.stdout
            timer = threading.Timer(SECONDS, _kill, [process])
            timer.start()
            try:
                process.stdin.write(json.dumps({"name": function, "task": task}) + "\n")
                process.stdin.flush()
                answer = process.stdout.readline()
            except BrokenPipeError:
                answer = ""
            timer.cancel()
            if not answer:
                _kill(process)
                process.wait()
                return {"fatal": "Python did not start, or did not answer"}
            result = json.loads(answer)
            if "fatal" in result:
                process.wait()
            return result

        try:
            yield ask
        finally:
            if process:
                _kill(process)
                process.communicate()


def _kill(process: subprocess.Popen[str]) -> None:
    """End it with what it has started: `node` may be a script that starts the real one."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _start(runtime: Path, packed: Path) -> subprocess.Popen[str]:
    command = [
        Path(sys.executable).with_name("node"),
        *(HERE / "node.mjs", runtime, packed, HERE / "worker/python.js"),
    ]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        start_new_session=True,
    )
