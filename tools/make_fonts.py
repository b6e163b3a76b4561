"""Generate the project's two fonts from released fonts on npm. Needs npm; run it manually.

- `execbook/figures/drawing/fonts/layout.otf` lays out the labels of figures: all Korean syllables of
  KS X 1001, Latin, Greek and symbols. It is never displayed: pages show the labels in the reader's system
  font.
- `theme/overrides/assets/fonts/math.woff2` draws the formulas of the pages.

The same input gives the same bytes; the tests of figures check both fonts.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
LAYOUT = ROOT / "execbook/figures/drawing/fonts/layout.otf"
MATH = ROOT / "theme/overrides/assets/fonts/math.woff2"

# Pages show the labels in the reader's font, in which they must also fit. So a syllable is as wide as in Noto
# Sans KR and Malgun Gothic (0.864 em in Pretendard), and Latin slightly wider than in NanumGothic, which is 5
# % wider than Pretendard.
SYLLABLE_ADVANCE = 0.92
LATIN_STRETCH = 1.07


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_layout_font(fetch(folder, "pretendard@1.3.9"))
        make_math_font(fetch(folder, "@fontsource/stix-two-math@5.3.0"))
    for path in (LAYOUT, MATH):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")
    return 0


def fetch(folder: Path, package: str) -> Path:
    """Unpack an npm package; returns its folder. npm itself verifies the archive's checksum."""
    done = subprocess.run(
        ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
    )
    target = folder / package.replace("/", "-")
    with tarfile.open(folder / done.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(target, filter="data")
    return target / "package"


def make_layout_font(package: Path) -> None:
    font = TTFont(package / "dist/public/static/Pretendard-Regular.otf", recalcTimestamp=False)
    _subset(font, ksx1001_syllables() | symbols(), layout_features=[], desubroutinize=False)
    metrics, cmap = font["hmtx"].metrics, font.getBestCmap() or {}
    head: Any = font["head"]  # its fields are set when the font is read
    syllables = {cmap[code] for code in ksx1001_syllables()}
    for name, (advance, bearing) in metrics.items():
        wide = SYLLABLE_ADVANCE * head.unitsPerEm if name in syllables else LATIN_STRETCH * advance
        metrics[name] = round(wide), bearing
    # "Pretendard" is a reserved name: a modified font must not use it.
    _rename(font, "Execbook Layout")
    font["CFF "].cff.fontNames[0] = "ExecbookLayout-Regular"
    top = font["CFF "].cff.topDictIndex[0]
    top.FullName, top.FamilyName = "Execbook Layout", "Execbook Layout"
    LAYOUT.parent.mkdir(parents=True, exist_ok=True)
    font.save(LAYOUT)
    shutil.copy(package / "dist/LICENSE.txt", LAYOUT.with_name("LICENSE.txt"))


def make_math_font(package: Path) -> None:
    font = TTFont(package / "files/stix-two-math-latin-400-normal.woff2", recalcTimestamp=False)
    _subset(font, math_characters(), layout_features=[])
    _lower_primes(font)
    _rename(font, "Execbook Math")
    font.flavor = "woff2"
    MATH.parent.mkdir(parents=True, exist_ok=True)
    font.save(MATH)
    shutil.copy(package / "LICENSE", MATH.with_name("LICENSE.txt"))


def _lower_primes(font: TTFont) -> None:
    """MathML raises and shrinks a prime like an exponent, but this glyph is already raised and small.

    Other builds of the font have a variant for it (feature ssty); here the glyph is changed so that it is
    rendered in its original place and size.
    """
    constants = font["MATH"].table.MathConstants
    scale = constants.ScriptPercentScaleDown / 100
    raised = constants.SuperscriptShiftUp.Value
    glyphs, names = font.getGlyphSet(), font.getBestCmap() or {}
    for code in (0x2032, 0x2033, 0x2034):
        drawn = TTGlyphPen(None)
        place = TransformPen(drawn, (1 / scale, 0, 0, 1 / scale, 0, -raised / scale))
        glyphs[names[code]].draw(DecomposingFilterPen(place, glyphs))
        advance, bearing = font["hmtx"][names[code]]
        font["glyf"][names[code]] = drawn.glyph()
        font["hmtx"][names[code]] = round(advance / scale), round(bearing / scale)


def ksx1001_syllables() -> set[int]:
    """The 2,350 syllables of KS X 1001: EUC-KR writes them in two bytes, all others in eight."""
    return {code for code in range(0xAC00, 0xD7A4) if len(chr(code).encode("euc_kr")) == 2}


def symbols() -> set[int]:
    """Latin, Greek, jamo, punctuation, arrows and mathematical symbols, as far as the font has them."""
    return _span(
        *("20-7e", "a0-17f", "2c6-2dd", "370-3ff", "2010-2027", "2030-205f", "2070-20cf", "2100-22ff"),
        *("2460-2473", "25a0-25ff", "2605-2606", "2713-2717", "3000-3017", "3131-318e"),
    )


def math_characters() -> set[int]:
    """Characters of formulas in machine learning."""
    letters = _span(
        *("21-7e", "391-3a9", "3b1-3c9", "3d1", "3d5-3d6", "3f1", "3f5"),
        "1d400-1d49b",  # bold, italic and bold italic Latin
        *("1d49c-1d4b5", "210b", "2110", "2112", "211b", "212c", "2130-2131", "2133"),  # script capitals
        *("1d538-1d540", "1d7d9", "2102", "2115", "2119-211a", "211d", "2124"),  # blackboard letters in use
        *("1d6a4-1d6a5", "1d6a8-1d755"),  # dotless i and j; bold, italic and bold italic Greek
        "1d7ce-1d7d7",  # bold digits
    )
    signs = (
        "ℓℏ∂∇∞∅∀∃¬∈∉∋⊂⊆⊃⊇∪∩∧∨∖⊕⊗⊙∘∙·⋅×÷±∓∗⋆†‡′″‴"
        "=≠≈≃≅≡≤≥≪≫≺≻∝∼≔≜∥∦∣⊥⊤⊢⊨∠"
        "←→↔↑↓↦⇐⇒⇔⟵⟶⟷⟸⟹⟺⟼↗↘↖↙↪⇀"
        "∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂⨀"
        "√∛()[]{}⟨⟩⌈⌉⌊⌋|‖⟦⟧⏞⏟⎴⎵"
        "…⋯⋮⋱−‐–—‘’“”°"
    )
    accents = _span(
        "300-308", "30c", "332", "338", "20d7", "a8", "af", "b4", "2c6-2c7", "2c9", "2d8-2d9", "2dc", "203e"
    )
    blanks = _span("20", "a0", "2002-2003", "2009-200b", "2061-2064")
    return letters | set(map(ord, signs)) | accents | blanks


def _span(*spans: str) -> set[int]:
    """`_span("41-43", "61")` -> the code points of A, B, C and a."""
    codes: set[int] = set()
    for span in spans:
        first, _, last = span.partition("-")
        codes |= set(range(int(first, 16), int(last or first, 16) + 1))
    return codes


def _subset(font: TTFont, codes: set[int], **settings) -> None:
    options = subset.Options(hinting=False, notdef_outline=True, glyph_names=False, **settings)
    options.drop_tables += ["DSIG", "GlyphOrder"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def _rename(font: TTFont, family: str) -> None:
    compact = family.replace(" ", "")
    names = {1: family, 2: "Regular", 3: f"{compact}-Regular", 4: family, 6: f"{compact}-Regular"}
    for number, text in names.items():
        for record in font["name"].names:
            if record.nameID == number:
                record.string = text


if __name__ == "__main__":
    sys.exit(main())
