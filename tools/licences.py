"""Check the licences of all locked packages against the allowed ones (tools/licences.toml).

The licence of a Python package is in its installed metadata, so packages for other platforms are checked only
there. npm's locks contain that of every package.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from email.message import Message
from importlib import metadata
from importlib.metadata import PackageMetadata
from pathlib import Path

from boolean import Expression
from license_expression import ExpressionError, get_spdx_licensing

from execbook.problems import Problem
from execbook.takeaway.lockfile import NAME, modules, npm_locks, pins

TABLE = "tools/licences.toml"
SPDX = get_spdx_licensing()
Metadata = Message | PackageMetadata


def problems(
    root: Path, metadata_of: Callable[[str], Message | PackageMetadata] = metadata.metadata
) -> list[Problem]:
    """Locked packages without an allowed licence, and entries of the table without a locked package.

    metadata_of: the metadata of an installed package; raises PackageNotFoundError if it is not installed.
    """
    table = tomllib.loads((root / TABLE).read_text("utf-8"))
    found, known = [], set()
    for pin in pins((root / NAME).read_text("utf-8")):
        known.add(pin.name)
        if pin.applies():
            try:
                declared = declared_by(metadata_of(pin.name), table["names"])
            except metadata.PackageNotFoundError:
                found.append(Problem(NAME, pin.line, f"{pin.name} is not installed", "make setup", "licence"))
                continue
            found += _check(table, pin.name, declared, NAME, pin.line)
    for lock in npm_locks(root):
        for module in modules(lock):
            known.add(module.name)
            found += _check(table, module.name, module.licence, lock.relative_to(root).as_posix(), 0)
    for name in table["packages"].keys() - known:
        found.append(Problem(TABLE, 0, f"{name} is not locked", "delete its line", "dead-licence"))
    return sorted(found)


def declared_by(package: Metadata, names: dict[str, str]) -> str:
    """The licence that a Python package declares, as an SPDX expression; empty if unknown.

    names: expressions for classifiers and free texts.
    """
    if expression := _field(package, "License-Expression"):
        return expression
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in package.get_all("Classifier", [])
        if line.startswith("License :: ") and line != "License :: OSI Approved"
    ]
    if classifiers:
        return " AND ".join(names.get(one, f"“{one}”") for one in classifiers)
    text = _field(package, "License").strip()
    if text in names or "\n" in text:
        return names.get(text, "")
    return text


def _field(package: Metadata, name: str) -> str:
    return next(iter(package.get_all(name, [])), "")


def allows(expression: str, allowed: set[str]) -> bool:
    """Whether the allowed licences satisfy this SPDX expression."""
    try:
        return _satisfied(SPDX.parse(expression), allowed)
    except ExpressionError:
        return False


def _satisfied(expression: Expression, allowed: set[str]) -> bool:
    if isinstance(expression, SPDX.AND):
        return all(_satisfied(part, allowed) for part in expression.args)
    if isinstance(expression, SPDX.OR):
        return any(_satisfied(part, allowed) for part in expression.args)
    return str(expression) in allowed


def _check(table: dict, name: str, declared: str, path: str, line: int) -> list[Problem]:
    exception = table["packages"].get(name)
    if exception and declared in ("", exception["licence"]):
        return []
    if declared and allows(declared, set(table["allowed"])):
        return []
    message = f"{name} has the licence {declared}" if declared else f"{name} does not declare its licence"
    cure = f"read its licence, then allow it in {TABLE} ([packages], with a reason), or do without {name}"
    return [Problem(path, line, message, cure, "licence")]
