"""The size of a file beside its download link. It is known only after the pages have been rendered."""

from __future__ import annotations

import re
from pathlib import Path

from execbook.project import Project

PLACEHOLDER = re.compile(r'(?P<start><span data-size="(?P<file>[^"]+)">)[^<]*')
"""Placeholder of a size in a page; the file's path is from the site's root."""


def fill_in(project: Project, site: Path) -> None:
    """Write the sizes into the pages of a site that contains its downloads. A missing file gets none."""
    for language in project.languages:
        for page in (site / language).rglob("*.html"):
            text = page.read_text("utf-8")
            filled = PLACEHOLDER.sub(lambda match: match["start"] + _size(site / match["file"]), text)
            if filled != text:
                page.write_text(filled, "utf-8")


def _size(file: Path) -> str:
    return size(file.stat().st_size) if file.is_file() else ""


def size(count: int) -> str:
    """`214 KB` or `1.7 MB`, in units of 1,000 and 1,000,000 bytes."""
    return f"{count / 1e6:.1f} MB" if count >= 999_500 else f"{max(count / 1000, 1):.0f} KB"
