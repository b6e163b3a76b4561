"""The two fonts that `tools/make_fonts.py` made."""

import pytest
from fontTools.ttLib import TTFont

from tests import ROOT

LAYOUT = ROOT / "execbook/figures/drawing/fonts/layout.otf"
MATH = ROOT / "theme/overrides/assets/fonts/math.woff2"


@pytest.fixture(scope="module")
def layout() -> TTFont:
    return TTFont(LAYOUT)


@pytest.fixture(scope="module")
def math() -> TTFont:
    return TTFont(MATH)


def lacking(font: TTFont, text: str) -> set[str]:
    return {character for character in text if ord(character) not in font.getBestCmap()}


def test_the_layout_font_has_korean_latin_greek_and_signs(layout):
    korean = "".join(c for c in map(chr, range(0xAC00, 0xD7A4)) if len(c.encode("euc_kr")) == 2)
    assert len(korean) == 2350
    printable = "".join(map(chr, range(0x20, 0x7F)))
    assert lacking(layout, korean + printable + "αβγδεηθλμπρστφχψωΣΔΩ−×÷±≤≥≠≈∞√∑²³⁻₀₁→←·…“”‘’–—°") == set()


def test_a_syllable_is_as_wide_as_in_the_widest_common_font(layout):
    width, _ = layout["hmtx"][layout.getBestCmap()[ord("가")]]
    assert width / layout["head"].unitsPerEm == pytest.approx(0.92, abs=0.001)


def test_latin_labels_are_as_wide_as_in_a_wide_korean_font(layout):
    widths = [layout["hmtx"][layout.getBestCmap()[ord(c)]][0] for c in "what the network learned"]
    nanum_gothic = 12.02  # em, for this text
    assert sum(widths) / layout["head"].unitsPerEm > nanum_gothic


def test_the_math_font_draws_what_formulas_need(math):
    latin = "𝑎𝑏𝑥𝑦𝑧𝐀𝐱𝐰𝒛ℒ𝒩ℝ𝔼"
    assert lacking(math, latin + "αβ𝜎𝜃𝝈𝚺∂∇∑∏∫√⟨⟩‖⌈⌋∈∞≈∝→⇒⋯⋱′ˆ¯˜⃗⏟\u2061\u2062") == set()


def test_the_math_font_can_stretch(math):
    variants = math["MATH"].table.MathVariants
    glyphs = math.getBestCmap()
    for fence in "(){}[]|√∑⏟":
        covered = [*variants.VertGlyphCoverage.glyphs, *variants.HorizGlyphCoverage.glyphs]
        assert glyphs[ord(fence)] in covered


def test_fonts_are_small():
    assert LAYOUT.stat().st_size < 500_000
    assert MATH.stat().st_size < 60_000


@pytest.mark.parametrize("path", [LAYOUT, MATH])
def test_the_licence_is_included_and_the_reserved_name_is_not_used(path):
    assert "SIL OPEN FONT LICENSE" in path.with_name("LICENSE.txt").read_text("utf-8")
    names = TTFont(path)["name"]
    for number in (1, 3, 4, 6):
        assert names.getDebugName(number).replace(" ", "").startswith("Execbook")
