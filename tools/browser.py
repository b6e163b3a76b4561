"""Provide a browser for the tests (`make browser`): find one, or install one, or fail."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator

from tests.site.browser import find_browser

PLAYWRIGHT = [sys.executable, "-m", "playwright", "install"]


def main() -> int:
    if found():
        return 0
    for name, *commands in installations():
        print(f"There is no Chrome, Chromium or Edge here: installing {name}", flush=True)
        if all(subprocess.run(command).returncode == 0 for command in commands) and found():
            return 0
    print(
        "There is no browser for the tests and none could be installed: install Chrome, Chromium or Edge, "
        "or set BROWSER to the path of one.",
        file=sys.stderr,
    )
    return 1


def found() -> bool:
    try:
        return find_browser() is not None
    except Exception:  # Playwright's node does not start on a machine that lacks libatomic
        return False


def installations() -> Iterator[tuple]:
    """Installations to try in order: name and commands. Debian's Chromium brings its libraries."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = root and shutil.which("apt-get")
    if apt and "debian" in _distribution():
        install = ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium", "libatomic1"]
        yield "Debian's chromium", ["apt-get", "update", "-q"], install
    yield "Playwright's Chromium", [*PLAYWRIGHT, *(["--with-deps"] if apt else []), "chromium"]


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
