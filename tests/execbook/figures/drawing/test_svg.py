"""Page-ready SVG: safe under the site's policy, in the page's colours, small.

Covers execbook/figures/drawing/svg_path.py: paths of real drawings are shortened.
"""

import re
from xml.etree import ElementTree as ET

import matplotlib.pyplot as plt
import numpy as np
import pytest

from execbook.figures.drawing.svg import palette_colour
from execbook.figures.drawing.svg_path import short, short_path, simplify
from tests.execbook.figures.drawing.figure_case import elements, show, show_one, texts


def drawn(draw) -> str:
    return show_one(draw).svg["en"]


def busy() -> None:
    fig, axes = plt.subplots(1, 2)
    axes[0].scatter([1, 2], [3, 4], alpha=0.5, label="0")
    axes[0].bar([1, 2], [3, 4], hatch="//", edgecolor="white")
    axes[0].plot([1, 2], "o--", color="gray")
    axes[0].grid()
    axes[0].legend()
    axes[1].contourf(np.eye(5))
    fig.colorbar(axes[1].imshow(np.eye(3)), ax=axes[1])


def test_there_is_no_style_and_nothing_that_runs_or_loads():
    svg = drawn(busy)
    assert "style" not in svg
    assert "<script" not in svg
    assert "xlink" not in svg
    assert "font-family" not in svg
    addresses = re.findall(r'(?:href="|url\()([^")]{5})', svg)
    assert addresses
    assert all(address.startswith("#") or address == "data:" for address in addresses)


def test_it_is_valid_in_html():
    svg = drawn(busy)
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert not re.search(r"<\w+:", svg)


def test_every_id_begins_with_the_example_and_is_used():
    one, other = show(lambda: (busy(), busy()), snippet_id="part/two_words")
    for number, svg in ((1, one.svg["en"]), (2, other.svg["en"])):
        ids = re.findall(r' id="([^"]+)"', svg)
        assert len(ids) == len(set(ids))
        assert all(one.startswith(f"part-two-words-{number}-") for one in ids)
        used = set(re.findall(r'(?:href="#|url\(#|aria-\w+=")([^")]+)', svg))
        assert used == set(ids)


def test_title_and_description_are_tied_to_the_picture():
    figure = show_one(lambda: (plt.plot([0, 1]), plt.title("a < b")), {"a < b": "가 < 나"})
    for language, title in (("en", "a < b"), ("ko", "가 < 나")):
        root = ET.fromstring(figure.svg[language])
        name, description = root[0], root[1]
        assert root.get("role") == "img"
        assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (
            name.get("id"),
            description.get("id"),
        )
        assert name.text == title
        assert description.text == figure.description[language]


def test_a_figure_without_title_has_a_name_all_the_same():
    assert elements(drawn(lambda: plt.plot([0, 1])), "title")[0].text


def test_the_size_is_in_css_pixels():
    root = ET.fromstring(drawn(lambda: plt.figure(figsize=(6, 3)).add_axes((0, 0, 1, 1))))
    _, _, width, height = map(float, root.get("viewBox").split())
    assert float(root.get("width")) == pytest.approx(width * 4 / 3, abs=1)
    assert float(root.get("height")) == pytest.approx(height * 4 / 3, abs=1)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [
        ("#1f77b4", "var(--fig-c0)"),
        ("#17BECF", "var(--fig-c9)"),
        ("#0000ff", "var(--fig-c0)"),
        ("#000000", "currentColor"),
        ("#262626", "currentColor"),
        ("#808080", "var(--fig-grey)"),
        ("#cccccc", "var(--fig-faint)"),
        ("#ffffff", "var(--fig-bg)"),
        ("#440154", "#440154"),
    ],
)
def test_colours_follow_the_palette(colour, expected):
    assert palette_colour(colour) == expected


@pytest.mark.parametrize("colour", ["#000000", "#808080", "#ffffff", "#0000ff"])
def test_colours_that_are_data_stay(colour):
    assert palette_colour(colour, keep=True) == colour


def test_lines_text_and_frames_follow_the_palette():
    svg = drawn(busy)
    assert "#000" not in svg.replace("#000000", "")
    assert {"var(--fig-c0)", "var(--fig-grey)", "var(--fig-faint)", "var(--fig-bg)", "currentColor"} <= set(
        re.findall(r'(?:fill|stroke)="([^"]+)"', svg)
    )
    assert ET.fromstring(svg).get("fill") == "currentColor"


def test_counts_in_a_heat_map_keep_black_and_white():
    def draw():
        plt.imshow([[0, 1]], cmap="Greys")
        plt.text(0, 0, "10")
        plt.text(1, 0, "20", color="white")
        plt.xlabel("30")

    fills = {text.text: text.get("fill") for text in elements(drawn(draw), "text")}
    assert (fills["10"], fills["20"], fills["30"]) == ("#000000", "#ffffff", None)


