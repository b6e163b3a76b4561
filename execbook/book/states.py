"""What a page shows of the book, as the key under which anything made from it can be reused."""

import json
from pathlib import Path
from typing import Any

from execbook.book import Book
from execbook.book.turned import keys_of, variants_of
from execbook.problems import ProblemError
from execbook.project import Project
from execbook.records.store import SEAL
from execbook.reuse.memo import digest
from execbook.reuse.state import Hashes, sources_state
from execbook.sources.pages import Page
from execbook.sources.pages.block_kinds import KINDS

FROM_ANYWHERE = frozenset(kind.name for kind in KINDS.values() if kind.renderer) - {"example"}
"""Blocks that may show anything of the book."""


def state_of(book: Book, page: Page) -> tuple[object, ...]:
    """The page, and all that it can show beside the configuration: settings, examples, notes, terms."""
    accepted = book.project.accepted
    anywhere = "book:" in page.source or any(block.name in FROM_ANYWHERE for block in page.blocks)
    return (
        (str(page.path), page.name, page.language, page.key, page.source),
        repr(book.project.settings),
        tuple(state_of_example(book, example_id) for example_id in sorted(page.used_ids)),
        tuple(_comments(book, example_id, page.language) for example_id in sorted(page.shown_ids)),
        digest(accepted / "tolerances.toml"),
        digest(accepted / "versions.toml"),
        digest(accepted / "versions.tsv"),
        digest(accepted / "translations" / f"{page.key}.txt"),
        book.once(_words),
        book.once(_everything) if anywhere else "",
    )


def state_of_example(book: Book, example_id: str) -> tuple[str, ...]:
    """The snippet, the record of its run, which its seal stands for, and whether browsers run it."""
    try:
        run = book.run(example_id)
    except ProblemError:
        return (example_id, "without a record")
    seal = (book.store.folder_of(run.record.key) / SEAL).read_text("utf-8")
    offers = book.once(_offers)
    offer = offers.get("examples", {}).get(example_id)
    where = offers["folder"] if offer else ""
    here = json.dumps([where, offer, offers.get("reasons", {}).get(example_id)], sort_keys=True)
    moving = repr(
        [(one.name, book.once(keys_of).get(one.name)) for one in variants_of(book).get(example_id, ())]
    )
    return (example_id, str(run.snippet.path), run.snippet.source, run.record.key, seal, here, moving)


def offers_file(project: Project) -> Path:
    """What a build found of the examples that run in browsers, see `execbook.browser.offers`."""
    return project.build / "cache" / "offers.json"


def _offers(project: Project) -> dict[str, Any]:
    try:
        return json.loads(offers_file(project).read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _comments(book: Book, example_id: str, language: str) -> str:
    """The snippet as the page shows it, if its comments are in another language."""
    if example_id not in book.snippets:
        return ""
    shown = book.shown(example_id, language)
    return shown.source if shown.original else ""


def _words(project: Project) -> list[tuple[str, str]]:
    """The lists of words, such as the glossary; not those of the spelling, which change no page."""
    files = sorted(path for path in project.words.glob("*") if not path.name.startswith("spelling."))
    return [(path.name, digest(path)) for path in files]


def _everything(project: Project) -> str:
    return sources_state(project, Hashes(project))
