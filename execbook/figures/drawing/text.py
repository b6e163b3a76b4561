"""The texts of a figure: translated while it is drawn, and written as SVG text for any font."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from math import cos, radians, sin
from pathlib import Path
from typing import Any, Literal

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.text import Text

from execbook.figures.drawing.raster import MARKS
from execbook.figures.drawing.svg import LITERAL

LAYOUT_FONT = Path(__file__).with_name("fonts") / "layout.otf"
FAMILIES = ["Execbook Layout", "DejaVu Sans"]
"""Fonts that lay out labels, in order of preference; the page draws them in its own font."""

ANCHORS = {0.0: "start", 0.5: "middle", 1.0: "end"}


def install_font() -> None:
    """Register the project's own font with matplotlib, so that layout does not depend on the machine."""
    fonts = font_manager.fontManager
    if any(entry.fname == str(LAYOUT_FONT) for entry in fonts.ttflist):
        return
    fonts.addfont(LAYOUT_FONT)
    regular = fonts.ttflist[-1]
    # The regular font also lays out light, bold and italic labels; otherwise matplotlib would warn.
    fonts.ttflist += [
        replace(regular, weight=weight, style=style)
        for weight in range(100, 1000, 100)
        for style in ("normal", "italic", "oblique")
        if (weight, style) != (400, "normal")
    ]


@contextmanager
def own_font(figure: Figure) -> Generator[None]:
    """Inside the block, all texts have the font of the project, whatever the snippet has chosen."""
    former = [(text, text.get_fontfamily()) for text in figure.findobj(Text)]
    for text, families in former:
        if families != FAMILIES:
            text.set_fontfamily(FAMILIES)
    try:
        yield
    finally:
        for text, families in former:
            if families != FAMILIES:
                text.set_fontfamily(families)


@dataclass
class TextTranslator:
    """Translates the texts of a figure while it is drawn. current: the text artist being drawn.

    Tick labels are created while a figure is drawn, so texts are translated where they are read, in
    `Text.get_text`, instead of beforehand; no artist has to be restored.
    """

    translate: Callable[[str], str]
    current: Text | None = None
    missing_glyphs: dict[str, str] = field(default_factory=dict)
    """Texts with a character that no font has, and that character."""

    @contextmanager
    def installed(self) -> Generator[None]:
        """Translate every text that is drawn inside the block."""
        original = Text.get_text

        def get_text(artist: Text) -> str:
            self.current = artist
            # Two names of one font, but only with the second others supply the characters that it lacks.
            return self.translate(original(artist)).replace(r"\mathdefault", r"\mathregular")

        Text.get_text = get_text  # ty: ignore[invalid-assignment]  # a wrapper
        try:
            yield
        finally:
            Text.get_text = original


class Renderer(RendererSVG):
    """Matplotlib's SVG renderer with labels as SVG text elements.

    A label is anchored according to its alignment, so that it stays in place if the reader's font is wider or
    narrower than the layout font.
    """

    def __init__(
        self, *args: Any, translator: TextTranslator, fills: Mapping[Text, str] | None = None, **settings: Any
    ):
        """fills: how to fill texts that would not be readable in their own colour."""
        super().__init__(*args, **settings)
        self.translator = translator
        self.fills = fills or {}
        self.marks: int | None = None
        """Number of the image of marks that is being written; None while anything else is."""

    def draw_image(self, gc: GraphicsContextBase, *image: Any, **settings: Any) -> None:
        if self.marks is not None:
            gc.set_gid(f"{MARKS}{self.marks}")  # ty: ignore[invalid-argument-type]  # the stub wants a number
        super().draw_image(gc, *image, **settings)

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,
        mtext: Text | None = None,
    ) -> None:
        if not s.strip():
            return
        if ismath == "TeX":
            ismath = True
        width, _, _ = self.get_text_width_height_descent(s, prop, ismath)
        share = _anchor(mtext or self.translator.current, angle, multiline=mtext is None)
        attributes = self._attributes(gc, prop)
        if fill := self.fills.get(mtext or self.translator.current):
            attributes |= {"fill": fill, "class": LITERAL}
        if not ismath:
            self._record_missing_glyphs(s)
            place = _place(x, y, width * share, angle)
            self.writer.element("text", s, attrib=attributes | _anchored(share) | place)
            return
        _, _, _, glyphs, rectangles = self._text2path.mathtext_parser.parse(s, 72, prop)
        if any(glyph[2] == 0xA4 for glyph in glyphs) and "¤" not in s:  # it replaces a missing glyph
            self.translator.missing_glyphs[s] = s
        runs = _runs(glyphs)
        if not rectangles and _is_sequential(runs):
            place = _place(x, y, width * share, angle)
            self.writer.start("text", attrib=attributes | _anchored(share) | place)
            self._write_sequential(runs, prop.get_size())
            self.writer.end("text")
            return
        turn = f" rotate({-angle:g})" if angle else ""
        self.writer.start("g", transform=f"translate({x:.2f} {y:.2f}){turn}")
        self.writer.start("text", attrib=attributes)
        for run in runs:
            place = {"x": f"{run.x:.2f}", "y": f"{-run.y:.2f}"}
            self.writer.element("tspan", run.text, attrib=place | run.attributes(prop.get_size()))
        self.writer.end("text")
        for left, bottom, wide, high in rectangles:
            self.writer.element(
                "rect",
                attrib={
                    "x": f"{left:.2f}",
                    "y": f"{-bottom - high:.2f}",
                    "width": f"{wide:.2f}",
                    "height": f"{high:.2f}",
                    **{name: attributes[name] for name in ("fill", "class") if name in attributes},
                },
            )
        self.writer.end("g")

    def _write_sequential(self, runs: Sequence[Run], size: float) -> None:
        base, end = 0.0, 0.0
        for run in runs:
            attributes = run.attributes(size)
            if abs(run.y - base) > 0.05:
                attributes["dy"] = f"{base - run.y:.2f}"
            if run.x - end > 0.05 * size:
                attributes["dx"] = f"{run.x - end:.2f}"
            base, end = run.y, run.end
            if attributes:
                self.writer.element("tspan", run.text, attrib=attributes)
            else:
                self.writer.data(run.text)

    def _attributes(self, gc: GraphicsContextBase, prop: FontProperties) -> dict[str, str]:
        attributes = {"fill": to_hex(gc.get_rgb()), "font-size": f"{prop.get_size():g}"}
        alpha = gc.get_alpha() if gc.get_forced_alpha() else gc.get_rgb()[3]
        if alpha != 1:
            attributes["fill-opacity"] = f"{alpha:g}"
        if prop.get_style() != "normal":
            attributes["font-style"] = prop.get_style()
        weight = font_manager.weight_dict.get(prop.get_weight(), prop.get_weight())
        if weight != 400:
            attributes["font-weight"] = str(weight)
        return attributes

    def _record_missing_glyphs(self, text: str) -> None:
        for character in text:
            if not character.isspace() and ord(character) not in _known_characters():
                self.translator.missing_glyphs.setdefault(text, character)


