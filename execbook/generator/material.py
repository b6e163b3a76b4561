"""Internals of Material for MkDocs: names of its files, and markers in its pages.

Its pages and its search worker exchange four messages, see `execbook/search/worker/main.js`. On `file://` its
script loads the search index from a script, and `iframe_worker/shim.js` emulates the worker that browsers do
not allow there, as in its own offline plugin.
"""

import shutil
from collections.abc import MutableMapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from execbook.problems import Problem, ProblemError

CONFIGURATION = '<script id="__config"'
"""Scripts after this marker run late and can be joined. Those before it have to run early."""

BUNDLE = "javascripts/bundle.*"
"""The theme's own script, in `assets/`. Pages load `theme.js` instead, see tools/make_script.py."""

TABLE_BOXES = ("md-typeset__scrollwrap", "md-typeset__table")
"""The theme's classes for the boxes around a table, the outer one first."""

SEARCH_INDEX = "search/search_index.json"
SEARCH_INDEX_FROM_DISK = "search/search_index.js"
"""Where pages load the index, in a language's folder; on `file://` it sets the variable `__index`."""

DEFAULT_FONTS = {"text": "Roboto", "code": "Roboto Mono"}

LISTING = "<!-- material/"
"""The beginning of a marker that lists other pages."""


WITHOUT_NOTICE = {"NO_MKDOCS_2_WARNING": "1"}
"""Environment that keeps the notice of the theme's end (2027-05-05, see ENGINE.md) out of the warnings."""


def assets() -> Path:
    """The theme's own styles and scripts."""
    return Path(str(files("material"))) / "templates" / "assets"


def languages() -> set[str]:
    """The codes of the languages into which the theme is translated."""
    return {path.stem for path in (assets().parent / "partials/languages").glob("*.html")}


def load_no_fonts(theme: MutableMapping[str, Any]) -> None:
    """Have pages use the system's fonts instead of the theme's default ones, which are on another host."""
    if theme.get("font") == DEFAULT_FONTS:
        theme["font"] = False


def replace_search_worker(site: Path, worker: str) -> None:
    """Replace the theme's search worker by ours in `site`, one language's, and remove its files.

    Raises ProblemError unless the theme has exactly one worker.
    """
    scripts = site / "assets/javascripts"
    workers = list(scripts.glob("workers/search.*.min.js"))
    if len(workers) != 1:
        message = f"the theme has {len(workers)} search workers, not one"
        cure = "install the former version of mkdocs-material"
        raise ProblemError(Problem("", 0, message, cure, "search"))
    workers[0].write_text(worker, "utf-8")
    for source_map in scripts.glob("workers/*.map"):
        source_map.unlink()
    shutil.rmtree(scripts / "lunr", ignore_errors=True)
