"""Bound values in running text, `{{ share[0.5] | .0% }}`."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from execbook.markdown.state import PIPE, Current
from execbook.sources.pages.inline import INLINE, VALUE

BRACES = re.compile(r"\{\{[^{}]*\}\}")


def register(md: Markdown, current: Current) -> None:
    # After the fenced blocks (25) and raw HTML (20) have been stashed.
    md.preprocessors.register(_HidePipes(md), "execbook-hide-pipes", 10)
    md.postprocessors.register(_RestorePipes(md), "execbook-restore-pipes", -10)
    # After code spans (190) and formulas (189.9), before escapes, links and emphasis.
    md.inlinePatterns.register(_ValueProcessor(md, current), "execbook-value", 189)


class _HidePipes(Preprocessor):
    """Hide the `|` of bound values and formulas from the splitting of table rows."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        for pattern in (BRACES, INLINE):
            text = pattern.sub(lambda match: match[0].replace("|", PIPE), text)
        return text.split("\n")


class _RestorePipes(Postprocessor):
    """Restore what was hidden in code, where the braces have no meaning."""

    def run(self, text: str) -> str:
        return text.replace(PIPE, "|")


class _ValueProcessor(InlineProcessor):
    """Render the value, with its exact value and its origin as attributes for readers and for the rules."""

    def __init__(self, md: Markdown, current: Current):
        super().__init__(VALUE.pattern, md)
        self.current = current

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:
        state = self.current.state
        with state.placing(m[0]):
            bound, text = state.value(m["body"])
        state.count("value", m[0])
        origin = f"{bound.example}: {bound.name}"
        element = Element("data", {"class": "xb-value", "value": str(bound.value), "title": origin})
        element.text = AtomicString(text)
        return element, m.start(), m.end()
