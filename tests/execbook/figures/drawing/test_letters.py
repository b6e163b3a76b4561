"""Letters on literal fields keep their colour in both palettes, others follow the page.

Covers execbook/figures/drawing/letters.py and refusals.py.
"""

import json
import re
import tomllib

import matplotlib.pyplot as plt
import numpy as np
import pytest
from mpl_toolkits.axes_grid1 import host_subplot

from execbook.figures.drawing import backend, letters, svg
from execbook.problems import FigureError
from tests import ROOT
from tests.execbook.figures.drawing.figure_case import elements, show, show_one

BLACK, WHITE, PAGE = "#000000", "#ffffff", None
CSS = ROOT / "theme/overrides/assets/stylesheets/figures.css"


def fill(draw, text: str = "10") -> str | None:
    found = {one.text: one.get("fill") for one in elements(show_one(draw).svg["en"], "text")}
    return found[text]


def on(colour: str, **settings):
    def draw():
        plt.axis([0, 1, 0, 1])
        plt.gca().set_axis_off()
        plt.text(0.5, 0.5, "10", bbox={"facecolor": colour, "edgecolor": "none"}, **settings)

    return draw


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (on("lightyellow"), BLACK),
        (on("wheat", size=30, rotation=90), BLACK),
        (on("wheat", alpha=1), BLACK),
        (on("navy", color="white"), WHITE),
        (on("white"), PAGE),
        (on("0.9"), PAGE),
        (on("lightyellow", color="C2"), "#2ca02c"),
        (lambda: (plt.gca().set_facecolor("#eaeaf2"), plt.text(0.5, 0.5, "10")), BLACK),
        (lambda: (plt.figure(facecolor="mistyrose"), plt.figtext(0.5, 0.5, "10")), BLACK),
        (lambda: (plt.fill_between([0, 1], 0, 1, color="pink"), plt.text(0.5, 0.5, "10")), BLACK),
        (lambda: (plt.scatter([0], [0], s=9000, c="moccasin"), plt.text(0, 0, "10", ha="center")), BLACK),
        (lambda: (plt.bar([0], [1], color="lightgreen"), plt.text(0, 0.5, "10", ha="center")), BLACK),
        (lambda: (plt.plot([0, 1]), plt.text(0.8, 0.1, "10")), PAGE),
    ],
)
def test_a_letter_keeps_its_colour_on_a_literal_field(draw, expected):
    assert fill(draw) == expected


def test_shares_on_pastel_wedges_stay_dark():
    def draw():
        plt.pie([10, 90], labels=["1", "2"], autopct="%d", colors=plt.cm.Pastel1.colors)

    assert (fill(draw, "10"), fill(draw, "90"), fill(draw, "1")) == (BLACK, BLACK, PAGE)


@pytest.mark.parametrize(("palette", "scheme"), [(0, "default"), (1, "slate")])
def test_the_palettes_are_those_of_the_style_sheet(palette, scheme):
    css = CSS.read_text("utf-8")
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\]\s*{{(.*?)}}', css, re.DOTALL)[1]
    listed = {f"var(--fig-{name})": colour for name, colour in re.findall(r"--fig-(\w+):\s*(#\w{6})", block)}
    assert listed.items() <= letters.PALETTES[palette].items()


NOISE = np.random.default_rng(0).normal(size=(2, 6000))


@pytest.mark.parametrize(
    "draw",
    [
        lambda: plt.scatter(*NOISE, s=1),
        lambda: plt.plot(*NOISE, "k."),
        lambda: plt.hexbin(*NOISE, gridsize=90),
        lambda: plt.vlines(NOISE[0], 0, NOISE[1], linewidth=0.1),
    ],
    ids=["points", "markers", "hexagons", "segments"],
)
def test_thousands_of_marks_are_an_image(draw):
    drawing = show_one(draw).svg["en"]
    assert len(elements(drawing, "image")) == 1
    assert len(drawing) < 200_000
    assert len(elements(drawing, "use")) < 100


def test_marks_of_one_colour_follow_the_page():
    drawing = show_one(lambda: plt.scatter(*NOISE, s=1)).svg["en"]
    (mask,) = elements(drawing, "mask")
    filled = [one for one in elements(drawing, "rect") if one.get("mask") == f"url(#{mask.get('id')})"]
    assert [one.get("fill") for one in filled] == ["var(--fig-c0)"]


def test_a_drawing_over_its_budget_is_refused(monkeypatch):
    monkeypatch.setattr(svg, "MAX_BYTES", 1000)
    with pytest.raises(FigureError, match=r"takes \d+ kB as a drawing"):
        show(lambda: plt.plot(NOISE[0][:50]))


@pytest.mark.parametrize(
    "label", ["two\nlines", r"a back\slash $\alpha$ word", 'a "quoted" word', "tab\there"]
)
def test_the_cure_for_a_label_is_valid_toml(label):
    with pytest.raises(FigureError) as caught:
        show(lambda: (plt.plot([0, 1]), plt.title(label), plt.xlabel("another one")))
    _, *entries = caught.value.fix.splitlines()
    assert set(tomllib.loads("\n".join(entries))) == {label, "another one"}
    assert '["part/name"]' in caught.value.fix


