"""Link the first use of each term on a page to its entry in the glossary.

Linked are terms in running text; not those in headings, links, code, tables and examples, and not on the
page that explains the term. Terms with other meanings in a language (column `judged` of the glossary) are not
linked in it. Labs, and text without a file of its own, have no links.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from execbook.languages.terms import LINK, PAGE, Definition, definitions
from execbook.markdown.glossary_block import source_link
from execbook.markdown.state import Current
from execbook.project import Project
from execbook.sources.places import lab_sources

TEXTS = {"p", "li", "em", "strong"}
"""Elements whose text is linked."""
LEFT_OUT = {"a", "table", "dl", "pre", "code", "summary", "figure", "svg", "math", "button"}
OWN = re.compile(r"\bxb-|\badmonition-title\b")
"""Classes of elements that the engine or the theme makes."""


def register(md: Markdown, current: Current) -> None:
    # After the inline patterns (20), so that links and code are elements; before MkDocs resolves links (0).
    md.treeprocessors.register(_FirstUses(md, current), "execbook-first-uses", 14)


@dataclass(frozen=True)
class Terms:
    """The terms to link in one language, the longest first, so that no part of a longer one is linked.

    pattern: matches any of them; its group `t3` is the fourth.
    """

    terms: list[Definition]
    pattern: re.Pattern[str]


def terms_by_language(project: Project) -> dict[str, Terms]:
    """The terms to link, by language."""
    found, defined = {}, definitions(project)
    for language in project.languages:
        terms = [term for term in defined if term.is_plain[language]]
        terms.sort(key=lambda term: (-len(term.names[language]), term.id))
        patterns = [f"(?P<t{number}>{term.pattern(language)})" for number, term in enumerate(terms)]
        found[language] = Terms(terms, re.compile("|".join(patterns) or "(?!)", re.IGNORECASE))
    return found


class _FirstUses(Treeprocessor):
    def __init__(self, md: Markdown, current: Current):
        super().__init__(md)
        self.current = current

    def run(self, root: Element) -> None:
        state = self.current.state
        entries = state.book.project.docs / state.language / f"{PAGE}.md"
        unlinked = {"", PAGE, *state.book.once(lab_sources)}
        if state.page.key in unlinked or not entries.is_file():
            return
        self.known = state.book.once(terms_by_language)[state.language]
        self.used = {term.id for term in self.known.terms if term.page == state.page.key}
        self.address = source_link(state.page.key, PAGE)
        self._visit(root)

    def _visit(self, element: Element) -> None:
        is_text = element.tag in TEXTS
        children = list(element)
        if is_text:
            element.text, links = self._linked(element.text)
            element[:0] = links
        for child in children:
            if child.tag not in LEFT_OUT and not OWN.search(child.get("class", "")):
                self._visit(child)
            if is_text:
                child.tail, links = self._linked(child.tail)
                after = list(element).index(child) + 1
                element[after:after] = links

    def _linked(self, text: str | None) -> tuple[str | None, list[Element]]:
        """The text before the first link, and the links, each with the text after it as its tail."""
        if not text or isinstance(text, AtomicString):
            return text, []
        links: list[Element] = []
        before, end = text, 0
        for match in self.known.pattern.finditer(text):
            term = self.known.terms[int(str(match.lastgroup)[1:])]
            if term.id in self.used:
                continue
            self.used.add(term.id)
            link = Element("a", {"class": LINK, "href": f"{self.address}#{term.id}"})
            link.text = AtomicString(match[0])
            if links:
                links[-1].tail = text[end : match.start()]
            else:
                before = text[: match.start()]
            links.append(link)
            end = match.end()
        if links:
            links[-1].tail = text[end:]
        return before, links
