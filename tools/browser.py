"""Provide the browsers for the tests: find each, or install it, or fail.

`python -m tools.browser` provides Chrome, Chromium or Edge (`make browser`); with `firefox` Firefox, too.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.site.browser import find_browser, find_firefox

PLAYWRIGHT = [sys.executable, "-m", "playwright", "install"]
APT = ["apt-get", "install", "-q", "-y", "--no-install-recommends"]


@dataclass(frozen=True)
class Kind:
    """A kind of browser. variable: of the environment, for the path of one. packages: Debian's."""

    names: str
    variable: str
    find: Callable[[], Path | None]
    packages: tuple[str, ...]
    playwrights: bool


def kinds() -> tuple[Kind, Kind]:
    return (
        # Debian's Chromium brings its libraries.
        Kind("Chrome, Chromium or Edge", "BROWSER", find_browser, ("chromium", "libatomic1"), True),
        # Playwright's Firefox is patched, and does not speak WebDriver BiDi.
        Kind("Firefox", "FIREFOX", find_firefox, ("firefox-esr",), False),
    )


def main(arguments: Sequence[str] = ()) -> int:
    chromium, firefox = kinds()
    wanted = (chromium, firefox) if "firefox" in arguments else (chromium,)
    missing = [kind for kind in wanted if not _provide(kind)]  # all are tried, so that all are named
    return int(bool(missing))


def _provide(kind: Kind) -> bool:
    """Whether there is one in the end. If not, standard error says what to install."""
    if _is_there(kind):
        return True
    for name, *commands in _installations(kind):
        print(f"There is no {kind.names} here: installing {name}", flush=True)
        if all(subprocess.run(command).returncode == 0 for command in commands) and _is_there(kind):
            return True
    print(
        f"There is no {kind.names} for the tests and none could be installed: install one "
        f"(on Debian: apt-get install {kind.packages[0]}), or set {kind.variable} to the path of one.",
        file=sys.stderr,
    )
    return False


def _is_there(kind: Kind) -> bool:
    try:
        return kind.find() is not None
    except Exception:  # Playwright's node does not start on a machine that lacks libatomic
        return False


def _installations(kind: Kind) -> Iterator[tuple]:
    """Installations to try in order: name and commands."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    apt = root and shutil.which("apt-get")
    if apt and "debian" in _distribution():
        yield f"Debian's {kind.packages[0]}", ["apt-get", "update", "-q"], [*APT, *kind.packages]
    if kind.playwrights:
        yield "Playwright's Chromium", [*PLAYWRIGHT, *(["--with-deps"] if apt else []), "chromium"]


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
