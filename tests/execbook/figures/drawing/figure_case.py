"""Draws a figure as a snippet would and hands over what the backend caught."""

from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

import matplotlib as mpl
import matplotlib.pyplot as plt

from execbook.figures.drawing import backend as figures
from execbook.figures.drawing.backend import CapturedFigure

Draw = Callable[[], object]


def show(
    draw: Draw, entries: Mapping[str, str] | None = None, snippet_id: str = "part/name"
) -> list[CapturedFigure]:
    """Run `draw` and `plt.show()` with our backend, then put matplotlib back as it was."""
    with mpl.rc_context():
        plt.switch_backend("module://execbook.figures.drawing.backend")
        try:
            figures.begin({"ko": entries or {}, "en": None}, snippet_id)
            draw()
            plt.show()
            return figures.finish()
        finally:
            plt.close("all")
            plt.switch_backend("agg")


def show_one(
    draw: Draw, entries: Mapping[str, str] | None = None, snippet_id: str = "part/name"
) -> CapturedFigure:
    (figure,) = show(draw, entries, snippet_id)
    return figure


def elements(svg: str, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(f"{{http://www.w3.org/2000/svg}}{tag}"))


def texts(svg: str) -> list[str]:
    """Every label, formulas put together."""
    return ["".join(text.itertext()) for text in elements(svg, "text")]