@dataclass
class Run:
    """Adjacent characters of a formula with the same font, size and baseline. Lengths in points."""

    text: str
    x: float
    y: float
    end: float
    size: float
    italic: bool
    bold: bool

    def attributes(self, size: float) -> dict[str, str]:
        """Attributes that differ from plain text of this size."""
        attributes = {}
        if abs(self.size - size) > 0.01:
            attributes["font-size"] = f"{self.size:g}"
        if self.italic:
            attributes["font-style"] = "italic"
        if self.bold:
            attributes["font-weight"] = "700"
        return attributes


def _runs(glyphs: Sequence[tuple]) -> list[Run]:
    runs: list[Run] = []
    for font, size, code, index, x, y in sorted(glyphs, key=lambda glyph: glyph[4]):
        font.set_size(size, 72)
        end = x + font.load_glyph(index, flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536
        italic, bold = _slant_and_weight(font)
        last = runs[-1] if runs else None
        # SVG would collapse a space at the edge of a run, but not a no-break space.
        text = "\xa0" if code == 32 else chr(code)
        if font.get_glyph_name(index) == "prime" and last:
            # Matplotlib uses a font without Unicode and raises the glyph; the character is already raised.
            text, size, y = "′", last.size, last.y
        if (
            last
            and (last.size, last.italic, last.bold) == (size, italic, bold)
            and abs(last.y - y) < 0.05
            and abs(x - last.end) < 0.1 * size
        ):
            last.text += text
            last.end = end
        else:
            runs.append(Run(text, x, y, end, size, italic, bold))
    return runs


def _is_sequential(runs: Sequence[Run]) -> bool:
    """Whether each run starts where the previous one ends: no fraction, no index above another."""
    return all(following.x >= run.end - 0.15 * run.size for run, following in itertools.pairwise(runs))


def _slant_and_weight(font: FT2Font) -> tuple[bool, bool]:
    name = font.postscript_name
    return "Oblique" in name or "Italic" in name, "Bold" in name


def _anchor(text: Text | None, angle: float, *, multiline: bool) -> float:
    """The anchor of a line as a fraction of its width: its start, its middle or its end."""
    if text is None:
        return 0.0
    shares = {"left": 0.0, "center": 0.5, "right": 1.0}
    if multiline and text.get_text().count("\n"):
        alignment = text._multialignment  # ty: ignore[missing-attribute]  # private: it has no getter
        return shares[alignment or text.get_horizontalalignment()]
    turn = angle % 360
    if text.get_rotation_mode() != "anchor" and 60 < turn % 180 < 120:
        upwards = {"bottom": 0.0, "baseline": 0.0, "center": 0.5, "center_baseline": 0.5, "top": 1.0}
        share = upwards[text.get_verticalalignment()]
        return share if turn < 180 else 1 - share
    return shares[text.get_horizontalalignment()]


def _anchored(share: float) -> dict[str, str]:
    return {"text-anchor": ANCHORS[share]} if share else {}


def _place(x: float, y: float, along: float, angle: float) -> dict[str, str]:
    """Attributes that place the point of a line which is `along` points after its start."""
    x, y = x + along * cos(radians(angle)), y - along * sin(radians(angle))
    place = {"x": f"{x:.2f}", "y": f"{y:.2f}"}
    if angle:
        place["transform"] = f"rotate({-angle:g} {x:.2f} {y:.2f})"
    return place


@cache
def _known_characters() -> frozenset[int]:
    fallback = Path(mpl.get_data_path(), "fonts/ttf/DejaVuSans.ttf")
    return frozenset(code for path in (LAYOUT_FONT, fallback) for code in FT2Font(str(path)).get_charmap())
