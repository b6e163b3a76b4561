"""A runtime of small files that stand for the real ones, and, where it was made, the real one in Node."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from execbook.browser import kept, node
from execbook.browser.runtime import CORE, EDITOR, FONTS, LIST, LOCK, PACKED
from execbook.project import Project
from tests import ROOT

PACKAGES = {
    "numpy": {"imports": ["numpy"], "depends": ["openblas"]},
    "openblas": {"imports": [], "depends": []},
    "scikit-learn": {"imports": ["sklearn"], "depends": ["numpy"]},
}


@pytest.fixture
def with_runtime() -> Callable[[Project], Project]:
    """Give a project a runtime whose files say their own names."""

    def give(project: Project) -> Project:
        folder = project.runtime
        folder.mkdir(parents=True)
        packages = {
            name: {"name": name, "version": "1.0", "file_name": f"{name}.whl", **package}
            for name, package in PACKAGES.items()
        }
        names = [*CORE, EDITOR, *(package["file_name"] for package in packages.values())]
        contents = {name: name.encode() for name in names}
        contents[LOCK] = json.dumps({"packages": packages}).encode()
        contents[FONTS] = b"{}"
        contents |= {f"{name}.gz": gzip.compress(contents[name], mtime=0) for name in PACKED}
        for name, content in contents.items():
            (folder / name).write_bytes(content)
        sums = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
        (folder / LIST).write_text(json.dumps({"files": sums}))
        return project

    return give


class FakeInterpreter:
    """Answers what it is given for a function's name, and notes what it is asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[Mapping], dict]] = {}
        self.asked: list[Mapping] = []

    def __call__(self, runtime: Path) -> FakeInterpreter:
        return self

    def __enter__(self) -> Callable[[str, Mapping], dict]:
        return self.ask

    def __exit__(self, *_: object) -> None:
        pass

    def ask(self, name: str, task: Mapping) -> dict:
        self.asked.append(task)
        return self.answers[name](task)


@pytest.fixture
def fake_interpreter(monkeypatch: pytest.MonkeyPatch) -> FakeInterpreter:
    """What `kept` asks in place of Node."""
    fake = FakeInterpreter()
    monkeypatch.setattr(kept, "interpreter", fake)
    return fake


@pytest.fixture(scope="session")
def ask() -> Iterator[node.Ask]:
    """The real Python of readers' browsers, in Node."""
    yield from _interpreter()


@pytest.fixture
def new_ask() -> Iterator[node.Ask]:
    """One that has loaded no package yet."""
    yield from _interpreter()


def _interpreter() -> Iterator[node.Ask]:
    folder = Project(ROOT).runtime
    if not (folder / LIST).is_file():
        pytest.skip("Python for readers' browsers is not here: `make runtime` fetches it")
    with node.interpreter(folder) as ask:
        yield ask
