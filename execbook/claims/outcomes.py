"""What trials gave: `accepted/claims/<part>/<name>.tsv`, one file for each example.

A line contains the variation, a name, and one entry as JSON for each trial, separated by tabs; a single entry
is that of all trials. `key` is what the trials depended on, `trials` their names, `failed` why those failed
that did, `value x` a recorded value, `call` the arguments of one call of the recorded run.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from execbook.baseline.lines import DIGITS
from execbook.problems import COMMAND, Problem, ProblemError
from execbook.project import Project
from execbook.records import keys
from execbook.records.numbers import Scalar
from execbook.settings import Settings
from execbook.sources.labels import Catalogue
from execbook.sources.snippets import Snippet

FIX = f"measure again: {COMMAND} claims"
CALLS = "calls"
"""The variation that changes nothing, but records the arguments of calls."""

KEY = ("snippet", "packages", "labels")
"""The parts of a record's key on which an outcome depends: not the engine, and not the interpreter."""

Call = Mapping[str, Scalar]
"""Arguments of one call, by name."""


@dataclass(frozen=True)
class Measured:
    """One variation of one example. trials: their names. failed: why, by trial.

    values: by name, one for each trial; None where a trial recorded none. calls: of functions with arguments
    that a page declares as conditions.
    """

    key: str
    trials: tuple[str, ...]
    failed: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, tuple[Scalar | None, ...]] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()


Outcomes = dict[str, dict[str, Measured]]
"""By example and variation."""


def folder_of(project: Project) -> Path:
    return project.accepted / "claims"


def path_of(project: Project, example_id: str) -> Path:
    """example_id: or the name of a variant, whose question mark some systems allow in no file's name."""
    return folder_of(project) / f"{example_id.replace('?', '@')}.tsv"


def key_of(snippet: Snippet, catalogues: Mapping[str, Catalogue], settings: Settings) -> str:
    """What the trials of a snippet depend on: its text, the versions of its packages, its labels."""
    parts = {**keys.key_parts(snippet, catalogues, settings)}
    if keys.draws(snippet):
        found = [one.relevant(snippet) for one in catalogues.values()]
        parts["labels"] = "; ".join(f"{label} = {one[label]}" for one in found for label in sorted(one))
    return keys.key({name: parts[name] for name in KEY})


def read(project: Project) -> Outcomes:
    """All outcomes that are kept. Raises ProblemError for a file that cannot be read."""
    found: Outcomes = {}
    folder = folder_of(project)
    for path in sorted(folder.rglob("*.tsv")):
        try:
            name = path.relative_to(folder).with_suffix("").as_posix().replace("@", "?")
            found[name] = _parse(path.read_text("utf-8"))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"cannot be read: {error!r}"
            raise ProblemError(Problem(project.relative(path), 0, message, FIX, "claim-stale")) from None
    return found


def write(project: Project, example_id: str, measured: Mapping[str, Measured]) -> None:
    """Write the outcomes of one example, by variation."""
    path = path_of(project, example_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    lines: list[tuple[object, ...]] = []
    for vary, one in sorted(measured.items()):
        lines += [(vary, "key", one.key), (vary, "trials", *one.trials)]
        lines += [(vary, "failed", name, why) for name, why in one.failed.items()]
        lines += [(vary, f"value {name}", *_cells(values)) for name, values in one.values.items()]
        lines += [(vary, "call", json.dumps(call, ensure_ascii=False)) for call in one.calls]
    path.write_text("".join("\t".join(map(str, line)) + "\n" for line in lines), "utf-8")


def _cells(values: tuple[Scalar | None, ...]) -> list[str]:
    texts = [json.dumps(rounded(value), ensure_ascii=False) for value in values]
    return texts[:1] if len(set(texts)) == 1 else texts


def rounded(value: Scalar | None) -> Scalar | None:
    return float(f"{value:.{DIGITS}g}") if isinstance(value, float) else value


def _parse(text: str) -> dict[str, Measured]:
    rows: dict[str, list[tuple[str, list[str]]]] = {}
    for line in text.removesuffix("\n").split("\n"):
        vary, name, *cells = line.split("\t")
        rows.setdefault(vary, []).append((name, cells))
    found = {}
    for vary, named in rows.items():
        once = {name: cells for name, cells in named if name in ("key", "trials")}
        trials = tuple(once["trials"])
        values = {
            name.removeprefix("value "): tuple(
                map(json.loads, cells * (len(trials) if len(cells) == 1 else 1))
            )
            for name, cells in named
            if name.startswith("value ")
        }
        if any(len(one) != len(trials) for one in values.values()):
            raise ValueError(f"not {len(trials)} entries in each line")
        failed = {cells[0]: cells[1] for name, cells in named if name == "failed"}
        calls = tuple(json.loads(cells[0]) for name, cells in named if name == "call")
        found[vary] = Measured(once["key"][0], trials, failed, values, calls)
    return found
