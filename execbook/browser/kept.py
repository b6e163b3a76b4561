"""Answers of the interpreter that are kept, so that only what changed is asked again."""

import hashlib
import json
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from execbook.browser.node import Ask, interpreter
from execbook.project import Project

MOST_INTERPRETERS = 4
"""At a time: each takes a gigabyte and some seconds to start."""

Answer = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """What is asked, and what its answer depends on beside the runtime: anything that JSON can say.

    name, accepted: where `execbook.browser.accepted` has what came of it, and what that depends on.
    """

    depends: Any
    ask: Callable[[Ask], Answer]
    name: str = ""
    accepted: Any = None

    def key(self, runtime: str) -> str:
        text = json.dumps([runtime, self.depends], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


Done = Callable[[Question], None]


class Kept:
    """Answers in a folder, by the key of their question."""

    def __init__(self, project: Project, folder: Path, runtime: str):
        self.project, self.folder, self.runtime = project, folder, runtime

    def answer(self, question: Question) -> Answer | None:
        """The answer that is kept; None if there is none."""
        try:
            return json.loads(self._path(question).read_text("utf-8"))
        except (OSError, ValueError):
            return None

    def ask(self, questions: Collection[Question], cores: int, done: Done = lambda question: None) -> None:
        """Ask these questions, in several interpreters at a time. done: called after each."""
        self.folder.mkdir(parents=True, exist_ok=True)
        waiting: SimpleQueue[Question] = SimpleQueue()
        for question in questions:
            waiting.put(question)

        def work(_: int) -> None:
            with interpreter(self.project.runtime) as ask, suppress(Empty):
                while True:
                    question = waiting.get_nowait()
                    self._save(question, question.ask(ask))
                    done(question)

        workers = min(cores, MOST_INTERPRETERS, len(questions))
        with ThreadPoolExecutor(max(workers, 1)) as pool:
            list(pool.map(work, range(workers)))

    def forget(self, questions: Collection[Question]) -> None:
        """Remove the answers to all but these questions."""
        known = {self._path(question) for question in questions}
        for path in self.folder.glob("*.json"):
            if path not in known:
                path.unlink()

    def _path(self, question: Question) -> Path:
        return self.folder / f"{question.key(self.runtime)}.json"

    def _save(self, question: Question, answer: Answer) -> None:
        path = self._path(question)
        new = path.with_suffix(".new")
        new.write_text(json.dumps(answer, ensure_ascii=False, sort_keys=True), "utf-8")
        new.replace(path)
