"""What readers would type, and the pages that answer it: `tests/site/search/*.tsv`.

`authors.*.tsv` were written by people who knew the pages, `learners.*.tsv` after what learners ask in public.
Pages are named by their keys. A page that has moved is found by its former key, and `?key` is a page that is
planned: it counts as soon as `accepted/addresses.txt` lists it, and a query that only planned pages answer is
pending until then.
"""

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

from execbook.project import Project
from execbook.sources.addresses import folder_of, published

LISTS = Path("tests/site/search")
WRITERS = ("authors", "learners")
PLANNED = "?"


@dataclass(frozen=True)
class Query:
    """`pages` are the keys of all pages that answer `text`; none if the site has nothing on it.

    `half` is "tune" or "held". Only the first may be looked at while the search is being changed. is_pending:
    every page that would answer it is still to be written.
    """

    text: str
    pages: frozenset[str]
    kind: str
    half: str
    is_pending: bool


def read_list(root: Path, language: str, writers: str) -> list[Query]:
    """All queries of a list, in the order of the file. Raises KeyError for a page that never was."""
    now_at = {
        _short(address.key): _short(address.target or address.key) for address in published(Project(root))
    }
    with (root / LISTS / f"{writers}.{language}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_query(row, now_at) for row in rows]


def _query(row: dict[str, str], now_at: dict[str, str]) -> Query:
    named = row["pages"].split()
    planned = [key.removeprefix(PLANNED) for key in named if key.startswith(PLANNED)]
    pages = {now_at[key] for key in named if not key.startswith(PLANNED)}
    pages |= {now_at[key] for key in planned if key in now_at}
    half = row.get("half") or half_of(row["query"])
    return Query(row["query"], frozenset(pages), row["kind"], half, bool(named) and not pages)


def half_of(text: str) -> str:
    """The half of a query, by chance but for good: the parity of the first byte of its SHA-256."""
    return "held" if hashlib.sha256(text.encode()).digest()[0] % 2 else "tune"


def _short(key: str) -> str:
    """`clustering` for `clustering/index`, as addresses have it."""
    return folder_of(key).strip("/") or "index"
