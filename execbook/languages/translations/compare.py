"""Compare the sections with the accepted ones."""

from collections.abc import Mapping
from dataclasses import dataclass

from execbook.languages.translations.sections import Section, Sections
from execbook.languages.translations.texts import Entry


@dataclass(frozen=True)
class Finding:
    """A section that differs from the accepted one.

    sections: by language, without languages that lack the section. entry: None if it was never accepted.
    changed: the languages whose text differs from the accepted one. languages: those of the book.
    """

    key: str
    sections: Mapping[str, Section]
    entry: Entry | None
    changed: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all languages have the section."""
        return len(self.sections) == len(self.languages)

    @property
    def behind(self) -> tuple[str, ...]:
        """The languages that have to follow those that changed; empty if the changes do not show it.

        If a language that was accepted as different has changed, it may have caught up.
        """
        if self.entry is None or not self.changed or {*self.changed} & {*self.entry.behind}:
            return ()
        return tuple(one for one in self.languages if one not in self.changed)


def compare(sections: Sections, entries: Mapping[str, Entry], languages: tuple[str, ...]) -> list[Finding]:
    """All findings, sorted by key. languages: those of the book."""
    findings = []
    for key in sorted(sections.keys() | entries.keys()):
        here, entry = sections.get(key, {}), entries.get(key)
        changed = tuple(
            language
            for language in languages
            if language in here and entry and not entry.accepts(language, here[language].text)
        )
        if entry is None or changed or len(here) < len(languages):
            findings.append(Finding(key, here, entry, changed, languages))
    return findings
