"""Put our worker and index where the theme's page looks for its own.

The page and its worker exchange four messages, see `worker/main.js`. The theme's own worker and its languages
of lunr go; they match words by their beginnings only, which finds 8 of 10 in Korean. Ours is one file that
loads no other and fetches nothing, so that it also runs where workers must be imitated, as from file://.
There too the page hands it the contents of `search_index.json` in the first message.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from execbook.problems import Problem, ProblemError
from execbook.search.index import Nav, slim, to_json
from execbook.search.synonyms import synonyms

SOURCES = Path(__file__).parent / "worker"
ORDER = ("words", "index", "lookup", "read", "rank", "show", "main")


def publish_search(root: Path, site: Path, language: str, nav: Nav) -> None:
    """Exchange the search of the rendered pages in `site`, one language's.

    Raises ProblemError if the theme has no worker where it used to be.
    """
    scripts = site / "assets/javascripts"
    workers = list(scripts.glob("workers/search.*.min.js"))
    if len(workers) != 1:
        message = f"the theme has {len(workers)} search workers, not one"
        raise ProblemError(
            [Problem("requirements.txt", 0, message, "see execbook/search/publish.py", "search")]
        )
    workers[0].write_text(worker(synonyms(root, language)), "utf-8")
    for source_map in scripts.glob("workers/*.map"):
        source_map.unlink()
    shutil.rmtree(scripts / "lunr", ignore_errors=True)

    index = site / "search/search_index.json"
    index.write_text(to_json(slim(json.loads(index.read_text("utf-8")), nav)), "utf-8")


def worker(groups: list[list[str]]) -> str:
    """The worker as one script that knows these groups of synonyms."""
    sources = [(SOURCES / f"{name}.js").read_text("utf-8") for name in ORDER]
    words = f"const SYNONYMS = {json.dumps(groups, ensure_ascii=False, separators=(',', ':'))};\n"
    return "\n".join(['"use strict";\n(() => {', words, *sources, "})();\n"])
