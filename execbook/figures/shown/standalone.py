"""A figure outside the site, without its style sheet: in a notebook, or as a file."""

import re
from collections.abc import Mapping

from execbook.figures.drawing.svg import TAB10

VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
VARIABLE = re.compile(r"var\(--fig-(?P<name>\w+)\)")
COLOURS = {f"c{index}": colour for index, colour in enumerate(TAB10)} | {
    "grey": "#7f7f7f",
    "faint": "#cccccc",
    "bg": "#ffffff",
}
"""Matplotlib's own colours, as in the reader's own run."""


def standalone(svg: str, colours: Mapping[str, str] = COLOURS) -> str:
    """A page's figure with literal colours, a background and a generic font.

    colours: by name, "bg" is that of the background and "fg" that of text.
    """
    literal = VARIABLE.sub(lambda match: colours[match["name"]], svg)
    head, rest = literal.split(">", 1)
    ink = colours.get("fg", "#000000")
    head = head.replace('fill="currentColor"', f'fill="{ink}" color="{ink}" font-family="sans-serif"')
    if box := VIEW_BOX.search(head):
        left, top, width, height = box.groups()
        rest = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{colours["bg"]}"/>{rest}'
    return f"{head}>{rest}"
