"""Tables that scroll sideways by themselves where they are too wide.

The theme gives them their box by script, when the page has long been shown: all that follows is then laid out
a second time, and without a script a wide table is cut off.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from execbook.generator.material import TABLE_BOXES


def register(md: Markdown) -> None:
    # After the attribute lists (8): a table with a class is not the theme's.
    md.treeprocessors.register(_Tables(md), "execbook-tables", 7)


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for position, child in enumerate(parent):
                if child.tag == "table" and "class" not in child.attrib:
                    parent[position] = _boxed(child)


def _boxed(table: Element) -> Element:
    outer = Element("div", {"class": TABLE_BOXES[0]})
    outer.tail, table.tail = table.tail, None
    SubElement(outer, "div", {"class": TABLE_BOXES[1]}).append(table)
    return outer
