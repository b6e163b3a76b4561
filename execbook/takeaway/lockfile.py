"""What the locks name: requirements.txt for Python, the package-lock.json of each tool that npm installs."""

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
    """One locked package. line: where its lock names it. text: that part of requirements.txt as it stands."""

    requirement: Requirement
    line: int
    text: str

    @property
    def name(self) -> str:
        """Its name as PyPI spells it."""
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        return str(self.requirement.specifier).removeprefix("==")

    @property
    def hashes(self) -> int:
        """How many files of it may be installed."""
        return self.text.count("--hash=sha256:")

    def applies(self, environment: Mapping[str, str] | None = None) -> bool:
        """Whether it is installed with these values of markers; None means those of this interpreter."""
        marker = self.requirement.marker
        return marker is None or marker.evaluate(dict(environment) if environment else None)


@dataclass(frozen=True)
class Module:
    """One package of a package-lock.json. licence: as its author declared it; empty if not."""

    name: str
    version: str
    licence: str


def pins(text: str) -> list[Pin]:
    """The packages that a requirements.txt with this text locks, in its order.

    Raises packaging.requirements.InvalidRequirement for a line that names none.
    """
    found = []
    for block in re.finditer(r"(?m)^[^\s#].*\n?(?:^[ \t]+[^\s#].*\n?)*", text):
        line = text.count("\n", 0, block.start()) + 1
        found.append(Pin(Requirement(block[0].split("\\\n")[0].strip()), line, block[0]))
    return found


def modules(lock: Path) -> list[Module]:
    """The packages that a package-lock.json locks, sorted, each version once."""
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    found = {
        Module(path.rpartition("node_modules/")[2], one["version"], one.get("license", ""))
        for path, one in packages.items()
        if path
    }
    return sorted(found, key=lambda one: (one.name, one.version))


def npm_locks(root: Path) -> list[Path]:
    return sorted(root.glob("tools/*/package-lock.json"))
