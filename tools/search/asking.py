"""Run queries through the search worker and the index of a built site."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ASK = Path(__file__).with_name("ask.js")
CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)


PARTIAL = 'class="xb-partial"'
"""In the titles of a page that has only some of the words."""


@dataclass(frozen=True)
class Found:
    """A page that was found. key: such as `activations/relu`. is_partial: it has only some of the words."""

    key: str
    is_partial: bool


@dataclass(frozen=True)
class Asked:
    """What the worker answered: for each query the sections found, as dicts, page by page, best first."""

    setup_ms: float
    query_ms: float
    answers: list[list[list[dict]]]

    def pages(self, number: int) -> list[Found]:
        """The pages found for a query, best first."""
        return [
            Found(key_of(page[0]["location"]), any(PARTIAL in section["title"] for section in page))
            for page in self.answers[number]
        ]


def key_of(location: str) -> str:
    """The page of a result: `activations/relu/?h=relu#dead` is on `activations/relu`."""
    return re.split("[?#]", location)[0].strip("/") or "index"


def worker_of(site: Path, language: str) -> Path:
    """The worker that the pages of a language load."""
    page = site / language / "index.html"
    if not (found := CONFIG.search(page.read_text("utf-8"))):
        raise ValueError(f"{page} has no configuration of the theme")
    return (page.parent / json.loads(found[1])["search"]).resolve()


def index_of(site: Path, language: str) -> Path:
    """The index that the pages of a language load."""
    return site / language / "search/search_index.json"


def ask(site: Path, language: str, queries: Sequence[str]) -> Asked:
    """The answers of a built site. Raises CalledProcessError, with Node's own words on standard error."""
    return ask_worker(worker_of(site, language), index_of(site, language), queries)


def ask_worker(worker: Path, index: Path, queries: Sequence[str]) -> Asked:
    """The answers that this worker gives with this index. Raises as `ask` does."""
    node = Path(sys.executable).with_name("node")
    command = [str(node), str(ASK), str(worker), str(index)]
    done = subprocess.run(
        command, input=json.dumps(list(queries)), capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return Asked(**json.loads(done.stdout))
