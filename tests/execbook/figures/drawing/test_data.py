"""What is read of matplotlib's artists that hide their data."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from execbook.figures.drawing import data as figure_data
from execbook.figures.drawing.data import Series


@pytest.fixture
def axes():
    figure, axes = plt.subplots()
    yield axes
    plt.close(figure)


def only(axes) -> Series:
    (series,) = figure_data.read(axes.figure)[0].series
    return series


def test_a_line_through_the_whole_panel_has_its_ends_at_the_sides(axes):
    axes.set(xlim=(0, 10), ylim=(0, 50))
    axes.axline((1, 5), slope=2, label="fit")
    series = only(axes)
    assert (series.kind, series.label, series.x, series.y) == ("line", "fit", [0, 10], [3, 23])


@pytest.mark.parametrize(
    ("to", "kind", "x", "y"), [((3, 4), "line", [-1, 1], [2, 3]), ((1, 9), "level", [1], [])]
)
def test_a_line_through_two_points(axes, to, kind, x, y):
    axes.set(xlim=(-1, 1))
    axes.axline((1, 3), to)
    series = only(axes)
    assert (series.kind, series.x, series.y) == (kind, x, y)


def test_an_outlined_histogram_has_its_bins(axes):
    axes.hist([1, 1, 2, 4], bins=[0, 2, 4, 6], histtype="step", label="b")
    series = only(axes)
    assert (series.kind, series.label, series.count) == ("histogram", "b", 3)
    assert (series.x, series.values) == ([0, 6], [2, 1, 1])


def test_another_outline_is_no_histogram(axes):
    axes.add_patch(plt.Polygon(np.array([[0, 0], [1, 2], [2, 0]]), fill=False))
    assert only(axes).kind == "Polygon"


def test_bars_that_lie_have_their_places_upright(axes):
    axes.barh(["one", "two"], [3, 4])
    series = only(axes)
    assert (series.x, series.y, series.names, series.values) == ([], [0, 1], ["one", "two"], [3, 4])
