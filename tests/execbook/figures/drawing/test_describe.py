"""Figures in words and numbers.

Covers execbook/figures/drawing/plain_math.py: formulas in descriptions.
"""

import json

import matplotlib.pyplot as plt
import numpy as np
import pytest

from execbook.figures.drawing.plain_math import plain
from tests.execbook.figures.drawing.figure_case import show_one

KOREAN = {
    "net input": "최종 입력",
    "value": "값",
    "ReLU": "렐루",
    "tree": "트리",
    "forest": "숲",
    "accuracy": "정확도",
    "left one": "왼쪽",
    "right one": "오른쪽",
}


def described(draw) -> dict[str, str]:
    return show_one(draw, KOREAN).description


def test_a_line_is_described_by_its_ends_and_extremes():
    def draw():
        plt.plot([-4, 0, 4], [0, 0, 4], label="ReLU")
        plt.axhline(0)
        plt.xlabel("net input")
        plt.ylabel("value")
        plt.xlim(-4, 4)
        plt.ylim(-1, 5)

    words = described(draw)
    assert words["en"] == (
        "Horizontal axis: net input, from −4 to 4. Vertical axis: value, from −1 to 5. "
        "Line “ReLU”: starts at (−4, 0), ends at (4, 4), lowest 0, highest 4. Horizontal line: 0."
    )
    assert words["ko"] == (
        "가로축: 최종 입력, −4부터 4까지. 세로축: 값, −1부터 5까지. "
        "선 “렐루”: (−4, 0)에서 시작해 (4, 4)에서 끝남, 최솟값 0, 최댓값 4. 가로선: 0."
    )


def test_bars_are_listed_with_their_names():
    words = described(lambda: (plt.bar(["tree", "forest"], [0.5, 0.75]), plt.ylabel("accuracy")))
    assert "Bars (2): tree → 0.5, forest → 0.75." in words["en"]
    assert "막대 2개: 트리 → 0.5, 숲 → 0.75." in words["ko"]
    assert "Horizontal" not in words["en"]  # its names are listed with the bars


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (lambda: plt.bar(range(20), range(1, 21)), "Bars (20): lowest 1, highest 20."),
        (lambda: plt.hist([0, 0, 1, 2], bins=4), "Histogram of 4 bins: from 0 to 2, tallest bar 2."),
        (lambda: plt.hist([0, 2], bins=4, label="ReLU"), "Histogram of 4 bins “ReLU”:"),
        (
            lambda: plt.scatter([1, 2], [3, 5], label="ReLU"),
            "Points (2) “ReLU”: horizontally from 1 to 2, vertically from 3 to 5.",
        ),
        (
            lambda: plt.errorbar([1, 2], [3, 5], yerr=1, fmt="o", label="ReLU"),
            "Points (2) “ReLU”: horizontally from 1 to 2, vertically from 3 to 5.",
        ),
        (lambda: plt.imshow([[1, 2, 7]]), "Values shown as colours: 1 × 3, from 1 to 7."),
        (lambda: plt.pcolormesh(np.arange(6).reshape(2, 3)), "Values shown as colours: 2 × 3, from 0 to 5."),
        (lambda: plt.contour([[0, 1], [1, 2]], levels=[0.5, 1.5]), "Contours: 0.5, 1.5."),
        (lambda: plt.pie([1, 3], labels=["tree", "forest"]), "Pie chart: tree → 25%, forest → 75%."),
        (lambda: plt.semilogy([1e-5, 1]), "(logarithmic). Line: starts at (0, 1 × 10⁻⁵), ends at (1, 1)"),
        (lambda: plt.fill_between([0, 2], [0, 1]), "Filled area: horizontally from 0 to 2,"),
        (lambda: plt.axvline(3), "Vertical line: 3."),
        (lambda: [plt.plot([0, k]) for k in range(20)], "Unnamed lines (20): lowest 0, highest 19."),
        (lambda: plt.text(0.5, 0.5, "tree"), "Text inside: tree."),
        (lambda: (plt.plot([1, 2]), plt.legend(["tree"])), "Text inside: tree."),
        (lambda: plt.colorbar(plt.imshow([[1, 7]]), label="value"), "Colour bar: value, from 1 to 7."),
        (lambda: plt.subplot(projection="3d").set(zlim=(0, 9)), "Height axis: from 0 to 9."),
        (
            lambda: plt.subplot(projection="3d").bar([1, 2], [3, 5], zs=4, zdir="y"),
            "Bars in space (2): horizontally from 0.6 to 2.4, in depth from 4 to 4, in height from 0 to 5.",
        ),
        (plt.figure, "Empty figure."),
    ],
)  # fmt: skip
def test_each_kind_has_its_words(draw, expected):
    words = described(draw)
    assert expected in words["en"]
    assert not set("abcdfghijklmnopqrstuvwxyz") & set(words["ko"])