def test_a_label_whose_korean_stands_in_the_wrong_table_is_told_so():
    backend.begin({"ko": {}, "en": None}, "part/name", elsewhere={"ko": ["setosa"]})
    plt.switch_backend("module://execbook.figures.drawing.backend")
    try:
        plt.title("setosa")
        with pytest.raises(FigureError) as caught:
            plt.show()
    finally:
        plt.close("all")
        plt.switch_backend("agg")
    assert "it stands in [shared]" in caught.value.fix and '["part/name"]' in caught.value.fix


def animation():
    from matplotlib.animation import FuncAnimation

    figure, axes = plt.subplots()
    (line,) = axes.plot([0, 1])
    animation.kept = FuncAnimation(figure, lambda frame: (line,), frames=2)


@pytest.mark.parametrize(
    ("draw", "message", "fix"),
    [
        (lambda: plt.title("학습 곡선"), "is in Korean", "language of the other labels"),
        (
            lambda: plt.title("1", fontfamily="NanumGothic"),
            "the font 'NanumGothic'",
            "the site chooses the font",
        ),
        (
            lambda: plt.rcParams.update({"font.family": "Malgun Gothic"}),
            "'Malgun Gothic'",
            "the site chooses",
        ),
        (plt.xkcd, "sets the font", "the site chooses the font"),
        (lambda: plt.title("1", usetex=True), "LaTeX", "remove usetex"),
        (animation, "only the first frame", "beside each other"),
    ],
)
def test_what_a_page_cannot_show_has_a_sentence_of_its_own(draw, message, fix):
    with pytest.raises(FigureError) as caught:
        show(lambda: (plt.plot([0, 1]), draw()))
    assert message in caught.value.message and fix in caught.value.fix


def test_korean_in_the_catalogue_does_not_help_a_korean_label():
    with pytest.raises(FigureError, match="is in Korean"):
        show(lambda: plt.title("학습 곡선"), {"학습 곡선": "학습 곡선"})


def test_a_figure_in_which_nothing_is_drawn_is_blank():
    show(lambda: (plt.plot([0, 1]), plt.show(), plt.title("1")))
    assert [error.message for error in backend.blank()] == ["figure 2 is blank: nothing is drawn in it"]


def test_a_legend_alone_is_something():
    show(lambda: plt.legend([plt.Circle((0, 0), 1)], ["tree"]), {"tree": "나무"})
    assert backend.blank() == []


def test_a_family_without_a_name_and_a_light_weight_are_no_other_font():
    """Matplotlib takes `Monospace` for `monospace`, and logs a weight that no font of a family has."""
    figure = show_one(lambda: plt.title("1", fontfamily="Monospace", fontweight="light"))
    assert elements(figure.svg["en"], "text") and backend.logged() == []


def test_what_is_drawn_in_further_coordinates_of_a_panel_is_read():
    def draw():
        host = host_subplot(111)
        host.twinx().plot([1, 2], [30, 50], label="speed")

    figure = show_one(draw, {"speed": "속도"})
    assert backend.blank() == []
    assert "Line “speed”: starts at (1, 30), ends at (2, 50)" in figure.description["en"]


def test_drawing_is_timed_apart():
    show(lambda: plt.plot([0, 1]))
    assert backend.drawing_seconds() > 0


def test_what_snippets_do_after_each_drawing_has_a_real_canvas():
    seen = []

    def draw():
        figure, axes = plt.subplots()
        axes.plot([0, 1])
        figure.canvas.mpl_connect(
            "draw_event", lambda event: seen.append(figure.canvas.copy_from_bbox(axes.bbox))
        )

    show_one(draw)
    assert len(seen) <= 2


def test_images_on_uneven_axes_and_filters_are_drawn():
    def uneven():
        axes = plt.gca()
        image = plt.matplotlib.image.NonUniformImage(axes, extent=(0, 4, 0, 4), interpolation="nearest")
        image.set_data([1, 2, 4], [1, 3], [[0, 1, 2], [3, 4, 5]])
        axes.add_image(image)

    def filtered():
        (line,) = plt.plot([0, 1])
        line.set_agg_filter(lambda image, dpi: (image, 0, 0))

    class Together(plt.Artist):
        """Filters several artists at once, one of which is an image already."""

        def draw(self, renderer):
            renderer.start_rasterizing()
            renderer.start_filter()
            for line in plt.gca().lines:
                line.draw(renderer)
            renderer.stop_filter(lambda image, dpi: (image, 0, 0))
            renderer.stop_rasterizing()

    def together():
        plt.plot([0, 1])
        plt.plot([1, 0], rasterized=True)
        plt.gca().add_artist(Together())

    assert elements(show_one(uneven).svg["en"], "image")
    assert elements(show_one(filtered).svg["en"], "image")
    assert elements(show_one(together).svg["en"], "image")
    assert json.dumps(show_one(filtered).data)
