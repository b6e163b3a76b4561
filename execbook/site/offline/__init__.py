"""The site as a folder, and a zip, that work from disk without a server, including search.

Material supports this, see its own offline plugin: on `file://` it loads the search index from a script, and
iframe-worker emulates the worker that browsers do not allow there. The finished site is converted instead of
built a second time, so both have the same contents.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import tempfile
from pathlib import Path

from execbook.built import html
from execbook.generator.material import SEARCH_INDEX, SEARCH_INDEX_FROM_DISK
from execbook.problems import COMMAND, Problem, ProblemError
from execbook.project import Project
from execbook.site.offline.page import address_on_disk, exists, offline_page
from execbook.site.swap import locked
from execbook.takeaway.archives import write_zip

FOLDER = "offline"
NEW = "offline.new-"
SHIM = Path(__file__).parent / "iframe_worker"
ONLINE_ONLY = ("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "cards")
"""Files that only a published site needs. Cards are previews of links to it."""
FONT = re.compile(r"url\(\s*[\"']?([^\"')]+\.woff2)[\"']?\s*\)")


def make(project: Project) -> Path:
    """Create `build/offline/` and `build/offline.zip` from `site/`. Returns the folder.

    Raises ProblemError if there is no site, or if a page links to a file that is not in the folder.
    """
    with locked(project):
        if not project.site.is_dir():
            raise ProblemError(
                Problem("site", 0, "does not exist", f"run `{COMMAND} build` first", "no-site")
            )
        for leftover in project.build.glob(f"{NEW}*"):
            shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
        folder = Path(tempfile.mkdtemp(prefix=NEW, dir=project.build))
        zipped = folder.with_name(f"{folder.name}.zip")
        try:
            folder.chmod(0o755)
            shutil.copytree(
                project.site, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*ONLINE_ONLY)
            )
            _convert(project, folder)
            if problems := _broken_links(folder):
                raise ProblemError(problems)
            target = project.build / FOLDER
            files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}
            write_zip(zipped, FOLDER, files)
            zipped.replace(target.with_suffix(".zip"))
            shutil.rmtree(target, ignore_errors=True)
            folder.rename(target)
        finally:
            zipped.unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
    return target


def _convert(project: Project, folder: Path) -> None:
    files = {path.relative_to(folder).as_posix() for path in _files(folder)}
    for file in sorted(files):
        path = folder / file
        if path.suffix == ".html":
            path.write_text(offline_page(path.read_text("utf-8"), file, files), "utf-8")
        elif path.suffix == ".css":
            path.write_text(_with_fonts(path), "utf-8")
    for language in project.languages:
        _search_index(folder / language, language, files)
    shutil.copytree(SHIM, folder / SHIM.name)


def _with_fonts(sheet: Path) -> str:
    """The style sheet with its fonts embedded: on `file://` Firefox does not load fonts from other files."""

    def inline(match: re.Match[str]) -> str:
        font = base64.b64encode((sheet.parent / match[1]).read_bytes()).decode()
        return f"url(data:font/woff2;base64,{font})"

    return FONT.sub(inline, sheet.read_text("utf-8"))


def _search_index(folder: Path, language: str, files: set[str]) -> None:
    """Write the index as a script, where Material loads it on `file://`, with addresses of files."""
    if not (folder / SEARCH_INDEX).is_file():
        return
    index = json.loads((folder / SEARCH_INDEX).read_text("utf-8"))
    for entry in index["docs"]:
        place = entry["location"]
        entry["location"] = (
            f"index.html{place}"
            if not place or place.startswith("#")
            else address_on_disk(place, f"{language}/index.html", files)
        )
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (folder / SEARCH_INDEX_FROM_DISK).write_text(f"var __index = {text}\n", "utf-8")
    (folder / SEARCH_INDEX).unlink()


def _broken_links(folder: Path) -> list[Problem]:
    """Addresses in the pages that lead neither to a file of the folder nor to another host."""
    paths = _files(folder)
    files = {path.relative_to(folder).as_posix() for path in paths}
    return [
        Problem(
            f"build/{FOLDER}/{file}",
            reference.line,
            f"{reference.url!r} leads to no file of the folder",
            "build the site again; if the problem persists, the error is in execbook/site/offline",
            "offline",
        )
        for path in paths
        if path.suffix == ".html"
        for file in [path.relative_to(folder).as_posix()]
        for reference in html.read(path.read_text("utf-8")).references
        if not exists(reference.url, file, files)
    ]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
