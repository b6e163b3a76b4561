"""Explain why a snippet would or would not run again, by the parts of its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from execbook.records import keys
from execbook.records.store import Store
from execbook.settings import Settings
from execbook.sources.labels import Catalogue
from execbook.sources.snippets import Snippet


@dataclass(frozen=True)
class PartDiff:
    """One part of a key. before: as in the stored record; None if there is no record."""

    part: str
    before: str | None
    now: str

    @property
    def changed(self) -> bool:
        return self.before != self.now

    @property
    def difference(self) -> str:
        """What changed, as text; empty if nothing did. Of a list it contains only the entries that differ."""
        if not self.changed:
            return ""
        if self.before is None:
            return "no record yet"
        separator = "; " if self.part == "labels" else ", "
        former, present = self.before.split(separator), self.now.split(separator)
        removed = [entry for entry in former if entry not in present]
        added = [entry for entry in present if entry not in former]
        return f"{separator.join(removed) or 'nothing'} -> {separator.join(added) or 'nothing'}"


def explain(
    snippet: Snippet, catalogues: Mapping[str, Catalogue], settings: Settings, store: Store
) -> list[PartDiff]:
    """All parts of a snippet's key, each with that of its stored record.

    The snippet is fresh, so that a run skips it, if and only if no part has changed.
    """
    parts = keys.key_parts(snippet, catalogues, settings)
    record = store.load(keys.key(parts)) or store.current_record(snippet.id)
    before = record.key_parts if record else {}
    return [PartDiff(part, before.get(part), now) for part, now in parts.items()]
