"""The block `/// glossary`: every term in all languages, a sentence, and where it is explained."""

import posixpath
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

from execbook.languages.terms import Definition, definitions


class GlossaryBlock(Block):
    """It takes neither argument nor text."""

    NAME = "glossary"
    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        state = self.config["current"].state
        language = state.language
        terms = state.book.once(definitions)
        found = SubElement(parent, "dl", {"class": "xb-glossary"})
        for term in sorted(terms, key=lambda one: one.names[language].casefold()):
            state.ids.add(term.id)
            name = SubElement(found, "dt", {"id": term.id})
            name.text = f"{term.names[language]} "
            for other in state.book.project.languages:
                if other != language:
                    SubElement(name, "span", {"lang": other}).text = term.names[other]
            SubElement(found, "dd").text = f"{term.sentences[language]} {self._link(term)}".rstrip()
        return found

    def _link(self, term: Definition) -> str:
        state = self.config["current"].state
        page = state.book.pages[state.language].get(term.page)
        if page is None:
            return ""
        title = str(page.meta.get("title", "")).replace("[", r"\[").replace("]", r"\]")
        heading = f"#{term.heading}" if term.heading else ""
        return f"[{title}]({source_link(state.page.key, term.page)}{heading})"


def source_link(key: str, target: str) -> str:
    """The link between two pages' source files, which MkDocs turns into one between addresses."""
    return posixpath.relpath(f"{target}.md", posixpath.dirname(key) or ".")
