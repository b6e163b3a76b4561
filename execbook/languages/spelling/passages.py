"""The texts that readers see: pages, labels of figures, labs, settings, the theme."""

import functools
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from execbook.book import Book
from execbook.languages.terms import DEFINITIONS, definitions
from execbook.languages.translations.sections import (
    CELL,
    CONFIGURATION,
    HINT,
    SETTING,
    page_of,
    read_sections,
)
from execbook.project import Project
from execbook.sources import comments
from execbook.sources.pages import Page, parse_page
from execbook.sources.places import lab_sources

SHOWN_SETTINGS = re.compile(r"(?:title|description|tags):(?P<text>.*)")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
PHRASE = re.compile(r'"([A-Z][A-Za-z ,.;:!?’-]*)"')
"""English text in a template or a script, as opposed to a name."""
HANGUL = re.compile("[가-힣]")
LATIN = re.compile("[A-Za-z]+")
CODE = re.compile(r"[A-Za-z][\w.]*(?:[_.=(]\w|\()[\w.()=\"']*")
MATH = re.compile(r"\$[^$]*\$")
THEME = ("overrides/**/*.html", "overrides/assets/javascripts/*.js")


class Passage(NamedTuple):
    """Text in one line of a file. source: the line in the file, with the same columns.

    language: of the page; the text may also contain words of the other language.
    """

    name: str
    line: int
    language: str
    text: str
    source: str


def passages(book: Book) -> Iterator[Passage]:
    """All passages of the book."""
    project = book.project
    for page in book.all_pages():
        yield from _settings(page)
        yield from _prose(page)
    yield from _labels(project)
    yield from _comments(book)
    for definition in book.once(definitions):
        for language, text in definition.sentences.items():
            yield Passage(project.named(DEFINITIONS), definition.line, language, text, text)
    for path in lab_sources(project).values():
        key = str(path), path.read_bytes()
        yield from book.memo("lab-passages").get(key, functools.partial(_passages_of_lab, project, path))
    for key, section in read_sections(book).items():
        if page_of(key) == CONFIGURATION:
            for language, one in section.items():
                yield Passage(one.name, one.line, language, one.text, one.text)
    for pattern in THEME:
        for path in sorted(project.theme.glob(pattern)):
            yield from _theme(project, path)


def _prose(page: Page, first: int = 0) -> Iterator[Passage]:
    lines = page.source.split("\n")
    for prose in page.prose:
        yield Passage(page.name, first + prose.line, page.language, prose.text, lines[prose.line - 1])


def _settings(page: Page) -> Iterator[Passage]:
    for number, line in enumerate(page.source.split("\n")[: page.body - 1], 1):
        if match := SHOWN_SETTINGS.match(line):
            yield Passage(page.name, number, page.language, match["text"], match["text"])


def _labels(project: Project) -> Iterator[Passage]:
    """Labels, in the language that has no catalogue, and their translations."""
    catalogues = {one: path for one in project.languages if (path := project.labels(one)).is_file()}
    original = next((one for one in project.languages if one not in catalogues), project.languages[0])
    for translated, path in catalogues.items():
        name = path.relative_to(project.root).as_posix()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            texts = QUOTED.findall(line)
            if len(texts) == 2 and not line.startswith(("#", "[")):
                for language, text in zip((original, translated), texts, strict=True):
                    text = MATH.sub(" ", text)
                    yield Passage(name, number, language, text, text)


def _comments(book: Book) -> Iterator[Passage]:
    """Translations of the snippets' comments, without the names that the original has too."""
    for (_, language), found in book.once(comments.load).items():
        for table, entries in found.tables.items():
            for text, translation in entries.items():
                own = LATIN.sub(
                    lambda name, text=text: " " * len(name[0]) if name[0] in text else name[0], translation
                )
                yield Passage(found.name, found.line(text, table), language, own, translation)


def _passages_of_lab(project: Project, path: Path) -> list[Passage]:
    return list(_lab(project, path))


def _lab(project: Project, path: Path) -> Iterator[Passage]:
    """Markdown as on a page, hints, and string literals in the code of cells of one language."""
    name = path.relative_to(project.root).as_posix()
    lines = path.read_text("utf-8").splitlines()
    cells = {number: cell for number, line in enumerate(lines) if (cell := CELL.fullmatch(line))}
    for start, end in pairwise([*cells, len(lines)]):
        cell = cells[start]
        settings = {m["name"]: m["value"] for m in SETTING.finditer(cell["settings"])}
        body = lines[start + 1 : end]
        if "wrong" in settings:
            yield from _hints(name, body, start + 2)
        if (language := settings.get("lang")) not in project.languages:
            continue
        if cell["markdown"]:
            source = "\n".join(line.removeprefix("#").removeprefix(" ") for line in body)
            yield from _prose(parse_page(source, path, name, language, ""), start + 1)
        else:
            for number, line in enumerate(body, start + 2):
                for text in QUOTED.findall(line):
                    yield Passage(name, number, language, text, text)


def _hints(name: str, body: list[str], first: int) -> Iterator[Passage]:
    source = "".join(f"{line}\n" for line in body)
    for match in HINT.finditer(source):
        start = first + source.count("\n", 0, match.start())
        for number, said in enumerate(match["text"].split("\n#   "), start):
            text = CODE.sub(lambda code: " " * len(code[0]), said)
            yield Passage(name, number, match["language"], text, said)


def _theme(project: Project, path: Path) -> Iterator[Passage]:
    """Texts of files that contain Korean; the others have no texts for readers."""
    name = path.relative_to(project.root).as_posix()
    text = path.read_text("utf-8")
    for number, line in enumerate(text.splitlines() if HANGUL.search(text) else (), 1):
        for words in QUOTED.findall(line):
            if HANGUL.search(words):
                yield Passage(name, number, "ko", re.sub("[A-Za-z]", " ", words), words)  # without HTML tags
        for words in PHRASE.findall(line):
            yield Passage(name, number, "en", words, words)
