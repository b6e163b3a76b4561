"""Tables of blocks, and the boxes around all tables, which scroll horizontally where they are too wide.

The theme does this by script, after the page has been shown: everything below is then laid out again, and
without scripts a wide table is cut off.
"""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from execbook.generator.material import TABLE_BOXES


def register(md: Markdown) -> None:
    # After the attribute lists (8): the theme wraps only tables without a class.
    md.treeprocessors.register(_Tables(md), "execbook-tables", 7)


def headed(
    parent: Element, titles: Iterable[str], attributes: Mapping[str, str] = {}
) -> tuple[Element, Element]:
    """A new table with these titles, and its body. It has no class, as Material styles only such tables."""
    table = SubElement(parent, "table", dict(attributes))
    head = SubElement(SubElement(table, "thead"), "tr")
    for title in titles:
        SubElement(head, "th", {"scope": "col"}).text = AtomicString(title)
    return table, SubElement(table, "tbody")


def row_of(body: Element, *texts: str) -> Element:
    """A new row with these texts."""
    row = SubElement(body, "tr")
    for text in texts:
        SubElement(row, "td").text = AtomicString(text)
    return row


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
