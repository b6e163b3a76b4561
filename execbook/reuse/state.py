"""Hashes of everything that the output of a command depends on: the engine, the sources, the built site."""

import functools
import hashlib
import os
import pickle
import platform
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from execbook.project import ENGINE, Project

Stat = tuple[int, int, int, int]
"""Size, time of modification and of status change in nanoseconds, and inode of a file."""

SETTLED = 2_000_000_000
"""Nanoseconds. A file that changed later than this before it was read may change again within one tick of the
file system's clock, so its hash is not kept."""

IGNORED = frozenset(("__pycache__", "node_modules"))
VARIABLE = re.compile(r"!ENV\s+(\[[^\]]*\]|\S+)")
"""A setting of a MkDocs configuration that is read from the environment: one or more names."""

VARIABLES = ("SITE_URL", "REPOSITORY_URL", "SOURCE_COMMIT", "SOURCE_DATE_EPOCH")
"""The environment variables that the engine reads when it builds."""

OWN = frozenset(("LABS_CACHE", "IPYTHONDIR"))
"""Those that the engine sets itself, for the configuration to read: they name folders in `build/`."""


class Hashes:
    """Hashes of the files of a project, read again only if they have changed on disk.

    As git does, it takes a file as unchanged if its size, times and inode are.
    """

    def __init__(self, project: Project):
        self._file = project.build / "cache" / "hashes"
        try:
            self._known: dict[str, dict[str, tuple[Stat, bytes]]] = pickle.loads(self._file.read_bytes())
        except Exception:  # missing or damaged: pickle raises nearly anything
            self._known = {}

    def of(self, root: Path, ignored: Iterable[Path] = ()) -> str:
        """The hash of the names and bytes of all files below `root`, without those below `ignored`.

        Folders of packages and of other environments are no sources, and left out.
        """
        known, present = self._known.get(str(root), {}), {}
        now = time.time_ns()
        digest = hashlib.sha256()
        for name, path, stat in sorted(_files(str(root), "", {str(one) for one in ignored})):
            former = known.get(name)
            content = former[1] if former and former[0] == stat else _read(path)
            if now - max(stat[1], stat[2]) > SETTLED:
                present[name] = stat, content
            digest.update(name.encode("utf-8", "surrogateescape") + b"\0" + content)
        if present != known:
            self._known[str(root)] = present
            self._save()
        return digest.hexdigest()

    def _save(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_suffix(f".{os.getpid()}")
        new.write_bytes(pickle.dumps(self._known))
        new.replace(self._file)


def _files(folder: str, prefix: str, ignored: set[str]) -> Iterator[tuple[str, str, Stat]]:
    """Name, path and state of each file below a folder. A symbolic link counts as a file."""
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    if prefix and any(entry.name == "pyvenv.cfg" for entry in entries):
        return
    for entry in entries:
        if entry.name in IGNORED or entry.path in ignored:
            continue
        name = prefix + entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{name}/", ignored)
        else:
            found = entry.stat(follow_symlinks=False)
            # What a link leads to may change without it, so it never counts as unchanged.
            changed = time.time_ns() if entry.is_symlink() else found.st_ctime_ns
            yield name, entry.path, (found.st_size, found.st_mtime_ns, changed, found.st_ino)


def _read(name: str) -> bytes:
    """The hash of a file's bytes; of a link also where it leads."""
    path = Path(name)
    link = str(path.readlink()) if path.is_symlink() else ""
    content = path.read_bytes() if path.is_file() else b""
    return hashlib.sha256(link.encode("utf-8", "surrogateescape") + b"\0" + content).digest()


VENDORED = "_vendor"
"""A folder that setuptools adds to the path when it is imported: its packages are no installed ones."""


@functools.cache
def engine_state() -> str:
    """Hash of the engine's code, the interpreter, and the names and versions of all installed packages."""
    digest = hashlib.sha256(f"{sys.implementation.cache_tag} {platform.python_version()}".encode())
    digest.update(f"{platform.system()} {platform.machine()}".encode())
    packages = {
        entry.name
        for place in sys.path
        if Path(place).is_dir() and Path(place).name != VENDORED
        for entry in os.scandir(place)
        if entry.name.endswith((".dist-info", ".egg-info"))
    }
    digest.update("\0".join(sorted(packages)).encode())
    for name, path, _ in sorted(_files(str(ENGINE), "", set())):
        digest.update(name.encode() + b"\0" + _read(path))
    return digest.hexdigest()


def sources_state(project: Project, hashes: Hashes) -> str:
    """Hash of all that a built site shows: sources, configuration, records, environment and engine.

    Every file of the project counts, except what is built or belongs to a tool (hidden folders, packages).
    """
    hidden = [path for path in project.root.glob(".*") if path.is_dir()]
    digest = hashlib.sha256(engine_state().encode())
    digest.update(hashes.of(project.root, (*hidden, project.build, project.site)).encode())
    digest.update(hashes.of(project.store).encode())
    digest.update(hashes.of(project.build / "root").encode())
    for path in project.runtime.glob("runtime.json"):  # names its files with their sums
        digest.update(path.read_bytes())
    digest.update(environment_state(project).encode())
    return digest.hexdigest()


def environment_state(project: Project) -> str:
    """The environment variables that a build reads, and their values."""
    names = set(VARIABLES)
    for path in project.root.glob("mkdocs*.yml"):
        for found in VARIABLE.findall(path.read_text("utf-8", errors="replace")):
            names.update(re.findall(r"\w+", found))
    return repr(sorted((name, os.environ.get(name)) for name in names - OWN))


def site_state(project: Project, hashes: Hashes) -> str:
    """Hash of the site and of the notebooks that are published beside it."""
    return f"{project.site.is_dir()} {hashes.of(project.site)} {hashes.of(project.notebooks)}"


def note_built(project: Project, sources: str) -> None:
    """Note that the site is what these sources make (`sources_state`)."""
    path = _built_from(project)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(sources, "utf-8")


def is_built_from(project: Project, sources: str) -> bool:
    """Whether the site is what these sources make; a site of which nothing was noted counts as if."""
    path = _built_from(project)
    return not path.is_file() or path.read_text("utf-8") == sources


def _built_from(project: Project) -> Path:
    return project.build / "cache" / "built-from"
