"""Parse predictions: questions that a page asks before an example shows what it left."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from execbook.problems import did_you_mean
from execbook.sources.pages.canvas import Canvas
from execbook.sources.pages.parts import Block, Choice, Example, Pictured, Prediction

OPTIONS = ("example", "right", "wrong", "within", "figures")
FIGURE = re.compile(r"(?P<example>[^?#\s]+)(?:\?(?P<setting>[^#]+))?(?:#(?P<number>[1-9]\d*))?")
ITEM = re.compile(r" {0,3}[-*+][ ]+(?P<text>\S.*)")
CHOICE = re.compile(r"\*\*(?P<shown>[^\n]+?)\*\*\s+(?P<reason>\S.*)", re.DOTALL)


def read_predictions(
    canvas: Canvas, blocks: Sequence[Block], examples: Sequence[Example]
) -> list[Prediction]:
    """The `predict` blocks among `blocks`; what cannot be read becomes a problem."""
    return [
        _prediction(canvas, block, examples) for block in blocks if block.name == "predict" and block.last
    ]


def _prediction(canvas: Canvas, block: Block, examples: Sequence[Example]) -> Prediction:
    options = block.options

    def problem(message: str, fix: str, line: int = block.line) -> None:
        canvas.problem(line, message, fix, "block-options")

    for option in options:
        if option not in OPTIONS:
            problem(f"a prediction has no option {option!r}", did_you_mean(str(option), OPTIONS, "options"))
    if not block.argument:
        problem("this prediction asks nothing", "write '/// predict | How many units are dead?'")
    drawn = "figures" in options
    figures = tuple(_figures(options.get("figures"), problem))
    right, wrong, within = _texts(options.get("right")), _texts(options.get("wrong")), options.get("within")
    if drawn:
        if len(figures) < 2 or figures[0].setting:
            problem(
                "a prediction of a figure needs at least two, the first as the example's file draws it",
                "list below 'figures:' for example '- clustering/moons' and '- clustering/moons?eps=0.1'",
            )
        for option in options.keys() & {"right", "wrong", "within", "example"}:
            message = f"{option!r} says nothing where the choices are figures"
            problem(message, "remove it: the first of the figures is right, and names the example")
    elif len(right) != 1 or not wrong:
        cure = "write for example 'right: share[20]' and 'wrong: share[2]', or a list of wrong ones"
        problem("a prediction needs one right choice and at least one wrong one", cure)
    if within is not None and (type(within) not in (int, float) or within < 0):
        problem(f"within cannot be {within!r}", "write how far a typed number may be off: 'within: 5'")
        within = None
    choices = tuple(_choices(canvas, block, drawn))
    asked, what = (len(figures), "figures") if drawn else (len(right) + len(wrong), "expressions")
    if len(choices) != asked:
        item = "its reason" if drawn else "**the choice** its reason"
        problem(
            f"{len(choices)} choices for {asked} {what}",
            f"write a list item for the right one, and then one for each of the wrong ones: '- {item}'",
        )
    for choice in choices:
        if not choice.reason:
            message = "a choice begins with what it says in bold, and has its reason after that"
            problem(message, "write '- **37%** The reason.'", choice.line)
    later = [
        one.id
        for one in examples
        if one.line > block.last
        and one.show != ("code",)
        and not (drawn and one.show and "figures" not in one.show)
    ]
    example = figures[0].example if figures else options.get("example", later[0] if later else "")
    if example not in later:
        problem(
            f"no example {example or ''} after this prediction shows what it asks for".replace("  ", " "),
            "put the block before the example" + ("" if drawn else ", or name it with 'example:'"),
        )
    return Prediction(
        block.line,
        block.last,
        block.argument,
        str(example),
        "".join(right[:1]),
        wrong,
        within,
        choices,
        figures,
    )


def _figures(option: Any, problem: Callable[[str, str], None]) -> Iterator[Pictured]:
    for text in _texts(option):
        if match := FIGURE.fullmatch(text):
            yield Pictured(match["example"], match["setting"] or "", int(match["number"] or 1))
        else:
            cure = "write an example, and what its knob is set to: 'clustering/moons?eps=0.1', or '…#2'"
            problem(f"{text!r} names no figure", cure)


def _texts(option: Any) -> tuple[str, ...]:
    """The expressions of an option, of which a single one needs no list."""
    listed = option if isinstance(option, list) else [option]
    return tuple(str(one) for one in listed if one not in (None, ""))


def _choices(canvas: Canvas, block: Block, drawn: bool) -> Iterator[Choice]:
    """The items of the list. drawn: whether the choices are figures, which words need not name."""
    items: list[tuple[int, list[str]]] = []
    for number in range(block.line + 1, block.last):
        line = canvas.source_lines(number, number)
        if match := ITEM.fullmatch(line):
            items.append((number, [match["text"]]))
        elif items and line.strip():
            items[-1][1].append(line.strip())
    for number, lines in items:
        text = "\n".join(lines)
        if match := CHOICE.fullmatch(text):
            yield Choice(number, match["shown"], match["reason"])
        else:
            yield Choice(number, "", text) if drawn else Choice(number, text, "")
