"""The block `/// knob | clustering/moons`: what to move and to look for, with values that follow the knob."""

from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block


class KnobBlock(Block):
    """Its text is shown as any other; the example's frames have its values for each setting."""

    NAME = "knob"
    ARGUMENT = True

    def on_markdown(self) -> str:
        return "block"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": "xb-moves", "data-of": self.argument})
