"""Letters that can be read on whatever lies behind them, on a light and on a dark page.

Colours of matplotlib's palette, black, white and greys follow the page, other colours are literal. A letter
on a field thus may have to stay as it is, although the page around it turns dark. Instead of guessing what
lies behind a text, the figure is drawn once for each palette, and the pixels under each text are looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import cos, radians, sin
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text

from execbook.figures.drawing.svg import KEEP, ON_COLOUR, palette_colour
from execbook.figures.drawing.text import TextTranslator

BACKGROUND = "var(--fig-bg)"
PALETTE = tuple(f"var(--fig-c{number})" for number in range(10))
INKS = ("currentColor", BACKGROUND, *(f"var(--fig-{name})" for name in ("grey", "faint")), *PALETTE)
LIGHT = (
    *("#212121", "#ffffff", "#6f7277", "#c9cbd0"),
    *("#2463b1", "#d55e00", "#48a36c", "#941b35", "#bb78d2"),
    *("#8a605f", "#a01989", "#4e4e4e", "#819b1d", "#1c8a8c"),
)
DARK = (
    *("#bcbfc6", "#1e2129", "#9599a3", "#4b4f5b"),
    *("#2678dc", "#ea8600", "#a4eba4", "#bf4d5b", "#e493ff"),
    *("#c58c88", "#ae5b9d", "#c3c3c3", "#e5c80a", "#0db0c2"),
)
PALETTES = tuple(dict(zip(INKS, colours, strict=True)) for colours in (LIGHT, DARK))
"""The light and the dark palette of figures.css; a test compares them."""

UNCHOSEN = "#000000"
"""The colour of letters to which the snippet gives none."""
LAST = (BACKGROUND, "#ffffff")
"""Colours for such letters where black cannot be read."""

GOOD, ENOUGH = 4.5, 3.0
"""Contrast of small and of large letters (WCAG 2.2, 1.4.3)."""
HALF, MAJORITY = 0.5, 0.6
"""Parts of the pixels under a text; not all of them, as a line that crosses it does not count."""
DPI = 72
COLUMNS, ROWS = 14, 6
"""How many pixels of a text's box are looked at."""


def fills(figure: Figure) -> dict[Text, str]:
    """How to fill the texts that could not be read in their default colour: a colour or a variable."""
    passes = [_draw(figure, palette) for palette in PALETTES]
    found = {}
    for text, light in passes[0].items():
        if dark := passes[1].get(text):
            fill = _fill(light[0], (np.concatenate(light[1]), np.concatenate(dark[1])))
            if fill:
                found[text] = fill
    return found


def _fill(ink: tuple[str, str], grounds: tuple[np.ndarray, np.ndarray]) -> str:
    """Empty if the default colour can be read; else the colour that the snippet chose, or one that can.

    ink: both colours. grounds: pixels (n, 3) in each palette.
    """
    default, own = ink
    literal = np.mean(np.abs(grounds[0] - grounds[1]).max(axis=1) < 0.02) >= HALF
    if _share(default, grounds, GOOD if literal else ENOUGH) >= HALF:
        return ""
    if _share(own, grounds, GOOD) >= MAJORITY:
        return own
    if own == UNCHOSEN:
        for colour in LAST:
            if _share(colour, grounds, GOOD) >= MAJORITY:
                return colour
    better = _share(own, grounds, ENOUGH) > max(_share(default, grounds, ENOUGH), HALF)
    if literal and better:
        return own
    if own == UNCHOSEN:
        best = max(LAST, key=lambda colour: _share(colour, grounds, ENOUGH))
        if _share(default, grounds, ENOUGH) < HALF and _share(best, grounds, ENOUGH) >= MAJORITY:
            return best
    return ""


def _share(colour: str, grounds: tuple[np.ndarray, np.ndarray], wanted: float) -> float:
    """The part of the pixels with which a colour has so much contrast, in the worse palette."""
    colours = [palette.get(colour, colour) for palette in PALETTES]
    contrasts = map(_contrast, colours, grounds)
    return min(float(np.mean(contrast >= wanted)) for contrast in contrasts)


def _light(rgb: np.ndarray) -> np.ndarray:
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _contrast(colour: str, ground: np.ndarray) -> np.ndarray:
    one, other = _light(np.array(to_rgb(colour))), _light(ground)
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


