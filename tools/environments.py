"""Environments of their own for what must not be installed beside the book's packages."""

import subprocess
from pathlib import Path

from uv import find_uv_bin


def synced(folder: Path, python: str, lock: Path, size: str = "") -> Path:
    """The Python of an environment in `folder`, which is created where it is missing or locked otherwise.

    python: its version, or the path of one. size: what is told before it is made. Raises
    CalledProcessError if uv fails.
    """
    own, ready = folder / "venv/bin/python", folder / "ready"
    wanted = f"{python}\n{lock.read_text('utf-8')}"
    if not ready.is_file() or ready.read_text("utf-8") != wanted:
        ready.unlink(missing_ok=True)
        print(f"{folder.name}: making its environment{size and f', {size}'}", flush=True)
        for arguments in (
            ("venv", "--clear", "--python", python, folder / "venv"),
            ("pip", "sync", "--compile-bytecode", "--require-hashes", "--python", own, lock),
        ):
            subprocess.run([find_uv_bin(), *arguments, "--quiet"], check=True)
        ready.write_text(wanted, "utf-8")
    return own
