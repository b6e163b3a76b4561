"""What is sent to the process that runs a snippet, and what it returns."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from execbook.problems import Problem
from execbook.records.numbers import Scalar

BACKEND = "execbook.figures.drawing.backend"
"""The module that captures figures. A run imports it only if a snippet can draw, as importing it is slow."""


@dataclass(frozen=True)
class Task:
    """One run to be executed.

    source: text of the file, which the run sees as `filename` in its working folder. limits: see
    `snippets.Limits`. draws: whether the file can draw. labels: for each language the translations by label,
    or None if it has the labels as they are. fresh: start a fresh interpreter instead of using the modules
    that the fork server has loaded. elsewhere: by language the labels with a translation that this file
    cannot use, for messages.
    """

    id: str
    filename: str
    source: str
    seconds: float
    megabytes: int
    output_kilobytes: int
    draws: bool
    labels: dict[str, dict[str, str] | None]
    fresh: bool
    elsewhere: dict[str, list[str]] = field(default_factory=dict)

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Task:
        return cls(**json.loads(text))


@dataclass
class Outcome:
    """The result of a run, complete if it has no problems. Their paths are empty, their lines the snippet's.

    output: standard output. errors: standard error. figures: for each the fields of `figures.CapturedFigure`.
    taken: by language the catalogue's translations of the labels that it draws. seconds: wall time of the
    file alone, without the drawing of its figures for pages. peak_megabytes: most private memory seen.
    started_process: the snippet's line that last started another process, 0 if none did.
    """

    problems: list[Problem] = field(default_factory=list)
    output: str = ""
    errors: str = ""
    values: dict[str, Scalar] = field(default_factory=dict)
    figures: list[dict[str, Any]] = field(default_factory=list)
    confinement: dict[str, str] = field(default_factory=dict)
    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    seconds: float = 0.0
    peak_megabytes: float = 0.0
    started_process: int = 0

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Outcome:
        data = json.loads(text)
        return cls(**data | {"problems": [Problem(**problem) for problem in data["problems"]]})