def test_points_coloured_by_value_keep_their_greys():
    svg = drawn(lambda: plt.scatter([0, 1, 2], [0, 1, 2], c=[0, 1, 2], cmap="gray"))
    assert {use.get("fill") for use in elements(svg, "use")} >= {"#000000", "#808080", "#ffffff"}


def test_black_contour_lines_follow_the_palette_unless_something_lies_beneath():
    def draw(filled):
        grid = np.add.outer(np.arange(5), np.arange(5))
        if filled:
            plt.contourf(grid)
        plt.contour(grid, colors="black")

    assert 'stroke="#000000"' not in drawn(lambda: draw(False))
    assert 'stroke="#000000"' in drawn(lambda: draw(True))


def test_texts_on_bars_take_the_colour_of_the_page():
    def draw():
        bars = plt.bar([0, 1], [10, 20])
        plt.bar_label(bars, ["11", "12"], label_type="center")
        plt.bar_label(bars, ["21", "22"], padding=3)

    fills = {text.text: text.get("fill") for text in elements(drawn(draw), "text")}
    assert (fills["11"], fills["12"]) == ("var(--fig-bg)", "var(--fig-bg)")
    assert (fills["21"], fills["22"]) == (None, None)


def test_the_white_sheet_goes_but_that_of_an_inset_stays():
    def draw(inset):
        _, ax = plt.subplots()
        if inset:
            ax.inset_axes((0.5, 0.5, 0.4, 0.4))

    assert "var(--fig-bg)" not in drawn(lambda: draw(False))
    assert "var(--fig-bg)" in drawn(lambda: draw(True))


def test_a_page_coloured_by_the_snippet_stays_coloured():
    assert 'fill="#ffffe0"' in drawn(lambda: plt.figure(facecolor="lightyellow").add_subplot())


def test_texts_keep_their_blanks():
    assert "a $b$ c d" in texts(drawn(lambda: plt.title(r"a \$b\$ c d")))
    assert "e f g" in texts(drawn(lambda: plt.title(r"$\mathrm{e}$ f $\mathrm{g}$")))


def test_many_markers_are_one_element_in_their_places():
    svg = drawn(lambda: plt.scatter(range(500), range(500), color="C1"))
    (line,) = [path for path in elements(svg, "path") if path.get("marker-mid")]
    places = np.array(re.findall(r"-?[\d.]+", line.get("d")), float).reshape(-1, 2)
    assert len(places) == 500
    assert np.all(np.diff(places, axis=0)[:, 0] > 0)
    (marker,) = elements(svg, "marker")
    assert line.get("marker-start") == line.get("marker-end") == f"url(#{marker.get('id')})"
    assert line.get("fill") == "none"
    assert marker[0].get("fill") == "var(--fig-c1)"
    assert len(svg) < 12_000


def test_markers_of_different_colours_stay_apart():
    svg = drawn(lambda: plt.scatter(range(20), range(20), c=range(20)))
    assert len({use.get("fill") for use in elements(svg, "use")} - {None}) == 20


@pytest.mark.parametrize(
    ("number", "expected"),
    [("0.50", ".5"), ("-0.254", "-.25"), ("-0.001", "0"), ("120.0", "120"), ("1e-3", "0"), ("1e2", "100")],
)
def test_short_numbers(number, expected):
    assert short(number) == expected


@pytest.mark.parametrize(
    ("long", "expected"),
    [
        ("M 0 0 \nL 10 0.001 \nL 20 0 \nL 20 10 \n", "M0 0 20 0 20 10"),
        ("M 0 0 \nL 1 0 \nM 5 5 \nL 6 5 \nz\n", "M0 0 1 0M5 5 6 5Z"),
        ("M 0 0 \nC 1 1 2 2 3 -3 \nC 4 4 5 5 6 6 \nL 7 7", "M0 0C1 1 2 2 3-3 4 4 5 5 6 6L7 7"),
        ("M 0 0 \nQ 1 1 2 2 \nL 2.5 2.5 \nL 3 3 \nQ 4 4 5 5 \nz", "M0 0Q1 1 2 2L3 3Q4 4 5 5Z"),
    ],
)
def test_short_paths(long, expected):
    assert short_path(long) == expected


def test_simplified_lines_stay_where_they_were():
    x = np.linspace(0, 300, 500)
    points = list(zip(x.tolist(), (50 * np.sin(x / 20)).tolist(), strict=True))
    kept = np.array(simplify(points))
    assert len(kept) < 250
    assert np.abs(np.interp(x, *kept.T) - 50 * np.sin(x / 20)).max() < 0.15


def test_a_closed_outline_keeps_its_corners():
    square = [(0.0, 0.0), (5.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 0.0)]
    assert simplify(square) == [point for point in square if point != (5.0, 0.0)]
