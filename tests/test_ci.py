""".ci/run: what it installs on a bare machine, and that it leaves the rest to `make test`.

The machine is a folder of little scripts, so that nothing is installed.
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests import ROOT


class Machine:
    """A PATH of its own; apt-get, make and what else is put there note how they are called."""

    def __init__(self, folder: Path):
        self.folder = folder / "bin"
        self.log = folder / "log"
        self.folder.mkdir()
        for tool in ("bash", "dirname", "ln"):
            (self.folder / tool).symlink_to(shutil.which(tool))
        self.has("id", "echo 0")
        self.has("make.deb", 'echo "make $*" >> "$LOG"')
        self.has("apt-get", f'echo "apt-get $*" >> "$LOG"; ln -sf make.deb {self.folder}/make')

    def has(self, name: str, does: str = ":") -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{does}\n")
        path.chmod(0o755)

    def run(self) -> tuple[int, list[str]]:
        """Exit code, and the calls that were noted."""
        env = {"PATH": str(self.folder), "LOG": str(self.log)}
        code = subprocess.run([ROOT / ".ci/run"], env=env, capture_output=True).returncode
        return code, self.log.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_bare_machine_gets_what_it_lacks(machine: Machine):
    code, calls = machine.run()
    assert code == 0
    update, install, make = calls
    assert update.startswith("apt-get update")
    for package in ("make", "git", "python3", "python3-venv", "chromium", "firefox-esr", "fonts-nanum"):
        assert package in install.split()
    assert make == "make test"


def test_what_is_there_is_not_installed(machine: Machine):
    for name in ("make", "git", "python3", "chromium", "firefox", "fc-list"):
        machine.has(name, f'echo "{name} $*" >> "$LOG"; echo Nanum')
    code, calls = machine.run()
    assert code == 0
    assert calls[-1] == "make test"
    installed = {word for call in calls if call.startswith("apt-get install") for word in call.split()}
    assert not installed & {
        "make",
        "git",
        "python3",
        "python3-venv",
        "chromium",
        "firefox-esr",
        "fonts-nanum",
    }


def test_without_root_nothing_is_installed(machine: Machine):
    machine.has("id", "echo 1000")
    machine.has("make", 'echo "make $*" >> "$LOG"')
    assert machine.run() == (0, ["make test"])


def test_a_failing_test_fails_the_run(machine: Machine):
    machine.has("id", "echo 1000")
    machine.has("make", 'echo make >> "$LOG"; exit 2')
    assert machine.run()[0] == 2
