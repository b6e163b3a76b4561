"""What is made once for a whole test run, however many processes share its work."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(request: pytest.FixtureRequest, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make(folder)` fills; the first process that asks makes it, and the others wait."""
    base = request.getfixturevalue("tmp_path_factory").getbasetemp()
    if hasattr(
        request.config, "workerinput"
    ):  # one of several processes, whose folders are beside each other
        base = base.parent
    folder, made = base / f"shared-{name}", base / f"shared-{name}.made"
    with FileLock(base / f"shared-{name}.lock"):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            made.touch()
    return folder
