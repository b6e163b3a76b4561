"""The one style sheet, the one script and the font that all pages of the site load."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import rjsmin

from execbook.delivery import math_font, styles
from execbook.delivery.page import CLOSED, Page
from execbook.generator.material import BUNDLE
from execbook.generator.material import assets as material_assets
from execbook.project import LANGUAGES, Project

SHEET, SCRIPT = "stylesheets/site.", "javascripts/site."
"""What the names of the joined files begin with, in `assets/`."""

FONT = "fonts/math.woff2"
MAKERS = ("tinycss2", "fonttools", "brotli")
"""The packages that make what is cached; another version of them may make something else."""

SOURCE_MAP = re.compile(r"\n?/[/*]# sourceMappingURL=[^\n*]*(?:\*/)?\s*$")
SCRIPT_WORD = re.compile(r"[\w-]{4,}|(?<=[\"'`.#])[\w-]+(?=[\"'`])")
"""What a script may name. Shorter words that are not quoted are names that a minifier gave."""


@dataclass(frozen=True)
class Joined:
    """Joined files by their names in `assets/`, and what they were joined from. font: may be empty."""

    sheet: str
    script: str
    font: str
    files: dict[str, bytes]
    sources: tuple[str, ...]

    def put_into(self, assets: Path) -> None:
        """Write the files, and remove those that they stand for."""
        for name in self.sources:
            (assets / name).unlink(missing_ok=True)
        for unused in (f"{SHEET}*", f"{SCRIPT}*", BUNDLE, "**/*.map"):
            for path in assets.glob(unused):
                path.unlink()
        for name, content in self.files.items():
            (assets / name).parent.mkdir(parents=True, exist_ok=True)
            (assets / name).write_bytes(content)


def join(
    project: Project, site: Path, sheets: Collection[str], scripts: Collection[str], pages: Iterable[Page]
) -> Joined:
    """Join files of `assets/` for these pages, which are all pages of the site.

    Their bytes, and so their names, depend on nothing but the files and the pages.
    """
    pages = list(pages)
    cache = project.build / "cache" / "delivery"
    script = "".join(map(_guarded, (_read(project, site, name).decode() for name in scripts)))
    making = script + "".join(_others(site))
    words = set().union(*(page.words() for page in pages), SCRIPT_WORD.findall(making))
    css = "\n".join(SOURCE_MAP.sub("", _read(project, site, name).decode()) for name in sheets)
    sheet = _cached(
        cache, (css, *sorted(words)), lambda: styles.reduce(css, styles.Known(words, CLOSED)).encode()
    )
    contents: dict[str, bytes] = {}
    font_name = ""
    if FONT in css:
        shown = math_font.characters(set().union(*(page.formulas() for page in pages)))
        font = _read(project, site, FONT)
        smaller = _cached(cache, (font.hex(), *sorted(shown)), lambda: math_font.subset(font, shown))
        font_name = _named("fonts/math.", ".woff2", smaller, contents)
        sheet = sheet.replace(FONT.encode(), font_name.encode())
    return Joined(
        _named(SHEET, ".css", sheet, contents),
        _named(SCRIPT, ".js", script.encode(), contents),
        font_name,
        contents,
        (*sheets, *scripts, FONT),
    )


def _others(site: Path) -> Iterator[str]:
    """The scripts that stand alone, and the search's worker: they, too, make what styles are for."""
    assets = site / LANGUAGES[0] / "assets"
    joined = {*assets.glob(f"{SCRIPT}*"), *assets.glob(BUNDLE)}
    for path in sorted({*assets.glob("javascripts/**/*.js")} - joined):
        yield path.read_text("utf-8")


def _guarded(script: str) -> str:
    """A script that fails must not take those behind it along, as if each still were a file of its own."""
    small = rjsmin.jsmin(SOURCE_MAP.sub("", script), keep_bang_comments=True)
    return f"try{{{small}\n}}catch(e){{reportError(e)}}\n"


def _read(project: Project, site: Path, name: str) -> bytes:
    """A file of `assets/`: from the site, or, once it has been joined there, from where the site had it."""
    places = [site / language / "assets" for language in LANGUAGES]
    places += [project.theme / "overrides" / "assets", material_assets()]
    return next(place / name for place in places if (place / name).is_file()).read_bytes()


def _cached(folder: Path, asked: Iterable[str], make: Callable[[], bytes]) -> bytes:
    """What was made from the same before, or else what is made now."""
    code = "".join(path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.py")))
    makers = (f"{name} {version(name)}" for name in MAKERS)
    kept = folder / hashlib.sha256("\0".join((code, *makers, *asked)).encode()).hexdigest()
    if not kept.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        new = kept.with_suffix(".new")
        new.write_bytes(make())
        new.replace(kept)
    return kept.read_bytes()


def _named(start: str, end: str, content: bytes, contents: dict[str, bytes]) -> str:
    """Note a file under a name that tells it from its predecessors, so that browsers may keep both."""
    name = f"{start}{hashlib.sha256(content).hexdigest()[:8]}{end}"
    contents[name] = content
    return name
