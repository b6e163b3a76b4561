"""Whether each section is unchanged since both languages were accepted as equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from execbook.book import Book
from execbook.check.rules import Stage, rule
from execbook.languages.translations import texts
from execbook.languages.translations.compare import Finding, compare, other
from execbook.languages.translations.moves import carried
from execbook.languages.translations.normal import difference
from execbook.languages.translations.sections import START, page_of, read_sections
from execbook.languages.translations.texts import COMMAND, Entry, name_of
from execbook.problems import Problem
from execbook.project import LANGUAGES

MAX_DIFF_LINES = 24
"""Lines of a difference that are shown."""


@rule("translation-text", "The accepted texts of the translations are valid.", stage=Stage.PUBLISHING)
@rule("translation-new", "Every section was accepted as equal in all languages.", stage=Stage.PUBLISHING)
@rule("translation-moved", "Accepted texts have the present names of their pages.", stage=Stage.PUBLISHING)
@rule("translation-gone", "Every accepted section exists.", stage=Stage.PUBLISHING)
@rule(
    "translation-missing",
    "Every section of a lab, and the beginning of every page, exists in all languages.",
    stage=Stage.PUBLISHING,
)
@rule("translation-behind", "No language has changed alone.", stage=Stage.PUBLISHING)
@rule(
    "translation-changed",
    "What has changed in all languages was accepted as equal again.",
    stage=Stage.PUBLISHING,
)
def translations(book: Book) -> Iterator[Problem]:
    """Problems that the rules over sources report are not repeated: those run first.

    Of a page whose accepted texts are invalid only that is reported.
    """
    entries, problems = book.once(texts.read)
    yield from problems
    invalid = {problem.path for problem in problems}
    sections = read_sections(book)
    entries, moves = carried(entries, sections)
    yield from _moved(moves)
    findings = [one for one in compare(sections, entries) if name_of(page_of(one.key)) not in invalid]
    new = {page_of(one.key) for one in findings} - {page_of(key) for key in entries}
    reported: set[str] = set()
    for one in findings:
        page = page_of(one.key)
        if not one.sections:
            yield _gone(one.key, one.entry)
        elif not one.is_whole:
            yield from _missing(one)
        elif page in new:
            if page not in reported:
                yield _new(one, page)
                reported.add(page)
        elif one.entry is None:
            yield _new(one, one.key)
        else:
            yield _changed(one, one.entry)


def status(book: Book) -> list[str]:
    """The sections that may differ, with their reasons, and the problems that the rules find."""
    entries, _ = book.once(texts.read)
    lines = [f"{key}: {one.behind} may differ: {one.reason}" for key, one in entries.items() if one.behind]
    lines += map(str, translations(book))
    return lines or [f"{len(entries)} sections say the same in both languages"]


def _moved(moves: Mapping[str, str]) -> Iterator[Problem]:
    """One problem for each page that has moved, and for each section that has moved alone."""
    reported: set[tuple[str, str]] = set()
    for former, present in moves.items():
        old, new = page_of(former), page_of(present)
        pair = (former, present) if old == new else (old, new)
        if pair not in reported:
            reported.add(pair)
            message = f"{pair[0]} is {pair[1]} now, and what was accepted of it lies under the former name"
            yield Problem(name_of(old), 0, message, f"run `{COMMAND} --new` to move it", "translation-moved")


def _gone(key: str, entry: Entry | None) -> Problem:
    cure = f"run `{COMMAND} {key}` to remove it"
    message = f"the section {key} no longer exists"
    line = entry.line if entry else 0
    return Problem(name_of(page_of(key)), line, message, cure, "translation-gone")


def _missing(one: Finding) -> Iterator[Problem]:
    """Only of labs and beginnings of pages: `pairs` compares headings, and configurations may inherit."""
    if not (page_of(one.key).endswith("/lab") or one.key.endswith(START)):
        return
    for section in one.sections.values():
        cure = "write it in the other language too, or remove it"
        yield Problem(
            section.name, section.line, f"only one language has {one.key}", cure, "translation-missing"
        )


def _new(one: Finding, key: str) -> Problem:
    ours, theirs = (one.sections[language] for language in LANGUAGES)
    return Problem(
        ours.name,
        ours.line,
        f"{key} was never accepted as equal in {ours.name} and {theirs.name}:{theirs.line}",
        f"if both say the same, run `{COMMAND} {key}`",
        "translation-new",
    )


def _changed(one: Finding, entry: Entry) -> Problem:
    shown = "".join(f"\n    {line}" for language in one.changed for line in changes_in(one, entry, language))
    if one.behind:
        late, lead = one.sections[one.behind], one.sections[other(one.behind)]
        return Problem(
            late.name,
            late.line,
            f"{one.key} is behind {lead.name}:{lead.line}, which has changed",
            f"translate the change, then run `{COMMAND} {one.key}`; if the meaning is the same, add --same; "
            f'if the two are to differ for now, add --reason "why"{shown}',
            "translation-behind",
        )
    ours, theirs = (one.sections[language] for language in LANGUAGES)
    changed = " and ".join(one.changed)
    return Problem(
        ours.name,
        ours.line,
        f"{one.key} has changed in {changed} (here and in {theirs.name}:{theirs.line})",
        f"if both say the same now, run `{COMMAND} {one.key}`{shown}",
        "translation-changed",
    )


def changes_in(one: Finding, entry: Entry, language: str) -> list[str]:
    """What changed in one language since it was last equal to the other."""
    section = one.sections[language]
    place = f"{section.name}:{section.line}"
    lines = difference(entry.texts[language], section.text).split("\n")
    more = [f"… and {len(lines) - MAX_DIFF_LINES} lines more"] if len(lines) > MAX_DIFF_LINES else []
    return [f"changed in {place}:", *lines[:MAX_DIFF_LINES], *more]
