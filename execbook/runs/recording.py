"""Turn the outcome of a run into a record, or complete its problems."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

from execbook.problems import Problem
from execbook.project import Project
from execbook.records import keys
from execbook.records.store import Figure, Record
from execbook.runs.dispatch import Job
from execbook.runs.task import Outcome

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

LAST_LINES = 8
"""How many lines of the output a problem quotes."""


def record_of(job: Job, outcome: Outcome, project: Project) -> tuple[Record, dict[str, str]]:
    """The record of a successful run, and its figures' SVG and data by file name."""
    texts: dict[str, str] = {}
    figures: list[Figure] = []
    for number, figure in enumerate(outcome.figures, 1):
        files = {language: f"figure-{number}.{language}.svg" for language in figure["svg"]}
        data = f"figure-{number}.json"
        texts |= {files[language]: text for language, text in figure["svg"].items()}
        texts[data] = json.dumps(figure["data"], ensure_ascii=False)
        figures.append(Figure(files, figure["title"], figure["description"], figure["structure"], data))
    record = Record(
        id=job.snippet.id,
        source=project.relative(job.snippet.path),
        source_sha256=keys.source_hash(job.snippet),
        key=job.key,
        key_parts=job.key_parts,
        output=outcome.output,
        values=outcome.values,
        figures=figures,
        seconds=round(outcome.seconds, 3),
        peak_megabytes=round(outcome.peak_megabytes, 1),
        ran_at=datetime.now(UTC).isoformat(timespec="seconds"),
        versions=keys.versions(job.snippet),
        platform=keys.platform_name(),
        confinement=outcome.confinement,
    )
    return record, texts


def with_context(problem: Problem, path: str, outcome: Outcome) -> Problem:
    """The problem with the snippet's path, and the last lines that the run printed in its message.

    Control characters are escaped, which would change the terminal that shows the message.
    """
    printed = [*outcome.output.splitlines()[-LAST_LINES:], *outcome.errors.splitlines()[-LAST_LINES:]]
    quoted = "".join(f"\n    | {CONTROL.sub(_escaped, line[:200])}" for line in printed)
    return replace(problem, path=path, message=problem.message + quoted)


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()
