"""The command `execbook here`: run examples and labs as readers' browsers do, and keep what comes of it."""

import argparse
from collections.abc import Callable

from execbook.problems import Problem, ProblemError, raise_if_any
from execbook.project import Project


def add_command(add: Callable[..., argparse.ArgumentParser], id_type: Callable[[str], str]) -> None:
    """Add `here` with `add(command, name, help_text, more)`. id_type: parses an example's id."""
    parser = add(
        _here,
        "here",
        "run examples as readers' browsers do, and keep which give the recorded result there",
        "It runs what is stale, in the Python that lies in build/runtime. If accepted/browser.tsv "
        "changes, commit it.",
    )
    parser.add_argument("ids", nargs="*", type=id_type, metavar="ID", help="run these examples")
    parser.add_argument("--all", action="store_true", help="run every example and every exercise of the labs")


def _here(project: Project, options: argparse.Namespace) -> None:
    from execbook.book import Book
    from execbook.browser import examples, publish, runtime
    from execbook.runs import runner

    found = runtime.load(project)
    if found is None:
        place = project.relative(project.runtime)
        raise ProblemError(
            Problem(place, 0, "there is no Python for browsers", "put it together there", "runtime")
        )
    raise_if_any(runner.run(project, options.ids or None).failed)
    book = Book(project)
    if options.ids:
        chosen = {one.id for one in runner.choose(book.all_snippets(), options.ids)}
        waiting = [one for name, one in examples.questions(book, found).items() if name in chosen]
    else:
        waiting = publish.questions(book, found) if options.all else publish.stale(book, found)

    def done(question: publish.Question) -> None:
        outcome = examples.known(book, found, question)
        print(f"{question.name}: {(outcome and outcome.fault) or 'as recorded'}", flush=True)

    try:
        publish.run(book, found, waiting, runner.available_cores(), done)
    finally:
        publish.accept(book, found)
    print(f"{len(waiting)} run")
