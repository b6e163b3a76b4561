"""The size of a file beside its download link. It is known only after the pages have been rendered."""

import re
from pathlib import Path

from execbook.project import Project
from execbook.reuse.files import write

PLACEHOLDER = re.compile(r'(?P<start><span data-size="(?P<file>[^"]+)">)[^<]*')
"""Placeholder of a size in a page; the file's path is from the site's root."""
ROW = re.compile(
    r'<tr class="xb-online">(?:(?!</tr>).)*<span data-size="(?P<file>[^"]+)">.*?</tr>\n?', re.DOTALL
)
"""A row for a download that the site may lack."""


def fill_in(project: Project, site: Path) -> None:
    """Write the sizes into the pages of a site that contains its downloads. A missing file gets none."""
    for language in project.languages:
        for page in (site / language).rglob("*.html"):
            text = page.read_text("utf-8")
            filled = PLACEHOLDER.sub(lambda match: match["start"] + _size(site / match["file"]), text)
            if filled != text:
                write(page, filled)


def leave_out_missing(project: Project, site: Path) -> None:
    """Remove the rows of tables whose download is not there: a draft has no copy for reading offline."""
    for language in project.languages:
        for page in (site / language).rglob("*.html"):
            text = page.read_text("utf-8")
            kept = ROW.sub(lambda row: row[0] if (site / row["file"]).is_file() else "", text)
            if kept != text:
                page.write_text(kept, "utf-8")


def _size(file: Path) -> str:
    return size(file.stat().st_size) if file.is_file() else ""


def size(count: int) -> str:
    """`214 KB` or `1.7 MB`, in units of 1,000 and 1,000,000 bytes."""
    return f"{count / 1e6:.1f} MB" if count >= 999_500 else f"{max(count / 1000, 1):.0f} KB"
