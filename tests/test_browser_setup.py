"""`make browser` and `make browsers`: what they install where, and that they fail when that was in vain."""

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
        self.has_browser = self.has_firefox = False
        self.brings = brings
        monkeypatch.setattr(os, "geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(browser, "_distribution", lambda: distribution)
        monkeypatch.setattr(browser, "find_browser", lambda: Path("chrome") if self.has_browser else None)
        monkeypatch.setattr(browser, "find_firefox", lambda: Path("firefox") if self.has_firefox else None)
        monkeypatch.setattr(subprocess, "run", self.run)

    def run(self, command: list[str]) -> SimpleNamespace:
        if "update" in command:
            return SimpleNamespace(returncode=0)
        kind = "apt-get" if command[0] == "apt-get" else "playwright"
        self.installed.append(" ".join([kind, *command[command.index("install") + 1 :]]))
        if kind == self.brings and "firefox-esr" in command:
            self.has_firefox = True
        elif kind == self.brings:
            self.has_browser = True
        return SimpleNamespace(returncode=0 if kind == self.brings else 1)


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
    assert "no Chrome, Chromium or Edge for the tests" in capsys.readouterr().err


def test_firefox_is_installed_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    machine = Machine(monkeypatch, True, "debian", "apt-get")
    machine.has_browser = True
    assert browser.main(["firefox"]) == 0
    assert [command.split()[-1] for command in machine.installed] == ["firefox-esr"]


def test_what_lacks_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    machine = Machine(monkeypatch, False, "ubuntu", "playwright")
    assert browser.main(["firefox"]) == 1
    assert machine.has_browser  # the one that could be installed is
    said = capsys.readouterr().err
    assert "no Firefox for the tests" in said and "FIREFOX" in said and "firefox-esr" in said


def test_nothing_is_installed_where_there_is_a_browser(monkeypatch: pytest.MonkeyPatch):
    machine = Machine(monkeypatch, True, "debian", "nothing")
    machine.has_browser = True
    assert browser.main() == 0
    assert machine.installed == []
