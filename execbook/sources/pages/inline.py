"""Parse constructs inside lines: code spans, formulas, bound values, links. The rest is prose."""

import re

from execbook.sources.pages.canvas import Canvas
from execbook.sources.pages.parts import Formula, Link, Prose, Value
from execbook.sources.snippets import ID

WITHIN = r"(?:(?!\n[ \t]*(?:\n|[-*+|>#]|\d+\.[ ])).)+?"
"""Text within one paragraph, list item or table row."""

CODE = re.compile(rf"(?<![\\`])(?P<mark>`+)(?!`){WITHIN}(?<!`)(?P=mark)(?!`)", re.DOTALL)
DISPLAY = re.compile(r"(?<!\\)\$\$(?P<latex>(?:\\.|[^\\$])+?)\$\$", re.DOTALL)
INLINE = re.compile(
    r"(?<!\\)\$(?![\s$])(?P<latex>(?:\\.|(?!\n[ \t]*\n)[^\\$])+?)(?<!\s)\$(?![0-9])", re.DOTALL
)
"""A dollar before a digit closes no formula, so that amounts such as $5–$10 stay text: the rule of pandoc."""
VALUE = re.compile(r"(?<!\\)\{\{(?P<body>[^{}]*)\}\}")
VALUE_IN_MATH = re.compile(r"\{\{(?=\s)(?P<body>[^{}]*)\}\}")
"""In a formula a space must follow the braces, as LaTeX may contain double braces."""

_TARGET = (
    r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"\(\s*<?(?P<target>[^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
IMAGE = re.compile(r"(?<!\\)!" + _TARGET)
LINK = re.compile(r"(?<![\\!])" + _TARGET)
DEFINITION = re.compile(
    r"^ {0,3}\[(?P<text>[^\]^][^\]]*)\]:[ ]*<?(?P<target>\S+?)>?(?:[ \t]+[\"'(].*)?$", re.MULTILINE
)
AUTOLINK = re.compile(r"<(?P<target>(?:https?|ftp|mailto):[^<>\s]+)>")
ADDRESS = re.compile(r"\bhttps?://[^\s<>()]+")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
REFERENCE = re.compile(
    r"\b(?:href|src|poster)\s*=\s*(?P<quote>[\"'])(?P<target>.*?)(?P=quote)", re.IGNORECASE
)
ATTRIBUTES = re.compile(r"(?<!\{)\{:?[ ]*(?:[#.][\w-]|[\w-]+=)[^{}\n]*\}(?!\})")


def values_in_code(canvas: Canvas) -> list[Value]:
    """Double braces in code spans, which are shown as typed."""
    return [
        Value(
            canvas.line_of(code.start() + match.start()), match[0], *split_value(match["body"]), in_math=False
        )
        for code in CODE.finditer(canvas.text)
        for match in VALUE.finditer(code[0])
    ]


def blank_code_spans(canvas: Canvas) -> None:
    """Blank out code, and then the remaining comments."""
    for pattern in (CODE, COMMENT):
        for match in pattern.finditer(canvas.text):
            canvas.blank(*match.span())


Placed = list[tuple[int, Value]]
"""Values with their offsets in the page, by which those of one line can be sorted."""


def read_formulas(canvas: Canvas) -> tuple[list[Formula], Placed]:
    """Formulas by line, and the bound values inside them."""
    formulas: list[Formula] = []
    values: Placed = []
    for pattern, display in ((DISPLAY, True), (INLINE, False)):
        for match in pattern.finditer(canvas.text):
            formulas.append(Formula(canvas.line_of(match.start()), match["latex"], display))
            for value in VALUE_IN_MATH.finditer(match["latex"]):
                values += _value(canvas, match.start("latex") + value.start(), value, in_math=True)
            canvas.blank(*match.span())
    return sorted(formulas, key=lambda formula: formula.line), values


def read_values(canvas: Canvas) -> Placed:
    values: Placed = []
    for match in VALUE.finditer(canvas.text):
        values += _value(canvas, match.start(), match, in_math=False)
        canvas.blank(*match.span())
    return values


def split_value(body: str) -> tuple[str | None, str, str | None]:
    """Example, name and format of the text between the braces. The name is empty if there is none."""
    name, bar, format_spec = body.rpartition("|")
    if not bar:
        name, format_spec = body, ""
    example, colon, rest = name.strip().partition(":")
    if colon and ID.fullmatch(example.strip()):
        return example.strip(), rest.strip(), format_spec.strip() or None
    return None, name.strip(), format_spec.strip() or None


def _value(canvas: Canvas, offset: int, match: re.Match[str], *, in_math: bool) -> Placed:
    example, name, format_spec = split_value(match["body"])
    if name:
        return [(offset, Value(canvas.line_of(offset), match[0], example, name, format_spec, in_math))]
    cure = "write for example {{ share[0.5] | .0% }}, or \\{{ for plain braces"
    canvas.problem(canvas.line_of(offset), f"{match[0]} names no value", cure, "value-form")
    return []


def read_links(canvas: Canvas) -> list[Link]:
    """All links, images and other references. The texts of links and the descriptions of images remain."""
    links: list[Link] = []

    def found(match: re.Match[str], kind: str, text: str = "", start: int = 0) -> None:
        links.append(Link(canvas.line_of(start + match.start()), kind, match["target"], text))

    # Images first: a link may have one for its text.
    for pattern, kind in ((IMAGE, "image"), (LINK, "link")):
        for match in pattern.finditer(canvas.text):
            found(match, kind, match["text"])
            canvas.blank(match.start(), match.start("text"))
            canvas.blank(match.end("text"), match.end())
    for match in DEFINITION.finditer(canvas.text):
        found(match, "definition", match["text"])
        canvas.blank(*match.span())
    for match in AUTOLINK.finditer(canvas.text):
        found(match, "link")
        canvas.blank(*match.span())
    for tag in TAG.finditer(canvas.text):
        for match in REFERENCE.finditer(tag[0]):
            found(match, "html", start=tag.start())
    return sorted(links, key=lambda link: link.line)


def read_prose(canvas: Canvas) -> list[Prose]:
    """The lines that remain after all other steps."""
    for pattern in (TAG, ATTRIBUTES, ADDRESS):
        for match in pattern.finditer(canvas.text):
            canvas.blank(*match.span())
    lines = ((number, canvas.line(number).rstrip()) for number in range(1, canvas.count + 1))
    return [Prose(number, line) for number, line in lines if line]
