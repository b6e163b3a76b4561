"""Declare sections equal, or let one language differ for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from execbook.languages.translations import texts
from execbook.languages.translations.compare import Finding, compare
from execbook.languages.translations.normal import fingerprint
from execbook.languages.translations.sections import page_of, read_sections
from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.project import LANGUAGES, Project


def accept(
    project: Project,
    keys: Iterable[str] = (),
    *,
    new: bool = False,
    same: bool = False,
    reason: str = "",
    behind: str = "",
) -> list[str]:
    """Keep what sections say now as accepted. Returns the keys of those that changed.

    keys: of sections, or of pages for all their sections; a page's path will do. new: also every section that
    was never declared equal, and forget those that are gone. same: both say the same although only one has
    changed. reason: why one language may differ; behind: which, where the changes do not tell.
    Raises ProblemError, and writes nothing, for an unknown key and for a section of which only one language
    has changed when neither `same` nor `reason` is given, and for a file of accepted texts that is at fault.
    """
    sections = read_sections(project)
    entries, problems = texts.read(project)
    if problems:
        raise ProblemError(problems)
    reason = " ".join(reason.split())
    wanted = [_key(key) for key in keys]
    _insist_known(wanted, sections.keys() | entries.keys())
    findings = [
        one
        for one in compare(sections, entries)
        if one.key in wanted
        or page_of(one.key) in wanted
        or (new and (one.entry is None or not one.sections))
    ]
    if reason:  # which may also be given to what is equal, or be another one than before
        found = {one.key for one in findings}
        findings += [
            Finding(key, sections[key], entries[key], ()) for key in wanted if key in sections.keys() - found
        ]
    if problems := [
        fault for one in findings for fault in _refusals(one, same=same, reason=reason, behind=behind)
    ]:
        raise ProblemError(problems)
    for one in findings:
        if not one.sections:
            del entries[one.key]
            continue
        said = {language: one.sections[language].text for language in LANGUAGES}
        if reason:  # the texts stay those from when both were last equal
            prints = {language: fingerprint(text) for language, text in said.items()}
            kept = one.entry.texts if one.entry else said
            entries[one.key] = texts.Entry(kept, behind or one.behind, reason, prints)
        else:
            entries[one.key] = texts.Entry(said)
    for page in {page_of(one.key) for one in findings}:
        texts.write(project, page, {key: one for key, one in entries.items() if page_of(key) == page})
    return [one.key for one in findings]


def _key(text: str) -> str:
    """The key that a path such as `docs/ko/training/xor.md` stands for; others as they are."""
    text = text.removeprefix("./")
    for language in LANGUAGES:
        text = text.removeprefix(f"docs/{language}/")
    if text.startswith("labs/") and text.endswith(".py"):
        return f"{text.removeprefix('labs/').removesuffix('.py')}/lab"
    return text.replace(".md", "", 1)


def _insist_known(wanted: Sequence[str], known: Iterable[str]) -> None:
    names = {*known, *map(page_of, known)}
    if problems := [
        Problem(
            "",
            0,
            f"there is no section or page {key!r}",
            did_you_mean(key, names, "sections"),
            "unknown-section",
        )
        for key in wanted
        if key not in names
    ]:
        raise ProblemError(problems)


def _refusals(one: Finding, *, same: bool, reason: str, behind: str) -> Iterable[Problem]:
    def refuse(message: str, cure: str) -> Problem:
        place = next(iter(one.sections.values()))
        return Problem(place.name, place.line, f"{one.key}: {message}", cure, "translation-accept")

    if not one.sections:
        return
    if not one.is_whole:
        yield refuse(f"stands only in {', '.join(one.sections)}", "write it in the other language too")
    elif reason and not (behind or one.behind):
        yield refuse("the changes do not tell which language is behind", "add --behind ko or --behind en")
    elif one.behind and not same and not reason:
        (changed,) = one.changed
        yield refuse(
            f"only {changed} has changed, so {one.behind} would fall behind",
            "translate the change; or add --same if the meaning is the same, "
            'or --reason "…" if the two are to differ for now',
        )
