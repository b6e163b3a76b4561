"""Whether each section still says what it said when both languages were declared equal."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.languages.translations import texts
from execbook.languages.translations.compare import Finding, compare, other
from execbook.languages.translations.normal import difference
from execbook.languages.translations.sections import START, page_of, read_sections
from execbook.languages.translations.texts import COMMAND, name_of
from execbook.problems import Problem
from execbook.project import LANGUAGES, Project

LONGEST = 24
"""Lines of a difference that are shown."""


def check(project: Project) -> list[Problem]:
    """Sections that have changed since, are new, or are gone from the pages.

    What the rules over sources report is not reported again: those come first. Of a page whose accepted texts
    cannot be read that alone is reported.
    """
    entries, problems = texts.read(project)
    unread = {problem.path for problem in problems}
    findings = [
        one for one in compare(read_sections(project), entries) if name_of(page_of(one.key)) not in unread
    ]
    new = {page_of(one.key) for one in findings} - {page_of(key) for key in entries}
    told: set[str] = set()
    for one in findings:
        page = page_of(one.key)
        if not one.sections:
            problems.append(_gone(one))
        elif not one.is_whole:
            problems += _missing(one)
        elif page in new:
            if page not in told:
                problems.append(_new(one, page))
                told.add(page)
        elif one.entry is None:
            problems.append(_new(one, one.key))
        else:
            problems.append(_changed(one))
    return problems


def status(project: Project) -> list[str]:
    """The sections that may differ, with their reasons, and what `check` complains of."""
    entries, _ = texts.read(project)
    lines = [f"{key}: {one.behind} may differ: {one.reason}" for key, one in entries.items() if one.behind]
    lines += map(str, check(project))
    return lines or [f"{len(entries)} sections say the same in both languages"]


def _gone(one: Finding) -> Problem:
    cure = f"run `{COMMAND} {one.key}` to forget it, or `{COMMAND} --new` for all that are gone"
    message = f"there is no section {one.key} any more"
    return Problem(name_of(page_of(one.key)), one.entry.line, message, cure, "translation-gone")


def _missing(one: Finding) -> Iterator[Problem]:
    """A page's headings are compared elsewhere, and a configuration may inherit."""
    if not (page_of(one.key).endswith("/lab") or one.key.endswith(START)):
        return
    for section in one.sections.values():
        cure = "write it in the other language too, or take it out"
        yield Problem(
            section.name, section.line, f"only one language has {one.key}", cure, "translation-missing"
        )


def _new(one: Finding, key: str) -> Problem:
    ours, theirs = (one.sections[language] for language in LANGUAGES)
    return Problem(
        ours.name,
        ours.line,
        f"{key} was never declared equal in {ours.name} and {theirs.name}:{theirs.line}",
        f"if both say the same, run `{COMMAND} {key}`",
        "translation-new",
    )


def _changed(one: Finding) -> Problem:
    shown = "".join(f"\n    {line}" for language in one.changed for line in _shown(one, language))
    if one.behind:
        late, lead = one.sections[one.behind], one.sections[other(one.behind)]
        return Problem(
            late.name,
            late.line,
            f"{one.key} has not followed {lead.name}:{lead.line}, which has changed",
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


def _shown(one: Finding, language: str) -> list[str]:
    """What changed in one language since it was last equal to the other."""
    section = one.sections[language]
    place = f"{section.name}:{section.line}"
    lines = difference(one.entry.texts[language], section.text).split("\n")
    more = [f"… and {len(lines) - LONGEST} lines more"] if len(lines) > LONGEST else []
    return [f"changed in {place}:", *lines[:LONGEST], *more]
