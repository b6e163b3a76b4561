"""Whether downloads exist and are intact: bundles, commands, sizes, `build.json`, notebooks for Colab."""

import json
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator

from execbook.built.html import Block, BuiltPage
from execbook.built.site import Site
from execbook.check.rules import Break, site_rule
from execbook.problems import Problem
from execbook.takeaway import build_facts
from execbook.takeaway.archives import SUMS, checksums
from execbook.takeaway.bundles import FOLDER
from execbook.takeaway.download_sizes import PLACEHOLDER, size

CURL = re.compile(r'curl -fO "(?P<before>[^"{}]*)(?:\{(?P<names>[^"{}]*)\}(?P<after>[^"{}]*))?"')
COLAB = re.compile(r"https://colab\.research\.google\.com/github/[^/]+/[^/]+/blob/notebooks/(?P<file>.+)")
REBUILD = "build again; if the problem persists, report it"
PAGE = "site/en/part/halving/index.html"
IN_THEME = "correct the template of the theme that writes it"


@site_rule(
    "sums",
    "Bundles can be unpacked, contain the site's own files, and their checksums are correct.",
    Break("site/downloads/SHA256SUMS", "book", "boek"),
)
def bundles(site: Site) -> Iterator[Problem]:
    packed = {}
    for file in sorted(site.files):
        if re.fullmatch(rf"{FOLDER}/[^/]+\.zip", file):
            packed[posixpath.basename(file)] = (site.root / file).read_bytes()
            yield from _bundle(site, file)
    listed = f"{FOLDER}/{SUMS}"
    if listed in site.files and (site.root / listed).read_text("utf-8") != checksums(packed):
        yield Problem(
            site.name(listed), 0, "does not match the checksums of the files beside it", REBUILD, "sums"
        )


@site_rule(
    "curl",
    "If pages offer a command for downloads, each with examples has one, for exactly their files.",
    Break(PAGE, "curl -fO", "wget"),
    house=True,
)
@site_rule("size", "A page states the actual sizes of its downloads.", Break(PAGE, ">1 KB<", ">2 KB<"))
@site_rule("colab", "Every notebook that a page opens in Colab exists.")
def offers(site: Site) -> Iterator[Problem]:
    offered = any(_commands_of(page) for page in site.pages.values())  # a theme need not have them
    for file, page in site.pages.items():
        if offered:
            yield from _commands(site, file, page)
        yield from _sizes(site, file)
        yield from _colab(site, file, page)


def _bundle(site: Site, file: str) -> Iterator[Problem]:
    def problem(message: str) -> Problem:
        return Problem(site.name(file), 0, message, REBUILD, "sums")

    try:
        with zipfile.ZipFile(site.root / file) as archive:
            contents = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError) as error:
        yield problem(f"cannot be unpacked: {error}")
        return
    listed = contents.pop(SUMS, b"").decode()
    if listed != (actual := checksums(contents)):
        wrong = sorted(line[66:] for line in {*listed.splitlines()} ^ {*actual.splitlines()})
        yield problem(f"its {SUMS} does not match {wrong[0]!r}")
    for name, content in contents.items():
        source = re.sub(r"^notebooks/(\w+)/(.+)/lab\.ipynb$", r"\1/\2/lab/lab.ipynb", name)
        if name.startswith(("snippets/", "notebooks/")) and (
            source not in site.files or (site.root / source).read_bytes() != content
        ):
            yield problem(f"its {name!r} is not the site's {source!r}")


def _commands(site: Site, file: str, page: BuiltPage) -> Iterator[Problem]:
    """If pages offer a command for downloads, each with examples has one, for exactly their files."""
    book = site.book
    known = [example.id for example in page.examples if example.id in book.snippets]
    wanted = {book.shown(example_id, page.language).address for example_id in known}
    commands = _commands_of(page)
    if wanted and not commands:
        yield Problem(site.name(file), 0, "has no command that downloads its examples", IN_THEME, "curl")
    for block in commands:
        found = [site.target(file, url).file for url in _addresses(block.text)]
        files = {one for one in found if one is not None}
        message = ""
        if not found:
            message = f"{block.text.strip()!r} is not a command of the expected form"
        elif None in found:
            message = f"{block.text.strip()!r} names a file that the site does not have"
        elif wanted and files != wanted:
            message = f"page and command differ in {sorted(files ^ wanted)[0]!r}"
        elif len({posixpath.basename(one) for one in files}) < len(found):
            message = f"{block.text.strip()!r} downloads two files of the same name"
        if message:
            yield Problem(site.name(file), block.line, message, IN_THEME, "curl")


def _commands_of(page: BuiltPage) -> list[Block]:
    return [block for block in page.blocks if block.text.startswith("curl ")]


def _addresses(command: str) -> list[str]:
    """The addresses that a command downloads; none if it is not of the expected form."""
    match = CURL.fullmatch(command.strip())
    if not match:
        return []
    names = match["names"].split(",") if match["names"] is not None else [""]
    return [f"{match['before']}{name}{match['after'] or ''}" for name in names]


def _colab(site: Site, file: str, page: BuiltPage) -> Iterator[Problem]:
    """Each link to Colab opens a notebook that the build wrote for the published branch."""
    for reference in page.references:
        match = COLAB.fullmatch(reference.url)
        if match and not (site.book.project.notebooks / match["file"]).is_file():
            message = f"opens {match['file']!r} in Colab, which does not exist"
            yield Problem(site.name(file), reference.line, message, "build again", "colab")


def _sizes(site: Site, file: str) -> Iterator[Problem]:
    text = (site.root / file).read_text("utf-8", errors="replace")
    for match in PLACEHOLDER.finditer(text):
        offered = match["file"]
        expected = (
            size((site.root / offered).stat().st_size) if offered in site.files else "a file of the site"
        )
        if (stated := match[0].removeprefix(match["start"])) != expected:
            message = f"states the size of {offered!r} as {stated!r}; it is {expected}"
            yield Problem(site.name(file), text.count("\n", 0, match.start()) + 1, message, REBUILD, "size")


@site_rule(
    "build-json",
    "`build.json` describes the contents of the site.",
    Break("site/build.json", '"examples": 1', '"examples": 2'),
)
def build_json(site: Site) -> Iterator[Problem]:
    name = build_facts.NAME
    if name not in site.files:
        return  # reported by the rules over pages
    try:
        facts = json.loads((site.root / name).read_text("utf-8"))
        shown = dict(facts["languages"])
    except (ValueError, TypeError, KeyError) as error:
        yield Problem(site.name(name), 0, f"does not describe a build: {error!r}", REBUILD, "build-json")
        return
    for language in site.book.project.languages:
        pages = [
            page
            for file, page in site.pages.items()
            if file.startswith(f"{language}/") and not file.endswith("/404.html") and not page.redirects
        ]
        counts = {
            "pages": len(pages),
            "examples": len({example.id for page in pages for example in page.examples}),
        }
        if shown.get(language) != counts:
            message = f"states {shown.get(language)} for {language}; there are {counts}"
            yield Problem(site.name(name), 0, message, REBUILD, "build-json")
