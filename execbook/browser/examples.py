"""Which examples run in the reader's browser with the recorded result, and why the others do not."""

import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from execbook.baseline import files, tolerances
from execbook.book import Book
from execbook.browser import accepted, archive
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
    the same only as its mirror image.
    """

    fault: str = ""
    lacking: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    mirrored: bool = False

    @property
    def runs(self) -> bool:
        return not (self.fault or self.lacking)


def outcomes(book: Book, runtime: Runtime) -> dict[str, Outcome]:
    """What is known of the examples with a record, by id; what has changed since it ran is left out."""
    found = {}
    for example_id in book.records:
        snippet = book.snippets[example_id]
        if lacking := lacking_in(runtime, snippet.modules):
            found[example_id] = Outcome(
                lacking=tuple(sorted(lacking)), modules=tuple(sorted(snippet.modules))
            )
        elif (outcome := known(book, runtime, question(book, example_id))) is not None:
            found[example_id] = replace(outcome, modules=tuple(sorted({*snippet.modules, *outcome.modules})))
    return found


def known(book: Book, runtime: Runtime, asked: Question) -> Outcome | None:
    """What came of a question on this machine, or else what was accepted; None where neither is fresh."""
    if (answer := kept_in(book.project, runtime).answer(asked)) is not None:
        return outcome_of(answer)
    key, fields = book.once(accepted.load).get(asked.name, ("", {}))
    return Outcome(**fields) if key == accepted.key_of(runtime, asked.accepted) else None


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
    language = book.project.languages[0]
    task = {**task_of(book, example_id, language), "language": language}
    expected = expected_of(book, example_id)

    def ask(interpreter: Ask) -> Answer:
        answer = interpreter("run.run", {**task, "expected": expected})
        answer.pop("figures", None)
        return answer

    lines = book.once(files.read).get(example_id)
    return Question([task, expected], ask, example_id, [task, lines, expected["tolerances"]])


def task_of(book: Book, example_id: str, language: str) -> dict[str, Any]:
    """The task of `inside.run` on a page of this language, but for the language itself."""
    snippet = book.snippets[example_id]
    return {
        "id": example_id,
        "filename": snippet.filename,
        "source": snippet.source,
        "labels": book.relevant_labels(snippet).get(language, {}),
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


def outcome_of(answer: Mapping[str, Any]) -> Outcome:
    """What an answer means; modules are only those that came to light in the run."""
    differs = answer.get("differs", {})
    names = ("fatal", "fault", "error")
    fault = next((answer[name] for name in names if answer.get(name)), "")
    return Outcome(
        fault or differs.get("output", "") or differs.get("figures", ""),
        modules=tuple(answer.get("also", ())),
        mirrored=bool(differs.get("mirrored")),
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
