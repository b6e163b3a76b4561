"""Show the progress of a run: a bar in a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from execbook.runs.runner import Progress

Show = Callable[["Progress"], None]


@contextlib.contextmanager
def shown() -> Generator[Show]:
    """A function that shows progress on standard error. It prints nothing if nothing has to run."""
    with contextlib.ExitStack() as stack:
        yield _bar(stack) if sys.stderr.isatty() else _lines


def _lines(now: Progress) -> None:
    if now.event == "waiting":
        print("waiting for another run to end", file=sys.stderr, flush=True)
    elif now.event in ("finished", "failed"):
        ended = now.done + now.failed
        print(
            f"[{ended}/{now.total - now.fresh}] {now.id}{' FAILED' if now.event == 'failed' else ''} "
            f"({len(now.running)} running, {now.remaining} left, {now.seconds:.1f} s)",
            file=sys.stderr,
            flush=True,
        )


def _bar(stack: contextlib.ExitStack) -> Show:
    bar = None

    def show(now: Progress) -> None:
        nonlocal bar
        to_run = now.total - now.fresh
        if now.event == "planned" and not to_run:
            return
        if bar is None:
            bar = stack.enter_context(_rich_bar())
            bar.add_task("", state="")
        state = "waiting for another run to end" if now.event == "waiting" else _state(now)
        bar.update(bar.task_ids[0], total=to_run or None, completed=now.done + now.failed, state=state)

    return show


def _state(now: Progress) -> str:
    failed = f"[red]{now.failed} failed[/], " if now.failed else ""
    names = f": {', '.join(now.running)}" if now.running else ""
    return f"{failed}{now.remaining} left, {len(now.running)} running{names}"


def _rich_bar():
    # Imported here, because importing rich takes longer than checking that nothing has to run.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.fields[state]}"))
    return Progress(*columns, console=Console(stderr=True), transient=True)


def runs_ended() -> Callable[[str], None]:
    """A function that shows on a terminal how many runs have ended."""
    count = itertools.count(1)

    def done(name: str) -> None:
        if sys.stderr.isatty():
            print(f"\r{next(count)} run, {name:50}", end="\r", file=sys.stderr, flush=True)

    return done
