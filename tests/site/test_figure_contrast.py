"""The letters of figures have contrast with what is painted beneath them, in both palettes.

Measured in the browser: figures without their letters are photographed, and each letter's computed colour is
compared with the pixels where it stands.
"""

import io
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.text import Text
from PIL import Image
from playwright.sync_api import Page
from sklearn.datasets import load_iris
from sklearn.tree import DecisionTreeClassifier, plot_tree

from tests import LANGUAGES
from tests.execbook.figures.drawing.figure_case import show_one
from tests.site.visit import SCHEMES

GOOD, GOOD_IF_LARGE, LARGE = 4.5, 3.0, 24
"""Contrast of letters, and the size in CSS pixels from which less is enough (WCAG 2.2, 1.4.3)."""
HALF = 0.5
"""Part of the pixels beneath a text: a line that crosses it does not count."""
AT_ONCE = 24
"""Figures in one photograph."""

TEXTS = """() => [...document.querySelectorAll("svg text")].filter(e => e.textContent.trim()).map(e => {
  const { fill, fontSize } = getComputedStyle(e);
  const { left, top, right, bottom } = e.getBoundingClientRect();
  return {
    figure: e.closest("[data-name]").dataset.name, words: e.textContent.trim(), size: parseFloat(fontSize),
    colour: fill.match(/[\\d.]+/g).map(Number),
    box: [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY],
  };
})"""
SHEET = """<!doctype html><html class="js"><style>{}</style>
<style>body {{ display: grid; grid-template-columns: 1fr 1fr; align-items: start; margin: 0 }}
.unlettered text {{ visibility: hidden }}</style><body class="md-typeset">{}"""


def light(rgb: np.ndarray) -> np.ndarray:
    """Relative luminance of colours (..., 3) from 0 to 255 (WCAG 2.2)."""
    part = rgb / 255
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def unreadable(page: Page, css: str, figures: dict[str, str]) -> list[str]:
    """What cannot be read in figures, whose SVGs are given by name."""
    found = []
    remaining = iter(figures.items())
    while some := list(islice(remaining, AT_ONCE)):
        divs = "".join(f'<div class="xb-svg" data-name="{name}">{svg}</div>' for name, svg in some)
        page.set_content(SHEET.format(css, divs))
        for palette, scheme in SCHEMES.items():
            page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
            texts = page.evaluate(TEXTS)
            page.evaluate("document.body.classList.add('unlettered')")
            ground = np.asarray(Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB"))
            page.evaluate("document.body.classList.remove('unlettered')")
            for text in texts:
                left, top, right, bottom = np.clip(text["box"], 0, None).round().astype(int)
                beneath = light(ground[top : bottom + 1, left : right + 1].reshape(-1, 3).astype(float))
                letter = light(np.array(text["colour"][:3]))
                contrast = (np.maximum(letter, beneath) + 0.05) / (np.minimum(letter, beneath) + 0.05)
                wanted = GOOD_IF_LARGE if text["size"] >= LARGE else GOOD
                if np.mean(contrast >= wanted) < HALF:
                    found.append(
                        f"{text['figure']}, {palette}: {text['words']} has {np.median(contrast):.1f}"
                    )
    return found


def css_of(site: Path) -> str:
    (style,) = site.glob("ko/assets/stylesheets/site.*.css")
    return style.read_text("utf-8")


def figures_of(site: Path, language: str) -> Iterator[tuple[str, str]]:
    for page in sorted((site / language).rglob("index.html")):
        found = re.findall(r'class="xb-svg[ "].*?(<svg.*?</svg>)', page.read_text("utf-8"), re.DOTALL)
        for number, svg in enumerate(found, 1):
            yield f"{page.parent.relative_to(site)} {number}", svg


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_can_be_read(real_site, page, language):
    figures = dict(figures_of(real_site, language))
    assert len(figures) > 100
    assert unreadable(page, css_of(real_site), figures) == []


def drawn(draw: Callable[[], None]) -> str:
    """The SVG of a figure whose words are the same in all languages."""
    draw()
    words = {text.get_text() for text in plt.gcf().findobj(Text)}
    plt.close()
    return show_one(draw, {word: word for word in words}, f"part/{draw.__name__}").svg["ko"]


CYCLE = tuple(f"C{number}" for number in range(10) if number not in (0, 6))
"""Matplotlib's cycle without the two colours on which no ink has enough contrast in both palettes."""


def boxes() -> None:
    plt.axis((0, 17, -1, 1))
    for place, colour in enumerate(("lightyellow", "wheat", "navy", "crimson", "0.5", *CYCLE, "none")):
        ink = "white" if colour in ("navy", "crimson") else "black"
        plt.text(place + 1, 0, f"{place}", color=ink, ha="center", bbox={"facecolor": colour})


def tree() -> None:
    model = DecisionTreeClassifier(max_depth=3, random_state=0).fit(*load_iris(return_X_y=True))
    plot_tree(model, filled=True, class_names=["1", "2", "3"], feature_names=["a", "b", "c", "d"])


def bars() -> None:
    row = plt.bar(range(9), range(1, 10), color=plt.cm.Pastel1.colors)
    plt.bar_label(row, label_type="center")


def shares() -> None:
    plt.pie([1, 2, 3, 4], labels=["1", "2", "3", "4"], autopct="%d", colors=plt.cm.Set3.colors)


def heat_map(name: str) -> Callable[[], None]:
    def draw() -> None:
        values = np.linspace(0, 1, 25).reshape(5, 5)
        image = plt.imshow(values, cmap=name)
        for row, column in np.ndindex(5, 5):
            rgb = np.array(image.cmap(values[row, column])[:3]) * 255
            ink = "white" if light(rgb) < 0.18 else "black"
            plt.text(column, row, f"{values[row, column]:.2f}", ha="center", color=ink)

    draw.__name__ = name
    return draw


def dark_field() -> None:
    plt.gca().set_facecolor("midnightblue")
    plt.plot([0, 1], color="white", label="1")
    plt.text(0.2, 0.8, "10", color="white", rotation=30)
    plt.legend()


def arrows() -> None:
    plt.fill_between([0, 1], 0, 1, color="pink")
    plt.annotate("10", (0.5, 0.5), (0.2, 0.8), arrowprops={"arrowstyle": "->"})
    plt.annotate("20", (0.5, 0.2), bbox={"boxstyle": "round", "facecolor": "palegreen"})


HARD = {
    **{draw.__name__: draw for draw in (boxes, tree, bars, shares, dark_field, arrows)},
    **{name: heat_map(name) for name in ("viridis", "viridis_r", "coolwarm", "Blues", "gray", "YlOrRd")},
}
"""Figures whose letters stand on fields, boxes, wedges, bars and maps."""


def test_letters_of_hard_cases_can_be_read(real_site, page):
    figures = {name: drawn(draw) for name, draw in HARD.items()}
    assert unreadable(page, css_of(real_site), figures) == []


def test_letters_that_cannot_be_read_are_found(real_site, page):
    def draw() -> None:
        plt.text(0.5, 0.5, "10", color="red", bbox={"facecolor": "darkred"})

    (light_page, dark_page) = unreadable(page, css_of(real_site), {"red": drawn(draw)})
    assert light_page.startswith("red, light: 10 has ")
    assert dark_page.startswith("red, dark: 10 has ")
