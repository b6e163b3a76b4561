"""A figure on a page: the drawing, the link to its file, its data as tables and as CSV."""

import math
import re
from collections.abc import Iterable
from html import escape

from execbook.figures.shown.lighter import lighter
from execbook.figures.shown.table import Table
from execbook.languages.wording import Wording

SVG_ID = re.compile(r'((?<=\s)id="|url\(#|href="#)([^")]+)')
SVG_ID_LIST = re.compile(r'(aria-(?:labelledby|describedby)=")([^"]+)')
FONT_SIZE = re.compile(r'font-size="([\d.]+)"')
LETTERS = re.compile(r"<text[^>]*>(.*?)</text>", re.DOTALL)
TAG = re.compile("<[^>]*>")
WIDTH = re.compile(r'<svg[^>]* width="(\d+)"')

EXPONENT = 0.7
"""Size of an exponent relative to its base in matplotlib. Exponents may be smaller than other text."""
MIN_TEXT_SIZE = 9
"""Minimum size of a figure's text in CSS pixels: below it, a wide figure scrolls in its box."""
STEP = 40
"""CSS pixels between the minimum widths that the style sheet defines, `xb-w320` to `xb-w840`."""


def drawing(svg: str, suffix: str) -> str:
    """The SVG in its box. `suffix` is appended to its ids, so that a page may show it twice."""
    width_class = _width_class(svg)
    svg = lighter(svg[svg.index("<svg") :].rstrip())
    if suffix:
        svg = SVG_ID.sub(lambda match: match[0] + suffix, svg)
        svg = SVG_ID_LIST.sub(
            lambda match: match[1] + " ".join(one + suffix for one in match[2].split()), svg
        )
    # Excluded so that search does not find the numbers of the axes.
    return f'<div class="xb-svg{width_class}" data-search-exclude>{svg}</div>'


def letters(svg: str) -> list[str]:
    """The texts of a drawing."""
    return [TAG.sub("", text) for text in LETTERS.findall(svg)]


def actions(files: str, words: Wording, tables: Iterable[Table], more: bool, as_drawn: str = "") -> str:
    """The actions below a figure.

    files: its address without the extension. more: whether the CSV has more data than the tables.
    as_drawn: the address of the drawing with the labels that the code gives, if it has others.

    A figure without tables, such as a diagram, has no data to download.
    """
    shown = "".join(map(table, tables))
    if more:
        shown += f"<p>{words.more_tables}</p>"
    # No `<div>` in the one that search leaves out: Material would take what follows it into the index.
    data = (
        f'<details class="xb-data"><summary>{words.table}</summary>'
        f'<section class="xb-tables">{shown}</section>'
        f'<a download href="{files}.csv">{words.csv}</a></details>'
    )
    original = f'<a href="{as_drawn}">{words.as_drawn}</a>' if as_drawn else ""
    return (
        '<div class="xb-actions" data-search-exclude>'
        f'<a class="xb-large" href="{files}.svg">{words.enlarge}</a>'
        f'<a download href="{files}.svg">SVG</a>{original}{data if shown else ""}</div>'
    )


def table(data: Table) -> str:
    """One table. The first cell of each row is its header."""
    rows = "".join(f"<tr>{_cells(row[:1], 'th')}{_cells(row[1:], 'td')}</tr>" for row in data.rows)
    note = f"<small>{escape(data.note, quote=False)}</small>" if data.note else ""
    caption = escape(data.caption, quote=False) + note
    return (
        f'<table class="xb-t">{f"<caption>{caption}</caption>" if caption else ""}'
        f"<thead><tr>{_cells(data.head, 'th')}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _cells(texts: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}>{escape(text, quote=False)}</{tag}>" for text in texts)


def _width_class(svg: str) -> str:
    """The class for the width below which the smallest text would be too small to read; empty if unknown."""
    drawn = {float(size) for size in FONT_SIZE.findall(svg)}
    sizes = [size for size in drawn if not any(abs(size - EXPONENT * other) < 0.05 for other in drawn)]
    width = WIDTH.search(svg)
    if not sizes or not width:
        return ""
    # Our SVGs are drawn in points; a point is 4/3 CSS pixels.
    least = int(width[1]) * min(MIN_TEXT_SIZE / (min(sizes) * 4 / 3), 1)
    return f" xb-w{math.ceil(least / STEP) * STEP}"
