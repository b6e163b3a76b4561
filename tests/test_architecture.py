"""Rooms of the engine know only what is below them: the contracts in pyproject.toml, for import-linter."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from execbook.project import ENGINE
from tests import ROOT

ORDER = "Rooms import from the rooms below them alone"
KEY = "What shapes a record imports nothing that is not in its key"
CIRCLES = "No circles within a room"


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([command, "--no-cache"], cwd=root, capture_output=True, text=True)


def test_the_engine_keeps_to_its_contracts():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Contracts: 3 kept, 0 broken." in result.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the contracts and a copy of the engine."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ENGINE, tmp_path / "execbook", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.mark.parametrize(
    ("file", "line", "contracts"),
    [
        ("sources/labels.py", "from execbook.book import bindings", {ORDER, KEY}),
        ("problems.py", "from execbook.project import ENGINE", {ORDER}),
        ("figures/drawing/describe.py", "from execbook.book import bindings", {KEY}),
        (
            "figures/drawing/describe.py",
            "def later():\n    import execbook.figures.shown.table",
            {KEY, CIRCLES},
        ),
        ("records/store.py", "from execbook.baseline import tolerances", {ORDER, KEY}),
        ("runs/child.py", "from execbook.languages import wording", {ORDER, KEY}),
        ("records/keys.py", "from execbook.records import explain", {CIRCLES}),
        ("attic/__init__.py", "", {ORDER}),
    ],
)
def test_an_import_that_a_contract_forbids_is_found(copy, file, line, contracts):
    path = copy / "execbook" / file
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text("utf-8") if path.exists() else "") + f"\n{line}\n", "utf-8")
    result = lint(copy)
    assert result.returncode == 1, result.stdout
    assert {name for name in (ORDER, KEY, CIRCLES) if f"{name} BROKEN" in result.stdout} == contracts


def test_the_contract_of_the_key_leaves_out_no_room():
    """A room that is added later is forbidden to what shapes a record, too."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = {one["name"]: one for one in settings["tool"]["importlinter"]["contracts"]}
    named = {*contracts[KEY]["source_modules"], *contracts[KEY]["forbidden_modules"]}
    names = {path.stem for path in ENGINE.iterdir() if path.suffix in ("", ".py")}
    rooms = {f"execbook.{name}" for name in names if not name.startswith("__")}
    figures = {f"execbook.figures.{path.stem}" for path in (ENGINE / "figures").iterdir() if path.is_dir()}
    figures.discard("execbook.figures.__pycache__")
    allowed = {f"execbook.{name}" for name in ("problems", "project", "settings", "sources", "words")}
    assert named == (rooms - {"execbook.figures"} - allowed) | figures
