"""The matplotlib backend: what is caught, in which languages, and what is refused.

Covers execbook/figures/drawing/text.py: text in real figures.
"""

import contextlib
import re

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib import font_manager

from execbook.figures.drawing import backend as figures
from execbook.figures.drawing import text as figure_text
from execbook.figures.drawing.backend import FigureError
from tests.execbook.figures.drawing import figure_case
from tests.execbook.figures.drawing.figure_case import elements, show, show_one, texts


def box(svg: str) -> list[float]:
    return [float(number) for number in re.search(r'viewBox="([^"]+)"', svg)[1].split()]


def label_everything() -> None:
    fig, (left, right) = plt.subplots(1, 2)
    left.plot([1, 2], label="legend entry")
    left.legend(title="legend title")
    left.set(title="panel title", xlabel="across", ylabel="upwards")
    left.annotate("arrow", (0, 1), xytext=(0.5, 1.5), arrowprops={"arrowstyle": "->"})
    left.set_xticks([0, 1], ["first tick", "second tick"])
    image = right.imshow([[0, 1]])
    right.table([["cell"]], rowLabels=["row"], colLabels=["column"])
    fig.colorbar(image).set_label("colour")
    fig.suptitle("whole title")
    fig.supxlabel("whole across")
    fig.text(0.5, 0.5, "loose")


LABELS = [
    *(
        "legend entry",
        "legend title",
        "panel title",
        "across",
        "upwards",
        "arrow",
        "first tick",
        "second tick",
    ),
    *("cell", "row", "column", "colour", "whole title", "whole across", "loose"),
]


def test_every_kind_of_label_is_in_the_language_of_the_page():
    korean = {label: f"말{number}" for number, label in enumerate(LABELS)}
    figure = show_one(label_everything, korean)
    assert set(LABELS) <= set(texts(figure.svg["en"]))
    assert set(korean.values()) <= set(texts(figure.svg["ko"]))
    assert not set(LABELS) & set(texts(figure.svg["ko"]))
    assert (figure.title["ko"], figure.title["en"]) == (korean["whole title"], "whole title")


def test_a_label_without_korean_is_refused_and_all_of_them_are_named():
    with pytest.raises(FigureError) as caught:
        show(label_everything, {label: "말" for label in LABELS if label not in ("across", "arrow")})
    assert "'across'" in caught.value.message
    assert "'arrow'" in caught.value.message
    assert caught.value.label in ("across", "arrow")


def test_a_snippet_cannot_swallow_the_refusal():
    def draw():
        plt.plot([1, 2])
        plt.title("not in Korean")
        with contextlib.suppress(Exception):
            plt.show()

    with pytest.raises(FigureError, match="not in Korean"):
        show(draw)


def test_patterns_and_texts_without_words_are_translated_by_the_catalogue():
    def draw():
        plt.plot([1e-5, 2e-5], label=r"$\eta = 0.1$")
        plt.title("rate 0.5")
        plt.legend()

    figure = show_one(draw, {"rate {}": "학습률 {}"})
    assert "학습률 0.5" in texts(figure.svg["ko"])
    assert "η=0.1" in [text.replace(" ", "") for text in texts(figure.svg["ko"])]


def test_lines_of_a_label_stay_centred_below_each_other():
    def draw():
        plt.plot([1, 2])
        plt.title("one\nand another line")

    svg = show_one(draw, {"one\nand another line": "하나\n그리고 다른 줄"}).svg["ko"]
    lines = [text for text in elements(svg, "text") if text.text in ("하나", "그리고 다른 줄")]
    assert [line.get("text-anchor") for line in lines] == ["middle", "middle"]
    assert lines[0].get("x") == lines[1].get("x")
    assert float(lines[0].get("y")) < float(lines[1].get("y"))


