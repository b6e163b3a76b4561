"""Locked packages: requirements.txt for Python, the package-lock.json of each tool that npm installs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NAME = "requirements.txt"


@dataclass(frozen=True)
class Pin:
    """One locked package. line: its line in requirements.txt. text: its part of requirements.txt."""

    requirement: Requirement
    line: int
    text: str

    @property
    def name(self) -> str:
        """Its normalised name on PyPI."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        return str(self.requirement.specifier).removeprefix("==")

    @property
    def hashes(self) -> int:
        """The number of its files with a locked hash."""
        return self.text.count("--hash=sha256:")

    def applies(self, environment: Mapping[str, str] | None = None) -> bool:
        """Whether it is installed in an environment with these marker values; None means this interpreter."""
        marker = self.requirement.marker
        return marker is None or marker.evaluate(dict(environment) if environment else None)


@dataclass(frozen=True)
class Module:
    """One package of a package-lock.json. licence: as declared by its author; empty if not declared."""

    name: str
    version: str
    licence: str


def pins(text: str) -> list[Pin]:
    """The packages locked by a requirements.txt with this text, in its order.

    Raises packaging.requirements.InvalidRequirement for a line without a package.
    """
    found = []
    for block in re.finditer(r"(?m)^[^\s#].*\n?(?:^[ \t]+[^\s#].*\n?)*", text):
        line = text.count("\n", 0, block.start()) + 1
        found.append(Pin(Requirement(block[0].split("\\\n")[0].strip()), line, block[0]))
    return found


def modules(lock: Path) -> list[Module]:
    """The packages locked by a package-lock.json, sorted, each version once."""
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    found = {
        Module(path.rpartition("node_modules/")[2], one["version"], one.get("license", ""))
        for path, one in packages.items()
        if path
    }
    return sorted(found, key=lambda one: (one.name, one.version))


def npm_locks(root: Path) -> list[Path]:
    return sorted(root.glob("tools/*/package-lock.json"))
