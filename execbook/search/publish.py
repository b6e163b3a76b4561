"""Replace the theme's search worker and index by ours.

The page and its worker exchange four messages, see `worker/main.js`. The theme's own worker and its languages
of lunr are removed; they match only prefixes of words, which finds 8 of 10 queries in Korean. Ours is one
file that loads nothing else, so that it also runs where workers are emulated, as on file://. The page always
sends it the contents of `search_index.json` in the first message.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

from execbook.book import Book
from execbook.generator.material import SEARCH_INDEX, replace_search_worker
from execbook.search.index import slim, to_json
from execbook.search.synonyms import synonyms
from execbook.sources.addresses import folder_of

SOURCES = Path(__file__).parent / "worker"
ORDER = ("words", "index", "lookup", "read", "rank", "show", "main")


def publish_search(book: Book, site: Path, language: str) -> None:
    """Replace the search of the rendered pages in `site`, one language's. Raises ProblemError."""
    replace_search_worker(site, worker(synonyms(book.project, language)))
    index = site / SEARCH_INDEX
    parts = {
        folder_of(str(PurePosixPath(page).with_suffix(""))): part.title
        for part in book.parts(language)
        for page in part.pages
    }
    index.write_text(to_json(slim(json.loads(index.read_text("utf-8")), parts)), "utf-8")


def worker(groups: list[list[str]]) -> str:
    """The worker as one script with these groups of synonyms."""
    sources = [(SOURCES / f"{name}.js").read_text("utf-8") for name in ORDER]
    words = f"const SYNONYMS = {json.dumps(groups, ensure_ascii=False, separators=(',', ':'))};\n"
    return "\n".join(['"use strict";\n(() => {', words, *sources, "})();\n"])