def test_formulas_are_text_with_raised_exponents_and_italic_letters():
    def draw():
        plt.plot([1, 2])
        plt.xlabel(r"rate $\eta = 10^{-3}$ and $\phi'(z)$")

    svg = show_one(
        draw, {r"rate $\eta = 10^{-3}$ and $\phi'(z)$": r"학습률 $\eta = 10^{-3}$, $\phi'(z)$"}
    ).svg["ko"]
    (label,) = [text for text in elements(svg, "text") if "학습률" in "".join(text.itertext())]
    assert "".join(label.itertext()).replace(" ", "") == "학습률η=10−3,ϕ′(z)"
    parts = {part.text: part for part in label}
    assert parts["η"].get("font-style") == "italic"
    assert float(parts["−3"].get("dy")) < 0
    assert float(parts["−3"].get("font-size")) < 10


def test_a_fraction_keeps_its_places():
    def draw():
        plt.plot([1, 2])
        plt.xlabel(r"$\frac{a}{b}$")

    svg = show_one(draw).svg["en"]
    places = {part.text: (part.get("x"), float(part.get("y"))) for part in elements(svg, "tspan")}
    assert places["a"][1] < places["b"][1]
    assert elements(svg, "g")[0].find("{http://www.w3.org/2000/svg}rect") is not None


@pytest.mark.parametrize("text", ["brain 🧠", r"$\alpha$ 뷁"])
def test_a_character_that_no_font_has_is_refused(text):
    def draw():
        plt.plot([1, 2])
        plt.title(text)

    with pytest.raises(FigureError, match="no font has") as caught:
        show(draw, {text: text})
    assert caught.value.label == text
    assert caught.value.fix.startswith("change the label")


def test_symbols_that_only_the_second_font_has_are_drawn():
    assert "−1 ∇ ⊗" in texts(show_one(lambda: plt.title("−1 ∇ ⊗")).svg["en"])


def test_show_catches_all_open_figures_in_order_and_closes_them():
    def draw():
        for number in (2, 1):
            plt.figure(number)
            plt.title(f"{number}")
        plt.show()
        assert plt.get_fignums() == []
        plt.figure()
        plt.title("3")

    assert [figure.title["en"] for figure in show(draw)] == ["1", "2", "3"]


def test_showing_one_figure_keeps_the_others_open():
    def draw():
        first, _ = plt.subplots()
        first.suptitle("1")
        second, _ = plt.subplots()
        second.suptitle("2")
        second.show()

    assert [figure.title["en"] for figure in show(draw)] == ["2", "1"]


def test_a_figure_that_is_never_shown_is_refused(monkeypatch):
    monkeypatch.setattr(figure_case.plt, "show", lambda: None)
    with pytest.raises(FigureError, match=r"never shown: call plt\.show"):
        show(lambda: plt.plot([1, 2]))


def test_a_figure_that_is_saved_and_closed_is_no_figure_of_the_page(tmp_path):
    def draw():
        plt.plot([1, 2])
        for ending in ("png", "svg", "pdf"):
            plt.savefig(tmp_path / f"figure.{ending}")
        plt.close()

    assert show(draw) == []
    assert {path.name for path in tmp_path.iterdir()} == {"figure.png", "figure.svg", "figure.pdf"}


def test_the_same_run_gives_the_same_bytes():
    korean = {label: f"말{number}" for number, label in enumerate(LABELS)}
    assert show_one(label_everything, korean) == show_one(label_everything, korean)


def test_size_and_text_size_are_those_that_the_snippet_chose():
    def draw(width):
        plt.rcParams["font.size"] = 14
        plt.figure(figsize=(width, 3))
        plt.axes((0, 0, 1, 1))

    small, large = (box(show_one(lambda w=w: draw(w)).svg["en"]) for w in (4, 8))
    assert large[2] - small[2] == pytest.approx(4 * 72, abs=2)
    assert 'font-size="14"' in show_one(lambda: draw(4)).svg["en"]


def test_the_picture_grows_around_what_reaches_out_of_the_figure():
    def draw(inside):
        plt.figure(figsize=(4, 3))
        plt.plot([1, 2], label="0")
        plt.legend(loc="center left", bbox_to_anchor=(0.1 if inside else 1.3, 0.5))

    assert (
        box(show_one(lambda: draw(False)).svg["en"])[2] > box(show_one(lambda: draw(True)).svg["en"])[2] + 50
    )


