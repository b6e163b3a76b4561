"""The site as a folder, and a zip, that work from disk without a server, including search.

Material supports this, see its own offline plugin: on `file://` it loads the search index from a script, and
iframe-worker emulates the worker that browsers do not allow there. The finished site is converted instead of
built a second time, so both have the same contents.
"""

import base64
import json
import posixpath
import re
import shutil
import tempfile
from pathlib import Path, PurePosixPath

from execbook.browser import scripts
from execbook.built import html
from execbook.generator.material import SEARCH_INDEX, SEARCH_INDEX_FROM_DISK
from execbook.problems import COMMAND, Problem, ProblemError
from execbook.project import Project
from execbook.site.offline.page import address_on_disk, exists, offline_page
from execbook.site.swap import locked
from execbook.takeaway.archives import write_zip
from execbook.takeaway.bundles import OFFLINE_COPY

FOLDER = "offline"
NEW = "offline.new-"
SHIM = Path(__file__).parent / "iframe_worker"
ONLINE_ONLY = frozenset(("404.html", "robots.txt", "sitemap.xml", "sitemap.xml.gz", "cards", OFFLINE_COPY))
"""Names of what only a published site needs. Cards are previews of links to it."""
FONT = re.compile(r"url\(\s*[\"']?([^\"')]+\.woff2)[\"']?\s*\)")

Files = dict[str, bytes]
"""Contents by path from the root."""


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
        files = _copy(project, project.site)
        folder = Path(tempfile.mkdtemp(prefix=NEW, dir=project.build))
        zipped = folder.with_name(f"{folder.name}.zip")
        try:
            folder.chmod(0o755)
            for name, content in files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
            target = project.build / FOLDER
            write_zip(zipped, FOLDER, files)
            zipped.replace(target.with_suffix(".zip"))
            shutil.rmtree(target, ignore_errors=True)
            folder.rename(target)
        finally:
            zipped.unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
    return target


def publish(project: Project, site: Path) -> None:
    """Add the copy of a finished site to it, as a zip. Raises ProblemError, as `make` does."""
    write_zip(site / OFFLINE_COPY, FOLDER, _copy(project, site))


def _copy(project: Project, site: Path) -> Files:
    """The files of the copy. Raises ProblemError if a page links to a file that it does not have."""
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    files = {
        name: path.read_bytes()
        for name, path in paths.items()
        if not ONLINE_ONLY.intersection(PurePosixPath(name).parts)
        and not name.startswith(f"{scripts.FOLDER}/")  # Python in browsers needs a server
    }
    names = {*files}
    for name in sorted(names):
        if name.endswith(".html"):
            files[name] = offline_page(files[name].decode(), name, names).encode()
        elif name.endswith(".css"):
            files[name] = _with_fonts(name, files).encode()
    for language in project.languages:
        _search_index(files, language, names)
    for path in SHIM.iterdir():
        files[f"{SHIM.name}/{path.name}"] = path.read_bytes()
    if problems := _broken_links(project, files):
        raise ProblemError(problems)
    return files


def _with_fonts(sheet: str, files: Files) -> str:
    """The style sheet with its fonts embedded: on `file://` Firefox does not load fonts from other files."""

    def inline(match: re.Match[str]) -> str:
        font = files[posixpath.normpath(posixpath.join(posixpath.dirname(sheet), match[1]))]
        return f"url(data:font/woff2;base64,{base64.b64encode(font).decode()})"

    return FONT.sub(inline, files[sheet].decode())


def _search_index(files: Files, language: str, names: set[str]) -> None:
    """Replace the index by a script, where Material loads it on `file://`, with addresses of files."""
    if f"{language}/{SEARCH_INDEX}" not in files:
        return
    index = json.loads(files.pop(f"{language}/{SEARCH_INDEX}"))
    for entry in index["docs"]:
        place = entry["location"]
        entry["location"] = (
            f"index.html{place}"
            if not place or place.startswith("#")
            else address_on_disk(place, f"{language}/index.html", names)
        )
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    files[f"{language}/{SEARCH_INDEX_FROM_DISK}"] = f"var __index = {text}\n".encode()


def _broken_links(project: Project, files: Files) -> list[Problem]:
    """Addresses in the pages that lead neither to a file of the copy nor to another host."""
    names = {*files}
    return [
        Problem(
            project.named(f"build/{FOLDER}/{file}"),
            reference.line,
            f"{reference.url!r} leads to no file of the folder",
            "build the site again; if the problem persists, the error is in execbook/site/offline",
            "offline",
        )
        for file in sorted(names)
        if file.endswith(".html")
        for reference in html.read(files[file].decode()).references
        if not exists(reference.url, file, names)
    ]
