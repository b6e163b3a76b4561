"""Make the theme's script anew without what this site does not use (`make script`): a third less to load.

Material brings its script's sources in a source map. The modules named in UNUSED are exchanged for ones that
do nothing, and libraries are taken in their modern form, which needs no helpers for browsers of 2015. The
rest is the theme's own code, untouched. `tests/test_theme_script.py` tells when it has to be made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "tools/theme_script"
TARGET = ROOT / "theme/overrides/assets/javascripts/theme.js"
SOURCES = "src/templates/assets/javascripts/"

NOTHING = 'import { EMPTY } from "rxjs"\n'
UNUSED = {
    "components/announce": NOTHING + "export const mountAnnounce = () => EMPTY",
    "components/consent": NOTHING + "export const mountConsent = () => EMPTY",
    "components/content/annotation": NOTHING
    + "export const mountAnnotationBlock = () => EMPTY\nexport const mountAnnotationList = () => EMPTY",
    "components/content/link": NOTHING + "export const mountLink = () => EMPTY",
    "components/content/mermaid": NOTHING + "export const mountMermaid = () => EMPTY",
    "components/content/table": NOTHING + "export const mountDataTable = () => EMPTY",
    "components/palette": NOTHING + "export const mountPalette = () => EMPTY",
    "components/progress": NOTHING + "export const mountProgress = () => EMPTY",
    "components/search/highlight": NOTHING + "export const mountSearchHiglight = () => EMPTY",
    "components/search/suggest": NOTHING + "export const mountSearchSuggest = () => EMPTY",
    "components/source": NOTHING + "export const mountSource = () => EMPTY",
    "components/tooltip": "export const mountTooltip = () => {}",
    "components/tooltip2": NOTHING
    + "export const mountInlineTooltip2 = () => EMPTY\nexport const mountTooltip2 = () => EMPTY",
    "integrations/alternate": "export const setupAlternate = () => {}",
    "integrations/instant": "export const setupInstantNavigation = () => {}",
    "integrations/sitemap": NOTHING + "export const fetchSitemap = () => EMPTY",
    "integrations/version": "export const setupVersionSelector = () => {}",
    "polyfills": "",
}
"""Folders of modules, and what stands in for each. What FEATURES names must be off. The palette has a script
of ours, palette.js; tables have their boxes from the start, see execbook/markdown/tables.py."""

FEATURES = (
    *("announce.dismiss", "content.code.annotate", "content.footnote.tooltips", "content.tooltips"),
    *("navigation.instant", "navigation.instant.preview", "navigation.instant.progress"),
    *("search.highlight", "search.suggest"),
)
"""Features of the theme that need an unused module."""


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        unpack(folder)
        (folder / "node_modules").symlink_to(PACKAGES / "node_modules")
        TARGET.write_text(f"{heading()}\n{bundled(folder)}", "utf-8")
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1000:.0f} kB")
    return 0


def heading() -> str:
    """What the script was made from, as its first line says."""
    made_from = hashlib.sha256(source_map().read_bytes() + Path(__file__).read_bytes())
    made_from.update((PACKAGES / "package-lock.json").read_bytes())
    return (
        f"/*! Material for MkDocs {version('mkdocs-material')} (MIT, Martin Donath and contributors), "
        f"without what this site does not use. Made by `make script` from {made_from.hexdigest()[:16]}. */"
    )


def source_map() -> Path:
    folder = Path(str(files("material"))) / "templates/assets/javascripts"
    [path] = folder.glob("bundle.*.min.js.map")
    return path


def unpack(folder: Path) -> None:
    """Write the theme's sources into `folder`, the modules that do nothing, and the indexes of folders."""
    content = json.loads(source_map().read_text("utf-8"))
    for name, text in zip(content["sources"], content["sourcesContent"], strict=True):
        place = SOURCES + name.rpartition(SOURCES)[2]
        inner = place.removeprefix(SOURCES)
        if SOURCES in name and not any(inner.startswith(f"{unused}/") for unused in UNUSED):
            _write(folder / place, text)
    for unused, text in UNUSED.items():
        _write(folder / SOURCES / unused / "index.ts", text)
    for path, folders, names in os.walk(folder / SOURCES, topdown=False):
        if not {"index.ts", "index.tsx", "bundle.ts"} & set(names):
            _write(Path(path, "index.ts"), "".join(f'export * from "./{one}"\n' for one in sorted(folders)))
    settings = {"baseUrl": ".", "paths": {"~/*": [f"./{SOURCES}*"]}, "useDefineForClassFields": False}
    _write(folder / "tsconfig.json", json.dumps({"compilerOptions": settings}))


def bundled(folder: Path) -> str:
    """The script that esbuild makes of the sources in `folder`."""
    command = [
        PACKAGES / "node_modules/.bin/esbuild",
        SOURCES + "bundle.ts",
        *("--bundle", "--minify", "--target=es2020", "--legal-comments=none", "--jsx-factory=h"),
        *("--conditions=es2015", "--alias:clipboard=clipboard/src/clipboard.js", "--log-level=warning"),
    ]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
