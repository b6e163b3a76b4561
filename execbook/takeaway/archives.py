"""Reproducible zip files and checksum lists: their bytes depend only on their contents."""

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

SUMS = "SHA256SUMS"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip entry can have."""


def write_zip(target: Path, folder: str, files: Mapping[str, bytes]) -> None:
    """Pack `files` (by path) into one `folder`, with a SHA256SUMS for `sha256sum -c`.

    The same files give the same bytes, regardless of date, time zone, umask and order. Another build of zlib
    may compress them differently; the checksums inside stay the same.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in sorted({**files, SUMS: checksums(files).encode()}.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", EPOCH)
            entry.create_system = 3  # Unix: otherwise the permissions are ignored when unpacking
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def checksums(files: Mapping[str, bytes]) -> str:
    """One line for each file, sorted by path, in the format of `sha256sum`."""
    return "".join(f"{sha256(content)}  {name}\n" for name, content in sorted(files.items()))


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
