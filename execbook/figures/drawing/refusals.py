"""Figures that cannot be published as they are, each with a sentence that names the cause and the cure."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Collection, Sequence

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from execbook.figures.drawing import data
from execbook.figures.drawing.svg import MAX_BYTES
from execbook.figures.drawing.text import FAMILIES
from execbook.problems import FigureError

GENERIC = {"serif", "sans-serif", "cursive", "fantasy", "monospace", "dejavu sans", "dejavu serif"}
"""In lower case: families that matplotlib has everywhere, or that style sheets set. The site's font replaces
them."""
HANGUL = re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
FONT_FIX = "remove the setting: the site chooses the font, and draws translated labels itself"


def check(figure: Figure, number: int) -> None:
    """Refuse what would be drawn otherwise than the snippet means. Raises FigureError."""
    texts = [text for text in figure.findobj(Text) if text.get_text().strip()]
    for text in texts:
        if text.get_usetex():
            message = f"figure {number} asks for LaTeX (usetex), which is not available"
            fix = "remove usetex: matplotlib sets formulas between dollars without LaTeX"
            raise FigureError(message, fix, text.get_text())
    named = [(family, text.get_text()) for text in texts for family in text.get_fontfamily()]
    named += [
        (str(file), text.get_text()) for text in texts if (file := text.get_fontproperties().get_file())
    ]
    named += [(family, "") for family in mpl.rcParams["font.family"]]
    for family, label in named:
        if family.lower() not in GENERIC and family not in FAMILIES:
            raise FigureError(f"figure {number} sets the font {family!r}", FONT_FIX, label)
    if _is_animated(figure):
        message = f"figure {number} is an animation, of which a page shows only the first frame"
        raise FigureError(message, "draw the frames that matter beside each other, without animating them")


def in_korean(label: str) -> FigureError:
    """For a label in Korean in a book that translates labels into Korean."""
    message = f"the label {label!r} is in Korean, and would stand on the pages of the other languages"
    fix = "write it in the language of the other labels, and its Korean into labels.ko.toml"
    return FigureError(message, fix, label)


def untranslated(
    number: int, labels: Sequence[str], language: str, elsewhere: Collection[str], snippet_id: str
) -> FigureError:
    """elsewhere: labels whose translation is in a table that this snippet cannot use."""
    listed = ", ".join(map(repr, labels))
    place = f'["{snippet_id}"]'
    if all(label in elsewhere for label in labels):
        fix = (
            f"it stands in [shared] of labels.{language}.toml, which holds only labels in a file's own "
            f"source: move it to {place}, as it comes from data:"
        )
    else:
        fix = (
            f"translate it in labels.{language}.toml, below {place}, or below [shared] if it has the "
            f"same translation in the whole book:"
        )
    entries = "".join(f'\n{toml_text(label)} = "…"' for label in labels)
    message = f"figure {number} has labels without translation into {language}: {listed}"
    return FigureError(message, fix + entries, labels[0])


def toml_text(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def too_large(number: int, size: int) -> FigureError:
    message = f"figure {number} takes {size // 1000} kB as a drawing (maximum: {MAX_BYTES // 1000} kB)"
    return FigureError(message, "draw fewer marks, panels or cells, for example every tenth point")


def blank(number: int, line: int) -> FigureError:
    fix = "draw into it before it is shown; plt.show() closes a figure, and what follows starts another"
    return FigureError(f"figure {number} is blank: nothing is drawn in it", fix, line=line)


def is_blank(figure: Figure) -> bool:
    """Whether a figure has neither data nor shapes nor texts, apart from its axes and their labels."""
    loose = [text for text in figure.texts if text.get_text().strip()]
    if loose or figure.images or figure.lines or figure.patches or figure.legends or figure.artists:
        return False
    return not any(_has_content(axes) for axes in (*figure.axes, *data.inner_axes(figure)))


def _has_content(axes: Axes) -> bool:
    drawn = (axes.lines, axes.patches, axes.collections, axes.images, axes.texts, axes.tables, axes.artists)
    return axes.get_visible() and (axes.get_legend() is not None or any(len(group) for group in drawn))


def _is_animated(figure: Figure) -> bool:
    animation = sys.modules.get("matplotlib.animation")
    if animation is None:
        return False
    waiting = figure.canvas.callbacks.callbacks.get("draw_event", {}).values()
    owners = (getattr(reference(), "__self__", None) for reference in waiting)
    found = [owner for owner in owners if isinstance(owner, animation.Animation)]
    for owner in found:
        owner._draw_was_started = True  # else it would warn that it was never drawn
    return bool(found)
