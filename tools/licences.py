"""Hold the licences of all locked packages against those that are allowed (tools/licences.toml).

A package tells its licence where it is installed, so what is locked for other platforms alone is looked at
on those. npm's locks tell that of every package.
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
    """What is locked in a folder without a licence that is allowed, and what the table says for nothing.

    metadata_of: what an installed package says of itself; raises PackageNotFoundError where it is missing.
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
            found += _judge(table, pin.name, declared, NAME, pin.line)
    for lock in npm_locks(root):
        for module in modules(lock):
            known.add(module.name)
            found += _judge(table, module.name, module.licence, lock.relative_to(root).as_posix(), 0)
    for name in table["packages"].keys() - known:
        found.append(Problem(TABLE, 0, f"{name} is locked nowhere", "delete its line", "dead-licence"))
    return sorted(found)


def declared_by(package: Metadata, names: dict[str, str]) -> str:
    """The licence that a Python package declares, as an SPDX expression; empty if nothing tells.

    names: the expressions of what classifiers and free texts say.
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
    """Whether what is allowed suffices to use something under this SPDX expression."""
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


def _judge(table: dict, name: str, declared: str, path: str, line: int) -> list[Problem]:
    exception = table["packages"].get(name)
    if exception and declared in ("", exception["licence"]):
        return []
    if declared and allows(declared, set(table["allowed"])):
        return []
    message = f"{name} has the licence {declared}" if declared else f"{name} does not declare its licence"
    cure = f"read its licence, then allow it in {TABLE} ([packages], with a reason), or do without {name}"
    return [Problem(path, line, message, cure, "licence")]
