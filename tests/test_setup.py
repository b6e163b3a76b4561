"""The set-up: which Python it takes, when it does nothing, and that an interrupted one is done again.

Interpreter and uv are little shell scripts here, which note how they are called: nothing is downloaded.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import ROOT

TOOLS = ["sh", "cat", "cmp", "cp", "dirname", "head", "mkdir", "mv", "rm", "sed"]

PYTHON = """#!/bin/sh
echo "python $*" >> "$LOG"
case "$*" in
*version_info*) echo "VERSION /usr/lib/of-VERSION" ;;
*ensurepip*) [ ! -f "$0.without-venv" ] ;;
"-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python; cp "$(dirname "$0")/uv" .venv/bin/uv ;;
"-m pip install --disable"*) [ ! -f no-network ] ;;
esac
"""
UV = """#!/bin/sh
echo "uv $*" >> "$LOG"
[ ! -f no-network ] && [ ! -f no-uv-network ]
"""


class Machine:
    """A folder with a project in it, and a PATH that holds what a machine has."""

    def __init__(self, folder: Path):
        self.bin = folder / "bin"
        self.project = folder / "project"
        self.log = folder / "log"
        self.bin.mkdir()
        (self.project / "tools").mkdir(parents=True)
        shutil.copy(ROOT / "tools/setup.sh", self.project / "tools")
        shutil.copy(ROOT / "requirements.txt", self.project)
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))
        self.script("uv", UV)

    def script(self, name: str, text: str) -> Path:
        path = self.bin / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def python(self, name: str, version: str, venv: bool = True) -> Path:
        if not venv:
            (self.bin / f"{name}.without-venv").touch()
        return self.script(name, PYTHON.replace("VERSION", version))

    def setup(self, python: str | Path = "") -> subprocess.CompletedProcess[str]:
        self.log.write_text("")
        return subprocess.run(
            [self.bin / "sh", self.project / "tools/setup.sh"],
            env={"PATH": str(self.bin), "LOG": str(self.log), "PYTHON": str(python)},
            capture_output=True,
            text=True,
        )

    @property
    def steps(self) -> list[str]:
        """What the last set-up did, in order."""
        known = {
            "python -m venv": "venv",
            "python -m pip install --quiet": "uv by pip",
            "uv pip sync": "packages by uv",
            "python -m pip install --disable": "packages by pip",
        }
        lines = self.log.read_text().splitlines()
        return [step for line in lines for call, step in known.items() if line.startswith(call)]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


ALL = ["venv", "uv by pip", "packages by uv"]


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_fresh_machine_gets_everything_and_the_second_call_does_nothing(machine: Machine, version: str):
    machine.python("python3", version)
    assert machine.setup().returncode == 0
    assert machine.steps == ALL
    second = machine.setup()
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert machine.steps == []


def test_every_package_is_checked_by_hash(machine: Machine):
    machine.python("python3", "3.11")
    machine.setup()
    installs = [
        line for line in machine.log.read_text().splitlines() if " install " in line or " sync " in line
    ]
    assert installs and all("--require-hashes" in line for line in installs)
    first, *hashes = (machine.project / ".venv/uv.txt").read_text().splitlines()
    assert re.fullmatch(r"uv==\S+ \\", first)
    assert hashes and all(line.strip().startswith("--hash=sha256:") for line in hashes)


@pytest.mark.parametrize(
    ("name", "version", "venv", "found"),
    [
        (None, "", True, ""),
        ("python3", "3.10", True, "python3 is 3.10"),
        ("python3", "3.14", True, "python3 is 3.14"),
        ("python3", "3.11", False, "python3 has no venv (on Debian: apt install python3-venv)"),
    ],
)
def test_unfit_python_gets_one_clear_sentence(
    machine: Machine, name: str, version: str, venv: bool, found: str
):
    if name:
        machine.python(name, version, venv)
    result = machine.setup()
    assert result.returncode == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert "needs Python 3.11, 3.12 or 3.13" in result.stderr
    assert found in result.stderr
    assert not (machine.project / ".venv").exists()


def test_a_fit_python_is_found_beside_an_unfit_one(machine: Machine):
    machine.python("python3", "3.14")
    machine.python("python3.12", "3.12")
    assert "python3.12" in machine.setup().stdout
    assert machine.steps == ALL


def test_interrupted_set_up_is_done_again(machine: Machine):
    machine.python("python3", "3.11")
    (machine.project / "no-network").touch()
    assert machine.setup().returncode != 0
    leftover = machine.project / ".venv/half-installed"
    leftover.touch()
    (machine.project / "no-network").unlink()
    assert machine.setup().returncode == 0
    assert machine.steps == ALL
    assert not leftover.exists()


def test_interrupted_renewal_is_done_again(machine: Machine):
    machine.python("python3", "3.11")
    machine.setup()
    (machine.project / "requirements.txt").open("a").write("# changed\n")
    (machine.project / "no-network").touch()
    assert machine.setup().returncode != 0
    (machine.project / "no-network").unlink()
    machine.setup()
    assert machine.steps == ALL


def test_changed_lock_renews_the_packages_only(machine: Machine):
    machine.python("python3", "3.11")
    machine.setup()
    (machine.project / "requirements.txt").open("a").write("# changed\n")
    machine.setup()
    assert machine.steps == ["packages by uv"]
    machine.setup()
    assert machine.steps == []


def test_python_can_be_chosen_and_stays_chosen(machine: Machine):
    machine.python("python3", "3.11")
    chosen = machine.python("my-python", "3.13")
    machine.setup()
    assert str(chosen) in machine.setup(chosen).stdout
    assert machine.steps == ALL
    machine.setup(chosen)
    assert machine.steps == []
    machine.setup()
    assert machine.steps == []


@pytest.mark.parametrize(
    ("name", "found"),
    [("old-python", "old-python is 3.9"), ("no-such-python", "no-such-python does not run")],
)
def test_unfit_choice_leaves_the_environment_alone(machine: Machine, name: str, found: str):
    machine.python("python3", "3.11")
    machine.python("old-python", "3.9")
    machine.setup()
    result = machine.setup(machine.bin / name)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert found in result.stderr
    machine.setup()
    assert machine.steps == []


def test_moved_project_is_set_up_again(machine: Machine):
    machine.python("python3", "3.11")
    machine.setup()
    machine.project = machine.project.rename(machine.project.with_name("moved"))
    machine.setup()
    assert machine.steps == ALL


def test_pip_steps_in_where_uv_cannot_download(machine: Machine):
    machine.python("python3", "3.11")
    (machine.project / "no-uv-network").touch()
    assert machine.setup().returncode == 0
    assert machine.steps == [*ALL, "packages by pip"]
