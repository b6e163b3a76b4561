"""Python for the reader's browser as it was put together in `build/runtime`."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from execbook.problems import Problem, ProblemError
from execbook.project import Project

LIST = "runtime.json"
"""Names all files with their SHA-256; it comes last, so without it there is no runtime."""
LOCK = "pyodide-lock.json"
"""The packages, in Pyodide's form."""
CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
EDITOR = "editor.js"
FONTS = "fontlist.json"
"""Matplotlib's list of its fonts."""
PACKED = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", LOCK)
"""What is served as gzip, whatever the host does: wheels are packed as they are."""

CURE = "put it together anew, or delete it to build without Python for browsers"


@dataclass(frozen=True)
class Runtime:
    """Files by name with their SHA-256, in a folder."""

    folder: Path
    sums: Mapping[str, str]

    @cached_property
    def packages(self) -> Mapping[str, Mapping]:
        """The packages as Pyodide lists them, by name."""
        return json.loads((self.folder / LOCK).read_text("utf-8"))["packages"]

    @cached_property
    def package_of(self) -> Mapping[str, str]:
        """The package by each module that can be imported from it."""
        return {module: name for name, package in self.packages.items() for module in package["imports"]}

    def packages_for(self, modules: Iterable[str]) -> list[str]:
        """The packages that these imports need, sorted. Modules that are in none are left out."""
        found: set[str] = set()
        waiting = [self.package_of[module] for module in modules if module in self.package_of]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += self.packages[name]["depends"]
        return sorted(found)

    def served(self, name: str) -> str:
        """The name of the file that is served in a file's place."""
        return f"{name}.gz" if name in PACKED else name

    def bytes(self, packages: Iterable[str]) -> int:
        """What a browser loads for these packages and Python itself, in bytes."""
        names = [*CORE, LOCK, *(self.packages[name]["file_name"] for name in packages)]
        return sum((self.folder / self.served(name)).stat().st_size for name in names)

    @cached_property
    def version(self) -> str:
        """A digest of everything in it."""
        return hashlib.sha256(json.dumps(self.sums, sort_keys=True).encode()).hexdigest()


def load(project: Project) -> Runtime | None:
    """The runtime of a project, None if there is none. Raises ProblemError for a file that is wrong."""
    folder = project.runtime
    try:
        sums = json.loads((folder / LIST).read_text("utf-8"))["files"]
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError) as error:
        raise ProblemError(_problem(project, LIST, f"cannot be read: {error}")) from None
    problems = [
        _problem(project, name, fault)
        for name, expected in sums.items()
        if (fault := _fault(folder / name, expected))
    ]
    if problems:
        raise ProblemError(problems)
    return Runtime(folder, sums)


def _fault(path: Path, expected: str) -> str:
    if not path.is_file():
        return "is missing"
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    return "" if found == expected else f"has the SHA-256 {found}, not {expected}"


def _problem(project: Project, name: str, fault: str) -> Problem:
    return Problem(project.relative(project.runtime / name), 0, fault, CURE, "runtime")
