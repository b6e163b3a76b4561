"""Wrap tables in boxes that scroll horizontally where they are too wide.

The theme does this by script, after the page has been shown: everything below is then laid out again, and
without scripts a wide table is cut off.
"""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from execbook.generator.material import TABLE_BOXES


def register(md: Markdown) -> None:
    # After the attribute lists (8): the theme wraps only tables without a class.
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
