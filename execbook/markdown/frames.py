"""What a knob swaps on a page: for every setting the code, the output, the figures and what quotes them.

Most of it is the same in all frames, so each is a list of places in one list of pieces.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from markdown import Markdown

from execbook.book import Book
from execbook.book.bindings import bind
from execbook.book.turned import Turn, frames_of, knobs_of, turns
from execbook.figures.shown import table
from execbook.languages.wording import run_line
from execbook.markdown import example_html, figure_html
from execbook.problems import UnplacedProblem
from execbook.records import numbers
from execbook.records.store import Record
from execbook.sources.knobs import shown, told
from execbook.sources.pages import Page, Value

PIECE = re.compile(r"(?=<)|(?<=>)|(?<=\n)")
BLOCK = "knob"

Frame = dict[str, Any]
"""`at`: the values as texts. `lines`: those of the file that move, by number. `code`: HTML. `output`, `meta`:
texts. `figures`, `tables`: HTML by number of the figure. `values`: texts of the quoted values."""


def frames(
    book: Book, page: Page, example_id: str, region: str | None, parts: Sequence[str], md: Markdown
) -> list[Frame]:
    """The frames of an example on a page, in the order in which its knob moves, its own first.

    Raises UnplacedProblem if a setting has not been run, or lacks what the page quotes.
    """
    knob = knobs_of(book).get(example_id)
    if knob is None:
        return []
    texts = quotes(book, page, example_id)
    if knob.frames:
        return [_figures_of(book, page, example_id, number, texts[number]) for number in range(len(texts))]
    turned = turns(book, example_id)
    sources = [one.book.shown(example_id, page.language).source.split("\n") for one in turned]
    moving = [number for number, lines in enumerate(zip(*sources, strict=True), 1) if len({*lines}) > 1]
    return [
        _frame(page, one, region, parts, moving, md) | {"values": quoted}
        for one, quoted in zip(turned, texts, strict=True)
    ]


def packed(found: Sequence[Frame]) -> str:
    """The frames as JSON that may stand in HTML."""
    pieces: dict[str, int] = {}

    def places(html: str) -> list[int]:
        """Place and number of successive pieces, in turn."""
        runs: list[int] = []
        for piece in filter(None, PIECE.split(html)):
            at = pieces.setdefault(piece, len(pieces))
            if runs and runs[-2] + runs[-1] == at:
                runs[-1] += 1
            else:
                runs += [at, 1]
        return runs

    def pack(name: str, value: Any) -> Any:
        if name in ("code", "output"):
            return places(value)
        return [places(one) for one in value] if name in ("figures", "tables") else value

    listed = [{name: pack(name, value) for name, value in frame.items()} for frame in found]
    text = json.dumps({"pieces": [*pieces], "frames": listed}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def quotes(book: Book, page: Page, example_id: str) -> list[list[str]]:
    """For every frame the texts of the values that the page quotes in what follows the knob.

    Where the figures of one run follow each other, a quoted `loss[0]` is `loss[1]` with the second. Raises
    UnplacedProblem if one cannot follow.
    """
    ids = [one.id for one in page.examples]
    spans = [(one.line, one.last) for one in page.blocks if one.name == BLOCK and one.argument == example_id]
    inside = [one for one in page.values if any(first < one.line < last for first, last in spans)]
    bound = [(one, bind(book, one.example, one.name, ids)) for one in inside]
    own = [(value, found.name) for value, found in bound if found.example == example_id]
    knob = knobs_of(book)[example_id]
    if not knob.frames:
        return [
            [_text(one.run.record.values, value, name, told(one.setting)) for value, name in own]
            for one in turns(book, example_id)
        ]
    values = book.run(example_id).record.values
    return [
        [
            _text(values, value, re.sub(r"\[0\]$", f"[{number}]", name), f"{knob.frames} = {shown(at)}")
            for value, name in own
        ]
        for number, at in enumerate(frames_of(book, knob))
    ]


def _frame(
    page: Page, turn: Turn, region: str | None, parts: Sequence[str], moving: Sequence[int], md: Markdown
) -> Frame:
    book, record, example_id, language = turn.book, turn.run.record, turn.run.snippet.id, page.language
    snippet = book.shown(example_id, language)
    lines = snippet.source.split("\n")
    frame: Frame = {"at": [shown(one) for one in turn.setting.values()]}
    frame["lines"] = {str(number): lines[number - 1] for number in moving}
    if "code" in parts:
        html = example_html.code(md, snippet, region)
        frame["code"] = html[html.index("<code>") + len("<code>") : html.rindex("</code>")]
    if "output" in parts:
        frame["output"] = record.output
    if "figures" in parts:
        found = [_figure(book, example_id, number, language) for number in range(len(record.figures))]
        frame["figures"], frame["tables"] = [one[0] for one in found], [one[1] for one in found]
    frame["meta"] = meta(book, record, language)
    return frame


def _figures_of(book: Book, page: Page, example_id: str, number: int, texts: list[str]) -> Frame:
    """One of the figures that follow each other."""
    drawing, tables = _figure(book, example_id, number, page.language)
    at = shown(frames_of(book, knobs_of(book)[example_id])[number])
    return {"at": [at], "lines": {}, "figures": [drawing], "tables": [tables], "values": texts}


def _figure(book: Book, example_id: str, number: int, language: str) -> tuple[str, str]:
    tables, _ = table.tables(book, example_id, number, language)
    drawing = figure_html.drawing(book.svg(example_id, number, language), "")
    return drawing[drawing.index("<svg") : drawing.rindex("</svg>") + len("</svg>")], "".join(
        map(figure_html.table, tables)
    )


def meta(book: Book, record: Record, language: str) -> str:
    """When and with what it was run."""
    names = book.project.settings.package_names
    return run_line(language, record.ran_at, record.seconds, example_html.versions(record.versions, names))


def _text(values: Mapping[str, numbers.Scalar], value: Value, name: str, setting: str) -> str:
    if value.in_math:
        message = "a value in a formula cannot follow a knob"
        raise UnplacedProblem(f"{message}: {value.text}", "write it as text", "knob-text")
    if name not in values:
        message = f"{name!r} is not recorded with {setting}"
        raise UnplacedProblem(message, "quote what every value of the knob records", "knob-text")
    return numbers.show(values[name], value.format)
