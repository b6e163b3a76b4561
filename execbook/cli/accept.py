"""The command `execbook accept`: show all that waits to be accepted, and accept it with one yes."""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace

from execbook.cli.progress import runs_ended
from execbook.problems import COMMAND, Problem, ProblemError, raise_if_any
from execbook.project import Project


def add_command(
    add: Callable[..., argparse.ArgumentParser],
    count_type: Callable[[str], int],
) -> None:
    """Add it with `add(command, name, help_text, more)`.

    count_type: parses a number.
    """
    parser = add(
        _accept,
        "accept",
        "show all that waits to be accepted, and accept it with one yes",
        "Translations, results, bands of trainings, addresses of new pages, words of no dictionary. "
        "Examples without a fresh record are run first. Commit what changes in accepted/ and words/.",
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="these pages, sections, examples, words (default: all)",
    )
    parser.add_argument("--yes", action="store_true", help="do not ask; only for what is named")
    parser.add_argument(
        "--reason",
        default="",
        metavar="WHY",
        help="why results may differ from the accepted ones, or one language from the others for now",
    )
    parser.add_argument(
        "--same", action="store_true", help="where only one language has changed, its meaning has not"
    )
    parser.add_argument("--behind", default="", metavar="LANGUAGE", help="the language that is behind")
    parser.add_argument(
        "--seeds", type=count_type, default=10, metavar="N", help="other seeds for a band (default: 10)"
    )


def _accept(project: Project, options: argparse.Namespace) -> None:
    from execbook.acceptance import kinds
    from execbook.acceptance.pending import Answer, chosen, needs_reason, refusals, table
    from execbook.book import Book
    from execbook.knobs import running

    if options.yes and not options.names:
        message = "--yes accepts only what is named, so that nothing is accepted unseen"
        raise ProblemError(
            Problem("", 0, message, f"for example: {COMMAND} accept --yes training/xor", "accept")
        )
    raise_if_any(running.run(project).failed)
    book = Book(project)
    items = chosen(book, kinds.pending(book), options.names)
    book.remember()
    if not items:
        print("nothing waits to be accepted" + (" there" if options.names else ""))
        return
    for line in table(items):
        print(line)
    answer = Answer(" ".join(options.reason.split()), options.same, options.behind, options.seeds)
    if options.yes:
        raise_if_any(refusals(items, answer))
    elif not sys.stdin.isatty():
        message = (
            f"nothing was accepted: {len(items)} thing{'s' * (len(items) != 1)} to look at, and nobody to ask"
        )
        fix = f"once looked at, name what is accepted: {COMMAND} accept --yes {_example_of(items)}"
        raise ProblemError(Problem("", 0, message, fix, "accept"))
    else:
        if any(needs_reason(one, answer) and not one.blocked for one in items):
            answer = replace(
                answer, reason=_ask("Why may it differ? (empty: leave out what needs a reason) ")
            )
        refused = {problem.message for problem in refusals(items, answer)}
        items = [one for one in items if f"{one.name}: {one.state}" not in refused]
        question = f"Accept {'this' if len(items) == 1 else f'these {len(items)}'}? [y/N] "
        if not items or _ask(question).lower() not in ("y", "yes"):
            print("nothing was accepted")
            return
    for line in kinds.accept(book, items, replace(answer, done=runs_ended())):
        print(line)
    print(f"{len(items)} accepted; commit the files in accepted/ and words/ that have changed")


def _example_of(items: list) -> str:
    return next((one.pages[0] for one in items if one.pages), items[0].name)


def _ask(question: str) -> str:
    try:
        return " ".join(input(question).split())
    except EOFError:
        return ""
