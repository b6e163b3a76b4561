"""The range of a training's results under other seeds: `accepted/bands.toml`.

A page that quotes an accuracy quotes that of one seed. The band shows whether it is typical: the minimum and
the maximum over several seeds, which are fixed in advance.
"""

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
"""Fraction of a band's width on both sides: with ten seeds it excludes about one normal value in fifty."""

MIN_SPREAD = 1e-3
"""A number that varies by at most this fraction of itself has no band."""

FILE = "accepted/bands.toml"
TRAINS = re.compile(r"\.fit\(|GradientTape|train_on_batch")


@dataclass(frozen=True)
class Band:
    """The minimum and the maximum that were measured."""

    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.low:.4g} to {self.high:.4g}"

    def expects(self, value: float) -> bool:
        """Whether a value is within the band and its margin."""
        margin = MARGIN * (self.high - self.low) + MIN_SPREAD * abs(value)
        return self.low - margin <= value <= self.high + margin

    def contains(self, value: float) -> bool:
        """Whether other seeds gave both lower and higher values, or this one."""
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Bands:
    """The measurements of one example.

    seeds: how many other seeds were tried. failed: with how many of them the snippet failed, mostly in one of
    its asserts. versions: of the packages that were used. bands: by name, such as `value loss[9]` or
    `output 2 number 1`. unusual: names of published values that other seeds do not give.
    """

    seeds: int
    failed: int
    versions: str
    bands: Mapping[str, Band]
    unusual: tuple[str, ...]


def trained(snippets: Iterable[Snippet]) -> list[Snippet]:
    """The snippets that train with Keras or TensorFlow and set a seed."""
    return [one for one in snippets if "set_random_seed" in one.source and TRAINS.search(one.source)]


def numbers(record: Record, names: Iterable[str]) -> dict[str, float]:
    """The published numbers of a run that are not integers: in its output, and the values of these names."""
    values = {name: record.values.get(name) for name in names}
    found = {f"value {name}": value for name, value in values.items() if isinstance(value, float)}
    for line, text in enumerate(record.output.splitlines(), 1):
        for place, number in enumerate(NUMBER.findall(text), 1):
            if re.search(r"\d\.\d|e[-+]", number):
                found[f"output {line} number {place}"] = float(number.replace("−", "-"))
    return found


def read(project: Project) -> dict[str, Bands]:
    """The committed bands, by example. Raises ProblemError."""
    path = project.path(FILE)
    if not path.is_file():
        return {}
    try:
        return {
            example_id: Bands(
                entry["seeds"],
                entry["failed"],
                entry["versions"],
                {name: Band(*ends) for name, ends in entry["bands"].items()},
                tuple(entry["unusual"]),
            )
            for example_id, entry in tomllib.loads(path.read_text("utf-8")).items()
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        fix = f"measure again: {COMMAND} baseline bands --accept"
        raise ProblemError(Problem(project.named(FILE), 0, f"cannot be read: {error}", fix, "band")) from None


def write(project: Project, bands: Mapping[str, Bands]) -> None:
    """Write these bands, a line for each number."""
    text = "# What other seeds give; written by `execbook baseline bands --accept`.\n"
    for example_id, one in sorted(bands.items()):
        text += (
            f'\n["{example_id}"]\nseeds = {one.seeds}\nfailed = {one.failed}\nversions = "{one.versions}"\n'
        )
        text += f'unusual = {json.dumps(one.unusual, ensure_ascii=False)}\n["{example_id}".bands]\n'
        for name, band in one.bands.items():
            text += f"{json.dumps(name, ensure_ascii=False)} = [{band.low:.6g}, {band.high:.6g}]\n"
    project.accepted.mkdir(exist_ok=True)
    project.path(FILE).write_text(text, "utf-8")
