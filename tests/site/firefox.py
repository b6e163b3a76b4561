"""Open pages in Firefox and return what they complain of: see tools/audit/firefox.mjs."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests import ROOT

SCRIPT = ROOT / "tools/audit/firefox.mjs"
LONGEST = 900
"""Seconds that a busy machine may take for all pages."""


def complaints(firefox: Path, host: str, pages: Sequence[str], run: str = "") -> dict[str, list[str]]:
    """By page, what Firefox says: violations of its policy, console errors and warnings, failed requests.

    host: the address of the site's root, with a slash at its end. pages: addresses beneath it. run: if not
    empty, the first example of each page is run, until what it says matches this pattern.
    Raises `AssertionError` with the script's own message if it fails.
    """
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    node = shutil.which("node", path=path)
    assert node, "there is no node: `make test` installs it"
    done = subprocess.run(
        [node, SCRIPT, firefox],
        input=json.dumps({"host": host, "pages": pages, "run": run}),
        capture_output=True,
        text=True,
        timeout=LONGEST,
    )
    assert done.returncode == 0, f"Firefox could not be driven:\n{done.stderr[-2000:]}"
    return json.loads(done.stdout)
