"""Benchmark (`make bench`): what runs, builds and checks cost, and what they would cost in a larger book.

Everything is measured in copies of the book, alternately in several rounds; the tables show the medians.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Collection, Sequence
from itertools import chain
from pathlib import Path

from execbook.problems import ProblemError
from execbook.project import Project, find_project
from tools.bench import builds, growth, runs
from tools.bench.measuring import Row, in_turns, table

TOPICS = ("runs", "builds", "growth")


def measure(
    project: Project,
    rounds: int,
    only: Collection[str] = TOPICS,
    parts: Sequence[str] = (),
    sizes: Collection[int] = (2,),
) -> list[list[Row]]:
    """Groups of rows to compare, measured. The project's own records and site are unchanged.

    parts: of which examples are run, all if there are none. sizes: of larger books, as multiples of this one.
    Raises ProblemError for an unknown part, and when a command fails.
    """
    project.build.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=project.build) as name:
        folder, groups = Path(name), []
        if "runs" in only:
            groups.append(runs.rows(project, folder, parts))
        if "builds" in only:
            groups.append(builds.rows(project, folder))
        in_turns([*chain(*groups)], rounds)
        if "growth" in only:
            larger = growth.groups(project, folder, sorted({1, *sizes}))
            in_turns([*chain(*larger)], rounds)
            groups += larger
        return groups


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help="run examples of these folders of snippets/ only"
    )
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="number of rounds (default: 3)")
    parser.add_argument("--only", action="append", choices=TOPICS, help="measure only this (default: all)")
    parser.add_argument(
        "--growth",
        type=int,
        action="append",
        metavar="N",
        help="compare with a book N times as large (default: 2)",
    )
    options = parser.parse_args()
    cores, python = os.cpu_count(), platform.python_version()
    print(f"{cores} cores, Python {python}; median and range of {options.rounds} rounds")
    try:
        groups = measure(
            find_project(), options.rounds, options.only or TOPICS, options.parts, options.growth or [2]
        )
    except ProblemError as error:
        print(error, file=sys.stderr)
        return 1
    for group in groups:
        print("", *table(group), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
