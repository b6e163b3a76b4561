"""What a figure's table, CSV and description say is what was passed to matplotlib, for every kind of mark.

Covers execbook/figures/drawing/calls.py, series.py and scales.py.
"""

import csv
import datetime as dt
import io
import re
from types import SimpleNamespace

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from execbook.figures.drawing import data as figure_data
from execbook.figures.drawing import describe
from execbook.figures.shown.points_csv import as_csv
from execbook.figures.shown.table import tables

SEEDS = range(4)


@pytest.fixture(autouse=True)
def _close():
    yield
    plt.close("all")


def book() -> SimpleNamespace:
    panels = figure_data.full(figure_data.read(plt.gcf()))
    return SimpleNamespace(panels=lambda example_id, figure: panels, labels={})


def rows(kind: str) -> list[dict[str, str]]:
    """The rows of the CSV for this kind of series."""
    found = csv.DictReader(io.StringIO(as_csv(book(), "a/b", 0, "en")))
    return [row for row in found if row["kind"] == kind]


def column(kind: str, name: str) -> list[float]:
    return [float(row[name]) for row in rows(kind)]


def shown() -> list:
    return tables(book(), "a/b", 0, "en")[0]


def described() -> str:
    return describe.description(plt.gcf(), "en", str)


def number(text: str) -> float:
    text = text.replace("−", "-")
    if match := re.fullmatch(r"(\S+) × 10(\S+)", text):
        power = match[2].translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
        return float(f"{match[1]}e{power}")
    return float(text)


def agree(one, other) -> bool:
    return np.allclose(one, other, rtol=1e-5, atol=1e-9)


def reads_as(text: str, value: float, spread: float) -> bool:
    return abs(number(text) - value) <= max(abs(value) * 1e-3, spread * 1e-2)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("histtype", ["bar", "barstacked", "step", "stepfilled"])
@pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
def test_bins_have_their_edges_and_counts(seed, histtype, orientation):
    rng = np.random.default_rng(seed)
    edges = np.sort(rng.choice(1000, 6, replace=False)) / 10
    data = [rng.uniform(edges[0], edges[-1], 50) for _ in range(1 + seed % 2)]
    plt.hist(data, bins=edges, histtype=histtype, orientation=orientation, rwidth=[None, 0.7][seed // 2])
    counts = np.concatenate([np.histogram(one, edges)[0] for one in data])
    axis = "x" if orientation == "vertical" else "y"
    assert agree(column("histogram", "value"), counts)
    assert agree(column("histogram", f"{axis}_from"), np.tile(edges[:-1], len(data)))
    assert agree(column("histogram", f"{axis}_to"), np.tile(edges[1:], len(data)))
    assert agree(column("histogram", axis), np.tile((edges[1:] + edges[:-1]) / 2, len(data)))
    first = shown()[0].rows[0]
    assert [float(edge) for edge in first[0].split(" to ")] == pytest.approx(edges[:2], abs=0.1)
    assert float(first[1]) == counts[0]
    assert f"edges of the bins {edges[0]:.3g}" in described()


def test_logarithmic_bins_and_steps_have_their_edges():
    edges = np.logspace(0, 3, 7)
    plt.hist([1, 2, 20, 500], bins=edges)
    plt.xscale("log")
    assert agree(column("histogram", "x_to"), edges[1:])
    plt.figure()
    plt.stairs([1, 5, 2], [0, 1, 10, 12])
    assert column("histogram", "x_from") == [0, 1, 10]
    plt.figure()
    plt.bar([0, 1, 3], [4, 5, 6], width=[1, 2, 4], align="edge")
    assert column("histogram", "x_to") == [1, 3, 7]


@pytest.mark.parametrize("width", [0.1, 0.8, 1.0, 1.6, 3.0])
@pytest.mark.parametrize("draw", [plt.bar, plt.barh])
def test_bars_have_their_names_whatever_their_width(width, draw):
    draw(["a", "bc", "d", "e"], [1, 3, 2, 4], width)
    found = rows("bars")
    assert [(row["name"], float(row["value"])) for row in found] == [("a", 1), ("bc", 3), ("d", 2), ("e", 4)]
    assert [row[0] for row in shown()[0].rows] == ["a", "bc", "d", "e"]
    assert "bc → 3" in described()


def test_a_panel_that_shares_its_axis_has_the_names_too():
    _, (left, right) = plt.subplots(1, 2, sharey=True)
    left.barh([0, 1], [1, 2])
    right.barh([0, 1], [3, 4])
    left.set_yticks([0, 1], ["u", "v"])
    assert [(row["name"], float(row["value"])) for row in rows("bars")] == [
        ("u", 1),
        ("v", 2),
        ("u", 3),
        ("v", 4),
    ]
    assert "from 0 to 1" not in described() and described().count("u → ") == 2


def test_bars_between_named_ticks_have_no_name():
    plt.bar(range(11), range(11))
    plt.xticks([0, 5, 10], ["low", "middle", "high"])
    assert [row["name"] for row in rows("bars")] == ["low", *[""] * 4, "middle", *[""] * 4, "high"]


def test_a_number_that_a_function_has_formatted_names_no_other_number():
    plt.bar([0, 0.2, 0.4, 0.6, 0.8], range(5), width=0.3)
    plt.gca().xaxis.set_major_formatter(lambda value, place: f"{value:.0%}")
    plt.xticks([0, 0.5, 1])
    assert [row["name"] for row in rows("bars")] == ["0%", "", "", "", ""]


def test_a_bar_that_does_not_start_at_zero_has_its_ends():
    plt.barh(["x", "y"], [5, 3], left=[1, 4])
    assert (column("bars", "x_from"), column("bars", "x_to")) == ([1, 4], [6, 7])
    assert shown()[0].rows == [["x", "5", "1", "6"], ["y", "3", "4", "7"]]
    assert "x → from 1 to 6" in described()


DAYS = np.arange("2024-01-01", "2024-01-09", dtype="datetime64[D]")


@pytest.mark.parametrize(
    "days",
    [DAYS, list(DAYS.astype(object)), pd.Series(DAYS), pd.to_datetime(DAYS)],
    ids=["numpy", "datetime", "series", "index"],
)
@pytest.mark.parametrize("draw", [plt.plot, plt.scatter, plt.bar, plt.step, plt.stem])
def test_dates_are_dates(days, draw):
    values = np.arange(8) ** 2
    draw(days, values)
    kind = {"plot": "line", "step": "line", "bar": "bars"}.get(draw.__name__, "points")
    assert [row["x"] for row in rows(kind)] == [str(day) for day in DAYS]
    assert "2024-01-01" in [row[0] for table in shown() for row in table.rows]
    assert "19723" not in described() and "2024-01-0" in described()


def test_dates_of_pandas_and_with_times():
    pd.Series([1.0, 2.0, 3.0], pd.date_range("2024-01-01", periods=3, freq="MS")).plot()
    assert [row["x"] for row in rows("line")] == ["2024-01-01", "2024-02-01", "2024-03-01"]
    plt.figure()
    moments = [dt.datetime(2024, 1, 1, 13, 5), dt.datetime(2024, 1, 1, 13, 5, 30)]
    plt.plot(moments, [1, 2])
    assert [row["x"] for row in rows("line")] == ["2024-01-01T13:05", "2024-01-01T13:05:30"]
    assert shown()[0].rows[1][0] == "2024-01-01 13:05:30"
    plt.figure()
    plt.barh(["a", "b"], [3, 4], left=[dt.date(2024, 1, 1), dt.date(2024, 2, 1)])
    plt.gca().xaxis_date()
    assert (rows("bars")[0]["x_from"], rows("bars")[0]["x_to"]) == ("2024-01-01", "2024-01-04")


def test_years_are_years_and_no_powers_of_ten():
    plt.plot(range(2019, 2025), [1204, 1250, 1301, 1288, 1402, 1455])
    assert "Horizontal axis: from 2019 to 2024" in described()
    assert "starts at (2019, 1204), ends at (2024, 1455)" in described()
    assert [row[0] for row in shown()[0].rows] == [str(year) for year in range(2019, 2025)]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("draw", [plt.plot, plt.step, plt.scatter])
def test_numbers_beside_an_offset_keep_their_differences(seed, draw):
    rng = np.random.default_rng(seed)
    offset = 10.0 ** rng.integers(-6, 10) * rng.choice([-1, 0, 1])
    size = 10.0 ** rng.integers(-3, 4) * max(abs(offset) * 1e-6, 1e-3)
    x, y = np.sort(offset + size * rng.random(8)), offset + size * rng.random(8)
    draw(x, y)
    kind = "points" if draw is plt.scatter else "line"
    assert np.abs(np.array(column(kind, "x")) - x).max() <= 1e-5 * np.ptp(x)
    assert np.abs(np.array(column(kind, "y")) - y).max() <= 1e-5 * np.ptp(y)
    for row, *values in zip(shown()[0].rows, x, y, strict=True):
        assert all(reads_as(text, value, np.ptp(values)) for text, value in zip(row, values, strict=True)), (
            row
        )
    starts = re.search(r"starts at \(([^,]+), ([^)]+)\)", described())
    if starts:
        assert all(
            abs(number(text) - of[0]) <= 0.1 * np.ptp(of) + 5e-3 * abs(of[0]) * (not offset)
            for text, of in zip(starts.groups(), (x, y), strict=True)
        )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["o", "-", "none"])
def test_error_bars_have_both_ends(seed, form):
    rng = np.random.default_rng(seed)
    x, y, low, high = np.sort(rng.random(6)), *rng.random((3, 6))
    plt.errorbar(x, y, yerr=[low, high], xerr=0.25, fmt=form)
    kind = {"o": "points", "-": "line", "none": "errors"}[form]
    found = [row for row in rows(kind) if row["y_from"]]
    assert agree([float(row["y_from"]) for row in found], y - low)
    assert agree([float(row["y_to"]) for row in found], y + high)
    assert agree([float(row["x_from"]) for row in rows(kind) if row["x_from"]], x - 0.25)
    plt.figure()
    plt.bar(["a", "b"], [1, 2], yerr=[0.5, 0.25])
    assert column("errors", "y_to") == [1.5, 2.25]
    assert shown()[0].rows == [["a", "1", "0.5", "1.5"], ["b", "2", "1.75", "2.25"]]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("orientation", ["vertical", "horizontal"])
def test_boxes_and_violins_have_their_statistics(seed, orientation):
    data = np.random.default_rng(seed).normal(size=(3, 40))
    place, across = ("y", "x") if orientation == "horizontal" else ("x", "y")
    plt.boxplot(data.T, tick_labels=["a", "b", "c"], orientation=orientation)
    assert [row["name"] for row in rows("boxes")] == ["a", "b", "c"]
    assert agree(column("boxes", "value"), np.median(data, axis=1))
    assert agree(column("boxes", "q1"), np.percentile(data, 25, axis=1))
    assert agree(column("boxes", "q3"), np.percentile(data, 75, axis=1))
    assert not rows("line") and f"a → median {np.median(data[0]):.3g}".replace("-", "−") in described()
    assert len(shown()[0].head) == 6
    plt.figure()
    plt.violinplot(data.T, positions=[2, 4, 8], orientation=orientation)
    assert (column("violins", place), rows("violins")[0][across]) == ([2, 4, 8], "")
    assert agree(column("violins", "low"), data.min(axis=1))
    assert agree(column("violins", "high"), data.max(axis=1))
    assert not rows("area") and not rows("segments")


@pytest.mark.parametrize("seed", SEEDS)
def test_pies_have_their_shares_and_other_wedges_are_no_pie(seed):
    parts = np.random.default_rng(seed).random(4)
    plt.pie(parts, labels=list("abcd"))
    plt.pie(parts[:2], radius=0.4)
    expected = [*parts / parts.sum(), *parts[:2] / parts[:2].sum()]
    assert agree(column("pie", "value"), expected)
    plt.figure()
    plt.gca().add_patch(plt.matplotlib.patches.Wedge((0, 0), 1, 0, 90))
    assert not rows("pie") and "Pie" not in described()


@pytest.mark.parametrize("seed", SEEDS)
def test_arrows_hexagons_and_coloured_points_have_their_places(seed):
    rng = np.random.default_rng(seed)
    x, y, u, v = rng.random((4, 6))
    for draw in (plt.quiver, plt.barbs):
        plt.figure()
        draw(x, y, u, v)
        assert all(agree(column("arrows", name), of) for name, of in zip("xyuv", (x, y, u, v), strict=True))
        assert "Arrows (6)" in described()
    plt.figure()
    plt.scatter(x, y, c=u)
    assert agree(column("points", "colour"), u)
    plt.figure()
    cells = plt.hexbin(x, y, gridsize=3, mincnt=1)
    assert agree(column("points", "x"), cells.get_offsets()[:, 0])
    assert sum(column("points", "colour")) == 6


def test_images_and_contours_ignore_what_is_masked():
    plt.imshow(np.ma.masked_greater([[1.0, 2.0, 900.0]], 100))
    assert "1 × 3, from 1 to 2" in described()
    plt.figure()
    plt.pcolormesh([[1.0, np.nan, 7.0]])
    assert "1 × 3, from 1 to 7" in described()
    plt.figure()
    plt.imshow(np.zeros((4, 5, 3)))
    assert "4 × 5." in described()
    plt.figure()
    plt.contour(np.add.outer(range(5), range(5)), levels=[1, 2.5])
    assert "Contours: 1, 2.5." in described()


def test_areas_have_their_reach():
    plt.fill_between([1, 2, 4], [0, 5, 3], [-1, 0, 2])
    assert "Filled area: horizontally from 1 to 4, vertically from −1 to 5." in described()
    assert shown()[0].rows == [["Filled area", "1", "1 to 4", "−1 to 5"]]
    plt.figure()
    plt.plot([0, 9], [0, 9])
    plt.fill_between([1, 2], 0, 1, transform=plt.gca().get_xaxis_transform())
    assert "Filled area: from 1 to 2." in described()


def test_other_coordinates_have_their_names():
    axes = plt.subplot(projection="polar")
    axes.plot([0, 1, 2], [1, 2, 3])
    assert "Angle (radians): from 0 to 6.28" in described() and "Horizontal" not in described()
    assert shown()[0].head[0] == "Angle (radians)"
    plt.figure()
    plt.subplot(projection="mollweide").scatter([0.1], [0.2])
    assert "Longitude (radians)" in described()


def test_shapes_in_space_have_three_coordinates():
    axes = plt.figure().add_subplot(projection="3d")
    x, y = np.meshgrid([0.0, 1.0, 2.0], [5.0, 6.0])
    axes.plot_surface(x, y, 10 * x * y, cmap="viridis")
    axes.scatter([1, 2], [3, 4], [50, 60])
    assert "horizontally from 0 to 2, in depth from 5 to 6, in height from 0 to 120" in described()
    assert [(row["x"], row["y"], row["value"]) for row in rows("Path3DCollection")][1] == (
        "2.0",
        "4.0",
        "60.0",
    )
    (table,) = shown()
    assert table.head[-1] == "Height" and table.rows[0][-1] == "0 to 120"


def test_boxes_without_names_are_numbered():
    """NumPy's integers are labels, too, and no JSON."""
    plt.boxplot(np.arange(12.0).reshape(4, 3))
    (panel,) = figure_data.read(plt.gcf())
    assert panel.series[0].names == ["1", "2", "3"]
    assert "1 → median 4.5" in described()


def test_bars_in_space_have_the_range_of_their_corners():
    axes = plt.figure().add_subplot(projection="3d")
    axes.bar([1, 2], [3, 5], zs=[7, 8], zdir="y", label="counts")
    assert "Bars in space (2) “counts”: horizontally from 0.6 to 2.4, in depth from 7 to 8" in described()
    assert rows("bars in space")[1]["value"] == "5.0"
    (table,) = shown()
    assert table.rows[0][-1] == "0 to 5"


def test_categories_of_lines_and_points_have_their_names():
    plt.plot(["low", "high"], [1, 2])
    assert [row["x"] for row in rows("line")] == ["low", "high"]
    assert [row[0] for row in shown()[0].rows] == ["low", "high"]
    assert "starts at (low, 1)" in described()


def test_what_is_placed_in_parts_of_the_panel_is_no_data():
    plt.plot([5, 6], [7, 8])
    plt.plot([0, 1], [0, 1], transform=plt.gca().transAxes)
    plt.scatter([0.5], [0.5], transform=plt.gca().transAxes)
    plt.plot([1, 2], [1, 2], transform=plt.matplotlib.transforms.Affine2D().scale(2) + plt.gca().transData)
    assert column("line", "x") == [5, 6, 2, 4] and not rows("points")


class Unit:
    """A number in a unit that only the snippet knows."""

    def __init__(self, number: float):
        self.number = number


class UnitConverter(plt.matplotlib.units.ConversionInterface):
    @staticmethod
    def convert(value, unit, axis):
        return np.asarray([one.number * 60 for one in value])


def test_numbers_in_an_unknown_unit_are_left_out_with_a_sentence(monkeypatch):
    monkeypatch.setitem(plt.matplotlib.units.registry, Unit, UnitConverter())
    plt.plot([Unit(1), Unit(2)], [3, 4])
    assert "numbers left out, as their unit is not known" in described() and "60" not in described()
    assert [row["x"] for row in rows("line")] == ["", ""]
