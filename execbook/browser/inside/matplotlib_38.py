"""Let the engine's drawing work with the Matplotlib of the runtime, which is older than the book's.

The drawing is written for Matplotlib 3.10 and later. Of what it uses, 3.8 lacks the enumeration of load
flags, the class of artists whose colours show data, the method for an axis' converter, and the index of a
glyph among what is known of it. And it draws a text by setting it to what `get_text` gives, wrapped, so that
a label would be translated twice, and stay Korean. Here it is drawn as it is; no text of the book wraps.
Box plots have other names for two of their settings.
"""

from __future__ import annotations

import functools
import shutil
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

FONTS = Path(__file__).with_name("fontlist.json")


def hand_over_fonts() -> None:
    """Put a list of its fonts where Matplotlib keeps it, before its import: its own is of another version."""
    found = find_spec("matplotlib")
    if FONTS.is_file() and found and found.origin and "matplotlib" not in sys.modules:
        shutil.copyfile(FONTS, Path(found.origin).with_name(FONTS.name))


def adapt() -> None:
    """Supply what is missing. Does nothing where it is there, or the second time."""
    import matplotlib.cm
    from matplotlib import ft2font, mathtext
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.text import Text

    if hasattr(ft2font, "LoadFlags"):
        return
    ft2font.LoadFlags = SimpleNamespace(NO_HINTING=ft2font.LOAD_NO_HINTING)
    colorizer = ModuleType("matplotlib.colorizer")
    vars(colorizer)["ColorizingArtist"] = matplotlib.cm.ScalarMappable
    sys.modules["matplotlib.colorizer"] = colorizer
    Axis.get_converter = lambda axis: axis.converter  # ty: ignore[invalid-assignment]  # 3.8 has no such method
    boxplot: Any = Axes.boxplot

    @functools.wraps(boxplot)
    def boxplot_with_new_names(axes, *data, orientation="vertical", tick_labels=None, **settings):
        return boxplot(axes, *data, vert=orientation == "vertical", labels=tick_labels, **settings)

    Axes.boxplot = boxplot_with_new_names  # ty: ignore[invalid-assignment]  # a wrapper
    parse = mathtext.MathTextParser.parse

    def with_index(parser, text, dpi=72, prop=None, **settings):
        found = parse(parser, text, dpi, prop, **settings)
        if not hasattr(found, "glyphs"):
            return found  # pixels
        glyphs = [
            (font, size, code, font.get_char_index(code), x, y) for font, size, code, x, y in found.glyphs
        ]
        return found._replace(glyphs=glyphs)

    mathtext.MathTextParser.parse = with_index  # ty: ignore[invalid-assignment]  # a wrapper
    set_for_a_while = Text._cm_set  # ty: ignore[missing-attribute]  # private: 3.8 has it

    @contextmanager
    def without_text(artist, /, **settings):
        settings.pop("text", None)
        with set_for_a_while(artist, **settings):
            yield

    Text._cm_set = without_text  # ty: ignore[missing-attribute]  # a wrapper
