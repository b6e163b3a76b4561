"""The small files that a page loads once a reader runs something: scripts, styles, the engine's archive, the
list of all.

Their folder is named for their content, so that browsers may keep them, and a page finds those that it was
made with.
"""

import json
from collections.abc import Mapping
from typing import Any

import minify

from execbook.browser import archive
from execbook.browser.node import HERE
from execbook.browser.runtime import CORE, EDITOR, LOCK, Runtime
from execbook.project import Project
from execbook.takeaway.archives import sha256

FOLDER = "run"
"""Where the site has all that is loaded by the click of a reader."""
MANIFEST, ARCHIVE = "manifest.json", "engine.zip"
OWN = ("python.js", "child.js")
"""Scripts of ours that the worker loads as it loads the runtime's files."""


def files(project: Project, runtime: Runtime) -> dict[str, bytes]:
    """The files by name."""
    found = {
        path.name: _small(path.read_text("utf-8"))
        for folder in (HERE / "worker", project.theme / "run")
        for path in sorted(folder.glob("*.js"))
    }
    found |= {path.name: path.read_bytes() for path in sorted((project.theme / "run").glob("*.css"))}
    found[EDITOR] = (runtime.folder / EDITOR).read_bytes()
    found[ARCHIVE] = archive.pack(archive.files(runtime.folder))
    found[MANIFEST] = json.dumps(_manifest(runtime, found), sort_keys=True).encode()
    return found


def folder_of(found: Mapping[str, bytes]) -> str:
    """Where the files are, from the site's root, without a slash at its end."""
    sums = "".join(f"{name} {sha256(content)}\n" for name, content in sorted(found.items()))
    return f"{FOLDER}/{sha256(sums.encode())[:12]}"


def address_of(runtime: Runtime, name: str) -> str:
    """Where a file of the runtime is, from the site's root."""
    return f"{FOLDER}/files/{runtime.sums[runtime.served(name)][:12]}-{name}"


def loaded(runtime: Runtime) -> list[str]:
    """The files of the runtime that the site has."""
    return [*CORE, LOCK, *(package["file_name"] for package in runtime.packages.values())]


def bytes_for(runtime: Runtime, found: Mapping[str, bytes], packages: list[str]) -> int:
    """What a reader loads to run something with these packages, in bytes."""
    return runtime.bytes(packages) + sum(len(found[name]) for name in (*OWN, ARCHIVE, EDITOR))


def _manifest(runtime: Runtime, own: Mapping[str, bytes]) -> dict[str, Any]:
    """All that the worker needs to know: see worker/worker.js."""
    served = {name: runtime.folder / runtime.served(name) for name in loaded(runtime)}
    listed = {
        name: {
            "url": f"../{address_of(runtime, name).removeprefix(f'{FOLDER}/')}",
            "bytes": path.stat().st_size,
            "sha256": runtime.sums[path.name],
            "packed": path.name != name,
        }
        for name, path in served.items()
    }
    for name in (*OWN, ARCHIVE):
        listed[name] = {"url": name, "bytes": len(own[name]), "sha256": sha256(own[name]), "packed": False}
    packages = {
        name: {part: package[part] for part in ("file_name", "depends", "version")}
        for name, package in runtime.packages.items()
    }
    return {"core": [*CORE, LOCK, *OWN, ARCHIVE], "files": listed, "packages": packages}


def _small(script: str) -> bytes:
    return minify.string("application/javascript", script).encode()