@pytest.mark.parametrize("layout", ["tight_layout()", "tight", "constrained"])
def test_the_layout_makes_room_for_the_labels_of_each_language(layout):
    def draw():
        fig, axes = plt.subplots(2, 1, layout=None if "(" in layout else layout)
        for ax in axes:
            ax.set_title("title")
            ax.axvspan(0, 1, color="C3")
        if "(" in layout:
            fig.tight_layout()

    def height(svg):
        areas = [path for path in elements(svg, "path") if path.get("fill") == "var(--fig-c3)"]
        ends = [float(n) for n in re.findall(r"[\d.]+", areas[0].get("d"))[1::2]]
        return max(ends) - min(ends)

    figure = show_one(draw, {"title": "제목이\n세 줄로\n길다"})
    assert height(figure.svg["ko"]) < height(figure.svg["en"]) - 20


def test_drawing_changes_neither_the_figure_nor_the_random_numbers():
    np.random.seed(0)
    before = np.random.get_state()[1].tolist()
    kept = {}

    def draw():
        fig, ax = plt.subplots()
        image = ax.imshow(np.eye(3))
        ax.set_title("title")
        ax.set_gid("own")
        kept.update(fig=fig, ax=ax, image=image, dpi=fig.dpi)

    show_one(draw, {"title": "제목"})
    assert kept["ax"].get_title() == "title"
    assert kept["ax"].get_gid() == "own"
    assert kept["image"].get_gid() is None
    assert kept["image"].get_interpolation() == mpl.rcParams["image.interpolation"]
    assert kept["fig"].dpi == kept["dpi"]
    assert np.random.get_state()[1].tolist() == before


def test_labels_are_laid_out_with_the_font_of_the_project():
    show_one(lambda: plt.plot([1, 2]))
    for weight in ("normal", "bold"):
        wanted = font_manager.FontProperties(family=figure_text.FAMILIES, weight=weight)
        assert font_manager.findfont(wanted) == str(figure_text.LAYOUT_FONT)


def test_bold_and_italic_labels_need_no_warning(caplog):
    def draw():
        plt.title("0", weight="bold")
        plt.xlabel("1", style="italic")

    svg = show_one(draw).svg["en"]
    marks = {text.text: text.attrib for text in elements(svg, "text")}
    assert marks["0"]["font-weight"] == "700"
    assert marks["1"]["font-style"] == "italic"
    assert not caplog.records


def test_a_line_of_200_points_stays_small():
    def draw():
        x = np.linspace(-6, 6, 200)
        plt.figure(figsize=(6, 3.2))
        for function in (np.tanh, np.sin, np.exp):
            plt.plot(x, function(x))

    assert len(show_one(draw).svg["en"]) < 12_000


def test_filled_contours_stay_small():
    def draw():
        x, y = np.meshgrid(np.linspace(-3, 3, 200), np.linspace(-3, 3, 200))
        plt.contourf(x, y, np.exp(-(x**2) - y**2), levels=12)

    assert len(show_one(draw).svg["en"]) < 60_000


def test_a_fine_mesh_is_an_image_and_a_coarse_one_is_not():
    fine = show_one(lambda: plt.pcolormesh(np.eye(50))).svg["en"]
    coarse = show_one(lambda: plt.pcolormesh(np.eye(3))).svg["en"]
    assert len(elements(fine, "image")) == 1
    assert len(fine) < 12_000
    assert not elements(coarse, "image")


def test_cells_of_an_image_stay_sharp():
    (image,) = elements(show_one(lambda: plt.imshow(np.eye(8))).svg["en"], "image")
    assert image.get("image-rendering") == "pixelated"
    assert (image.get("width"), image.get("height")) == ("8", "8")


def test_begin_forgets_the_snippet_before():
    show(lambda: plt.plot([1, 2]))
    figures.begin({"ko": {}, "en": None})
    assert figures.finish() == []


def test_formulas_of_ticks_have_signs_that_the_layout_font_lacks():
    def draw():
        plt.plot([0, 1], [0.01, 0.5])
        plt.yscale("logit")
        plt.yticks([0.03], minor=True)
        plt.gca().yaxis.set_minor_formatter(plt.matplotlib.ticker.LogitFormatter(minor=True))
        plt.tight_layout()

    assert "3⋅10" in "".join(texts(show_one(draw).svg["en"]))
    assert figures.logged() == []
