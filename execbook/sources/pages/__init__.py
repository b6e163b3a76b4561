"""Parse the pages' sources, with line numbers. Nothing is rendered here.

The rules use the result, and the Markdown extension takes the lines for its messages from it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from execbook.problems import Problem
from execbook.project import Project
from execbook.sources.pages import blocks, inline, predictions
from execbook.sources.pages.canvas import Canvas
from execbook.sources.pages.parts import (
    Block,
    Claim,
    Example,
    Fence,
    Formula,
    Heading,
    Link,
    Prediction,
    Prose,
    Value,
)


@dataclass(frozen=True)
class Page:
    """One page's source. Lines are counted from 1 in the file, front matter included.

    name: path relative to the project's root, for messages. key: path below the language's folder without
    the extension (`activations/relu`), the same in all languages. body: number of the first line after the
    front matter. in_code: what would be bound values outside of code spans. uncoded: the text with front
    matter, blocks' own lines, code and comments blanked out. plain: the same, where signs that are no
    text stand for code, formulas and bound values in a line.
    problems: errors in the page's form (front matter, unclosed fences and blocks, unreadable example blocks
    and values); all other checks are rules.
    """

    path: Path
    name: str
    language: str
    key: str
    source: str
    meta: dict[str, Any]
    body: int
    headings: list[Heading]
    blocks: list[Block]
    examples: list[Example]
    claims: list[Claim]
    predictions: list[Prediction]
    values: list[Value]
    in_code: list[Value]
    formulas: list[Formula]
    fences: list[Fence]
    links: list[Link]
    prose: list[Prose]
    uncoded: Canvas
    plain: Canvas
    problems: list[Problem]

    @property
    def conditions(self) -> dict[Example, dict[str, dict[str, Any]]]:
        """The arguments of each condition that an example compares, by example and name."""
        declared = {
            block.line: blocks.conditions_of(block) for block in self.blocks if block.name == "example"
        }
        return {one: found for one in self.examples if (found := declared[one.line])}

    @property
    def shown_ids(self) -> set[str]:
        """The examples of which the page shows code, results or a value in its text."""
        quoted = {one.example for one in (*self.values, *self.claims) if one.example}
        return {one.id for one in self.examples} | quoted

    @property
    def used_ids(self) -> set[str]:
        """The same, and the examples whose figures it offers as choices: what the page depends on."""
        return self.shown_ids | {one.example for asked in self.predictions for one in asked.figures}


def read_page(project: Project, path: Path) -> Page:
    """Read `docs/<language>/<key>.md`. Errors in its form are in `problems`; only OSError is raised."""
    raw = path.read_bytes()
    source = raw.decode("utf-8", errors="replace").removeprefix("\ufeff")
    # A page that is a symbolic link keeps the name of the link, under which a rule reports it.
    place = path.parent.resolve() / path.name
    name = place.relative_to(project.root.resolve()).as_posix()
    below = place.relative_to(project.docs.resolve())
    key = Path(*below.parts[1:]).with_suffix("").as_posix()
    page = parse_page(source, path, name, below.parts[0], key)
    if "\ufffd" in source or raw.startswith(b"\xef\xbb\xbf") or b"\r" in raw:
        line = source[: max(source.find("\ufffd"), 0)].count("\n") + 1
        page.problems.append(
            Problem(
                page.name,
                line,
                "is not plain UTF-8 with Unix line ends",
                "save the file as UTF-8 without byte order mark, with \\n",
                "encoding",
            )
        )
    return page


def parse_page(source: str, path: Path, name: str, language: str, key: str) -> Page:
    """Parse the text of a page; the file itself is not read."""
    canvas = Canvas(source, name)
    # Each step blanks out what it has parsed, so their order matters: code hides everything, formulas hide
    # values and links.
    meta, body = blocks.read_front_matter(canvas)
    fences = blocks.read_code_blocks(canvas)
    found = blocks.read_blocks(canvas)
    examples = blocks.read_examples(canvas, found)
    lines = canvas.copy()
    claims = blocks.read_claims(canvas, found)
    asked = predictions.read_predictions(canvas, found, examples)
    in_code = inline.values_in_code(canvas)
    inline.blank_code_spans(canvas)
    uncoded = canvas.copy()
    headings = blocks.read_headings(canvas)
    formulas, placed = inline.read_formulas(canvas)
    placed += inline.read_values(canvas)
    plain = canvas.with_marks(lines)
    links = inline.read_links(canvas)
    prose = inline.read_prose(canvas)
    return Page(
        path=path,
        name=name,
        language=language,
        key=key,
        source=source,
        meta=meta,
        body=body,
        headings=headings,
        blocks=found,
        examples=examples,
        claims=claims,
        predictions=asked,
        values=[value for _, value in sorted(placed)],
        in_code=in_code,
        formulas=formulas,
        fences=fences,
        links=links,
        prose=prose,
        uncoded=uncoded,
        plain=plain,
        problems=sorted(canvas.problems),
    )
