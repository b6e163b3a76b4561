"""The engine's own modules that run in a reader's browser, as a zip: they draw figures and compare results.

They are the very modules that made the record, so a figure there looks like the page's own.
"""

import ast
import functools
import hashlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from execbook.browser.runtime import FONTS
from execbook.project import ENGINE
from execbook.takeaway.archives import EPOCH
from execbook.words import FOLDER as WORDS

INSIDE = "execbook.browser.inside"
ROOTS = (f"{INSIDE}.run", f"{INSIDE}.lab", f"{INSIDE}.matplotlib_38", "execbook.figures.drawing.backend")
"""What is imported there by name."""
LAYOUT_FONT = "figures/drawing/fonts/layout.otf"


def files(runtime: Path) -> dict[str, bytes]:
    """What is in the archive, by path.

    runtime: the folder of the runtime, whose list of fonts goes in if it is there already.
    """
    found = {path.relative_to(ENGINE.parent).as_posix(): path.read_bytes() for path in modules()}
    found |= {f"execbook/words/{path.name}": path.read_bytes() for path in sorted(WORDS.glob("*.toml"))}
    found[f"execbook/{LAYOUT_FONT}"] = (ENGINE / LAYOUT_FONT).read_bytes()
    if (runtime / FONTS).is_file():
        found[f"execbook/browser/inside/{FONTS}"] = (runtime / FONTS).read_bytes()
    return found


def pack(contents: dict[str, bytes]) -> bytes:
    """The zip. The same files give the same bytes, with the same zlib."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in sorted(contents.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()


def digest(contents: dict[str, bytes]) -> str:
    """SHA-256 of names and contents, however they are packed."""
    found = hashlib.sha256()
    for name, content in sorted(contents.items()):
        found.update(f"{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


@functools.cache
def modules() -> tuple[Path, ...]:
    """The files of ROOTS and of all modules of the engine that they import, sorted.

    Found once a process: each question about an example depends on them.
    """
    found: dict[str, Path] = {}
    waiting = list(ROOTS)
    while waiting:
        name = waiting.pop()
        path = None if name in found else _file_of(name)
        if path:
            found[name] = path
            waiting += [name.rpartition(".")[0], *_imports(path)]
    return tuple(sorted(found.values()))


def _file_of(name: str) -> Path | None:
    """The file of a module of the engine; None for another name."""
    place = ENGINE.parent.joinpath(*name.split(".")) if name.split(".")[0] == ENGINE.name else None
    choices = (place / "__init__.py", place.with_suffix(".py")) if place else ()
    return next((path for path in choices if path.is_file()), None)


def _imports(path: Path) -> Iterator[str]:
    """Names of all that a module imports; some may be names in a module rather than modules."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
