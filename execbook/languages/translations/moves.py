"""Find accepted sections whose page or heading has another name now, so that nothing is forgotten."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from execbook.languages.translations.sections import Sections, page_of
from execbook.languages.translations.texts import Entries, Entry

MIN_CHARACTERS = 20
"""A shorter text may be that of several sections."""


def carried(
    entries: Entries, sections: Sections, languages: Collection[str]
) -> tuple[Entries, dict[str, str]]:
    """The entries under the present keys of their sections, and the changed keys: former to present.

    A page is found again by the texts of its sections: at least a third have to be the accepted ones in one
    language. Of the other sections each is found by its own text. languages: those of the book.
    """
    moves: dict[str, str] = {}
    gone = [key for key in entries if key not in sections]
    new = [key for key, here in sections.items() if key not in entries and len(here) == len(languages)]
    kept = {page_of(key) for key in sections}, {page_of(key) for key in entries}
    free = sorted({page_of(key) for key in new} - kept[1])
    for page in sorted({page_of(key) for key in gone} - kept[0]):
        old = [key for key in gone if page_of(key) == page]
        same = {other: _same(old, page, other, entries, sections) for other in free}
        best = max(same, key=lambda other: same[other], default="")
        if best and 3 * same[best] >= len(old):
            free.remove(best)
            moves |= {key: best + key.removeprefix(page) for key in old}
    rest = [key for key in new if key not in moves.values()]
    for key in gone:
        if key not in moves:
            found = [other for other in rest if _is(entries[key], sections, other, MIN_CHARACTERS)]
            if len(found) == 1:
                moves[key] = found[0]
                rest.remove(found[0])
    renamed = {
        moves.get(key, key): replace(one, line=0) if key in moves else one for key, one in entries.items()
    }
    return dict(sorted(renamed.items())), moves


def _same(old: Iterable[str], page: str, other: str, entries: Entries, sections: Sections) -> int:
    """How many sections of a page are those of another one."""
    return sum(_is(entries[key], sections, other + key.removeprefix(page)) for key in old)


def _is(entry: Entry, sections: Sections, key: str, characters: int = 1) -> bool:
    """Whether a section has the accepted text in some language."""
    texts = {language: one.text for language, one in sections.get(key, {}).items()}
    return any(len(text) >= characters and entry.accepts(language, text) for language, text in texts.items())
