"""A figure outside the page, where no style sheet gives its colours: in a notebook, or as a file."""

from __future__ import annotations

import re

from execbook.figures.drawing.svg import TAB10

VARIABLE = re.compile(r"var\(--fig-(?P<name>\w+)\)")
COLOURS = {f"c{index}": colour for index, colour in enumerate(TAB10)} | {
    "grey": "#7f7f7f",
    "faint": "#cccccc",
    "bg": "#ffffff",
}
"""Matplotlib's own, which the reader's copy draws with."""


def standalone(svg: str) -> str:
    """The figure of a page in literal colours on a white sheet, in a common font."""
    literal = VARIABLE.sub(lambda match: COLOURS[match["name"]], svg)
    head, rest = literal.split(">", 1)
    head = head.replace('fill="currentColor"', 'fill="#000000" color="#000000" font-family="sans-serif"')
    left, top, width, height = re.search(r'viewBox="([^"]*)"', head)[1].split()
    sheet = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="#ffffff"/>'
    return f"{head}>{sheet}{rest}"
