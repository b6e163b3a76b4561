"""Run the snippets with the newest versions of all packages, and report (`make newest`).

The report shows the effects of an updated lock: which examples fail, and which values change. It works in
build/newest and changes neither lock nor environment, neither records nor site.
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

from execbook.baseline.drift import drifts_between
from execbook.baseline.tolerance import Tolerances
from execbook.baseline.tolerances import load
from execbook.book import Book
from execbook.project import Project
from execbook.records.store import Record, Store
from tools.bench import copy_of
from tools.lock import wanted

ROOT = Path(__file__).resolve().parent.parent
MAX_DIFFERENCES = 3
"""Number of differences of an example in the table."""


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
    """The requirements of a requirements.in, with extras and markers, without versions."""
    found = []
    for line in wanted(requirements):
        requirement = Requirement(line)
        requirement.specifier = SpecifierSet()
        found.append(str(requirement))
    return found


def install(requirements: list[str], folder: Path) -> Path:
    """Create an environment with the newest compatible versions. Returns the path of its Python."""
    uv, python = find_uv_bin(), folder / "bin/python"
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
    command = [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
    subprocess.run([*command, *requirements], check=True)
    return python


def installed(python: Path) -> dict[str, str]:
    """Versions of the packages of an interpreter, by name."""
    command = [find_uv_bin(), "pip", "freeze", "--quiet", "--python", python]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


def versions_table(locked: Mapping[str, str], newest: Mapping[str, str]) -> list[str]:
    """The packages whose version would change, as a Markdown table."""
    rows = [
        f"| {name} | {locked.get(name, '–')} | {newest.get(name, '–')} |"
        for name in sorted({*locked, *newest} - {"pip", "setuptools", "wheel"})
        if locked.get(name) != newest.get(name)
    ]
    return ["| package | locked | newest |", "|---|---|---|", *(rows or ["| none differs | | |"])]


def examples_table(
    records: Mapping[str, tuple[Record | None, Record | None]], tolerances: Tolerances, output: str = ""
) -> list[str]:
    """Examples that have drifted or failed, as a Markdown table. records: with locked and with newest
    packages.

    output: standard error of the run with the newest.
    """
    rows: list[tuple[str, ...]] = []
    for example_id, (locked, newest) in records.items():
        if newest is None:
            rows.append((example_id, "FAILED", "", error_of(example_id, output), ""))
        elif locked is None:
            rows.append((example_id, "", "no record with the locked packages", "runs", ""))
        else:
            changed = drifts_between(locked, newest, tolerances)
            for one in changed[:MAX_DIFFERENCES]:
                tolerance = f"±{one.allowed:.2g}" if one.allowed else "equal"
                rows.append((example_id, one.place, one.was, one.is_, tolerance))
            if len(changed) > MAX_DIFFERENCES:
                rows.append((example_id, f"and {len(changed) - MAX_DIFFERENCES} more", "", "", ""))
    table = ["| example | value | was | is | tolerance |", "|---|---|---|---|---|"]
    table += ["| " + " | ".join(cell.replace("|", "¦") for cell in row) + " |" for row in rows]
    return [*table, "", f"{len(records)} examples, {len({row[0] for row in rows})} of them drifted or failed"]


def error_of(example_id: str, output: str) -> str:
    """The error of an example in the output of a run: line and message."""
    found = re.search(rf"(?m)^snippets/{re.escape(example_id)}\.py:\s?(.+)", output)
    return found[1] if found else "see the output of the run"


if __name__ == "__main__":
    sys.exit(main())
