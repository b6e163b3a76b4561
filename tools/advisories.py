"""Ask whether anything that is locked has a known vulnerability (`make advisories`).

Ends with 1 if something has, and with 2 if its source did not answer for every package: not to know is not
to pass. Asks for all platforms' packages, without pip's caches, and installs nothing.
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
    """The source of advisories did not say for every package whether there are any."""


def main(root: Path = ROOT) -> int:
    found: list[str] = []
    silent: list[str] = []
    try:
        found += of_python(pins((root / NAME).read_text("utf-8")))
    except NoAnswer as error:
        silent.append(f"{NAME}: {error}")
    for lock in npm_locks(root):
        try:
            found += of_npm(lock)
        except NoAnswer as error:
            silent.append(f"{lock.relative_to(root)}: {error}")
    report = [
        *(found or ([] if silent else ["nothing that is locked has a known vulnerability"])),
        *(f"NOT ASKED, so not passed: {line}" for line in silent),
    ]
    print("\n".join(report))
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.writelines(f"- {line}\n" for line in report)
    return 2 if silent else 1 if found else 0


def of_python(locked: Sequence[Pin]) -> list[str]:
    """A line for each advisory. Raises NoAnswer."""
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="advisories-") as folder:
        for part in rounds(locked):
            lock, answer = Path(folder, NAME), Path(folder, "answer.json")
            lock.write_text("".join(without_marker(pin) for pin in part), "utf-8")
            answer.unlink(missing_ok=True)
            command = [sys.executable, "-m", "pip_audit", "--strict", "--require-hashes", "--disable-pip"]
            options = ["--cache-dir", folder, "--progress-spinner", "off", "--format", "json"]
            said = _run([*command, *options, "--output", str(answer), "--requirement", str(lock)])
            if not answer.is_file():
                raise NoAnswer(said)
            found += _read({pin.name: pin.version for pin in part}, json.loads(answer.read_text("utf-8")))
    return found


def rounds(locked: Sequence[Pin]) -> list[list[Pin]]:
    """The pins in parts that name no package twice, as pip-audit wants it."""
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
    """The part of a lock that names a package, for every platform."""
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
    said = _run(command, errors=False)
    try:
        answer = json.loads(said)
        vulnerable = answer["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        raise NoAnswer(_run(command) or said) from None
    return [f"{folder.name}: {name} {one['range']}: {one['severity']}" for name, one in vulnerable.items()]


def _run(command: Sequence[str], errors: bool = True) -> str:
    """What a tool says at last: its errors, or its output."""
    environment = os.environ | {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    return result.stderr.strip().rpartition("\n")[2] if errors else result.stdout


if __name__ == "__main__":
    sys.exit(main())
