"""Whether each section is unchanged since the languages were accepted as equal."""

from collections.abc import Iterator, Mapping, Sequence

from execbook.book import Book
from execbook.check.rules import publishing_rule
from execbook.languages.translations import texts
from execbook.languages.translations.compare import Finding, compare
from execbook.languages.translations.moves import carried
from execbook.languages.translations.normal import difference
from execbook.languages.translations.sections import START, Section, page_of, read_sections
from execbook.languages.translations.texts import COMMAND, Entry, name_of
from execbook.problems import Problem
from execbook.project import Project

MAX_DIFF_LINES = 24
"""Lines of a difference that are shown."""


@publishing_rule("translation-text", "The accepted texts of the translations are valid.")
@publishing_rule("translation-new", "Every section was accepted as equal in all languages.", house=True)
@publishing_rule("translation-moved", "Accepted texts have the present names of their pages.", house=True)
@publishing_rule("translation-gone", "Every accepted section exists.", house=True)
@publishing_rule(
    "translation-missing",
    "Every section of a lab, and the beginning of every page, exists in all languages.",
    house=True,
)
@publishing_rule("translation-behind", "No language has changed alone.", house=True)
@publishing_rule(
    "translation-changed",
    "What has changed in all languages was accepted as equal again.",
    house=True,
)
def translations(book: Book) -> Iterator[Problem]:
    """Problems that the rules over sources report are not repeated: those run first.

    Of a page whose accepted texts are invalid only that is reported. A book without accepted texts has
    nothing to check.
    """
    if len(book.project.languages) == 1 or not book.project.path(texts.FOLDER).is_dir():
        return
    entries, problems = book.once(texts.read)
    yield from problems
    invalid = {problem.path for problem in problems}
    sections, languages = read_sections(book), book.project.languages
    entries, moves = carried(entries, sections, languages)
    yield from _moved(book.project, moves)
    findings = [
        one
        for one in compare(sections, entries, languages)
        if name_of(book.project, page_of(one.key)) not in invalid
    ]
    new = {page_of(one.key) for one in findings} - {page_of(key) for key in entries}
    reported: set[str] = set()
    for one in findings:
        page = page_of(one.key)
        if not one.sections:
            yield _gone(book.project, one.key, one.entry)
        elif not one.is_whole:
            yield from _missing(one)
        elif page in new:
            if page not in reported:
                yield _new(one, page)
                reported.add(page)
        elif one.entry is None:
            yield _new(one, one.key)
        else:
            yield from _changed(one, one.entry)


def status(book: Book) -> list[str]:
    """The sections that may differ, with their reasons, and the problems that the rules find."""
    entries, _ = book.once(texts.read)
    lines = [
        f"{key}: {' and '.join(one.behind)} may differ: {one.reason}"
        for key, one in entries.items()
        if one.behind
    ]
    lines += map(str, translations(book))
    return lines or [f"{len(entries)} sections say the same in all languages"]


def _moved(project: Project, moves: Mapping[str, str]) -> Iterator[Problem]:
    """One problem for each page that has moved, and for each section that has moved alone."""
    reported: set[tuple[str, str]] = set()
    for former, present in moves.items():
        old, new = page_of(former), page_of(present)
        pair = (former, present) if old == new else (old, new)
        if pair not in reported:
            reported.add(pair)
            message = f"{pair[0]} is {pair[1]} now, and what was accepted of it lies under the former name"
            yield Problem(
                name_of(project, old), 0, message, f"run `{COMMAND} --new` to move it", "translation-moved"
            )


def _gone(project: Project, key: str, entry: Entry | None) -> Problem:
    cure = f"run `{COMMAND} {key}` to remove it"
    message = f"the section {key} no longer exists"
    line = entry.line if entry else 0
    return Problem(name_of(project, page_of(key)), line, message, cure, "translation-gone")


def _missing(one: Finding) -> Iterator[Problem]:
    """Only of labs and beginnings of pages: `pairs` compares headings, and configurations may inherit."""
    if not (page_of(one.key).endswith("/lab") or one.key.endswith(START)):
        return
    for section in one.sections.values():
        absent = ", ".join(language for language in one.languages if language not in one.sections)
        message, cure = f"there is no {one.key} in {absent}", "write it there too, or remove it"
        yield Problem(section.name, section.line, message, cure, "translation-missing")


def _new(one: Finding, key: str) -> Problem:
    ours, *others = (one.sections[language] for language in one.languages)
    message = f"{key} was never accepted as equal in {ours.name} and {_places(others)}"
    cure = f"if {_all(others)} say the same, run `{COMMAND} {key}`"
    return Problem(ours.name, ours.line, message, cure, "translation-new")


def _changed(one: Finding, entry: Entry) -> Iterator[Problem]:
    shown = "".join(f"\n    {line}" for language in one.changed for line in changes_in(one, entry, language))
    lead = one.sections[(*one.changed, *one.languages)[0]]
    for late in (one.sections[language] for language in one.behind):
        message = f"{one.key} is behind {lead.name}:{lead.line}, which has changed"
        cure = (
            f"translate the change, then run `{COMMAND} {one.key}`; if the meaning is the same, add --same; "
            f'if they are to differ for now, add --reason "why"{shown}'
        )
        yield Problem(late.name, late.line, message, cure, "translation-behind")
    if one.behind:
        return
    ours, *others = (one.sections[language] for language in one.languages)
    changed = " and ".join(one.changed)
    message = f"{one.key} has changed in {changed} (here and in {_places(others)})"
    cure = f"if {_all(others)} say the same now, run `{COMMAND} {one.key}`{shown}"
    yield Problem(ours.name, ours.line, message, cure, "translation-changed")


def _places(sections: Sequence[Section]) -> str:
    return " and ".join(f"{one.name}:{one.line}" for one in sections)


def _all(others: Sequence[Section]) -> str:
    return "both" if len(others) == 1 else "all"


def changes_in(one: Finding, entry: Entry, language: str) -> list[str]:
    """What changed in one language since it was last equal to the others."""
    section = one.sections[language]
    place = f"{section.name}:{section.line}"
    lines = difference(entry.texts[language], section.text).split("\n")
    more = [f"… and {len(lines) - MAX_DIFF_LINES} lines more"] if len(lines) > MAX_DIFF_LINES else []
    return [f"changed in {place}:", *lines[:MAX_DIFF_LINES], *more]
