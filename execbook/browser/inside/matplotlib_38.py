"""Let the engine's drawing work with the Matplotlib of the runtime, which is older than the book's.

The drawing is written for Matplotlib 3.10 and later. Of what it uses, 3.8 lacks three things: the enumeration
of load flags, the class of artists whose colours show data, and the index of a glyph among what is known of it.
"""

from __future__ import annotations

import sys
from types import ModuleType

import matplotlib.cm
from matplotlib import ft2font, mathtext


def adapt() -> None:
    """Supply what is missing. Does nothing where it is there, or the second time."""
    if hasattr(ft2font, "LoadFlags"):
        return
    ft2font.LoadFlags = _LoadFlags
    colorizer = ModuleType("matplotlib.colorizer")
    colorizer.ColorizingArtist = matplotlib.cm.ScalarMappable
    sys.modules["matplotlib.colorizer"] = colorizer
    parse = mathtext.MathTextParser.parse

    def with_index(parser, text, dpi=72, prop=None, **settings):
        found = parse(parser, text, dpi, prop, **settings)
        if not hasattr(found, "glyphs"):
            return found  # pixels
        glyphs = [
            (font, size, code, font.get_char_index(code), x, y) for font, size, code, x, y in found.glyphs
        ]
        return found._replace(glyphs=glyphs)

    mathtext.MathTextParser.parse = with_index


class _LoadFlags:
    NO_HINTING = ft2font.LOAD_NO_HINTING
