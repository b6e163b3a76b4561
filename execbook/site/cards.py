"""The cards of a built site: one for every page with an `og:image`, drawn only if it is not cached."""

import hashlib
import html
import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from execbook.book import Book
from execbook.problems import Problem, ProblemError, UnplacedProblem
from execbook.project import Project
from execbook.site import card_drawing
from execbook.site.card_drawing import Card
from execbook.site.palettes import palettes
from execbook.sources.places import source_of

META = re.compile(r'<meta (?:property|name)="(?P<name>[\w:]+)" content="(?P<content>[^"]*)">')
EXAMPLE = re.compile(r'\sdata-example="([^"]+)"')
LOGO = "overrides/assets/favicon.svg"


def publish_cards(book: Book, site: Path, site_url: str) -> None:
    """Draw the cards that the pages of `site` refer to, or take them from `build/cache/cards`.

    Raises ProblemError for a title with a character that the font does not have.
    """
    project = book.project
    palette = palettes(project)["light"]
    logo = (project.theme / LOGO).read_text("utf-8") if (project.theme / LOGO).is_file() else ""
    svgs: dict[Path, str] = {}
    problems = []
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        meta = {match["name"]: html.unescape(match["content"]) for match in META.finditer(text)}
        if "og:image" not in meta:
            continue
        file = page.relative_to(site)
        if missing := card_drawing.missing_characters(
            meta["og:title"] + meta.get("article:section", "") + meta["og:site_name"]
        ):
            source = _source_of(project, file)
            message = f"the font of the cards has no {' '.join(missing)} for the title {meta['og:title']!r}"
            cure = "use other characters, or add them to the font in tools/make_fonts.py"
            problems.append(Problem(source, 0, message, cure, "card"))
            continue
        card = Card(
            title=meta["og:title"],
            section=meta.get("article:section", ""),
            site_name=meta["og:site_name"],
            description=meta["og:description"],
            figure=_first_figure(book, file.parts[0], EXAMPLE.findall(text)),
            hue=_hue(project, file),
            palette=palette,
            logo=logo,
        )
        svgs[site / meta["og:image"].removeprefix(site_url)] = card_drawing.svg_of(card)
    if problems:
        raise ProblemError(problems)
    _draw(project.build / "cache" / "cards", svgs)


def _draw(cache: Path, svgs: dict[Path, str]) -> None:
    """Write each drawing as a PNG. All other files of the cache are deleted."""
    cache.mkdir(parents=True, exist_ok=True)
    drawing_code = Path(card_drawing.__file__).read_bytes() + card_drawing.FONT.read_bytes()
    drawing_code += (version("resvg-py") + version("pillow")).encode()
    engine = hashlib.sha256(drawing_code)

    def draw(target: Path) -> str:
        key = engine.copy()
        key.update(svgs[target].encode())
        cached = cache / f"{key.hexdigest()[:32]}.png"
        try:
            drawn = cached.read_bytes()
        except FileNotFoundError:
            drawn = card_drawing.png_of(svgs[target])
            unfinished = cached.with_suffix(f".{os.getpid()}")
            unfinished.write_bytes(drawn)
            unfinished.replace(cached)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(drawn)
        return cached.name

    with ThreadPoolExecutor() as pool:
        used = set(pool.map(draw, svgs))
    for path in cache.glob("*.png"):
        if path.name not in used:
            path.unlink(missing_ok=True)


def _first_figure(book: Book, language: str, examples: list[str]) -> str | None:
    """The first figure of the first example that has one."""
    return next(_figures(book, language, examples), None)


def _figures(book: Book, language: str, examples: list[str]) -> Iterator[str]:
    for example_id in map(html.unescape, examples):
        try:
            if book.run(example_id).record.figures:
                yield book.svg(example_id, 0, language)
        except UnplacedProblem:  # reported by the rules over the built site
            continue


def _hue(project: Project, file: Path) -> int:
    """The number of the part's colour: its position among all parts."""
    parts = sorted(path.name for path in (project.docs / project.languages[0]).iterdir() if path.is_dir())
    part = file.parts[1] if len(file.parts) > 1 else ""
    return parts.index(part) % 10 if part in parts else 0


def _source_of(project: Project, file: Path) -> str:
    """The source of a page of the site, as problems name it."""
    page = project.docs / file.parent
    lab = source_of(project, file.parts[0], f"{'/'.join(file.parts[1:-1])}.ipynb")
    for candidate in (page.with_suffix(".md"), page / "index.md", lab):
        if candidate.is_file():
            return project.relative(candidate)
    return project.relative(project.docs / file)
