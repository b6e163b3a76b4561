"""Which examples run in the reader's browser with the recorded result, and why the others do not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from execbook.baseline import tolerances
from execbook.book import Book
from execbook.browser import archive
from execbook.browser.kept import Answer, Kept, Question
from execbook.browser.node import HERE, Ask
from execbook.browser.runtime import CORE, LOCK, Runtime
from execbook.project import Project
from execbook.takeaway.archives import sha256

FOLDER = "browser"
"""Where the cache keeps what came of the runs."""
PLATFORM = "browser"
"""What accepted/tolerances.toml calls it."""


@dataclass(frozen=True)
class Outcome:
    """What came of an example in the browser.

    fault: a sentence, empty if it gives what is recorded. lacking: modules that the runtime does not have, so
    that it was not run. modules: what it imports, itself or through another. mirrored: whether a figure is
    the same only as its mirror image. warnings: what it writes to standard error; the packages there are
    older.
    """

    fault: str = ""
    lacking: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    mirrored: bool = False
    warnings: str = ""

    @property
    def runs(self) -> bool:
        return not (self.fault or self.lacking)


def outcomes(book: Book, runtime: Runtime) -> dict[str, Outcome]:
    """What is known of the examples with a record, by id; what has changed since it ran is left out."""
    kept = kept_in(book.project, runtime)
    found = {}
    for example_id in book.records:
        snippet = book.snippets[example_id]
        if lacking := lacking_in(runtime, snippet.modules):
            found[example_id] = Outcome(
                lacking=tuple(sorted(lacking)), modules=tuple(sorted(snippet.modules))
            )
        elif (answer := kept.answer(question(book, example_id))) is not None:
            found[example_id] = _outcome(answer, snippet.modules)
    return found


def questions(book: Book, runtime: Runtime) -> dict[str, Question]:
    """What is to be asked of the examples with a record whose modules the runtime has, by id."""
    return {
        example_id: question(book, example_id)
        for example_id in book.records
        if not lacking_in(runtime, book.snippets[example_id].modules)
    }


def kept_in(project: Project, runtime: Runtime) -> Kept:
    return Kept(project, project.build / "cache" / FOLDER, _state(runtime))


def lacking_in(runtime: Runtime, modules: frozenset[str]) -> set[str]:
    """Modules that are neither in the runtime nor part of Python."""
    return {*modules} - runtime.package_of.keys() - sys.stdlib_module_names


def question(book: Book, example_id: str) -> Question:
    """Whether an example gives in the browser what is recorded."""
    task = {**task_of(book, example_id), "language": "ko"}
    expected = expected_of(book, example_id)

    def ask(interpreter: Ask) -> Answer:
        answer = interpreter("run.run", {**task, "expected": expected})
        answer.pop("figures", None)
        return answer

    return Question([task, expected], ask)


def task_of(book: Book, example_id: str) -> dict[str, Any]:
    """The task of `inside.run`, but for the language."""
    snippet = book.snippets[example_id]
    return {
        "id": example_id,
        "filename": snippet.filename,
        "source": snippet.source,
        "labels": book.labels.relevant(snippet),
    }


def expected_of(book: Book, example_id: str) -> dict[str, Any]:
    """What is recorded, as `inside.same` wants it."""
    record = book.run(example_id).record
    declared = [
        {
            "example": example_id,
            "lines": list(one.lines),
            "tolerance": asdict(one.tolerance),
            "reason": one.reason,
        }
        for one in book.once(tolerances.load).overrides
        if one.example == example_id and one.platform in ("", PLATFORM)
    ]
    return {
        "id": example_id,
        "output": record.output,
        "figures": [figure.structure for figure in record.figures],
        "tolerances": declared,
    }


def _outcome(answer: Mapping[str, Any], modules: frozenset[str]) -> Outcome:
    differs = answer.get("differs", {})
    fault = answer.get("fatal") or answer["error"] or differs["output"] or differs["figures"]
    return Outcome(
        fault,
        modules=tuple(sorted({*modules, *answer.get("also", ())})),
        mirrored=bool(differs.get("mirrored")),
        warnings=answer.get("errors", ""),
    )


def _state(runtime: Runtime) -> str:
    """What every run depends on: the interpreter, its packages, and the engine's own modules beside them."""
    scripts = (HERE / "worker/python.js", HERE / "node.mjs")
    parts = [
        *(runtime.sums[name] for name in (*CORE, LOCK)),
        archive.digest(archive.files(runtime.folder)),
        *(sha256(Path(script).read_bytes()) for script in scripts),
    ]
    return " ".join(parts)
