"""The units of translation: sections of pages and labs, and texts of the configurations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from execbook.book import Book
from execbook.languages.translations.normal import normalised
from execbook.problems import ProblemError
from execbook.project import Project
from execbook.sources.pages import Page
from execbook.sources.places import lab_sources

SETTINGS, START = ":settings", ":start"
"""Suffixes of keys for the front matter and for the text before the first heading."""
CONFIGURATION = "mkdocs"
SITE_TEXTS = ("site_name", "site_description", "copyright")
HEADING_ID = re.compile(r"[ ]*\{:?[ ]*#[\w-]+[ ]*\}[ ]*$")
CELL = re.compile(r"# %%(?P<markdown> \[markdown\])?(?P<settings>.*)")
SETTING = re.compile(r'(?P<name>\w+)="(?P<value>[^"]*)"')
HINT = re.compile(r"^# (?P<language>[a-z]{2}): (?P<text>.*(?:\n#   .*)*)\n", re.MULTILINE)
"""What the cell of a wrong answer tells the reader who makes it."""


@dataclass(frozen=True)
class Section:
    """One section in one language.

    key: the same in both languages: `training/xor#notice`, `training/xor:settings`, `regression/lab#l2`.
    name, line: the file, as problems name it, and the first line. text: normalised.
    """

    key: str
    name: str
    line: int
    text: str


Sections = Mapping[str, Mapping[str, Section]]
"""By key and language."""


def page_of(key: str) -> str:
    """The page, lab or configuration that a section belongs to."""
    return re.split("[#:]", key, maxsplit=1)[0]


def read_sections(book: Book) -> Sections:
    """All sections of the book, sorted by key."""
    found: dict[str, dict[str, Section]] = {}
    for page in book.all_pages():
        for section in _of_page(page):
            found.setdefault(section.key, {})[page.language] = section
    for language in book.project.languages:
        for section in (*_of_labs(book.project, language), *_of_configuration(book, language)):
            found.setdefault(section.key, {})[language] = section
    return dict(sorted(found.items()))


def _of_page(page: Page) -> Iterator[Section]:
    settings = "\n".join(f"{name}: {value}" for name, value in sorted(page.meta.items())).split("\n")
    yield Section(page.key + SETTINGS, page.name, 1, normalised((line, True) for line in settings))
    code = {n for fence in page.fences for n in range(fence.line, (fence.last or fence.line) + 1)}
    lines = page.source.split("\n")
    starts = {page.body: START} | {h.line: f"#{h.id}" for h in page.headings if h.id}
    for (start, suffix), end in zip(starts.items(), [*list(starts)[1:], len(lines) + 1], strict=True):
        numbers = range(start, end)
        text = normalised(
            (HEADING_ID.sub("", lines[n - 1]) if n == start else lines[n - 1], n in code) for n in numbers
        )
        if text:
            yield Section(page.key + suffix, page.name, start, text)


def _of_labs(project: Project, language: str) -> Iterator[Section]:
    """Sections of the cells in this language; code cells belong to the section before them."""
    for page, path in lab_sources(project).items():
        texts: dict[str, list[tuple[str, bool]]] = {}
        lines: dict[str, int] = {}
        section, selected, is_code = "", False, False
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if cell := CELL.fullmatch(line):
                settings = {match["name"]: match["value"] for match in SETTING.finditer(cell["settings"])}
                section = settings.get("section", section)
                selected, is_code = settings.get("lang") == language, not cell["markdown"]
                if selected:
                    lines.setdefault(section, number)
            elif selected:
                text = line if is_code else line.removeprefix("#")
                texts.setdefault(section, []).append((text, is_code))
        name = path.relative_to(project.root).as_posix()
        for section, text in texts.items():
            yield Section(f"{page}#{section}", name, lines[section], normalised(text))


def _of_configuration(book: Book, language: str) -> Iterator[Section]:
    """Name, description and copyright notice of the site, and the titles in its navigation."""
    try:
        one = book.configurations[language]
    except ProblemError:
        return  # a rule reports it
    for setting in SITE_TEXTS:
        if text := one.texts.get(setting):
            yield Section(
                f"{CONFIGURATION}:{setting}", one.name, text.line, normalised([(text.value, False)])
            )
    if one.titles:
        yield Section(f"{CONFIGURATION}:nav", one.name, one.nav_line, "\n".join(one.titles))
