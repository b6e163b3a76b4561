"""All that is installed has a licence that pyproject.toml allows, or that somebody has read."""

import subprocess
import sys
from pathlib import Path

from tests import ROOT


def pip_licenses(*options: str) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("pip-licenses")
    return subprocess.run([command, *options], cwd=ROOT, capture_output=True, text=True)


def test_every_licence_is_allowed():
    result = pip_licenses()
    assert result.returncode == 0, result.stderr


def test_a_licence_that_is_not_allowed_is_found():
    result = pip_licenses("--allow-only", "MIT")
    assert result.returncode == 1 and "not in allow-only licenses" in result.stderr
