"""The command line: parse arguments, call the module that does the work, and print the result.

Modules are imported by the command that needs them, so that help and a run with nothing to do stay quick.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import select
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from execbook.cli import accept, baseline, claims, here, languages
from execbook.problems import COMMAND, Problem, ProblemError, disk_problem, raise_if_any
from execbook.project import Project, find_project

if TYPE_CHECKING:
    from execbook.runs.runner import RunReport

PROBLEMS, BUG, INTERRUPTED, UNREAD = 1, 70, 130, 141
"""Exit codes: problems to correct, a bug of the engine, Ctrl-C, output that nobody reads any more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code; problems are printed, without a traceback."""
    try:
        try:
            return _run_command(arguments)
        finally:  # now, and not when the interpreter ends, which could only complain
            sys.stdout.flush()
            sys.stderr.flush()
    except BrokenPipeError:  # of `execbook … | head -1`
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return UNREAD


def _is_unread() -> bool:
    """Whether a pipe that this command prints to has been closed at its other end."""
    poll = select.poll()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            poll.register(stream.fileno(), 0)
    return any(event & select.POLLERR for _, event in poll.poll(0))


def _run_command(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    project = None
    try:
        if options.command is _new:
            _new(options)
        else:
            project = _project()
            options.command(project, options)
    except ProblemError as error:
        _print_problems(error.problems)
        return PROBLEMS
    except KeyboardInterrupt:
        print("\ninterrupted; every example that had finished is recorded", file=sys.stderr)
        return INTERRUPTED
    except Exception as error:
        if isinstance(error, BrokenPipeError) and _is_unread():
            raise
        if problem := disk_problem(error):
            _print_problems([problem])
            return PROBLEMS
        print(
            f"execbook itself failed: {type(error).__name__}: {error}\n"
            f"    -> that is a bug; please report it with the traceback in {_save_traceback(project)}",
            file=sys.stderr,
        )
        return BUG
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="execbook",
        description="Run the textbook's examples, record their results, build the site from the records.",
        epilog="An example's ID is its path below snippets/ without the extension, such as activations/relu. "
        "See 'execbook COMMAND --help' for the options of a command.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(command, name: str, help_text: str, more: str = "") -> argparse.ArgumentParser:
        subparser = commands.add_parser(
            name, help=help_text, description=f"{help_text[0].upper()}{help_text[1:]}. {more}"
        )
        subparser.set_defaults(command=command)
        return subparser

    run = add(
        _run,
        "run",
        "run the examples that have no fresh record",
        "A record is fresh as long as nothing that its result depends on has changed; see 'explain'.",
    )
    run.add_argument("ids", nargs="*", type=_id, metavar="ID", help="only these examples (default: all)")
    run.add_argument("--force", action="store_true", help="run even examples with a fresh record")
    run.add_argument(
        "--fresh-interpreter",
        action="store_true",
        help="start an interpreter for each example instead of forking one with loaded packages: "
        "slower, with the same results",
    )
    run.add_argument("--jobs", type=_count, metavar="N", help="how many at a time (default: one per core)")
    run.add_argument(
        "--shard",
        type=_shard,
        metavar="I/N",
        help="only the I-th of N parts, to divide the work among machines",
    )

    explain = add(_explain, "explain", "show why an example would or would not run again")
    explain.add_argument("id", type=_id, metavar="ID", help="the example")

    add(
        _check,
        "check",
        "check the sources and the built site",
        "Each problem is printed with its file, its line and what to do.",
    )
    add(
        _rules,
        "rules",
        "list all rules of check",
        "Each with what it requires, by the stage at which it is run. A book may switch off those with *.",
    )
    add(
        _build,
        "build",
        "run examples without a fresh record and build site/",
        "The former site stays until the new one is complete and checked.",
    )
    languages.add_commands(add)
    new = add(_new, "new", "create a small book to begin with", "It has one page with one example.")
    new.add_argument("folder", type=Path, metavar="FOLDER", help="a folder that does not exist or is empty")
    new.add_argument(
        "--languages", nargs="+", default=["en"], metavar="CODE", help="such as de fr (default: en)"
    )
    add(
        _manual,
        "manual",
        "print the engine's manual",
        "It is Markdown, made from the engine's own descriptions: commands, settings and rules.",
    )
    baseline.add_commands(add, _id, _count)
    claims.add_command(add, _id)
    here.add_command(add, _id)
    accept.add_command(add, _count)
    add(
        _offline,
        "offline",
        "create build/offline/, the site as a folder that works from disk, and a zip of it",
        "It is created from the current site/. Open index.html in any browser; no server is needed.",
    )
    serve = add(
        _serve,
        "serve",
        "build the site, serve it on this machine and update it after every change",
        "A saved page, example, label or style is shown in the browser automatically. Ctrl-C stops it.",
    )
    serve.add_argument("--port", type=_count, default=8000, metavar="N", help="the port (default: 8000)")
    return parser


def _run(project: Project, options: argparse.Namespace) -> None:
    from execbook.cli import progress
    from execbook.knobs import running

    with progress.shown() as show:
        report = running.run(
            project,
            options.ids or None,
            jobs=options.jobs,
            force=options.force,
            fresh_interpreter=options.fresh_interpreter,
            shard=options.shard,
            progress=show,
        )
    failed = len({problem.path for problem in report.failed})
    counts = f"{len(report.ran)} run, {len(report.fresh)} fresh" + (f", {failed} failed" if failed else "")
    print(f"{counts} ({report.seconds:.1f} s)")
    if report.ran:
        from execbook.book import Book
        from execbook.check.code.times import undeclared

        for problem in undeclared(Book(project), report.ran):
            print(problem, file=sys.stderr)
    _print_taken(project, report)
    raise_if_any(report.failed)


def _explain(project: Project, options: argparse.Namespace) -> None:
    from execbook.book import Book
    from execbook.records import explain
    from execbook.runs import runner

    book = Book(project)
    (snippet,) = runner.choose(book.all_snippets(), [options.id])
    parts = explain.explain(snippet, book.labels, project.settings, book.store)
    changed = any(part.changed for part in parts)
    print(f"{options.id} {'would run again' if changed else 'is fresh and would not run again'}:")
    for part in parts:
        print(f"  {part.part:<12} {part.difference or 'unchanged'}")


def _check(project: Project, options: argparse.Namespace) -> None:
    from execbook.check import check, site_is_stale

    raise_if_any(check(project))
    site = f"{project.relative(project.site)}/"
    if not project.site.is_dir():
        print(f"no problems in the sources; there is no {site} yet")
    elif site_is_stale(project):
        print(f"no problems in the sources; {site} was built from others and was not checked: build it again")
    else:
        print("no problems")


def _rules(project: Project, options: argparse.Namespace) -> None:
    from execbook.check.rules import Stage, all_rules

    rules = all_rules()
    width = max(len(one.name) for one in rules)
    for stage in Stage:
        print(f"{stage.value}:")
        for one in rules:
            if one.stage is stage:
                print(f"{'*' if one.house else ' '} {one.name:{width}}  {one.sentence}")


def _manual(project: Project, options: argparse.Namespace) -> None:
    from execbook.cli import manual

    print(manual.text(_parser()), end="")


def _new(options: argparse.Namespace) -> None:
    from execbook.cli import new

    project = new.create(options.folder, options.languages)
    print(f"created {project.root}; now: cd {project.root} && {COMMAND} serve")


def _build(project: Project, options: argparse.Namespace) -> None:
    from execbook.cli import progress
    from execbook.knobs import running
    from execbook.site import build

    if build.pending_if_current(project) is not None:
        print(f"nothing has changed since {project.site / 'index.html'} was built")
        return
    with progress.shown() as show:
        report = running.run(project, progress=show)
    _print_taken(project, report)
    raise_if_any(report.failed)
    build.build(project, progress=lambda stage: print(stage, file=sys.stderr))
    print(f"built {project.site / 'index.html'}")


def _offline(project: Project, options: argparse.Namespace) -> None:
    from execbook.site import offline

    print(f"created {offline.make(project) / 'index.html'}, and a zip beside the folder")


def _serve(project: Project, options: argparse.Namespace) -> None:
    from execbook.book import Book
    from execbook.cli import progress
    from execbook.knobs import running
    from execbook.runs import runner
    from execbook.serve import session

    with contextlib.ExitStack() as stack:
        fork_server = None

        def run() -> list[Problem]:
            nonlocal fork_server
            with progress.shown() as show:
                report = running.run(project, progress=show, server=fork_server)
            _print_taken(project, report)
            lost = any(problem.rule == "fork-server" for problem in report.failed)
            if lost or fork_server is None:  # from now on packages are loaded when an example is saved
                fork_server = stack.enter_context(
                    runner.server_for(project, runner.choose(Book(project).all_snippets()))
                )
            return report.failed

        session.serve(project, port=options.port, run=run)


def _print_taken(project: Project, report: RunReport) -> None:
    """Print which shared translations figures take for the first time: a word may mean another thing."""
    if not report.taken:
        return
    from execbook.baseline import files

    known = files.read(project)
    for example_id, entries in sorted(report.taken.items()):
        if example_id in report.first and example_id in known:
            continue  # reviewed before, and run for the first time on this machine
        for language, taken in entries.items():
            listed = ", ".join(f"{label!r} = {text!r}" for label, text in sorted(taken.items()))
            place = project.relative(project.labels(language))
            source = project.named(f"snippets/{example_id}.py")
            print(f"{source}: its figures take these labels from [shared]: {listed}")
            print(
                "    -> a word that means another thing here needs its own translation "
                f'in {place}, below ["{example_id}"]'
            )


def _project() -> Project:
    try:
        return find_project()
    except FileNotFoundError as error:
        raise ProblemError(
            Problem("", 0, str(error), "run execbook inside the project", "no-project")
        ) from None


def _print_problems(problems: Sequence[Problem]) -> None:
    sys.stdout.flush()
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}", file=sys.stderr)


def _save_traceback(project: Project | None) -> Path:
    folder = project.build if project else Path(tempfile.mkdtemp(prefix="execbook-"))
    folder.mkdir(parents=True, exist_ok=True)
    (file := folder / "traceback.txt").write_text(traceback.format_exc(), "utf-8")
    return file


def _id(text: str) -> str:
    """An example's id, from an id or a path such as snippets/activations/relu.py."""
    with contextlib.suppress(FileNotFoundError, ProblemError):  # reported by the command
        text = find_project().usual(text)
    return text.removeprefix("./").removeprefix("snippets/").removesuffix(".py")


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def _shard(text: str) -> tuple[int, int]:
    part, _, parts = text.partition("/")
    if not (part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a part such as 1/4")
    return int(part), int(parts)
