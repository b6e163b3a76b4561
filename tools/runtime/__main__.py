"""Put together Python for the reader's browser in build/runtime (`make runtime`).

What `execbook.browser.runtime` reads there is complete or not there at all: `runtime.json` comes last, and
goes first when something has changed.
"""

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name, parse_wheel_filename

from execbook.browser import node
from execbook.browser.runtime import CORE, EDITOR, FONTS, LIST, LOCK, PACKED
from execbook.project import Project
from tools.runtime.fetch import NotFoundError, Source, fetch, from_pypi

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "tools/runtime"
MODULES = HERE / "node_modules"
FIND_FONTS = """
import matplotlib.font_manager
from pathlib import Path
print(Path(matplotlib.__file__).with_name("fontlist.json").read_text("utf-8"))
"""


def main(root: Path = ROOT) -> int:
    project = Project(root)
    folder = project.runtime
    state = _state(root)
    try:
        if json.loads((folder / LIST).read_text("utf-8"))["made_from"] == state:
            return 0
    except (OSError, ValueError, KeyError):
        pass
    print("Putting together Python for the reader's browser: about 130 MB to download, once.", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LIST).unlink(missing_ok=True)
    try:
        files = _packages(root, folder)
    except NotFoundError as error:
        print(
            f"{error}\n    -> add a source that has these files to tools/runtime/runtime.toml",
            file=sys.stderr,
        )
        return 1
    for name in CORE:
        shutil.copyfile(MODULES / "pyodide" / name, folder / name)
    _bundle_editor(folder / EDITOR)
    (folder / FONTS).unlink(missing_ok=True)
    (folder / FONTS).write_text(_fonts(project), "utf-8")
    for name in PACKED:
        (folder / f"{name}.gz").write_bytes(gzip.compress((folder / name).read_bytes(), mtime=0))
    kept = {*files, *CORE, EDITOR, FONTS, LOCK, *(f"{name}.gz" for name in PACKED)}
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sorted(kept)}
    (folder / LIST).write_text(json.dumps({"made_from": state, "files": sums}, indent=1) + "\n", "utf-8")
    size = sum((folder / name).stat().st_size for name in kept)
    print(f"{folder.relative_to(root)}: {len(kept)} files, {size / 1e6:.0f} MB")
    return 0


def _state(root: Path) -> str:
    """What the runtime is made from: if it is the same, so is the runtime."""
    found = hashlib.sha256(pinned(root, _settings()["pypi"]).encode())
    for path in sorted(HERE.glob("*.*")):
        found.update(path.read_bytes())
    return found.hexdigest()


def pinned(root: Path, names: Iterable[str]) -> str:
    """The lines of requirements.txt that pin these packages, with their hashes."""
    pins = re.compile(rf"^(?:{'|'.join(map(re.escape, names))})==(?:.*\\\n)*.*\n", re.MULTILINE)
    return "".join(pins.findall((root / "requirements.txt").read_text("utf-8")))


def _settings() -> dict[str, Any]:
    return tomllib.loads((HERE / "runtime.toml").read_text("utf-8"))


def _packages(root: Path, folder: Path) -> list[str]:
    """Fetch the packages and write their list, in Pyodide's form. Returns the names of their files.

    Raises NotFoundError.
    """
    settings = _settings()
    lock = json.loads((MODULES / "pyodide" / LOCK).read_text("utf-8"))
    chosen: dict[str, dict] = {}
    waiting = list(settings["packages"])
    while waiting:
        name = waiting.pop()
        if name not in chosen:
            package = dict(lock["packages"][name])
            package["depends"] = [
                one for one in package["depends"] if one not in settings["without"].get(name, ())
            ]
            chosen[name] = package
            waiting += package["depends"]
    fetch(
        {package["file_name"]: package["sha256"] for package in chosen.values()},
        [Source(**source) for source in settings["source"]],
        folder,
    )
    chosen |= _from_pypi(root, folder, settings["pypi"])
    lock["packages"] = dict(sorted(chosen.items()))
    (folder / LOCK).write_text(json.dumps(lock), "utf-8")
    return [package["file_name"] for package in chosen.values()]


def _from_pypi(root: Path, folder: Path, wanted: dict[str, list[str]]) -> dict[str, dict]:
    """Packages in pure Python, in the form of Pyodide's list."""
    wheels = from_pypi(pinned(root, wanted), folder)
    found = {}
    for wheel in wheels:
        name, version, _, _ = parse_wheel_filename(wheel.name)
        found[canonicalize_name(name)] = {
            "name": name,
            "version": str(version),
            "file_name": wheel.name,
            "install_dir": "site",
            "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
            "package_type": "package",
            "imports": [name],
            "depends": wanted[name],
            "unvendored_tests": False,
        }
    return found


def _fonts(project: Project) -> str:
    """Matplotlib's list of its fonts, without blanks: making it takes ten seconds in a browser."""
    with node.interpreter(project.runtime) as ask:
        answer = ask("run.run", {"id": "fonts", "filename": "fonts.py", "source": FIND_FONTS})
    found = json.loads(answer["output"])
    for name in ("afmlist", "ttflist"):  # in an order that depends on the run
        found[name].sort(key=lambda font: font["fname"])
    return json.dumps(found, separators=(",", ":"))


def _bundle_editor(target: Path) -> None:
    command = [
        MODULES / ".bin/esbuild",
        HERE / "editor.js",
        *("--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"),
        *("--legal-comments=eof", f"--outfile={target}"),
    ]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
