"""Formulas: recognised by pymdownx.arithmatex, rendered as MathML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import AtomicString
from pymdownx.arithmatex import ArithmatexExtension, BlockArithmatexProcessor, InlineArithmatexPattern

from execbook.markdown.state import Current

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
