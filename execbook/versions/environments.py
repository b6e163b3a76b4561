"""The environments in which examples are run beside the book's own: `accepted/versions.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from execbook.problems import Problem, ProblemError
from execbook.project import Project

FILE = "accepted/versions.toml"
_PINNED = re.compile(r"(?m)^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;\\]+)")
VARIANTS = {"tensorflow-cpu": "tensorflow", "keras-nightly": "keras"}
"""Packages that are another under a name of their own."""


@dataclass(frozen=True)
class Environment:
    """name: in `accepted/versions.tsv`. title: what readers call it, by language. python: such as `3.12`.

    lock: the requirements file with a version and hashes for every package, from the project's root.
    packages: their versions, by name. ahead: some of them are not released yet.
    """

    name: str
    title: Mapping[str, str]
    python: str
    lock: str
    packages: Mapping[str, str]
    ahead: bool = False


def load(project: Project) -> list[Environment]:
    """The environments of a project; none without a file. Raises ProblemError."""
    path = project.path(FILE)
    if not path.is_file():
        return []
    try:
        return [
            Environment(
                entry["name"],
                {language: entry[language] for language in project.languages},
                entry["python"],
                entry["lock"],
                pinned((project.root / entry["lock"]).read_text("utf-8")),
                bool(entry.get("ahead")),
            )
            for entry in tomllib.loads(path.read_text("utf-8"))["environment"]
        ]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, OSError) as error:
        message = f"cannot be read: {type(error).__name__}: {error}"
        cure = f"give each [[environment]] name, python, lock and {', '.join(project.languages)}"
        raise ProblemError(Problem(project.named(FILE), 0, message, cure, "versions")) from None


def pinned(requirements: str) -> dict[str, str]:
    """The versions of a requirements file, by the name under which readers know the package."""
    found = {match["name"]: match["version"] for match in _PINNED.finditer(requirements)}
    return {VARIANTS.get(name, name): version for name, version in found.items()}
