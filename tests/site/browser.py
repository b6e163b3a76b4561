"""Find the browsers for the tests: Chrome, Chromium or Edge, whichever this machine has, and Firefox."""

import itertools
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

COMMANDS = (
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
FIREFOX_COMMANDS = ("firefox-esr", "firefox")
FIREFOX_ON_MAC = "Firefox.app/Contents/MacOS/firefox"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""The browser asks nobody for anything of its own accord; tests count its requests."""


def find_browser() -> Path | None:
    """A browser to test with: $BROWSER, one that is installed, or Playwright's own, or None."""
    return _first(itertools.chain(_installed("BROWSER", COMMANDS, MAC_APPS), _playwrights_own()))


def find_firefox() -> Path | None:
    """The Firefox to test with: $FIREFOX, or one that is installed, or None. Playwright's own will not do."""
    return _first(_installed("FIREFOX", FIREFOX_COMMANDS, (FIREFOX_ON_MAC,)))


def _first(candidates: Iterable[Path]) -> Path | None:
    return next((path for path in candidates if path.is_file() and os.access(path, os.X_OK)), None)


def _installed(variable: str, commands: Iterable[str], mac_apps: Iterable[str]) -> Iterator[Path]:
    for command in filter(None, (os.environ.get(variable), *commands)):
        if path := shutil.which(command):
            yield Path(path)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / app for app in mac_apps)


def _playwrights_own() -> Iterator[Path]:
    yield _path_of_playwrights()


@cache
def _path_of_playwrights() -> Path:
    """Where Playwright keeps its Chromium. A thread cannot ask while it has a browser open."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)
