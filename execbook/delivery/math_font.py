"""The math font, reduced to the glyphs that the formulas of the site need: a third of the font.

Variants and parts for stretching a glyph are kept, as listed in the font's MATH table.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

IDENTIFIER = re.compile(r"<mi>(&\w+;|&#\w+;|[^<&])</mi>")
ANNOTATION = re.compile(r"<annotation.*?</annotation>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ALWAYS = "√−"
"""The sign of `<msqrt>`, and the minus sign as which a hyphen in a formula is rendered."""

SINGLE_ITALICS = {
    "h": "\u210e",
    **{plain: chr(0x1D715 + place) for place, plain in enumerate("∂ϵϑϰϕϱϖ")},
    "ı": "\U0001d6a4",
    "ȷ": "\U0001d6a5",
}
ITALICS = {"a": 0x1D44E, "A": 0x1D434, "α": 0x1D6FC, "Α": 0x1D6E2}
LAST = {"a": "z", "A": "Z", "α": "ω", "Α": "Ω"}


def characters(formulas: Iterable[str]) -> set[str]:
    """The characters of these `<math>` elements. A single letter in `<mi>` is italic (MathML Core, 4.2)."""
    shown = set(ALWAYS)
    for formula in formulas:
        formula = ANNOTATION.sub("", formula)
        shown.update(italic(unescape(letter)) for letter in IDENTIFIER.findall(formula))
        shown.update(unescape(TAG.sub("", IDENTIFIER.sub("", formula))))
    return shown


def italic(letter: str) -> str:
    """`x` -> `𝑥`; characters without an italic form are returned unchanged."""
    if letter in SINGLE_ITALICS:
        return SINGLE_ITALICS[letter]
    for first, code in ITALICS.items():
        if first <= letter <= LAST[first]:
            return chr(code + ord(letter) - ord(first))
    return letter


MAX_SIZES = 7
"""Number of sizes of a bracket that are kept, if larger ones can be assembled from parts."""


def subset(font: bytes, shown: Iterable[str]) -> bytes:
    """The same WOFF2 font with the glyphs for these characters. The same input gives the same bytes."""
    from fontTools import subset as tool  # slow to import, and rarely needed
    from fontTools.ttLib import TTFont

    smaller = TTFont(io.BytesIO(font), recalcTimestamp=False)
    _drop_large(smaller)
    options = tool.Options(hinting=False, notdef_outline=True, glyph_names=False, layout_features=[])
    subsetter = tool.Subsetter(options)
    subsetter.populate(text="".join(sorted(shown)))
    subsetter.subset(smaller)
    smaller.flavor = "woff2"
    target = io.BytesIO()
    smaller.save(target)
    return target.getvalue()


def _drop_large(font: TTFont) -> None:
    variants = font["MATH"].table.MathVariants
    for construction in (*variants.VertGlyphConstruction, *variants.HorizGlyphConstruction):
        if construction.GlyphAssembly:
            del construction.MathGlyphVariantRecord[MAX_SIZES:]
            construction.VariantCount = len(construction.MathGlyphVariantRecord)
