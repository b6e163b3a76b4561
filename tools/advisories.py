"""Check the locked packages for known vulnerabilities (`make advisories`).

Exit code 1: a package has one. Exit code 2: the advisory service did not answer for every package, which does
not count as passed. Checks the packages of all platforms, without pip's caches, and installs nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from execbook.takeaway.lockfile import NAME, Pin, npm_locks, pins

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent


class NoAnswer(Exception):
    """The advisory service did not answer for every package."""


def main(root: Path = ROOT) -> int:
    found: list[str] = []
    unanswered: list[str] = []
    try:
        found += of_python(pins((root / NAME).read_text("utf-8")))
    except NoAnswer as error:
        unanswered.append(f"{NAME}: {error}")
    for lock in npm_locks(root):
        try:
            found += of_npm(lock)
        except NoAnswer as error:
            unanswered.append(f"{lock.relative_to(root)}: {error}")
    report = [
        *(found or ([] if unanswered else ["no locked package has a known vulnerability"])),
        *(f"NOT CHECKED, so not passed: {line}" for line in unanswered),
    ]
    print("\n".join(report))
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.writelines(f"- {line}\n" for line in report)
    return 2 if unanswered else 1 if found else 0


def of_python(locked: Sequence[Pin]) -> list[str]:
    """A line for each advisory. Raises NoAnswer."""
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="advisories-") as folder:
        for part in batches(locked):
            lock, answer = Path(folder, NAME), Path(folder, "answer.json")
            lock.write_text("".join(without_marker(pin) for pin in part), "utf-8")
            answer.unlink(missing_ok=True)
            command = [sys.executable, "-m", "pip_audit", "--strict", "--require-hashes", "--disable-pip"]
            options = ["--cache-dir", folder, "--progress-spinner", "off", "--format", "json"]
            output = _run([*command, *options, "--output", str(answer), "--requirement", str(lock)])
            if not answer.is_file():
                raise NoAnswer(output)
            found += _read({pin.name: pin.version for pin in part}, json.loads(answer.read_text("utf-8")))
    return found


def batches(locked: Sequence[Pin]) -> list[list[Pin]]:
    """The pins in batches without two versions of a package, as pip-audit requires."""
    parts: list[list[Pin]] = []
    for pin in locked:
        for part in parts:
            if pin.name not in {one.name for one in part}:
                part.append(pin)
                break
        else:
            parts.append([pin])
    return parts


def without_marker(pin: Pin) -> str:
    """The entry of a package in the lock, for every platform."""
    head, _, hashes = pin.text.partition("\\\n")
    return f"{head.partition(';')[0].rstrip()} \\\n{hashes}"


def _read(asked: Mapping[str, str], answer: Mapping) -> list[str]:
    dependencies = answer["dependencies"]
    answered = {(one["name"], one.get("version")) for one in dependencies}
    if missing := sorted(asked.items() - answered):
        raise NoAnswer(f"no answer for {' '.join(missing[0])} and {len(missing) - 1} more")
    return [
        f"{one['name']} {one['version']}: {vuln['id']}, fixed in {', '.join(vuln['fix_versions']) or '–'}"
        for one in dependencies
        for vuln in one["vulns"]
    ]


def of_npm(lock: Path) -> list[str]:
    """A line for each package of a package-lock.json that has advisories. Raises NoAnswer."""
    folder = lock.parent
    command = [str(BIN / "npm"), "audit", "--json", "--package-lock-only", "--prefix", str(folder)]
    output = _run(command, errors=False)
    try:
        answer = json.loads(output)
        vulnerable = answer["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        raise NoAnswer(_run(command) or output) from None
    return [f"{folder.name}: {name} {one['range']}: {one['severity']}" for name, one in vulnerable.items()]


def _run(command: Sequence[str], errors: bool = True) -> str:
    """The last line of a tool's errors, or its output."""
    environment = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    return result.stderr.strip().rpartition("\n")[2] if errors else result.stdout


if __name__ == "__main__":
    sys.exit(main())
