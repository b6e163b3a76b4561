"""What readers would type, and the pages that answer it: `tests/site/search/ko.tsv` and `en.tsv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

LISTS = Path("tests/site/search")


@dataclass(frozen=True)
class Query:
    """`pages` are the keys of all pages that answer `text`; none if the site has nothing on it.

    `half` is "tune" or "held". Only the first may be looked at while the search is being changed.
    """

    text: str
    pages: frozenset[str]
    kind: str
    half: str


def read_list(root: Path, language: str) -> list[Query]:
    """All queries of a language, in the order of the file."""
    with (root / LISTS / f"{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Query(row["query"], frozenset(row["pages"].split()), row["kind"], row["half"]) for row in rows
        ]
