"""Replace the theme's search worker and index by ours.

The page and its worker exchange four messages, see `worker/main.js`. The theme's own worker and its languages
of lunr are removed; they match only prefixes of words, which finds 8 of 10 queries in Korean. Ours is one
file that loads nothing else, so that it also runs where workers are emulated, as on file://. The page always
sends it the contents of `search_index.json` in the first message.
"""

import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import minify

from execbook.book import Book
from execbook.generator.material import SEARCH_INDEX, replace_search_worker
from execbook.search.index import About, slim, to_json
from execbook.search.leads import leads
from execbook.search.synonyms import synonyms
from execbook.sources.addresses import folder_of

SOURCES = Path(__file__).parent / "worker"
ORDER = (
    *("words", "korean", "english", "message", "sound", "index"),
    *("lookup", "nearly", "asking", "read", "rank", "show", "main"),
)


def publish_search(book: Book, site: Path, language: str) -> None:
    """Replace the search of rendered pages in `site`, one language's, if it has one. Raises ProblemError."""
    index = site / SEARCH_INDEX
    if not index.is_file():
        return
    replace_search_worker(site, worker(synonyms(book.project, language)))
    index.write_text(to_json(slim(json.loads(index.read_text("utf-8")), abouts(book, language))), "utf-8")


def abouts(book: Book, language: str) -> Mapping[str, About]:
    """What is known of each page in a language, by address. Raises ProblemError."""
    parts = {
        folder_of(str(PurePosixPath(page).with_suffix(""))): part.title
        for part in book.parts(language)
        for page in part.pages
    }
    siblings = [other for other in book.project.languages if other != language]
    described = {
        folder_of(key): page.meta.get("description", "") for key, page in book.pages[language].items()
    }
    titled = {
        folder_of(key): [
            book.pages[other][key].meta.get("title", "") for other in siblings if key in book.pages[other]
        ]
        for key in book.pages[language]
    }
    led = leads(book.project, language)
    return {
        address: About(
            parts.get(address, ""),
            described.get(address, ""),
            tuple(filter(None, [*titled.get(address, []), *(led[address].titles if address in led else [])])),
            tuple(led[address].phrases) if address in led else (),
        )
        for address in {*parts, *described, *led}
    }


def worker(groups: list[list[str]]) -> str:
    """The worker as one script with these groups of synonyms."""
    sources = [(SOURCES / f"{name}.js").read_text("utf-8") for name in ORDER]
    words = f"const SYNONYMS = {json.dumps(groups, ensure_ascii=False, separators=(',', ':'))};\n"
    script = "\n".join(['"use strict";\n(() => {', words, *sources, "})();\n"])
    return minify.string("application/javascript", script)
