"""The commands `execbook baseline …`: compare results with those that were accepted."""

import argparse
from collections.abc import Callable

from execbook.cli.progress import runs_ended
from execbook.problems import COMMAND, Problem, raise_if_any
from execbook.project import Project


def add_commands(
    add: Callable[..., argparse.ArgumentParser],
    id_type: Callable[[str], str],
    count_type: Callable[[str], int],
) -> None:
    """Add `baseline` with `add(command, name, help_text, more)`.

    id_type, count_type: parse an example's id, a number.
    """
    actions = add(
        _check,
        "baseline",
        "compare results with those that were accepted, and accept new ones",
        "Accepted results are in accepted/; a site whose results have drifted is not published.",
    ).add_subparsers(title="actions", metavar="ACTION", required=True)

    def add_action(action: Callable, name: str, help_text: str, more: str) -> argparse.ArgumentParser:
        parser = actions.add_parser(
            name, help=help_text, description=f"{help_text[0].upper()}{help_text[1:]}. {more}"
        )
        parser.add_argument("ids", nargs="*", type=id_type, metavar="ID", help="only these (default: all)")
        parser.set_defaults(command=action)
        return parser

    add_action(
        _check,
        "check",
        "report which results have drifted",
        "It compares the records of the last run; nothing is run.",
    )
    add_action(
        _accept,
        "accept",
        "accept the current results as correct",
        "Examples without a fresh record are run first. Commit the files in accepted/ that change.",
    )
    bands = add_action(
        _bands,
        "bands",
        "run the trainings with other seeds, and report values outside their bands",
        "What pages quote and examples print should be typical of any seed. "
        "Examples without a fresh record are run first.",
    )
    bands.add_argument("--seeds", type=count_type, default=10, metavar="N", help="how many (default: 10)")
    bands.add_argument(
        "--accept", action="store_true", help="write the measured bands to accepted/bands.toml"
    )


def _check(project: Project, options: argparse.Namespace) -> None:
    from execbook.book import Book
    from execbook.check.accepted.bands import bands
    from execbook.check.accepted.results import results
    from execbook.runs import runner

    book = Book(project)
    chosen = runner.choose(book.all_snippets(), options.ids or None)
    paths = {one.id: project.relative(one.path) for one in chosen}
    problems = [*results(book), *bands(book)]
    if options.ids:
        problems = [problem for problem in problems if problem.path in paths.values()]
    message = "has no fresh record, so nothing can be compared"
    problems += [
        Problem(path, 0, message, f"run it: {COMMAND} run", "no-record")
        for example_id, path in paths.items()
        if example_id not in book.records
    ]
    raise_if_any(problems)
    print(f"no drift in {len(chosen)} example{'s' if len(chosen) != 1 else ''}")


def _accept(project: Project, options: argparse.Namespace) -> None:
    from execbook.baseline import drift
    from execbook.book import Book
    from execbook.knobs import running

    raise_if_any(running.run(project, options.ids or None).failed)
    changed = drift.accept(Book(project), options.ids)
    for example_id in changed:
        print(f"accepted {example_id}")
    print(f"{len(changed)} of the baseline's examples changed")


def _bands(project: Project, options: argparse.Namespace) -> None:
    from execbook.baseline import bands
    from execbook.book import Book
    from execbook.runs import runner
    from execbook.trials import seeds

    raise_if_any(runner.run(project, options.ids or None).failed)
    book = Book(project)
    known = bands.read(project)
    measured = seeds.measure(
        book, runner.choose(book.all_snippets(), options.ids or None), options.seeds, runs_ended()
    )
    for line in seeds.table(measured, known, book.records):
        print(line)
    if options.accept:
        bands.write(project, {**(known if options.ids else {}), **measured})
