"""Compare the sections with the accepted ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from execbook.languages.translations.sections import Section, Sections
from execbook.languages.translations.texts import Entry
from execbook.project import LANGUAGES


@dataclass(frozen=True)
class Finding:
    """A section that differs from the accepted one.

    sections: by language, without languages that lack the section. entry: None if it was never accepted.
    changed: the languages whose text differs from the accepted one.
    """

    key: str
    sections: Mapping[str, Section]
    entry: Entry | None
    changed: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether both languages have the section."""
        return len(self.sections) == len(LANGUAGES)

    @property
    def behind(self) -> str:
        """The language that has to follow the other; "" if the changes do not show it.

        If a language that was accepted as different has changed, it may have caught up.
        """
        if self.entry is None or len(self.changed) != 1 or self.changed[0] == self.entry.behind:
            return ""
        return other(self.changed[0])


def other(language: str) -> str:
    return next(one for one in LANGUAGES if one != language)


def compare(sections: Sections, entries: Mapping[str, Entry]) -> list[Finding]:
    """All findings, sorted by key."""
    findings = []
    for key in sorted(sections.keys() | entries.keys()):
        here, entry = sections.get(key, {}), entries.get(key)
        changed = tuple(
            language
            for language in LANGUAGES
            if language in here and entry and not entry.accepts(language, here[language].text)
        )
        if entry is None or changed or len(here) < len(LANGUAGES):
            findings.append(Finding(key, here, entry, changed))
    return findings
