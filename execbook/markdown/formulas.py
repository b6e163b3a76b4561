"""Formulas: recognised by pymdownx.arithmatex, rendered as MathML."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString
from pymdownx.arithmatex import ArithmatexExtension, BlockArithmatexProcessor, InlineArithmatexPattern

from execbook.markdown.state import Current

OPENING = re.compile(r"[(\[“‘《「]+$")
ATTACHED = re.compile(rf"[^\s{STX}{ETX}]+")
"""Text directly after a formula, up to a space or what Markdown has put aside."""
BARE = {"tex_inline_wrap": ["", ""], "tex_block_wrap": ["", ""]}
"""With these, Arithmatex returns the LaTeX unchanged."""


def register(md: Markdown, current: Current) -> None:
    """Replace arithmatex's processors, for `$…$` and `$$…$$` only."""
    settings = {"generic": True, "inline_syntax": ["dollar"], "block_syntax": ["dollar"], **BARE}
    ArithmatexExtension(**settings).extendMarkdown(md)
    inline = md.inlinePatterns["arithmatex-inline"]
    block = md.parser.blockprocessors["arithmatex-block"]
    assert isinstance(block, BlockArithmatexProcessor)
    # As `sources.pages.inline.INLINE`: no dollar before a digit closes a formula.
    pattern = f"(?:{inline.pattern}(?![0-9]))"
    md.inlinePatterns.register(_Inline(pattern, settings, current), "arithmatex-inline", 189.9)
    md.parser.blockprocessors.register(
        _Display(block.pattern.pattern, settings, md, current), "arithmatex-block", 79.9
    )
    md.treeprocessors.register(_Whole(md), "execbook-whole", 6)  # after inline patterns (20)


class _Whole(Treeprocessor):
    """Keep a formula, what is attached to it, and the bracket before it in one line.

    Chromium breaks the line after a formula whatever character follows, a word joiner included.
    """

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            if parent.tag == "math":
                continue
            for position, child in enumerate(parent):
                if child.tag == "math":
                    parent[position] = _whole(parent, position)


def _whole(parent: Element, position: int) -> Element:
    """The formula at this position of its parent; in a span if text is attached to it."""
    formula = parent[position]
    tail = formula.tail or ""
    former = parent[position - 1] if position else None
    text = (parent.text if former is None else former.tail) or ""
    before, after = OPENING.search(text), ATTACHED.match(tail)
    if not before and not after:
        return formula
    span = Element("span", {"class": "xb-whole"})
    if before:
        span.text = before[0]
        if former is None:
            parent.text = text[: before.start()]
        else:
            former.tail = text[: before.start()]
    end = after.end() if after else 0
    formula.tail, span.tail = tail[:end], tail[end:]
    span.append(formula)
    return span


class _Inline(InlineArithmatexPattern):
    def __init__(self, pattern: str, settings: dict, current: Current):
        super().__init__(pattern, settings)
        self.current = current

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str, int, int]:
        found, start, end = super().handleMatch(m, data)
        if isinstance(found, Element):
            found = _mathml(self.current, found.text, display=False)
        return found, start, end


class _Display(BlockArithmatexProcessor):
    def __init__(self, pattern: str, settings: dict, md: Markdown, current: Current):
        super().__init__(pattern, settings, md)
        self.current = current

    def generic_output(self, parent: Element, math: str) -> None:
        words = self.current.state.words
        # The box scrolls where the formula is wider than the page, so it has to be focusable.
        box = {"class": "xb-math", "tabindex": "0", "role": "group", "aria-label": words.formula}
        SubElement(parent, "div", box).append(_mathml(self.current, math, display=True))


def _mathml(current: Current, latex: str, *, display: bool) -> Element:
    state = current.state
    with state.placing(latex):
        element = state.formula(latex, display=display)
    state.count("formula", latex)
    for part in element.iter():
        # Formulas contain much that Markdown would treat as its own syntax.
        part.text = AtomicString(part.text or "")
    return element
