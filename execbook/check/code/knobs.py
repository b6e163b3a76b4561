"""Whether what moves on pages fits its examples, has been run, and leaves the axes where they are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from execbook.book import Book
from execbook.book.turned import frames_of, knobs_of, turns
from execbook.check.rules import Break, rule
from execbook.markdown import frames
from execbook.problems import Problem, ProblemError, UnplacedProblem, did_you_mean
from execbook.sources import knobs
from execbook.sources.knobs import Knob
from execbook.sources.pages import Page

FILE = "snippets/part/knobs.toml"


@rule(
    "knob",
    "A knob moves one plain value of its example, whose own comes first, or the figures of its run.",
    Break(FILE, new="[halving]\nvalues.number = [2.0, 3.0]\n"),
)
@rule(
    "knob-run",
    "An example has been run with every value of its knob.",
    Break(FILE, new="[halving]\nvalues.number = [1.0, 3.0]\n"),
)
@rule("knob-axes", "Axes are the same with every value of a knob, unless it says why they move.")
@rule(
    "knob-text",
    "A page with a knob has a block that says what to look for, with values that every run records.",
    Break(FILE, new="[halving]\nvalues.number = [1.0, 3.0]\n"),
)
def fitting(book: Book) -> Iterator[Problem]:
    try:
        known = knobs_of(book)
    except ProblemError as error:
        yield from error.problems
        return
    for example_id, knob in known.items():
        if (snippet := book.snippets.get(example_id)) is None:
            yield knob.problem(
                "there is no such example", did_you_mean(example_id, book.snippets, "examples")
            )
        elif faults := list(knobs.faults(knob, snippet)):
            yield from faults
        elif example_id in book.records:
            yield from _runs(book, knob)
    for page in book.all_pages():
        yield from _texts(book, page, known)


def _runs(book: Book, knob: Knob) -> Iterator[Problem]:
    """The figures of all settings, or of one run, beside those of the first."""
    record = book.records[knob.example]
    try:
        if knob.frames:
            named = [f"{knob.frames} = {value}" for value in frames_of(book, knob)]
            drawn = [[figure.structure] for figure in record.figures]
        else:
            found = turns(book, knob.example)
            named = [knobs.told(one.setting) for one in found]
            drawn = [[figure.structure for figure in one.run.record.figures] for one in found]
    except UnplacedProblem as error:
        one = error.problem
        yield knob.problem(one.message, one.fix, "knob-run" if one.rule == "no-record" else one.rule)
        return
    for name, figures in zip(named[1:], drawn[1:], strict=True):
        if [*map(len, figures)] != [*map(len, drawn[0])]:
            message = f"draws other figures with {name} than with {named[0]}"
            yield knob.problem(message, "draw as many, with as many axes, with every value")
        elif not knob.axes and (moved := _moved(drawn[0], figures)):
            cure = "set its limits in the file, so that only the data move; or say why it moves: axes = '…'"
            yield knob.problem(f"{moved} with {name} than with {named[0]}", cure, "knob-axes")
            return


def _moved(first: Sequence[Any], other: Sequence[Any]) -> str:
    """The first axis that is not where it was, in words."""
    for number, (one, two) in enumerate(zip(first, other, strict=True), 1):
        for panel, also in zip(one, two, strict=True):
            for scale, there in zip(panel["scales"], also["scales"], strict=False):
                if (scale["kind"], scale["limits"]) != (there["kind"], there["limits"]):
                    limits = f"{scale['limits']}, not {there['limits']}"
                    return f"the axis {scale['name']} of figure {number} has other limits ({limits})"
    return ""


def _texts(book: Book, page: Page, known: Mapping[str, Knob]) -> Iterator[Problem]:
    blocks = {one.argument: one.line for one in page.blocks if one.name == frames.BLOCK}
    shown = {one.id: one.line for one in page.examples}
    for example_id, line in shown.items():
        if example_id in known and example_id not in blocks:
            message = f"{example_id} has a knob, and no block says what to look for"
            fix = f"write below the example: /// {frames.BLOCK} | {example_id}"
            yield Problem(page.name, line, message, fix, "knob-text")
    for example_id, line in blocks.items():
        if example_id not in known or example_id not in shown:
            message = f"{example_id!r} has no knob, or is not shown on this page"
            yield Problem(page.name, line, message, did_you_mean(example_id, known, "knobs"), "knob-text")
            continue
        try:
            frames.quotes(book, page, example_id)
        except UnplacedProblem as error:
            if error.problem.rule == "knob-text":  # others are reported elsewhere
                yield error.at(page.name, line)
