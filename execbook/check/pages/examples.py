"""Whether pages and snippets know each other: examples, regions, values, formulas, snippets on no page."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.book.bindings import RUN_IT
from execbook.check.sources import Sources
from execbook.markdown.checks import faults_of
from execbook.markdown.state import PageState
from execbook.problems import Problem, ProblemError
from execbook.records import keys
from execbook.sources.pages import Page

NOT_RUN = ("no-record", "stale-record")


def check(sources: Sources) -> list[Problem]:
    """References of pages to what is not there, snippets without a record, snippets on no page."""
    problems: list[Problem] = []
    shown: set[str] = set()
    for page in sources.all_pages():
        problems += _references(sources, page)
        shown |= page.shown_ids
    for id, snippet in sources.snippets.items():
        name = sources.project.relative(snippet.path)
        if id not in shown:
            problems.append(
                Problem(
                    name,
                    0,
                    "is shown on no page",
                    f"show it with '/// example | {id}', or delete it",
                    "orphan-snippet",
                )
            )
        elif id not in sources.records:
            problems.append(
                Problem(name, 0, "has no record of a run of its present text", RUN_IT, "no-record")
            )
        elif _has_other_labels(sources, id):
            message = "the Korean of its figures' labels has changed since it was run"
            problems.append(Problem(name, 0, message, RUN_IT, "stale-labels"))
    return problems


def _has_other_labels(sources: Sources, id: str) -> bool:
    before = sources.records[id].key_parts.get("labels")
    snippet = sources.snippets[id]
    if before is None or not keys.draws(snippet):
        return False
    try:
        return before != keys.label_part(snippet, sources.library.catalogue)
    except ProblemError:
        return False  # labels that cannot be read are told as such


def _references(sources: Sources, page: Page) -> Iterator[Problem]:
    """What the Markdown extension would complain about, without what is told of the snippets themselves."""
    state = PageState(sources.project, page, page.language)
    state.library = sources.library
    unknown = page.shown_ids - sources.records.keys()  # no wonder that their values are unknown, too
    for problem in faults_of(state):
        told_elsewhere = problem in page.problems or problem.path != page.name or problem.rule in NOT_RUN
        if not told_elsewhere and not (problem.rule == "unknown-value" and unknown):
            yield problem
