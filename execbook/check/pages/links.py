"""Links, anchors and images of the sources, in Markdown and in raw HTML.

A Markdown link goes from file to file; MkDocs rewrites it. Files that the site publishes above the languages
are linked relative to the language's folder: `../examples.json` from `about.md`. An address in raw HTML is
not rewritten, so it has to be relative to the built page: `activations/relu/index.html` for
`activations/relu.md`.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, did_you_mean
from execbook.sources.pages import Link, Page
from execbook.sources.places import lab_sources

EN, PAGES = "docs/en/part/halving.md", "docs/*/part/halving.md"

OTHER_IDS = re.compile(r"\{:?[^{}\n]*?#(?P<attribute>[\w.-]+)|\bid\s*=\s*[\"'](?P<html>[^\"']+)")
IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
SCHEMES = ("http", "https", "mailto")


@rule("broken-link", "Every link leads to a file.", Break(EN, "../index.md#home", "../nope.md"))
@rule(
    "broken-anchor",
    "Every link to a part of a page leads to an id that exists.",
    Break(EN, "#home", "#nope"),
)
@rule("broken-image", "Every image exists.", Break(PAGES, "[1]", "![x](no.svg) [1]"))
@rule(
    "absolute-link",
    "Links between pages are relative, so that the site can move.",
    Break(EN, "../index.md#home", "/en/"),
)
def links(book: Book) -> Iterator[Problem]:
    project = book.project
    figures = {example_id: len(record.figures) for example_id, record in book.records.items()}
    published = {"../examples.json", "../build.json", *(f"{key}.ipynb" for key in lab_sources(project))}
    published.update(
        f"../{path.relative_to(project.root).as_posix()}" for path in project.snippets.rglob("*.py")
    )
    theme = project.theme / "overrides"  # MkDocs publishes its assets beside the pages of each language
    published.update(
        path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*") if path.is_file()
    )
    for language, own in book.pages.items():
        folder = project.docs / language
        files = published | {
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.is_file() and not path.is_symlink()
        }
        ids = {f"{key}.md": _ids(page, figures) for key, page in own.items()}
        for page in own.values():
            place = Path(f"{page.key}.md").as_posix()
            for link in page.links:
                yield from _link(page, place, link, files, ids)


def _ids(page: Page, figures: Mapping[str, int]) -> set[str]:
    """All ids of the built page that come from its source."""
    ids = {match["attribute"] or match["html"] for match in OTHER_IDS.finditer(page.source)}
    ids.update(heading.id for heading in page.headings if heading.id)
    for example in page.examples:
        name = example.id.rsplit("/", 1)[-1]
        ids.add(f"example-{name}")
        ids.update(f"figure-{name}-{number + 1}" for number in range(figures.get(example.id, 0)))
    return ids


def _link(
    page: Page, place: str, link: Link, files: set[str], ids: Mapping[str, set[str]]
) -> Iterator[Problem]:
    def problem(message: str, cure: str, rule: str) -> Problem:
        return Problem(page.name, link.line, message, cure, rule)

    target = link.target
    try:
        parts = urlsplit(target)
    except ValueError:
        yield problem(f"{target!r} is not a valid address", "correct it", "broken-link")
        return
    asset = link.kind == "image" or posixpath.splitext(parts.path)[1].lower() in IMAGES
    if parts.scheme in SCHEMES and (parts.netloc or parts.scheme == "mailto"):
        return
    if parts.scheme in ("javascript", "vbscript", "data"):
        return  # reported by the rule `raw-script`
    if parts.scheme or parts.netloc or target.startswith("/"):
        message = f"the address {target!r} is absolute, so it breaks when the site moves"
        cure = "write it relative to this page, for example ../activations/relu.md"
        yield problem(message, cure, "absolute-link")
        return
    if not target or target == "#":
        yield problem("a link leads nowhere", "give it a target", "broken-link")
        return
    if link.kind == "html":
        found = _file_of_address(place, parts.path, files) if parts.path else place
    else:
        found = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(parts.path)))
        found = found if parts.path else place
    if found not in files:
        name = posixpath.basename(found)
        near = sorted(file for file in files if posixpath.basename(file) == name)
        cure = f"did you mean {near[0]!r}?" if near else "correct the address, or create the file"
        if link.kind != "html" and (f"{found}.md" in files or f"{found}/index.md" in files):
            cure = "link to the .md file"
        rule = "broken-image" if asset else "broken-link"
        yield problem(f"{target!r} leads to no file", cure, rule)
    elif parts.fragment and found in ids and unquote(parts.fragment) not in ids[found]:
        message = f"{found} has no element with the id {parts.fragment!r}"
        yield problem(message, did_you_mean(parts.fragment, sorted(ids[found]), "ids"), "broken-anchor")


def _file_of_address(place: str, path: str, files: set[str]) -> str:
    """The source file that is published at an address relative to the built page of `place`."""
    stem = place.removesuffix(".md")
    here = posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem
    found = posixpath.normpath(posixpath.join(here or ".", unquote(path)))
    if path.endswith("/") or found == ".":
        candidates = [posixpath.normpath(f"{found}/index.md"), f"{found}.md"]
        return next((name for name in candidates if name in files), found)
    return found.removesuffix("/index.html") + ".md" if found.endswith("/index.html") else found
