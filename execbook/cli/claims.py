"""The command `execbook claims`: what the claims of the pages rest on, and how often they hold."""

import argparse
import time
from collections.abc import Callable

from execbook.problems import ProblemError, raise_if_any
from execbook.project import Project


def add_command(add: Callable[..., argparse.ArgumentParser], id_type: Callable[[str], str]) -> None:
    """Add `claims` with `add(command, name, help_text, more)`. id_type: parses an example's id."""
    parser = add(
        _claims,
        "claims",
        "list how often the claims of the pages hold, and measure them",
        "A claim is measured with 20 other seeds (5 if its example takes more than 10 s), or with other "
        "splits, orders or processor settings. Commit the files in accepted/claims/ that change.",
    )
    parser.add_argument("ids", nargs="*", type=id_type, metavar="ID", help="measure these examples")
    parser.add_argument("--stale", action="store_true", help="measure what claims need and is stale")
    parser.add_argument(
        "--all", action="store_true", help="measure every example that quotes what a seed changes"
    )


def _claims(project: Project, options: argparse.Namespace) -> None:
    from execbook.book import Book
    from execbook.runs import runner

    if options.ids or options.stale or options.all:
        raise_if_any(runner.run(project, options.ids or None).failed)
        _measure(Book(project), options)
    else:
        _list(Book(project))


def _measure(book, options: argparse.Namespace) -> None:
    from execbook.book.turned import example_of
    from execbook.claims import measure, needs, outcomes
    from execbook.cli import progress
    from execbook.runs import runner

    needed = needs.needs(book)
    if options.ids:
        chosen = [one.id for one in runner.choose(book.all_snippets(), options.ids)]
        wanted = {
            one: varied for one, varied in needs.measurable(book, needed).items() if example_of(one) in chosen
        }
    else:
        known = outcomes.read(book.project)
        wanted = {one: set(varied) for one, varied in needs.stale(book, known, needed).items()}
        if options.all:
            for example_id, varied in needs.measurable(book, needed).items():
                if more := varied - known.get(example_id, {}).keys():
                    wanted.setdefault(example_id, set()).update(more)
    planned = measure.plan(book, wanted, needed)
    fresh = sum(one.store.is_file() for one in planned)
    started, ended, failed = time.monotonic(), 0, 0

    with progress.shown() as show:

        def report(event: runner.Event, title: str = "") -> None:
            seconds = time.monotonic() - started
            show(runner.Progress(event, title, len(planned), fresh, ended - failed, failed, (), seconds))

        def done(one: measure.Planned, has_failed: bool) -> None:
            nonlocal ended, failed
            ended, failed = ended + 1, failed + has_failed
            report("failed" if has_failed else "finished", one.title)

        report("planned")
        try:
            measure.run(book, planned, done)
        finally:
            written = measure.keep(book, planned, needed)
    for example_id in written:
        print(f"measured {example_id}")
    print(f"{ended} trials run, {fresh} known")


def _list(book) -> None:
    from execbook.claims.evaluate import evaluated

    for page in book.pages[book.project.languages[0]].values():
        for claim in page.claims:
            try:
                one = evaluated(book, page, claim)
            except ProblemError as error:
                print(f"{page.name}:{claim.line}: {error.problems[0].message}")
                continue
            state = f"{one.held} of {one.tried} ({claim.vary})" if one else "not measured"
            print(f"{page.name}:{claim.line}: {state}: {claim.relation}")
