"""The texts that were last declared equal, so that a change can be shown without git history.

One file for each page, both languages in it, compressed: 0.3 MB for 158 pages. Plain copies would double the
sources, in every search and every review; one file for all would be written anew by every change.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from execbook.project import Project

Texts = dict[str, dict[str, str]]
"""Normalised texts by key and language."""


def read(project: Project, page: str) -> Texts:
    """The texts kept for a page; none where the file is missing or damaged, as only diffs need them."""
    try:
        return json.loads(zlib.decompress(_path(project, page).read_bytes()))
    except (OSError, zlib.error, ValueError):
        return {}


def write(project: Project, page: str, texts: Mapping[str, Mapping[str, str]]) -> None:
    """Keep these texts for a page, or delete its file if there are none; it is written only to change it."""
    path = _path(project, page)
    if not texts:
        path.unlink(missing_ok=True)
    elif texts != read(project, page):
        path.parent.mkdir(parents=True, exist_ok=True)
        packed = json.dumps(texts, ensure_ascii=False, sort_keys=True).encode()
        path.write_bytes(zlib.compress(packed, 9))


def _path(project: Project, page: str) -> Path:
    return project.accepted / "translations" / f"{page}.z"
