"""Say why a snippet would run again, or would not, part by part of its key."""

from __future__ import annotations

from dataclasses import dataclass

from execbook.records import keys
from execbook.records.store import Store
from execbook.sources.labels import Catalogue
from execbook.sources.snippets import Snippet


@dataclass(frozen=True)
class PartDiff:
    """One part of a key. before: as in the stored record; None where there is no record."""

    part: str
    before: str | None
    now: str

    @property
    def changed(self) -> bool:
        return self.before != self.now

    @property
    def difference(self) -> str:
        """What changed, in words; empty if nothing did. Of a list only the entries that differ are named."""
        if not self.changed:
            return ""
        if self.before is None:
            return "no record yet"
        separator = "; " if self.part == "labels" else ", "
        former, present = self.before.split(separator), self.now.split(separator)
        gone = [entry for entry in former if entry not in present]
        new = [entry for entry in present if entry not in former]
        return f"{separator.join(gone) or 'nothing'} -> {separator.join(new) or 'nothing'}"


def explain(snippet: Snippet, catalogue: Catalogue, store: Store) -> list[PartDiff]:
    """All parts of a snippet's key, each beside that of its stored record.

    The snippet is fresh, and a run would leave it alone, if and only if no part has changed.
    """
    parts = keys.key_parts(snippet, catalogue)
    record = store.load(keys.key(parts)) or store.current_record(snippet.id)
    before = record.key_parts if record else {}
    return [PartDiff(part, before.get(part), now) for part, now in parts.items()]
