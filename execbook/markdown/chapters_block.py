"""The block `/// chapters | start/chapters`: a list whose entries are cards, each with a figure."""

from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

from execbook.markdown import figure_html
from execbook.problems import UnplacedProblem


class ChaptersBlock(Block):
    """Its argument is the example that draws one figure for each entry; its text is the list."""

    NAME = "chapters"
    ARGUMENT = True

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": "xb-chapters"})

    def on_end(self, block: Element) -> None:
        state = self.config["current"].state
        entries = block.findall("./ul/li")
        with state.placing(f"chapters | {self.argument}"):
            figures = state.book.run(self.argument).record.figures
            if len(figures) != len(entries):
                message = f"{len(entries)} chapters, but {self.argument!r} draws {len(figures)} figures"
                raise UnplacedProblem(message, "write one list entry for each figure", "chapters")
        for number, entry in enumerate(entries):
            drawing = Element("p")
            svg = state.book.svg(self.argument, number, state.language)
            drawing.text = self.md.htmlStash.store(figure_html.drawing(svg, ""))
            text = Element("p")
            text.text, entry.text = entry.text, None
            text.extend(entry)
            entry[:] = [drawing, text]
