"""`make browser`: what it tries to install where, and that it fails when that was in vain."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from tools import browser


class Machine:
    """Notes what would be installed. brings: the word in a command that brings a browser."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, root: bool, distribution: str, brings: str):
        self.installed: list[str] = []
        self.has_browser = False
        self.brings = brings
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(browser, "_distribution", lambda: distribution)
        monkeypatch.setattr(browser, "find_browser", lambda: Path("chrome") if self.has_browser else None)
        monkeypatch.setattr(subprocess, "run", self.run)

    def run(self, command: list[str]) -> SimpleNamespace:
        if "update" in command:
            return SimpleNamespace(returncode=0)
        kind = "apt-get" if command[0] == "apt-get" else "playwright"
        self.installed.append(" ".join([kind, *command[command.index("install") + 1 :]]))
        self.has_browser = kind == self.brings
        return SimpleNamespace(returncode=0 if self.has_browser else 1)


@pytest.mark.parametrize(
    ("root", "distribution", "brings", "tried"),
    [
        (True, "debian", "apt-get", ["apt-get"]),
        (True, "debian", "playwright", ["apt-get", "playwright"]),
        (True, "ubuntu", "playwright", ["playwright"]),
        (False, "debian", "playwright", ["playwright"]),
        (False, "", "playwright", ["playwright"]),
    ],
)
def test_installs_what_suits_the_machine(
    root: bool, distribution: str, brings: str, tried: list[str], monkeypatch: pytest.MonkeyPatch
):
    machine = Machine(monkeypatch, root, distribution, brings)
    assert browser.main() == 0
    assert [command.split()[0] for command in machine.installed] == tried


def test_playwright_brings_libraries_where_it_may(monkeypatch: pytest.MonkeyPatch):
    machine = Machine(monkeypatch, True, "ubuntu", "playwright")
    browser.main()
    assert machine.installed == ["playwright --with-deps chromium"]


def test_says_so_and_fails_where_nothing_helps(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    Machine(monkeypatch, True, "debian", "nothing")
    assert browser.main() == 1
    assert "no browser for the tests" in capsys.readouterr().err


def test_nothing_is_installed_where_there_is_a_browser(monkeypatch: pytest.MonkeyPatch):
    machine = Machine(monkeypatch, True, "debian", "nothing")
    machine.has_browser = True
    assert browser.main() == 0
    assert machine.installed == []
