"""How far other seeds take what a training gives: `accepted/bands.toml`.

A page that quotes an accuracy quotes that of one seed. The band says what others give, so that nobody takes a
lucky seed for the rule: the least and the greatest value over several seeds, counted off and not chosen.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from execbook.baseline.compare import NUMBER
from execbook.problems import COMMAND, Problem, ProblemError
from execbook.project import Project
from execbook.records.store import Record
from execbook.sources.snippets import Snippet

MARGIN = 0.25
"""Of a band's width, on both sides: with ten seeds that leaves out about one normal value in fifty."""

STEADY = 1e-3
"""A number that no seed moves by more than this share of it has no band."""

PLACE = "accepted/bands.toml"
TRAINS = re.compile(r"\.fit\(|GradientTape|train_on_batch")


@dataclass(frozen=True)
class Band:
    """The least and the greatest value that were measured."""

    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.low:.4g} to {self.high:.4g}"

    def holds(self, value: float) -> bool:
        """Whether a value is what one has to expect."""
        margin = MARGIN * (self.high - self.low) + STEADY * abs(value)
        return self.low - margin <= value <= self.high + margin

    def contains(self, value: float) -> bool:
        """Whether other seeds gave less and more than this value."""
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Bands:
    """What was measured of one example.

    seeds: how many others were tried. failed: how many of them broke the snippet, mostly one of its asserts.
    versions: of the packages that were used. bands: by name, such as `value loss[9]` or `output 2 number 1`.
    unusual: names of what readers see and other seeds do not give.
    """

    seeds: int
    failed: int
    versions: str
    bands: Mapping[str, Band]
    unusual: tuple[str, ...]


def trained(snippets: Iterable[Snippet]) -> list[Snippet]:
    """Those that train with Keras or TensorFlow from a seed."""
    return [one for one in snippets if "set_random_seed" in one.source and TRAINS.search(one.source)]


def numbers(record: Record, names: Iterable[str]) -> dict[str, float]:
    """What readers see of a run that is not whole: numbers that it prints, and the values of these names."""
    found = {
        f"value {name}": record.values[name] for name in names if isinstance(record.values.get(name), float)
    }
    for line, text in enumerate(record.output.splitlines(), 1):
        for place, number in enumerate(NUMBER.findall(text), 1):
            if re.search(r"\d\.\d|e[-+]", number):
                found[f"output {line} number {place}"] = float(number.replace("−", "-"))
    return found


def read(project: Project) -> dict[str, Bands]:
    """What is committed, by example. Raises ProblemError."""
    path = project.root / PLACE
    if not path.is_file():
        return {}
    try:
        return {
            id: Bands(
                entry["seeds"],
                entry["failed"],
                entry["versions"],
                {name: Band(*ends) for name, ends in entry["bands"].items()},
                tuple(entry["unusual"]),
            )
            for id, entry in tomllib.loads(path.read_text("utf-8")).items()
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        cure = f"measure anew: {COMMAND} baseline bands --accept"
        raise ProblemError(Problem(PLACE, 0, f"cannot be read: {error}", cure, "band")) from None


def write(project: Project, bands: Mapping[str, Bands]) -> None:
    """Commit to these bands, a line each."""
    text = "# What other seeds give; written by `execbook baseline bands --accept`.\n"
    for id, one in sorted(bands.items()):
        text += f'\n["{id}"]\nseeds = {one.seeds}\nfailed = {one.failed}\nversions = "{one.versions}"\n'
        text += f'unusual = {json.dumps(one.unusual, ensure_ascii=False)}\n["{id}".bands]\n'
        for name, band in one.bands.items():
            text += f"{json.dumps(name, ensure_ascii=False)} = [{band.low:.6g}, {band.high:.6g}]\n"
    project.accepted.mkdir(exist_ok=True)
    (project.root / PLACE).write_text(text, "utf-8")
