"""Run the snippets with the newest versions of all packages, and report (`make newest`).

It says what a renewed lock would bring, before anybody renews it: which examples fail, and which values move.
It works in build/newest and changes neither lock nor environment, neither records nor site.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from uv import find_uv_bin

from execbook.baseline.drift import between
from execbook.baseline.tolerances import Tolerances, load
from execbook.book import Book
from execbook.project import Project
from execbook.records.store import Record, Store
from tools.bench import copy_of
from tools.lock import wanted

ROOT = Path(__file__).resolve().parent.parent
MOST = 3
"""How many differences of an example the table names."""


def main(root: Path = ROOT) -> int:
    folder = root / "build/newest"
    shutil.rmtree(folder, ignore_errors=True)
    python = install(unpinned((root / "requirements.in").read_text("utf-8")), folder / "venv")
    project = Project(root)
    copy = copy_of(project, folder / "project")
    run = subprocess.run(
        [python, "-m", "execbook", "run"],
        cwd=copy.root,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    versions = versions_table(installed(Path(sys.executable)), installed(python))
    locked, newest = Store(project), Store(copy)
    examples = examples_table(
        {
            s.id: (locked.current_record(s.id), newest.current_record(s.id))
            for s in Book(copy).snippets.values()
        },
        load(project),
        run.stderr,
    )
    report = "\n".join(["", *versions, "", *examples, ""])
    print(report)
    if run.returncode:
        print(run.stderr, file=sys.stderr)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(report)
    return run.returncode


def unpinned(requirements: str) -> list[str]:
    """What a requirements.in asks for, with extras and markers and without versions."""
    found = []
    for line in wanted(requirements):
        requirement = Requirement(line)
        requirement.specifier = SpecifierSet()
        found.append(str(requirement))
    return found


def install(requirements: list[str], folder: Path) -> Path:
    """Make an environment with the newest versions that suit each other and this Python; its Python."""
    uv, python = find_uv_bin(), folder / "bin/python"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
    command = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
    subprocess.run([*command, *requirements], check=True)
    return python


def installed(python: Path) -> dict[str, str]:
    """Version by name of the packages that an interpreter has."""
    command = [find_uv_bin(), "pip", "freeze", "--quiet", "--python", python]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


def versions_table(locked: Mapping[str, str], newest: Mapping[str, str]) -> list[str]:
    """The packages of which another version would come, as a Markdown table."""
    rows = [
        f"| {name} | {locked.get(name, '–')} | {newest.get(name, '–')} |"
        for name in sorted({*locked, *newest} - {"pip", "setuptools", "wheel"})
        if locked.get(name) != newest.get(name)
    ]
    return ["| package | locked | newest |", "|---|---|---|", *(rows or ["| none differs | | |"])]


def examples_table(
    records: Mapping[str, tuple[Record | None, Record | None]], tolerances: Tolerances, said: str = ""
) -> list[str]:
    """What has drifted or broken, as a Markdown table, from records with locked and with newest packages.

    said: the complaints of the run with the newest.
    """
    rows: list[tuple[str, ...]] = []
    for example_id, (locked, newest) in records.items():
        if newest is None:
            rows.append((example_id, "FAILED", "", error_of(example_id, said), ""))
        elif locked is None:
            rows.append((example_id, "", "no record with the locked packages", "runs", ""))
        else:
            moved = between(locked, newest, tolerances)
            for one in moved[:MOST]:
                tolerance = f"±{one.allowed:.2g}" if one.allowed else "equal"
                rows.append((example_id, one.place, one.was, one.is_, tolerance))
            if len(moved) > MOST:
                rows.append((example_id, f"and {len(moved) - MOST} more", "", "", ""))
    table = ["| example | value | was | is | tolerance |", "|---|---|---|---|---|"]
    table += ["| " + " | ".join(cell.replace("|", "¦") for cell in row) + " |" for row in rows]
    return [*table, "", f"{len(records)} examples, {len({row[0] for row in rows})} of them drifted or broken"]


def error_of(example_id: str, said: str) -> str:
    """What a run complained of in an example: its line and the message."""
    found = re.search(rf"(?m)^snippets/{re.escape(example_id)}\.py:\s?(.+)", said)
    return found[1] if found else "see the run's complaints"


if __name__ == "__main__":
    sys.exit(main())
