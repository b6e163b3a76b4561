"""Check a reader's answer to an exercise of a lab, and recognise the mistakes that the lab knows.

A mistake is recognised by what the answer gives, not by how it is written: the lab's check hands what it is
to judge to its function `report`, and that is compared with what each known wrong answer hands to it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from execbook.browser.inside.failure import Failure, explain
from execbook.browser.inside.run import execute, folder_for
from execbook.browser.inside.stream import Post, captured

VERDICTS = {"RIGHT": "right", "WRONG": "wrong", "EMPTY": "empty"}
"""What the lab's own words for a verdict mean, by the name that it has for them."""


@dataclass(frozen=True)
class Exercise:
    """One answer to be checked.

    source: the lab's cells that prepare the exercises, and all else that is executed, for what it imports.
    setup: these cells. earlier: the reader's answers to earlier exercises. wrong: the known wrong answers.
    """

    source: str
    setup: list[str]
    earlier: list[str]
    answer: str
    check: str
    wrong: list[str]


def check(task: str, post: Post) -> str:
    """Check an `Exercise` given as JSON. Returns, as JSON, the fields of `Failure`, and

    `output` and `errors`, what the answer and the check printed; `verdict`: right, wrong, empty, or nothing
    if it came to none; `known`: the number of the known wrong answer that gives the same, from 0, or -1.
    """
    return json.dumps(_check(Exercise(**json.loads(task)), post), ensure_ascii=False)


def _check(exercise: Exercise, post: Post) -> dict[str, Any]:
    failure, verdict, known = Failure(), "", -1
    with folder_for(exercise.source) as folder:
        script = folder / "answer.py"
        script.write_text(exercise.answer, "utf-8")
        with captured(post) as (output, errors):
            try:
                verdict, given = _judged(exercise, exercise.answer, script)
            except BaseException as error:
                failure = explain(error, script)
                given = [type(error)]
        if verdict != "right":
            known = _known(exercise, given, script)
    return {
        **asdict(failure),
        "output": output.text(),
        "errors": errors.text(),
        "verdict": verdict,
        "known": known,
    }


def _judged(exercise: Exercise, answer: str, script: Path) -> tuple[str, list[Any]]:
    """The verdict on an answer, and what its check reported. Raises whatever the answer raises."""
    beside = script.with_name("lab.py")
    names: dict[str, Any] = {}
    for cell in exercise.setup:
        names = execute(cell, beside, names or None)
    for cell in exercise.earlier:
        with suppress(Exception):  # what does not work there does not count here
            execute(cell, beside, names)
    given: list[Any] = []
    _note_reports(names, given)
    execute(answer, script, names)
    said: list[str] = []
    names["print"] = lambda *texts, **settings: (said.extend(map(str, texts)), print(*texts, **settings))
    execute(exercise.check, beside, names)
    words = {str(names.get(name)): verdict for name, verdict in VERDICTS.items()}
    return next((words[text] for text in reversed(said) if text in words), ""), given


def _note_reports(names: dict[str, Any], given: list[Any]) -> None:
    """Have the lab's `report` note what it is asked to judge."""
    report = names["report"]

    def noting(answer: Any, right: Any) -> Any:
        given.append(answer)
        return report(answer, right)

    names["report"] = noting


def _known(exercise: Exercise, given: Sequence[Any], script: Path) -> int:
    for number, wrong in enumerate(exercise.wrong):
        with captured(lambda kind, text: None):
            try:
                _, others = _judged(exercise, wrong, script)
            except BaseException as error:
                others = [type(error)]
        if given and len(given) == len(others) and all(map(_same, given, others)):
            return number
    return -1


def _same(one: Any, other: Any) -> bool:
    """Whether two answers are the same; numbers but for rounding."""
    import numpy as np

    if isinstance(one, tuple) and isinstance(other, tuple):  # of arrays, whose shapes may differ
        return len(one) == len(other) and all(map(_same, one, other))
    with suppress(Exception):
        return np.shape(one) == np.shape(other) and bool(np.allclose(one, other, equal_nan=True))
    with suppress(Exception):
        # an estimator equals only itself, but says its settings
        return type(one) is type(other) and (bool(np.all(one == other)) or repr(one) == repr(other))
    return False
