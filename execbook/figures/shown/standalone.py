"""A figure outside the site, without its style sheet: in a notebook, or as a file."""

import re

from execbook.figures.drawing.svg import TAB10

VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
VARIABLE = re.compile(r"var\(--fig-(?P<name>\w+)\)")
COLOURS = {f"c{index}": colour for index, colour in enumerate(TAB10)} | {
    "grey": "#7f7f7f",
    "faint": "#cccccc",
    "bg": "#ffffff",
}
"""Matplotlib's own colours, as in the reader's own run."""


def standalone(svg: str) -> str:
    """A page's figure with literal colours, a white background and a generic font."""
    literal = VARIABLE.sub(lambda match: COLOURS[match["name"]], svg)
    head, rest = literal.split(">", 1)
    head = head.replace('fill="currentColor"', 'fill="#000000" color="#000000" font-family="sans-serif"')
    if box := VIEW_BOX.search(head):
        left, top, width, height = box.groups()
        rest = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="#ffffff"/>{rest}'
    return f"{head}>{rest}"
