"""Run examples with the packages of the interpreter that executes this file, and print what each gave.

Called as `python inside.py ROOT ID...` by the Python of an environment, with the engine on its path. It needs
only what the engine needs to run examples: pyyaml, and the packages that the examples import.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from execbook.book import Book
from execbook.project import Project
from execbook.runs.task import Outcome
from execbook.trials import trial

UNDRAWN = {"MPLBACKEND": "agg"}
"""The engine's backend draws for pages, and knows one Matplotlib."""


def main(root: str, *ids: str) -> None:
    """Print a line of JSON for each example as soon as it has ended: its id, lines and problems."""
    book = Book(Project(Path(root)))
    trials = [trial.Trial(one, book.snippets[one], book.snippets[one].source) for one in ids]

    def done(name: str, outcome: Outcome) -> None:
        problems = [asdict(one) for one in outcome.problems]
        print(json.dumps([name, trial.lines_of_outcome(outcome), problems]), flush=True)

    trial.run(book, trials, UNDRAWN, done=done)


if __name__ == "__main__":
    main(*sys.argv[1:])
