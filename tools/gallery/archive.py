"""Matplotlib's gallery, from the source archive of the version that is locked."""

import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.runtime.__main__ import pinned

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXAMPLE = re.compile(r"[^/]+/galleries/examples/(.+/.+)\.py")


def version(root: Path = ROOT) -> str:
    """The locked version of Matplotlib."""
    return pinned(root, ["matplotlib"]).split(maxsplit=1)[0].partition("==")[2]


def fetched(folder: Path) -> Path:
    """The archive in `folder`; pip downloads it if it is missing, and checks the lock's hash.

    Raises CalledProcessError.
    """
    archive = folder / f"matplotlib-{version()}.tar.gz"
    if not archive.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as new:
            pins = Path(new, "requirements.txt")
            pins.write_text(pinned(ROOT, ["matplotlib"]), "utf-8")
            subprocess.run(
                [
                    *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
                    *("--no-deps", "--no-binary", ":all:", "--no-build-isolation"),
                    *("--require-hashes", "--requirement", pins, "--dest", new),
                ],
                check=True,
                env=os.environ | {"PYTHONPATH": str(HERE / "backend")},
            )
            Path(new, archive.name).replace(archive)
    return archive


def examples(archive: Path) -> dict[str, str]:
    """The text of each example by its id, such as `mplot3d/bars3d`; ids have `_` for `-`."""
    found: dict[str, str] = {}
    with tarfile.open(archive) as members:
        for member in members:
            if (place := EXAMPLE.fullmatch(member.name)) and (file := members.extractfile(member)):
                found[place[1].replace("-", "_").lower()] = file.read().decode()
    return dict(sorted(found.items()))