def test_bars_side_by_side_share_a_name():
    def draw():
        plt.bar([-0.2, 0.8], [1, 2], 0.4)
        plt.bar([0.2, 1.2], [3, 4], 0.4)
        plt.xticks([0, 1], ["tree", "forest"])

    words = described(draw)["en"]
    assert "tree → 1, forest → 2" in words
    assert "tree → 3, forest → 4" in words


def test_values_that_an_axis_cannot_show_are_given_as_zero():
    assert "lowest 0, highest 1" in described(lambda: plt.plot([1e-9, 1]))["en"]
    assert "lowest 1 × 10⁻⁹" in described(lambda: plt.semilogy([1e-9, 1]))["en"]


def test_panels_are_described_separately():
    def draw():
        _, axes = plt.subplots(1, 2)
        axes[0].set_title("left one")
        axes[1].set_title("right one")

    words = described(draw)
    assert words["en"].startswith("2 panels. Panel 1, left one: Horizontal axis")
    assert words["ko"].startswith("그래프 2개. 1번째 그래프, 왼쪽: 가로축")


def test_a_figure_of_many_panels_is_summarised():
    def draw():
        for ax in plt.subplots(3, 4)[1].flat:
            ax.plot([0, 1], label="ReLU")

    assert described(draw)["en"].endswith("Panel 12: Line “ReLU”.")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (r"$\sigma(z)^{-1}$", "σ(z)⁻¹"),
        (r"rate $\eta = 10^{-3}$", "rate η = 10⁻³"),
        (r"$\frac{a}{b+c}$ and $\sqrt{x_1}$", "a/(b+c) and √(x₁)"),
        (r"$\mathrm{softmax}(z)_i$", "softmax(z)ᵢ"),
        (r"$e^{-z^2}$ costs 5 \$", "e^(-z²) costs 5 $"),
        ("one\ntwo", "one two"),
        ("5 $ and no formula", "5 $ and no formula"),
    ],
)
def test_formulas_become_plain_text(label, expected):
    assert plain(label) == expected


def test_the_structure_is_json_with_what_was_drawn():
    figure = show_one(lambda: (plt.plot(np.linspace(0, 1, 100), label="ReLU"), plt.title("value")), KOREAN)
    (panel,) = json.loads(json.dumps(figure.structure))
    (series,) = panel["series"]
    assert (panel["title"], series["kind"], series["label"], series["count"]) == (
        "value",
        "line",
        "ReLU",
        100,
    )
    assert (series["y"][0], series["y"][-1]) == (0.0, 1.0)


def test_the_data_has_every_point_and_the_style_of_lines():
    def draw():
        plt.plot(np.arange(100) / 3, "--")
        plt.plot([1, 2], marker="o", linewidth=5)
        plt.plot([1, 2], "x")

    figure = show_one(draw)
    (panel,) = json.loads(json.dumps(figure.data))
    dashed, marked, points = panel["series"]
    assert dashed["y"][:3] == [0.0, 0.333333, 0.666667]
    assert len(dashed["x"]) == 100
    assert len({dashed["style"], marked["style"], "- 1.5"}) == 3
    assert marked["style"] == "- o 5"
    assert points["style"] == ""
    assert "style" not in figure.structure[0]["series"][0]
