"""Which black, white and grey follow the page's palette, and which show data or are on a colour."""

import warnings
from collections.abc import Callable

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from execbook.figures.drawing.marks import group_ids, sharp_images
from tests.execbook.figures.drawing.figure_case import elements, show_one

PAGE, BLACK, WHITE = None, "#000000", "#ffffff"
"""How a text is filled: as the page's own text, or as in the snippet."""
SHEET = "var(--fig-bg)"
"""The page's background: how a text on a bar is filled."""


def fills(draw: Callable[[], object]) -> dict[str, str | None]:
    """How each text is filled."""
    return {text.text: text.get("fill") for text in elements(show_one(draw).svg["en"], "text")}


def count_upon(draw: Callable[[], object]) -> str | None:
    """How a black 10 in the middle of what is drawn is filled."""

    def whole() -> None:
        draw()
        plt.text(0.5, 0.5, "10")
        plt.axis([0, 1, 0, 1])

    return fills(whole)["10"]


HEAT = np.array([[0.0, 1.0], [1.0, 0.0]])


@pytest.mark.parametrize(
    ("draw", "fill"),
    [
        (lambda: plt.imshow(HEAT), WHITE),
        (lambda: plt.imshow(HEAT, cmap="viridis_r"), BLACK),
        (lambda: plt.imshow(HEAT, alpha=0.7), WHITE),
        (lambda: plt.imshow(HEAT, alpha=0.65), PAGE),
        (lambda: plt.imshow(HEAT, alpha=np.array([[1, 1], [1, 0.2]])), PAGE),
        (lambda: plt.imshow(HEAT, alpha=np.array([[1, 1], [1, 0.8]])), WHITE),
        (lambda: plt.imshow(HEAT, visible=False), PAGE),
        (lambda: plt.pcolormesh(HEAT), WHITE),
        (lambda: plt.contourf(HEAT), BLACK),
        (lambda: plt.contour(HEAT), PAGE),
        (lambda: plt.scatter([0, 1], [0, 1], c=[0, 1]), PAGE),
        (lambda: plt.plot([0, 1]), PAGE),
    ],
    ids=[
        *("image", "light image", "opaque enough", "see-through", "see-through in places"),
        "opaque everywhere",
        *("hidden", "mesh", "filled contours", "contour lines", "points", "line"),
    ],
)
def test_a_count_does_not_follow_the_page_where_an_area_hides_it(draw, fill):
    assert count_upon(draw) == fill


def test_artists_around_a_heat_map_follow_the_palette():
    def draw():
        plt.imshow(HEAT)
        plt.title("1")
        plt.title("2", loc="left")
        plt.title("3", loc="right")
        plt.xlabel("4")
        plt.ylabel("5")
        plt.plot([0, 1], [0, 1], label="6")
        plt.legend(frameon=False, loc="upper left", bbox_to_anchor=(1.1, 1))
        plt.annotate("7", (0, 0), xytext=(1, 1), arrowprops={"arrowstyle": "->"})

    svg = show_one(draw).svg["en"]
    found = {text.text: text.get("fill") for text in elements(svg, "text")}
    assert {found[name] for name in "123456"} == {PAGE} and found["7"] == WHITE
    arrows = [path for path in elements(svg, "path") if path.get("stroke") == BLACK]
    assert len(arrows) >= 1


def test_the_frame_of_a_heat_map_follows_the_page():
    svg = show_one(lambda: plt.imshow(HEAT)).svg["en"]
    assert BLACK not in {shape.get("stroke") for tag in ("path", "use", "g") for shape in elements(svg, tag)}


def test_a_framed_legend_on_a_heat_map_keeps_its_colours():
    def draw():
        plt.imshow(HEAT)
        plt.plot([0, 1], [0, 1], label="6")
        plt.legend()

    assert fills(draw)["6"] == BLACK


def bar(**settings: object) -> Callable[[], object]:
    return lambda: plt.bar([0.5], [1], width=1, **settings)


@pytest.mark.parametrize(
    ("draw", "fill"),
    [
        (bar(), SHEET),
        (bar(alpha=0.7), WHITE),
        (bar(alpha=0.65), PAGE),
        (bar(fill=False, edgecolor="C0"), PAGE),
        (bar(visible=False), PAGE),
        (bar(color="0.5"), SHEET),
        (lambda: plt.bar([0.2], [1], width=0.1), PAGE),
    ],
    ids=["bar", "opaque enough", "see-through", "outline", "hidden", "grey", "beside it"],
)
def test_a_text_on_a_bar_can_be_read(draw, fill):
    assert count_upon(draw) == fill


def test_coloured_and_white_texts_on_a_bar_are_distinguished():
    def draw():
        bar()()
        plt.text(0.5, 0.2, "1", color="white")
        plt.text(0.5, 0.4, "2", color="C1")

    assert fills(draw)["1"] == SHEET
    assert fills(draw)["2"] == "var(--fig-c1)"


def images(draw: Callable[[], object]) -> int:
    return len(elements(show_one(draw).svg["en"], "image"))


def test_a_mesh_of_many_cells_is_an_image():
    assert images(lambda: plt.pcolormesh(np.eye(20))) == 0
    assert images(lambda: plt.pcolormesh(np.eye(21))) == 1


@pytest.mark.parametrize(
    ("size", "settings", "sharp"),
    [
        ((160, 160), {}, True),  # 3.1 pixels a cell
        ((170, 170), {}, False),  # 2.9 pixels a cell
        ((170, 10), {"aspect": "auto"}, False),
        ((10, 170), {"aspect": "auto"}, False),
        ((8, 8), {"interpolation": "nearest"}, True),
        ((8, 8), {"interpolation": "bilinear"}, False),
    ],
)
def test_an_image_with_visible_cells_is_saved_one_pixel_a_cell(size, settings, sharp):
    def draw():
        plt.figure(figsize=(5, 5))
        plt.axes((0, 0, 1, 1))
        plt.imshow(np.eye(*size), **settings)

    (image,) = elements(show_one(draw).svg["en"], "image")
    assert ((int(image.get("height")), int(image.get("width"))) == size) == sharp


def test_group_ids_and_settings_are_restored_even_if_drawing_fails():
    fig, ax = plt.subplots()
    image, mesh = ax.imshow(np.eye(4)), ax.pcolormesh(np.eye(30))
    image.set_gid("own")
    with pytest.raises(ZeroDivisionError), group_ids({"keep": [image, mesh]}), sharp_images(fig):
        assert (image.get_gid(), mesh.get_gid()) == ("keep", "keep")
        assert (image.get_interpolation(), mesh.get_rasterized()) == ("none", True)
        1 / 0  # noqa: B018
    assert (image.get_gid(), mesh.get_gid()) == ("own", None)
    assert image.get_interpolation() == mpl.rcParams["image.interpolation"]
    assert not mesh.get_rasterized()
    plt.close(fig)


def test_arrows_that_no_image_can_hold_are_no_warning():
    axes = Figure().subplots()
    arrow, patch = FancyArrowPatch((0, 0), (1, 1)), plt.Circle((0, 0), 1)
    axes.add_patch(arrow)
    axes.add_patch(patch)
    with warnings.catch_warnings(action="error"), sharp_images(axes.figure, all_marks=True):
        assert patch.get_rasterized() and not arrow.get_rasterized()
