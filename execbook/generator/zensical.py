"""Internals of Zensical, Material's successor: what it leaves elsewhere, or in another form, than MkDocs."""

import json
from pathlib import Path

from execbook.generator.material import SEARCH_INDEX

OWN_INDEX = "search.json"


def move_search_index(site: Path) -> None:
    """Put the index of a built language where the pages ask for it, in the form that MkDocs gives it."""
    own = site / OWN_INDEX
    found = json.loads(own.read_text("utf-8"))
    (site / SEARCH_INDEX).parent.mkdir(exist_ok=True)
    moved = {"config": found["config"], "docs": found["items"]}
    (site / SEARCH_INDEX).write_text(json.dumps(moved, ensure_ascii=False), "utf-8")
    own.unlink()
