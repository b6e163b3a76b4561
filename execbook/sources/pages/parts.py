"""The parts of a page's source. `line` is always counted from 1 in the file."""

from typing import Any, NamedTuple


class Heading(NamedTuple):
    """A heading. id: the explicit `{#id}`; None if there is none. text: its Markdown without attributes."""

    line: int
    level: int
    id: str | None
    text: str


class Block(NamedTuple):
    """A `/// name | argument` block from `line` to `last`, which is 0 for an unclosed block.

    depth: number of enclosing blocks. text: its content, as Markdown.
    """

    line: int
    last: int
    name: str
    argument: str
    options: dict[str, Any]
    depth: int
    text: str

    @property
    def times(self) -> frozenset[int]:
        """Of an example: lines of its output that contain times, which are shown and never compared."""
        times = self.options.get("times", [])
        return frozenset(times if isinstance(times, list) else [times])


class Example(NamedTuple):
    """An `example` block. show: the parts that its option `show` names; None if it names none."""

    line: int
    last: int
    id: str
    region: str | None
    show: tuple[str, ...] | None
    caption: str


class Claim(NamedTuple):
    """A `claim` block: a sentence, and the relation over recorded values that it rests on.

    example: whose values; None for those of the examples that the page shows. vary: what a trial varies.
    counts: whether the sentence says how often it holds, with `{{ held }}` and `{{ tried }}`.
    """

    line: int
    last: int
    relation: str
    example: str | None
    vary: str
    text: str
    counts: bool


class Choice(NamedTuple):
    """A choice of a prediction, as Markdown. shown: what it says; of a figure, what that shows, or nothing.
    reason: why it is right or wrong."""

    line: int
    shown: str
    reason: str


class Pictured(NamedTuple):
    """A recorded figure, `clustering/moons?eps=0.1#2`. setting: of the example's knob, empty for its own.
    number: of the run's figures, from 1."""

    example: str
    setting: str
    number: int

    def __str__(self) -> str:
        return self.example + (f"?{self.setting}" if self.setting else "") + f"#{self.number}"


class Prediction(NamedTuple):
    """A `predict` block: a question that is asked before an example shows what it left.

    example: whose results are folded and whose values are used. right, wrong: expressions over its values, in
    the order of the choices, of which the first is right. within: how far a typed number may be off, in the
    unit in which the choices show it; None where one of the choices is chosen. figures: instead of
    expressions, what the choices show; the first is that of the example.
    """

    line: int
    last: int
    question: str
    example: str
    right: str
    wrong: tuple[str, ...]
    within: float | None
    choices: tuple[Choice, ...]
    figures: tuple[Pictured, ...] = ()


class Value(NamedTuple):
    """A bound value, `{{ example:name | format }}`. example and format are None if omitted."""

    line: int
    text: str
    example: str | None
    name: str
    format: str | None
    in_math: bool


class Formula(NamedTuple):
    """`$…$`, or `$$…$$` if display. latex: the text between the dollars, bound values included."""

    line: int
    latex: str
    display: bool


class Fence(NamedTuple):
    """A code block. mark: "```", "~~~" or longer; "" if it is indented.

    last: 0 for an unclosed block. info: the text after the opening mark. text: the code.
    """

    line: int
    last: int
    mark: str
    info: str
    text: str


class Link(NamedTuple):
    """A target that the page refers to. kind: "link", "image", "definition" (`[x]: target`) or "html"."""

    line: int
    kind: str
    target: str
    text: str


class Prose(NamedTuple):
    """One line of prose without code, formulas, bound values, link targets, attributes and HTML.

    Spaces replace what was removed, so that columns do not change. Headings, table rows, captions and
    the titles of blocks count as prose.
    """

    line: int
    text: str
