"""The font of formulas has what the formulas show, and little more."""

import io
from xml.etree import ElementTree

from fontTools.ttLib import TTFont

from execbook.delivery.math_font import characters, subset
from execbook.markdown.mathml import convert
from tests import ROOT

FONT = (ROOT / "theme/overrides/assets/fonts/math.woff2").read_bytes()


def shown(latex: str) -> set[str]:
    return characters([ElementTree.tostring(convert(latex, display=True), encoding="unicode")])


def test_a_lone_letter_is_shown_in_italics_and_a_name_upright():
    assert {"𝑥", "𝜎", "ℎ", "𝜕", "m", "a", "x", "2", "+"} <= shown(r"\sigma(x) + \max(h, 2) \partial")
    assert not {"x", "σ", "h"} & shown(r"\sigma(x) h")
    assert "Σ" in shown(r"\Sigma")  # capital Greek is upright


def test_signs_written_as_entities_and_roots_are_there():
    assert {"<", "&", "√", "−"} <= characters(["<math><mo>&lt;</mo><mtext>&amp;</mtext></math>"])


def test_annotations_are_not_shown():
    assert "q" not in characters(["<math><mi>x</mi><annotation>qqq</annotation></math>"])


def test_the_smaller_font_draws_the_formula_stretches_and_comes_out_the_same_again():
    formula = shown(r"\left( \sqrt{x^2} \right) \sum_i \underbrace{y}")
    smaller = subset(FONT, formula)
    assert smaller == subset(FONT, formula)
    assert len(smaller) < len(FONT) / 3
    font = TTFont(io.BytesIO(smaller))
    names = font.getBestCmap()
    assert {ord(character) for character in formula} - names.keys() <= {0x2061, 0x2062, 0x2063, 0x20}
    variants = font["MATH"].table.MathVariants
    stretchy = {*variants.VertGlyphCoverage.glyphs, *variants.HorizGlyphCoverage.glyphs}
    assert {names[ord(sign)] for sign in "()√∑⏟"} <= stretchy
    assert ord("𝑤") not in names
