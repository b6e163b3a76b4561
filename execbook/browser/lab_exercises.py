"""The exercises of the labs in the reader's browser: which checks judge there as the lab's author meant it.

A wrong answer in a lab's source begins with what to tell the reader who makes that mistake:

    # %% wrong="logistic"
    # ko: 한 문장.
    # en: A sentence.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from execbook.book import Book
from execbook.browser import examples, scripts
from execbook.browser.facts import named
from execbook.browser.kept import Answer, Question
from execbook.browser.node import Ask
from execbook.browser.offers import Offer
from execbook.browser.runtime import Runtime
from execbook.languages.translations.sections import HINT
from execbook.takeaway import labs
from execbook.takeaway.archives import sha256
from execbook.takeaway.labs import Lab


@dataclass(frozen=True)
class Exercise:
    """One exercise in one language.

    setup: the cells before it, but for other exercises. hints: one for each wrong answer.
    """

    name: str
    setup: list[str]
    start: str
    check: str
    solution: str
    wrong: list[str]
    hints: list[str]

    def task(self, answer: str) -> dict[str, Any]:
        """The task of `inside.lab.check` for an answer."""
        return {
            "source": "\n".join((*self.setup, self.check, answer)),
            "setup": self.setup,
            "earlier": [],
            "answer": answer,
            "check": self.check,
            "wrong": self.wrong,
        }

    @property
    def modules(self) -> frozenset[str]:
        """Top-level names of what its code, and that before it, imports."""
        found = set()
        for source in (*self.setup, self.start, self.check, self.solution, *self.wrong):
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.Import):
                    found |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module:
                    found.add(node.module.partition(".")[0])
        return frozenset(found)

    @property
    def answers(self) -> Iterator[tuple[str, str, int]]:
        """Answers whose verdict is known: the answer, the verdict, and which known wrong one it is."""
        yield self.start, "empty", -1
        yield from ((wrong, "wrong", number) for number, wrong in enumerate(self.wrong))
        yield self.solution, "right", -1


def exercises(lab: Lab, language: str) -> list[Exercise]:
    """The exercises of a lab, in its order."""
    found, setup = [], []
    for cell in lab.cells:
        settings = cell.metadata
        if cell.cell_type != "code" or settings.get("lang", language) != language:
            continue
        if name := settings.get("exercise"):
            (check,), (solution,) = lab.answers("check", name), lab.answers("solution", name)
            wrong = lab.answers("wrong", name)
            hints = [hint_of(source, language) for source in wrong]
            plain = [HINT.sub("", source) for source in wrong]
            found.append(Exercise(name, list(setup), cell.source, check, solution, plain, hints))
        elif not {"check", "solution", "wrong"} & settings.keys():
            setup.append(cell.source)
    return found


def runnable(lab: Lab, language: str, runtime: Runtime) -> list[Exercise]:
    """Those exercises of a lab whose modules the reader's browser has."""
    return [one for one in exercises(lab, language) if not examples.lacking_in(runtime, one.modules)]


def hint_of(wrong: str, language: str) -> str:
    """What a wrong answer's cell has to tell the reader in a language; empty if nothing."""
    for match in HINT.finditer(wrong):
        if match["language"] == language:
            return re.sub(r"\n#   ", " ", match["text"])
    return ""


def questions(book: Book, runtime: Runtime) -> dict[tuple[str, str], Question]:
    """Whether each check gives its known verdicts, by the lab's part and the exercise's name."""
    return {
        (lab.part, one.name): _question(lab.part, one)
        for lab in book.once(labs.labs)
        for one in runnable(lab, book.project.languages[0], runtime)
    }


def offers(book: Book, runtime: Runtime, own: Mapping[str, bytes]) -> dict[str, Offer]:
    """The labs that run in the browser, by part."""
    found = {}
    for lab in book.once(labs.labs):
        if not _all_right(book, runtime, lab):
            continue
        runs = runnable(lab, book.project.languages[0], runtime)
        packages = runtime.packages_for(frozenset().union(*(one.modules for one in runs)))
        found[lab.part] = Offer(
            sha256(lab.text.encode()),
            {language: facts(lab, language, runtime)[0] for language in book.project.languages},
            packages,
            scripts.bytes_for(runtime, own, packages),
        )
    return found


def _all_right(book: Book, runtime: Runtime, lab: Lab) -> bool:
    """Whether each of its checks gives its known verdicts in the browser."""
    outcomes = [
        examples.known(book, runtime, question)
        for (part, _), question in questions(book, runtime).items()
        if part == lab.part
    ]
    return bool(outcomes) and all(outcome is not None and outcome.runs for outcome in outcomes)


def facts(lab: Lab, language: str, runtime: Runtime) -> tuple[str, bytes]:
    """Name and content of the file that says what the lab's page needs, in the folder of scripts.FOLDER."""
    listed = [
        {name: getattr(one, name) for name in ("name", "setup", "start", "check", "wrong", "hints")}
        for one in runnable(lab, language, runtime)
    ]
    return named(f"labs/{language}/{lab.part}", {"name": lab.part, "exercises": listed})


def _question(part: str, exercise: Exercise) -> Question:
    def ask(interpreter: Ask) -> Answer:
        for answer, verdict, known in exercise.answers:
            found = interpreter("lab.check", exercise.task(answer))
            said = found.get("fatal") or (found["error"] if not found["verdict"] else "")
            if said or (found["verdict"], found["known"]) != (verdict, known):
                said = said or f"{found['verdict']} {found['known']}"
                return {"fault": f"{said} instead of {verdict} {known} for: {answer}"}
        return {"fault": ""}

    depends = [[list(one) for one in exercise.answers], exercise.task("")]
    return Question(depends, ask, f"lab {part} {exercise.name}", depends)
