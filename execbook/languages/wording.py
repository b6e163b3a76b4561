"""The texts that the engine itself adds to a page, in each language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from execbook import words


@dataclass(frozen=True)
class Wording:
    """One language's texts, see `execbook.words`; `{}` is a placeholder."""

    example: str
    output: str
    part: str
    download: str
    permalink: str
    here: str
    once: str
    not_here: str
    needs: str
    differs: str
    environments: tuple[str, ...]
    held: str
    printed: str
    recorded: str
    ends: str
    and_more: str
    knob: str
    play: str
    also_run: str
    solve: str
    plumbing: str
    formula: str
    lines: str
    date: str
    run: str
    textbook: tuple[str, ...]
    agrees: str
    downloads: tuple[str, ...]
    whole_book: str
    offline: str
    sibling: str
    behind: str
    ahead: str
    enlarge: str
    as_drawn: str
    table: str
    csv: str
    more_tables: str
    moved: str
    spread: tuple[str, ...]
    months: tuple[str, ...]


class _Wordings(dict[str, Wording]):
    """Read when they are asked for: any language has one, in English where it has no file."""

    def __missing__(self, language: str) -> Wording:
        texts = words.table(language, "page")
        fields: dict[str, Any] = {
            name: tuple(text) if isinstance(text, list) else text for name, text in texts.items()
        }
        self[language] = Wording(**fields)
        return self[language]


WORDINGS = _Wordings()


def run_line(language: str, ran_at: str, seconds: float, versions: str) -> str:
    """When and how a snippet ran. ran_at: ISO 8601. Seconds have one decimal and are at least 0.1."""
    wording = WORDINGS[language]
    day = datetime.fromisoformat(ran_at)
    date = wording.date.format(
        year=day.year, month=day.month, month_name=wording.months[day.month - 1], day=day.day
    )
    return wording.run.format(date=date, seconds=f"{max(seconds, 0.1):.1f}", versions=versions)
