"""Run the trials that have not been run, and keep what came out.

Finished trials stay in `build/trials/`, so that an interrupted measurement continues, and a value that a page
starts to quote needs no new run.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from execbook.book import Book
from execbook.book.turned import named
from execbook.claims import conditions, outcomes, variations
from execbook.claims.needs import Need, kept
from execbook.claims.outcomes import CALLS, Measured
from execbook.records.numbers import Scalar
from execbook.runs.task import Outcome
from execbook.sources.snippets import Snippet
from execbook.trials import trial
from execbook.trials.processors import SETTINGS

TRIALS, FEW = 20, 5
SLOW = 10.0
"""Seconds of a recorded run above which there are FEW trials instead of TRIALS."""


NOT_OF_THE_SEED = frozenset({"time-limit", "memory-limit", "engine", "no-end"})
"""Problems of the machine rather than of a trial, which is run again the next time."""


@dataclass(frozen=True)
class Planned:
    """One trial. name: `7`, or that of a processor's setting. store: the file with its outcome."""

    example: str
    vary: str
    name: str
    source: str
    store: Path

    @property
    def title(self) -> str:
        return f"{self.example} {self.vary} {self.name}"


def plan(book: Book, wanted: Mapping[str, Iterable[str]], needed: Mapping[str, Need]) -> list[Planned]:
    """The trials of these variations, by example. Raises ProblemError if labels cannot be read."""
    found: list[Planned] = []
    for example_id, varied in wanted.items():
        snippet = named(book, example_id).snippet
        key = outcomes.key_of(snippet, book.labels, book.project.settings)
        for vary in sorted(varied):
            for name in _names(book, example_id, vary):
                source = _source(snippet, vary, name, needed[example_id])
                digest = hashlib.sha256(f"{key}\0{vary}\0{name}\0{source}".encode()).hexdigest()[:32]
                store = book.project.build / "trials" / f"{digest}.json"
                found.append(Planned(example_id, vary, name, source, store))
    return found


def _names(book: Book, example_id: str, vary: str) -> list[str]:
    if vary == "processor":
        return list(SETTINGS)
    if vary == CALLS:
        return ["0"]
    return [str(number) for number in range(FEW if named(book, example_id).record.seconds > SLOW else TRIALS)]


def _source(snippet: Snippet, vary: str, name: str, need: Need) -> str:
    if vary == "processor":
        return snippet.source
    if vary == CALLS:
        return conditions.with_recorded_calls(snippet, snippet.source, need.arguments)
    return variations.rewritten(snippet, vary, int(name))


def run(
    book: Book, planned: Iterable[Planned], done: Callable[[Planned, bool], None] = lambda _, __: None
) -> None:
    """Run the trials whose outcome is not stored. done: called with each, and whether it failed."""
    groups: dict[str, list[Planned]] = {}
    for one in planned:
        if not one.store.is_file():
            groups.setdefault(one.name if one.vary == "processor" else "", []).append(one)
    for setting, group in groups.items():
        by_title = {one.title: one for one in group}

        def keep(title: str, outcome: Outcome, by_title: Mapping[str, Planned] = by_title) -> None:
            one = by_title[title]
            if any(problem.rule in NOT_OF_THE_SEED for problem in outcome.problems):
                done(one, True)
                return
            one.store.parent.mkdir(parents=True, exist_ok=True)
            why = outcome.problems[0].message if outcome.problems else ""
            text = json.dumps({"failed": " ".join(why.split())[:160], "values": outcome.values})
            new = one.store.with_suffix(".new")
            new.write_text(text, "utf-8")
            new.replace(one.store)
            done(one, bool(why))

        trials = [trial.Trial(one.title, named(book, one.example).snippet, one.source) for one in group]
        chosen = SETTINGS[setting] if setting else None
        trial.run(
            book,
            trials,
            chosen.environment if chosen else None,
            fresh=bool(chosen and chosen.fresh),
            done=keep,
        )


def keep(book: Book, planned: Iterable[Planned], needed: Mapping[str, Need]) -> list[str]:
    """Write the outcomes of these trials to `accepted/claims/`. Returns the ids of their examples.

    Other variations of these examples stay. A variation of which a trial is missing is left as it was.
    """
    groups: dict[tuple[str, str], list[Planned]] = {}
    for one in planned:
        groups.setdefault((one.example, one.vary), []).append(one)
    known = outcomes.read(book.project)
    changed: dict[str, dict[str, Measured]] = {}
    for (example_id, vary), group in groups.items():
        if all(one.store.is_file() for one in group):
            changed.setdefault(example_id, dict(known.get(example_id, {})))[vary] = _measured(
                book, example_id, group, needed[example_id]
            )
    for example_id, measured in changed.items():
        outcomes.write(book.project, example_id, measured)
    return sorted(changed)


def _measured(book: Book, example_id: str, group: list[Planned], need: Need) -> Measured:
    runs = [json.loads(one.store.read_text("utf-8")) for one in group]
    values: list[Mapping[str, Scalar]] = [run["values"] for run in runs]
    names = kept(need, named(book, example_id).record.values)
    return Measured(
        outcomes.key_of(named(book, example_id).snippet, book.labels, book.project.settings),
        tuple(one.name for one in group),
        {one.name: run["failed"] for one, run in zip(group, runs, strict=True) if run["failed"]},
        {}
        if group[0].vary == CALLS
        else {name: tuple(outcomes.rounded(one.get(name)) for one in values) for name in names},
        conditions.calls_of(values[0]) if group[0].vary == CALLS else (),
    )
