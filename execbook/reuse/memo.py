"""Results of a step, kept from one command to the next under a key of all that they depend on."""

import hashlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from execbook.project import Project
from execbook.reuse.state import engine_state

T = TypeVar("T")

KEPT = 8
"""A result is forgotten if it was not used the last so many times that results of its step were saved."""


class Memo:
    """The results of one step, in `build/cache/memo/<name>`. `save` keeps them for the next command.

    They belong to one state of the engine and its packages: any other finds none.
    """

    def __init__(self, project: Project, name: str):
        self.file = project.build / "cache" / "memo" / name
        self._results: dict[str, tuple[int, bytes]] = {}
        self._used: set[str] = set()
        self._is_new = False
        try:
            engine, results = pickle.loads(self.file.read_bytes())
            if engine == engine_state():
                self._results = results
        except Exception:  # missing or damaged: pickle raises nearly anything
            pass

    def find(self, key: object) -> Any:
        """The result for this key; None if there is none.

        key: everything that the result depends on beside the engine, as texts, numbers, and tuples of them.
        """
        short = hashed(key)
        self._used.add(short)
        found = self._results.get(short)
        return pickle.loads(found[1]) if found else None

    def put(self, key: object, result: object) -> None:
        """Keep a result, which is not None, under this key."""
        short = hashed(key)
        self._used.add(short)
        self._results[short] = 0, pickle.dumps(result)
        self._is_new = True

    def get(self, key: object, make: Callable[[], T]) -> T:
        """The result for this key; `make` is called if there is none, and what it raises is not kept."""
        result = self.find(key)
        if result is None:
            result = make()
            self.put(key, result)
        return result

    def save(self) -> None:
        """Keep the results, if there are new ones."""
        if not self._is_new:
            return
        results = {
            key: (0 if key in self._used else unused + 1, result)
            for key, (unused, result) in self._results.items()
            if key in self._used or unused < KEPT
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        new = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        new.write_bytes(pickle.dumps((engine_state(), results)))
        new.replace(self.file)
        self._results, self._is_new = results, False


def hashed(key: object) -> str:
    """The hash of a key: of texts, numbers, and lists and tuples of them."""
    return hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()


def digest(path: Path) -> str:
    """The hash of a file's bytes, as a part of a key; empty if there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
