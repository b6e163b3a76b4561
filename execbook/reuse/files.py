"""Files of a site that share their bytes on disk with those of the former one."""

import os
import shutil
from pathlib import Path


def link_tree(source: Path, target: Path) -> None:
    """Make `target`, an empty folder, a copy of `source` without copying what its files contain.

    Each file is a second name of the same bytes: `write` replaces it, and nothing may change it in place.
    """
    shutil.copytree(source, target, dirs_exist_ok=True, copy_function=_link)


def write(path: Path, content: str | bytes) -> None:
    """Write a file anew, so that other names of the former one keep what it contained."""
    path.unlink(missing_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)
