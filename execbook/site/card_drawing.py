"""Draw a card: the picture with which messengers and social networks show a link to a page. Works offline."""

import functools
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import matplotlib
import resvg_py
from fontTools.ttLib import TTFont
from PIL import Image

from execbook.figures.drawing.text import LAYOUT_FONT
from execbook.figures.shown.standalone import standalone

SIZE = (1200, 630)
"""Width and height in pixels, which all networks show without cropping."""

FONT = LAYOUT_FONT
FALLBACK = Path(matplotlib.get_data_path(), "fonts/ttf/DejaVuSans.ttf")
FAMILY = "Execbook Layout"
TRACKING = -0.03
"""Letter spacing in em: the font's advances are wide, as it lays out labels for other fonts."""

LEFT, MIDDLE, RIGHT = 72, 620, 1150
TITLE_SIZES = (76, 68, 60, 54, 48)
MAX_LINES = 4
COLOURS = 256


@dataclass(frozen=True)
class Card:
    """The contents of a card. section: the page's part, may be empty. figure: a recorded SVG, or None.

    hue: number of the part's colour among the ten of figures. palette: their values, by name as in
    `var(--fig-c0)`. logo: an SVG.
    """

    title: str
    section: str
    site_name: str
    description: str
    figure: str | None
    hue: int
    palette: Mapping[str, str]
    logo: str


def missing_characters(text: str) -> list[str]:
    """The characters of a text that the cards' font does not have."""
    return sorted({one for one in text if ord(one) not in _advances() and not one.isspace()})


def svg_of(card: Card) -> str:
    """The card as an SVG. Characters that the font lacks are left out: see `missing_characters`."""
    width = (MIDDLE if card.figure else RIGHT) - LEFT
    size, lines = _fit(card.title, width)
    colour = card.palette[f"c{card.hue}"]
    ink, soft = "#1d2329", "#55606b"
    parts = [
        f'<rect width="{SIZE[0]}" height="{SIZE[1]}" fill="#ffffff"/>',
        f'<rect width="20" height="{SIZE[1]}" fill="{colour}"/>',
        _text(card.section if card.section != card.title else "", LEFT, 108, 32, colour, bold=True),
    ]
    y = 140
    for line in lines:
        y += 1.3 * size
        parts.append(_text(line, LEFT, y, size, ink, bold=True))
    if not card.figure:
        y += 64
        room = int((510 - y) / 48)
        lines = _wrap(card.description, 32, width)
        for line in lines if len(lines) <= room else [*lines[: room - 1], f"{lines[room - 1]} …"]:
            parts.append(_text(line, LEFT, y, 32, soft))
            y += 48
    if card.logo:
        parts.append(_placed(card.logo, LEFT, 532, 44, 44))
    parts.append(_text(card.site_name, LEFT + 60, 564, 28, soft))
    if card.figure:
        drawing = standalone(card.figure, card.palette)
        parts.append(_placed(drawing, MIDDLE + 20, 54, RIGHT - MIDDLE - 20, SIZE[1] - 108))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE[0]}" height="{SIZE[1]}">{"".join(parts)}</svg>'
    )


def png_of(svg: str) -> bytes:
    """The card as a PNG with a palette of its own, which takes less than half the bytes of full colours."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[str(FONT), str(FALLBACK)],
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        image_rendering="optimize_speed",  # keeps the edges of the cells of a heat map sharp
    )
    image = Image.open(io.BytesIO(drawn)).convert("RGB")
    small = image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    file = io.BytesIO()
    small.save(file, "PNG")
    return file.getvalue()


@functools.cache
def _advances() -> dict[int, float]:
    """The advance width of each character of the font, in em."""
    with TTFont(FONT, lazy=True) as font:
        head: Any = font["head"]  # its fields are set when the font is read
        metrics = font["hmtx"].metrics
        return {code: metrics[name][0] / head.unitsPerEm for code, name in (font.getBestCmap() or {}).items()}


def _width(text: str, size: float) -> float:
    return size * sum(_advances().get(ord(one), 1) + TRACKING for one in text)


def _wrap(text: str, size: float, width: float) -> list[str]:
    """Lines of whole words; a word that is too wide has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and _width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fit(title: str, width: float) -> tuple[int, list[str]]:
    """The largest font size in which the title has few lines, none of them too wide; and these lines."""
    for size in TITLE_SIZES:
        lines = _wrap(title, size, width)
        if len(lines) <= MAX_LINES - (size > 60) and all(_width(line, size) <= width for line in lines):
            break
    return size, lines


def _text(text: str, x: float, y: float, size: float, colour: str, *, bold: bool = False) -> str:
    """A text element. The font has only one weight, so a stroke in the text's colour makes it bold."""
    stroke = f' stroke="{colour}" stroke-width="{size / 32:g}"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="{FAMILY}" font-size="{size}" fill="{colour}"{stroke} '
        f'letter-spacing="{TRACKING * size:g}">{escape(text)}</text>'
    )


def _placed(svg: str, x: float, y: float, width: float, height: float) -> str:
    """A drawing, scaled to fit a box."""
    drawing = svg[svg.index("<svg") :]
    head, rest = drawing.split(">", 1)
    head = re.sub(r'\s(?:width|height|overflow)="[^"]*"', "", head)
    return head.replace("<svg", f'<svg x="{x}" y="{y}" width="{width}" height="{height}"', 1) + ">" + rest
