"""Zip files and lists of sums whose bytes depend on nothing but what they hold."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

SUMS = "SHA256SUMS"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can say."""


def write_zip(target: Path, folder: str, files: Mapping[str, bytes]) -> None:
    """Pack `files` (by path) beneath one `folder`, with a SHA256SUMS that `sha256sum -c` reads there.

    The same files give the same bytes, whatever the day, the zone, the umask and the order of the files.
    Another build of zlib may pack them otherwise; the sums within stay.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in sorted({**files, SUMS: sums(files).encode()}.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", EPOCH)
            entry.create_system = 3  # Unix: only then unpacking looks at the permissions
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def sums(files: Mapping[str, bytes]) -> str:
    """One line for each file, by path: what `sha256sum` prints of them."""
    return "".join(f"{sha256(content)}  {name}\n" for name, content in sorted(files.items()))


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
