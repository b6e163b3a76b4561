"""Make an interpreter that has run other files as good as new for the next one.

A new interpreter for each run would take seconds, and packages in C cannot be imported twice. So what a file
can set in the packages that the book uses is set back; what it defines itself is in a module of its own.
"""

from __future__ import annotations

import gc
import importlib
import os
import random
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Restore = Callable[[], object]


class CleanState:
    """What is to be restored before each run, remembered when it was still as it should be."""

    def __init__(self) -> None:
        self._environment = dict(os.environ)
        self._path = list(sys.path)
        self._filters = list(warnings.filters)
        self._show_warning = warnings.showwarning
        self._packages: dict[str, Restore] = {}
        self._folder: Path | None = None

    def prepare(self, packages: Iterable[str]) -> Path:
        """Restore everything, import these packages, and enter a new, empty folder, which is returned."""
        for restore in self._packages.values():
            restore()
        for name in packages:
            if name in _REMEMBER and name not in self._packages:
                self._packages[name] = _REMEMBER[name](importlib.import_module(name))
        os.environ.clear()
        os.environ.update(self._environment)
        sys.path[:] = self._path
        warnings.resetwarnings()  # also forgets what was warned of already
        warnings.filters.extend(self._filters)  # ty: ignore[missing-attribute]  # it is a list
        warnings.showwarning = self._show_warning  # ty: ignore[invalid-assignment]  # as it was
        random.seed()
        if self._folder:
            os.chdir("/")
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = Path(tempfile.mkdtemp())
        os.chdir(self._folder)
        gc.collect()
        return self._folder


def _numpy(numpy: Any) -> Restore:
    printing, errors = numpy.get_printoptions(), numpy.geterr()

    def restore() -> None:
        numpy.set_printoptions(**printing)
        numpy.seterr(**errors)
        numpy.random.seed()

    return restore


def _matplotlib(matplotlib: Any) -> Restore:
    def restore() -> None:
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
        matplotlib.rcdefaults()

    return restore


def _pandas(pandas: Any) -> Restore:
    def restore() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # options that are to go complain when they are touched
            pandas.reset_option(
                "^(?!plotting)"
            )  # those of plotting import Matplotlib, which may not be there

    return restore


def _sklearn(sklearn: Any) -> Restore:
    settings = sklearn.get_config()
    return lambda: sklearn.set_config(**settings)


_REMEMBER: dict[str, Callable[[Any], Restore]] = {
    "numpy": _numpy,
    "matplotlib": _matplotlib,
    "pandas": _pandas,
    "sklearn": _sklearn,
}
