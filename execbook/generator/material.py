"""What Material for MkDocs puts where: names of its files, and marks in its pages.

Its pages and its search worker exchange four messages, see `execbook/search/worker/main.js`. From `file://`
its script reads the search index from a script, and `iframe_worker/shim.js` stands in for the worker that
browsers deny there, as its own offline plugin has it.
"""

from __future__ import annotations

import os
import shutil
from importlib.resources import files
from pathlib import Path

from execbook.problems import Problem, ProblemError

CONFIGURATION = '<script id="__config"'
"""Scripts after this mark run late and can be joined. Those before it are there to be early."""

BUNDLE = "javascripts/bundle.*"
"""The theme's own script, in `assets/`. Pages ask for `theme.js` instead, see tools/make_script.py."""

TABLE_BOXES = ("md-typeset__scrollwrap", "md-typeset__table")
"""The theme's classes for the boxes around a table, the outer one first."""

SEARCH_INDEX = "search/search_index.json"
SEARCH_INDEX_FROM_DISK = "search/search_index.js"
"""Where the page looks for the index, in a language's folder; from disk it takes the variable `__index`."""

LISTING = "<!-- material/"
"""A page with this lists others."""


def assets() -> Path:
    """The theme's own styles and scripts."""
    return Path(str(files("material"))) / "templates" / "assets"


def silence_notice() -> None:
    """Keep the notice of the theme's end (2027-05-05, see ENGINE.md) out of the warnings about pages."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"


def exchange_search(site: Path, worker: str) -> None:
    """Put our search worker in the place of the theme's in `site`, one language's, and remove what it needed.

    Raises ProblemError if the theme has no worker where it used to be.
    """
    scripts = site / "assets/javascripts"
    workers = list(scripts.glob("workers/search.*.min.js"))
    if len(workers) != 1:
        message = f"the theme has {len(workers)} search workers, not one"
        cure = "lock the version of mkdocs-material that was locked before"
        raise ProblemError(Problem("requirements.txt", 0, message, cure, "search"))
    workers[0].write_text(worker, "utf-8")
    for source_map in scripts.glob("workers/*.map"):
        source_map.unlink()
    shutil.rmtree(scripts / "lunr", ignore_errors=True)
