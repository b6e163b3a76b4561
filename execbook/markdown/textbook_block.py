"""The block `/// textbook | 4`: results printed in that chapter beside those of our examples."""

from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from execbook.book.bindings import bind
from execbook.markdown.tables import headed, row_of
from execbook.problems import UnplacedProblem
from execbook.records import numbers
from execbook.sources.textbook import Comparison


class TextbookBlock(Block):
    """Its argument is the number of the chapter. It has no text."""

    NAME = "textbook"
    ARGUMENT = True

    def on_validate(self, parent: Element) -> bool:
        return self.argument.isdecimal()

    def on_create(self, parent: Element) -> Element:
        self.state = self.config["current"].state
        table, self.body = headed(parent, self.state.words.textbook)
        for comparison in self.state.book.textbook:
            if comparison.chapter == int(self.argument):
                with self.state.placing(f"textbook | {self.argument}"):
                    self._row(comparison)
        return table

    def _row(self, comparison: Comparison) -> None:
        language = self.state.language
        bound = bind(self.state.book, comparison.example, comparison.value, ())
        if not isinstance(bound.value, float | int):
            message = f"{comparison.example}:{comparison.value} is not a number"
            raise UnplacedProblem(message, "compare numbers in accepted/textbook.toml", "textbook")
        why = comparison.why.get(language, "")
        if comparison.agrees(bound.value) == bool(why):
            message = (
                f"{comparison.example}:{comparison.value} is {bound.value}, the book prints {comparison.book}"
            )
            cure = "give a reason in accepted/textbook.toml, or remove it if both agree"
            raise UnplacedProblem(message, cure, "textbook")
        printed = numbers.show(comparison.book, comparison.format)
        row = row_of(self.body, comparison.what[language], printed)
        cell = SubElement(row, "td")
        origin = f"{bound.example}: {bound.name}"
        value = SubElement(cell, "data", {"class": "xb-value", "value": str(bound.value), "title": origin})
        value.text = AtomicString(numbers.show(bound.value, comparison.format))
        SubElement(row, "td").text = AtomicString(why or self.state.words.agrees)
        file = f"{self.state.to_site_root}{self.state.book.shown(bound.example, language).address}"
        link = f'<a href="{file}" download>{bound.example.rpartition("/")[2]}</a>'
        # Stashed: MkDocs would look for the link's target among the pages.
        SubElement(row, "td").text = self.md.htmlStash.store(link)