Sample = tuple[tuple[str, str], list[np.ndarray]]
"""Default and chosen colour of a text, and the pixels under each of its lines."""


def _draw(figure: Figure, palette: Mapping[str, str]) -> dict[Text, Sample]:
    former, translator = figure.dpi, TextTranslator(str)
    figure.dpi = DPI
    try:
        width, height = figure.get_size_inches()
        renderer = _Sampler(width * DPI, height * DPI, palette, translator)
        with translator.installed():
            figure.draw(renderer)
    finally:
        figure.dpi = former
    return renderer.samples


@cache
def _on_page(red: float, green: float, blue: float, keep: bool) -> str:
    return palette_colour(to_hex((red, green, blue)), keep)


class _Sampler(RendererAgg):
    """Draws all but letters in the colours of a palette, and looks at the pixels where letters would be."""

    def __init__(self, width: float, height: float, palette: Mapping[str, str], translator: TextTranslator):
        super().__init__(int(width), int(height), DPI)
        self.palette, self.translator = palette, translator
        self.groups: list[str | None] = []
        self.samples: dict[Text, Sample] = {}
        background = np.array([*to_rgb(palette[BACKGROUND]), 1.0])
        np.asarray(self._renderer)[:] = (background * 255).astype(np.uint8)
        markers, collection = self._renderer.draw_markers, self._renderer.draw_path_collection

        def draw_markers(
            gc: Any, path: Any, transform: Any, marks: Any, place: Any, face: Any = None
        ) -> None:
            markers(self._mapped_gc(gc), path, transform, marks, place, self._mapped(face))

        def draw_path_collection(gc: Any, *parts: Any, **settings: Any) -> None:
            faces, edges = (self._mapped_all(colours) for colours in parts[5:7])
            collection(self._mapped_gc(gc), *parts[:5], faces, edges, *parts[7:], **settings)

        replaced = {"draw_markers": draw_markers, "draw_path_collection": draw_path_collection}
        for name, function in replaced.items():
            setattr(self, name, function)  # as RendererAgg itself replaces them

    def open_group(self, s: str, gid: str | None = None) -> None:
        self.groups.append(gid)

    def close_group(self, s: str) -> None:
        self.groups.pop()

    def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:
        super().draw_path(self._mapped_gc(gc), path, transform, self._mapped(rgbFace))

    def draw_text(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        text = mtext or self.translator.current
        if not s.strip() or text is None:
            return
        width, height, descent = self.get_text_width_height_descent(s, prop, ismath)
        along, up = np.meshgrid(np.linspace(0, width, COLUMNS), np.linspace(-descent, height - descent, ROWS))
        turn = radians(angle)
        columns = (x + along * cos(turn) - up * sin(turn)).round().astype(int).ravel()
        lines = (y - along * sin(turn) - up * cos(turn)).round().astype(int).ravel()
        pixels = np.asarray(self._renderer)
        inside = (columns >= 0) & (lines >= 0) & (columns < pixels.shape[1]) & (lines < pixels.shape[0])
        ground = np.tile(np.array(to_rgb(self.palette[BACKGROUND])), (len(columns), 1))
        ground[inside] = pixels[lines[inside], columns[inside], :3] / 255
        own = to_hex(gc.get_rgb())
        default = BACKGROUND if ON_COLOUR in self.groups else palette_colour(own, KEEP in self.groups)
        self.samples.setdefault(text, ((default, own), []))[1].append(ground)

    def draw_tex(
        self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, *, mtext: Any = None
    ) -> None:
        """Formulas of LaTeX are refused elsewhere."""

    def _mapped(self, colour: Any) -> Any:
        if colour is None:
            return None
        red, green, blue, *alpha = colour
        name = _on_page(float(red), float(green), float(blue), KEEP in self.groups)
        return (*to_rgb(self.palette.get(name, name)), *alpha)

    def _mapped_all(self, colours: Any) -> Any:
        if not len(colours):
            return colours
        different, places = np.unique(np.asarray(colours, float), axis=0, return_inverse=True)
        return np.array([self._mapped(colour) for colour in different])[places.ravel()]

    def _mapped_gc(self, gc: Any) -> Any:
        copy = self.new_gc()
        copy.copy_properties(gc)
        copy.set_foreground(self._mapped(gc.get_rgb()), isRGBA=True)
        return copy
