"""Declare sections equal, or let one language differ for a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from execbook.book import Book
from execbook.languages.translations import lock, texts
from execbook.languages.translations.compare import Finding, compare
from execbook.languages.translations.normal import fingerprint
from execbook.languages.translations.sections import Sections, page_of, read_sections
from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.project import LANGUAGES, Project


def accept(
    book: Book,
    keys: Iterable[str] = (),
    *,
    new: bool = False,
    same: bool = False,
    reason: str = "",
    behind: str = "",
) -> list[str]:
    """Write sections into the lock as they are now. Returns the keys of the lines that changed.

    keys: of sections, or of pages for all their sections; a page's path will do. new: also every section that
    was never declared equal, and forget those that are gone. same: both say the same although only one has
    changed. reason: why one language may differ; behind: which, where the changes do not tell.
    Raises ProblemError, and writes nothing, for an unknown key and for a section of which only one language
    has changed when neither `same` nor `reason` is given.
    """
    project = book.project
    sections = read_sections(book)
    entries, _ = lock.read(project)
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
        prints = {language: fingerprint(one.sections[language].text) for language in LANGUAGES}
        waived = (behind or one.behind, " ".join(reason.split())) if reason else ("", "")
        entries[one.key] = lock.Entry(prints, *waived)
    lock.write(project, entries)
    _keep_texts(project, sections, entries, {one.key for one in findings})
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


def _keep_texts(
    project: Project, sections: Sections, entries: dict[str, lock.Entry], accepted: set[str]
) -> None:
    """Keep the texts of what was declared equal; of what differs, those from when it was last equal."""
    for page in {page_of(key) for key in accepted}:
        kept = {key: text for key, text in texts.read(project, page).items() if key in entries}
        for key in accepted:
            if page_of(key) == page and key in entries and not (entries[key].behind and key in kept):
                kept[key] = {language: section.text for language, section in sections[key].items()}
        texts.write(project, page, kept)
