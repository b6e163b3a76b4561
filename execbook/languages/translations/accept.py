"""Accept sections as equal, or accept with a reason that one language differs."""

from collections.abc import Iterable, Sequence

from execbook import settings
from execbook.book import Book
from execbook.languages.translations import texts
from execbook.languages.translations.compare import Finding, compare
from execbook.languages.translations.moves import carried
from execbook.languages.translations.normal import fingerprint
from execbook.languages.translations.sections import page_of, read_sections
from execbook.problems import Problem, ProblemError, did_you_mean, raise_if_any
from execbook.project import Project


def accept(
    book: Book,
    keys: Iterable[str] = (),
    *,
    new: bool = False,
    same: bool = False,
    reason: str = "",
    behind: str = "",
) -> list[str]:
    """Accept the present texts of sections. Returns the keys of those that changed or moved.

    What was accepted of sections whose page or heading has another name now is kept under the new one.

    keys: of sections, or of pages for all their sections; a page's path is accepted too. new: also accept
    sections that were never accepted, and remove deleted ones. same: all languages have the same meaning
    although some have not changed. reason: why one language may differ; behind: which one, if the changes do
    not show it. Raises ProblemError, and writes nothing, for an unknown key, for a section of which only one
    language has changed without `same` or `reason`, and for an invalid file of accepted texts.
    """
    project = book.project
    if len(project.languages) == 1:
        message = f"this book has one language, {project.languages[0]}: there is nothing to compare"
        raise ProblemError(
            Problem("", 0, message, f"add a language to {settings.FILE}", "translation-accept")
        )
    if behind and behind not in project.languages:
        fix = f"use {' or '.join(project.languages)}"
        raise ProblemError(Problem("", 0, f"there is no language {behind!r}", fix, "translation-accept"))
    sections = read_sections(book)
    entries, problems = texts.read(project)
    raise_if_any(problems)
    entries, moves = carried(entries, sections, project.languages)
    reason = " ".join(reason.split())
    wanted = [_key(project, key) for key in keys]
    _check_known(wanted, sections.keys() | entries.keys())
    findings = [
        one
        for one in compare(sections, entries, project.languages)
        if one.key in wanted
        or page_of(one.key) in wanted
        or (new and (one.entry is None or not one.sections))
    ]
    if reason:  # it may also be given for equal sections, or replace another one
        found = {one.key for one in findings}
        findings += [
            Finding(key, sections[key], entries[key], (), project.languages)
            for key in wanted
            if key in sections.keys() - found
        ]
    raise_if_any(
        problem for one in findings for problem in _refusals(one, same=same, reason=reason, behind=behind)
    )
    for one in findings:
        if not one.sections:
            del entries[one.key]
            continue
        present = {language: one.sections[language].text for language in project.languages}
        if reason:  # keep the texts from when all were last equal
            prints = {language: fingerprint(text) for language, text in present.items()}
            equal = one.entry.texts if one.entry else present
            entries[one.key] = texts.Entry(equal, (behind,) if behind else one.behind, reason, prints)
        else:
            entries[one.key] = texts.Entry(present)
    changed = list(dict.fromkeys([*moves.values(), *(one.key for one in findings)]))
    for page in {page_of(key) for key in (*moves, *changed)}:
        texts.write(project, page, {key: one for key, one in entries.items() if page_of(key) == page})
    return changed


def _key(project: Project, text: str) -> str:
    """The key for a path such as `docs/ko/training/xor.md`; keys are unchanged."""
    text = project.usual(text)
    for language in project.languages:
        text = text.removeprefix(f"docs/{language}/")
    if text.startswith("labs/") and text.endswith(".py"):
        return f"{text.removeprefix('labs/').removesuffix('.py')}/lab"
    return text.replace(".md", "", 1)


def _check_known(wanted: Sequence[str], known: Iterable[str]) -> None:
    """Raises ProblemError for keys that are neither a section nor a page."""
    names = {*known, *map(page_of, known)}
    raise_if_any(
        Problem(
            "",
            0,
            f"there is no section or page {key!r}",
            did_you_mean(key, names, "sections"),
            "unknown-section",
        )
        for key in wanted
        if key not in names
    )


def _refusals(one: Finding, *, same: bool, reason: str, behind: str) -> Iterable[Problem]:
    """Why a finding cannot be accepted; nothing if it can."""

    def refuse(message: str, fix: str) -> Problem:
        section = next(iter(one.sections.values()))
        return Problem(section.name, section.line, f"{one.key}: {message}", fix, "translation-accept")

    if not one.sections:
        return
    absent = [language for language in one.languages if language not in one.sections]
    if absent:
        yield refuse(f"exists only in {', '.join(one.sections)}", f"write it in {', '.join(absent)} too")
    elif reason and not (behind or one.behind):
        message = "the changes do not show which language is behind"
        yield refuse(message, f"add {' or '.join(f'--behind {language}' for language in one.languages)}")
    elif one.behind and not same and not reason:
        yield refuse(
            f"only {' and '.join(one.changed)} has changed, so {' and '.join(one.behind)} would fall behind",
            "translate the change; or add --same if the meaning is the same, "
            'or --reason "…" if the two are to differ for now',
        )
