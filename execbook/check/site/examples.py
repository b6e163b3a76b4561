"""Whether the site shows exactly what was run: code, output, figures, downloads and `examples.json`."""

import json
import posixpath
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from execbook.book import Book
from execbook.book.turned import figures_shown
from execbook.built.html import BuiltExample
from execbook.built.site import Site, built_file
from execbook.check.rules import Break, site_rule
from execbook.figures.shown.standalone import standalone
from execbook.problems import Problem
from execbook.records.store import Record, for_browsers
from execbook.sources.pages import Example

PAGE = "site/en/part/halving/index.html"
REBUILD = "build again; if the problem persists, report it"


@site_rule(
    "example-missing",
    "A built page shows the examples that its source names.",
    Break(PAGE, 'data-example="part/halving"'),
)
@site_rule("example-differs", "A built page shows exactly what was run.", Break(PAGE, "4 steps", "5 steps"))
@site_rule(
    "download",
    "The files to download are those that were run.",
    Break("site/snippets/part/halving.py", "plt.show()", "plt.show( )"),
)
@site_rule(
    "examples-json",
    "`examples.json` agrees with the records.",
    Break("site/examples.json", "4 steps", "5 steps"),
)
def examples(site: Site) -> Iterator[Problem]:
    pages: dict[str, dict[str, list[str]]] = {}
    for page in site.book.all_pages():
        file = built_file(page.language, page.key)
        if file not in site.pages:
            continue
        built = site.pages[file].examples
        if [example.id for example in built] != [example.id for example in page.examples]:
            message = (
                f"shows the examples {[e.id for e in built]}, but {page.name} names "
                f"{[e.id for e in page.examples]}"
            )
            yield Problem(site.name(file), 0, message, REBUILD, "example-missing")
        else:
            for asked, shown in zip(page.examples, built, strict=True):
                yield from _example(site, file, page.language, asked, shown)
        yield from _values(site, file)
        address = file.removesuffix("index.html")
        for example_id in dict.fromkeys(example.id for example in built):
            pages.setdefault(example_id, {language: [] for language in site.book.project.languages})[
                page.language
            ].append(address)
    yield from _downloads(site)
    yield from _published(site, pages)


def _example(site: Site, file: str, language: str, asked: Example, shown: BuiltExample) -> Iterator[Problem]:
    record = site.book.records.get(asked.id)
    if asked.id not in site.book.snippets or record is None:
        return  # reported by the rules over sources
    snippet = site.book.shown(asked.id, language)
    if asked.region and asked.region not in snippet.regions:
        return

    def differs(what: str, expected: str, found: str) -> Problem:
        message = f"the {what} of {asked.id} differs from the run: {_difference(expected, found)}"
        return Problem(site.name(file), shown.line, message, REBUILD, "example-differs")

    parts = asked.show or ("code", "output", "figures")
    expected = snippet.text(asked.region) if "code" in parts else ""
    if shown.code.rstrip("\n") != expected.rstrip("\n"):  # the highlighter may add a line break
        yield differs("code", expected, shown.code)
    elif "code" in parts and shown.copied_text != snippet.source:
        yield differs("text to copy", snippet.source, shown.copied_text)
    expected = record.output if "output" in parts else ""
    if shown.output != expected:
        yield differs("output", expected, shown.output)
    expected_figures = figures_shown(site.book, record) if "figures" in parts else 0
    if shown.figures != expected_figures:
        yield differs("number of figures", f"{expected_figures} figures", f"{shown.figures} figures")
    wanted = snippet.address
    if "code" in parts and (shown.download is None or site.target(file, shown.download).file != wanted):
        yield differs("download", wanted, str(shown.download))


def _values(site: Site, file: str) -> Iterator[Problem]:
    """Bound values have their origin in `title`, such as `activations/relu: slope_at_zero`."""
    for title, found, line in site.pages[file].values:
        example_id, _, name = title.partition(": ")
        if example_id in site.book.records and found != str(
            expected := site.book.records[example_id].values.get(name)
        ):
            message = f"the value {title} is {found}, but the run recorded {expected}"
            yield Problem(site.name(file), line, message, REBUILD, "example-differs")


def _difference(expected: str, found: str) -> str:
    """The first line in which two texts differ."""
    lines = unified_diff(expected.splitlines(), found.splitlines(), lineterm="", n=0)
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    return "; ".join(changed[:2]) or "white space at the end"


def _downloads(site: Site) -> Iterator[Problem]:
    expected = {
        address: snippet
        for example_id in site.book.snippets
        for address, snippet in site.book.editions(example_id).items()
    }
    for file, snippet in expected.items():
        if file not in site.files:
            yield Problem(site.name(file), 0, "is missing, so it cannot be downloaded", REBUILD, "download")
        elif (site.root / file).read_bytes() != snippet.source.encode():
            source = site.book.project.relative(snippet.path)
            yield Problem(site.name(file), 0, f"is not the file that was run, {source}", REBUILD, "download")
    for file in sorted(site.files):
        if file.startswith("snippets/") and file not in expected:
            yield Problem(site.name(file), 0, "has no source", REBUILD, "download")


def _published(site: Site, pages: dict[str, dict[str, list[str]]]) -> Iterator[Problem]:
    file = "examples.json"
    if file not in site.files:
        return  # reported by the rules over pages
    try:
        entries = {entry["id"]: entry for entry in json.loads((site.root / file).read_text("utf-8"))}
    except (ValueError, TypeError, KeyError) as error:
        yield Problem(site.name(file), 0, f"is not a list of examples: {error!r}", REBUILD, "examples-json")
        return
    for example_id in sorted(pages.keys() | entries.keys()):
        record = site.book.records.get(example_id)
        if example_id not in entries or record is None or example_id not in pages:
            where = "is missing" if example_id not in entries else "is listed, but no page shows it"
            yield Problem(site.name(file), 0, f"the example {example_id} {where}", REBUILD, "examples-json")
            continue
        for name, expected in _entry(site.book, record, pages[example_id]).items():
            if entries[example_id].get(name) != expected:
                message = f"{example_id} has a different {name!r} here than in its record"
                yield Problem(site.name(file), 0, message, REBUILD, "examples-json")
        for figures in entries[example_id].get("figures", {}).values():
            for figure in figures:
                drawn = str(figure.get("file"))
                original = site.book.store.folder_of(record.key) / posixpath.basename(drawn)
                if drawn not in site.files or not _same_drawing(site.root / drawn, original):
                    message = f"the figure {drawn!r} of {example_id} is missing or not that of the run"
                    yield Problem(site.name(file), 0, message, REBUILD, "examples-json")


def _same_drawing(published: Path, original: Path) -> bool:
    """Whether the file is the run's figure, with its colours filled in."""
    return original.is_file() and published.read_text("utf-8") == standalone(original.read_text("utf-8"))


def _entry(book: Book, record: Record, pages: dict[str, list[str]]) -> dict:
    return {
        "source": record.source,
        "source_sha256": record.source_sha256,
        "files": {language: book.shown(record.id, language).address for language in book.project.languages},
        "output": record.output,
        "values": json.loads(json.dumps(for_browsers(record.values))),
        "pages": pages,
        "seconds": record.seconds,
        "ran_at": record.ran_at,
        "versions": dict(record.versions),
        "platform": record.platform,
    }
