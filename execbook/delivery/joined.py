"""The one style sheet, the one script and the font that all pages of the site load."""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import minify

from execbook.delivery import math_font, styles
from execbook.delivery.page import CLOSED, Page
from execbook.figures.shown.standalone import COLOURS
from execbook.generator.material import BUNDLE
from execbook.generator.material import assets as material_assets
from execbook.project import Project
from execbook.reuse.files import write

SHEET, SCRIPT = "stylesheets/site.", "javascripts/site."
"""Prefixes of the names of the joined files, in `assets/`."""

FONT = "fonts/math.woff2"
TOOLS = ("tinycss2", "fonttools", "brotli")
"""Packages whose output is cached; their versions are part of the cache key."""

LONG_LINE = 1000
ALONE = re.compile(r"<(?:script|link) data-alone [^>]*?assets/([^\"]+)")
MEDIA_TYPES = {".js": "application/javascript", ".css": "text/css"}
PALETTE_VARIABLE = "--fig-c0:"
FIGURES = (
    ":root{"
    + "".join(f"--fig-{name}:{colour};" for name, colour in COLOURS.items() if name != "bg")
    + "--fig-bg:var(--md-default-bg-color,#fff)}"
    + ".xb-svg{overflow-x:auto}.xb-svg svg{display:block;height:auto;margin-inline:auto;max-width:100%}"
)
"""The style of figures for themes that have none."""

SOURCE_MAP = re.compile(r"\n?/[/*]# sourceMappingURL=[^\n*]*(?:\*/)?\s*$")
SCRIPT_WORD = re.compile(r"[\w-]{4,}|(?<=[\"'`.#])[\w-]+(?=[\"'`])")
"""Words in a script that may be names of classes or elements. Shorter unquoted words are minified names."""


@dataclass(frozen=True)
class Joined:
    """Joined files by their names in `assets/`, and the names of their sources. font: may be empty.

    alone: names of the files that only some pages load, and load at first.
    """

    sheet: str
    script: str
    font: str
    files: dict[str, bytes]
    sources: tuple[str, ...]
    alone: tuple[str, ...] = ()

    def write_to(self, assets: Path) -> None:
        """Write the files, and remove those that they replace."""
        for name in self.sources:
            (assets / name).unlink(missing_ok=True)
        for unused in (f"{SHEET}*", f"{SCRIPT}*", BUNDLE, "**/*.map"):
            for path in assets.glob(unused):
                path.unlink()
        for name, content in self.files.items():
            (assets / name).parent.mkdir(parents=True, exist_ok=True)
            write(assets / name, content)
        for path in filter(Path.is_file, map(assets.joinpath, self.alone)):
            write(path, _small(path.read_text("utf-8"), MEDIA_TYPES[path.suffix]).encode())


def join(
    project: Project, site: Path, sheets: Collection[str], scripts: Collection[str], pages: Iterable[Page]
) -> Joined:
    """Join files of `assets/` for these pages, which are all pages of the site.

    The bytes of the joined files, and so their names, depend only on the files and the pages.
    """
    pages = list(pages)
    cache = project.build / "cache" / "delivery"
    script = "".join(map(_guarded, (_read(project, site, name).decode() for name in scripts)))
    all_scripts = script + "".join(_separate_scripts(site / project.languages[0] / "assets", scripts))
    words = set().union(*(page.words() for page in pages), SCRIPT_WORD.findall(all_scripts))
    css = "\n".join(SOURCE_MAP.sub("", _read(project, site, name).decode()) for name in sheets)
    if PALETTE_VARIABLE not in css:
        css += FIGURES
    sheet = _cached(
        cache,
        (css, *sorted(words)),
        lambda: styles.reduce(css, styles.Known(words, CLOSED)).encode(),
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
        tuple(sorted(set().union(*(ALONE.findall(page.html) for page in pages)))),
    )


def _separate_scripts(assets: Path, scripts: Collection[str]) -> Iterator[str]:
    """The scripts that are not joined, and the search worker: they, too, create elements with styles.

    scripts: those that are joined. They may lie there still, with words in their comments.
    """
    joined = {*assets.glob(f"{SCRIPT}*"), *assets.glob(BUNDLE), *(assets / name for name in scripts)}
    for path in sorted({*assets.glob("javascripts/**/*.js")} - joined):
        yield path.read_text("utf-8")


def _small(text: str, media_type: str) -> str:
    """A script or style sheet without comments and white space, unless it is small already."""
    text = SOURCE_MAP.sub("", text)
    return text if max(map(len, text.splitlines() or [""])) >= LONG_LINE else minify.string(media_type, text)


def _guarded(script: str) -> str:
    """Wrap a script so that its failure does not stop the following ones, as with separate files."""
    return f"try{{{_small(script, MEDIA_TYPES['.js'])}\n}}catch(e){{reportError(e)}}\n"


def _read(project: Project, site: Path, name: str) -> bytes:
    """A file of `assets/`: from the site, or, if it has been joined there before, from the theme."""
    folders = [site / language / "assets" for language in project.languages]
    folders += [project.theme / "overrides" / "assets", material_assets()]
    return next(folder / name for folder in folders if (folder / name).is_file()).read_bytes()


def _cached(folder: Path, inputs: Iterable[str], make: Callable[[], bytes]) -> bytes:
    """The cached result for these inputs, the code and the tools; `make` is called if there is none."""
    code = "".join(path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.py")))
    tools = (f"{name} {version(name)}" for name in TOOLS)
    cached = folder / hashlib.sha256("\0".join((code, *tools, *inputs)).encode()).hexdigest()
    if not cached.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        new = cached.with_suffix(".new")
        new.write_bytes(make())
        new.replace(cached)
    return cached.read_bytes()


def _named(start: str, end: str, content: bytes, contents: dict[str, bytes]) -> str:
    """Add a file to `contents` under a name with its hash, so that it can be cached. Returns the name."""
    name = f"{start}{hashlib.sha256(content).hexdigest()[:8]}{end}"
    contents[name] = content
    return name
