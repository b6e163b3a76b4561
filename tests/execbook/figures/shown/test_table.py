"""The content of a figure's tables and its CSV.

Covers execbook/figures/shown/points_csv.py: the CSV next to the table.
"""

import csv
import io
import math
from types import SimpleNamespace

import pytest

from execbook.book import Book
from execbook.figures.shown.points_csv import as_csv
from execbook.figures.shown.table import tables
from execbook.problems import UnplacedProblem
from tests.execbook.booklet import PANELS, make_booklet


def series(kind, **data):
    empty = {"label": "", "names": [], "values": [], "x": [], "y": [], "style": ""}
    count = max(len(data.get(name, ())) for name in ("x", "y", "values"))
    return empty | {"kind": kind, "count": count} | data


def panel(*drawn, title="", x="z", y="a", limits=(0, 1)):
    axes = [{"name": "x", "label": x, "limits": limits}, {"name": "y", "label": y, "limits": limits}]
    return {"title": title, "scales": axes, "series": list(drawn), "notes": [], "colorbar": False}


def shown(*panels, language="en"):
    book = SimpleNamespace(panels=lambda example_id, figure: list(panels), labels={})
    return tables(book, "a/b", 0, language)[0]


def test_curves_over_the_same_places_share_a_table():
    one = series("line", label="ReLU", x=[-1.0, 0.0, 1.0], y=[0.0, 0.0, 1.0])
    other = series("line", label="half", x=[-1.0, 0.0, 1.0], y=[-0.5, 1e-17, 0.5])
    (table,) = shown(panel(one, other, title="Two"))
    assert (table.caption, table.head, table.note) == ("Two", ["z", "ReLU", "half"], "")
    assert table.rows == [["−1", "0", "−0.5"], ["0", "0", "0"], ["1", "1", "0.5"]]


def test_the_label_of_a_shared_axis_is_used_for_all_graphs():
    line = series("line", label="ReLU", x=[0.0, 1.0], y=[0.0, 1.0])
    above, below = panel(line, x="", y=""), panel(line, x="net input z", y="")
    (first, _) = shown(above, below)
    assert first.head == ["net input z", "ReLU"]
    (first, *_) = shown(above, below, panel(line, x="epoch"))
    assert first.head == ["x", "ReLU"]  # two have different labels
    below["scales"][0]["limits"] = (0, 9)
    assert shown(above, below)[0].head == ["x", "ReLU"]


def test_values_that_are_no_numbers_are_passed_over():
    """The record writes them as text, which cannot be compared with numbers."""
    bars = series("bars", x=list(range(20)), names=[""] * 20, values=["nan", *range(1, 20)])
    space = series("line in space", label="Path", x=[0.0, 1.0], y=[0.0, 1.0], values=["nan", 2.0])
    listed, summed = shown(panel(bars, space))
    assert listed.rows[0] == ["0", "nan"] and listed.rows[-1] == ["19", "19"]
    assert summed.rows[0][-1] == "2"


def test_of_a_long_curve_a_dozen_rows_and_the_extremes_are_listed():
    x = [i / 1000 for i in range(1001)]
    y = [math.sin(i / 100) for i in range(1001)]
    y[517], y[803] = 7.0, -7.0
    (table,) = shown(panel(series("line", x=x, y=y)))
    assert 10 <= len(table.rows) <= 15
    assert [table.rows[0][0], table.rows[-1][0]] == ["0", "1"]
    assert ["0.517", "7"] in table.rows
    assert ["0.803", "−7"] in table.rows
    assert table.note == f"{len(table.rows)} of 1001 rows, with the first, last, lowest and highest"


def test_bars_have_names_and_histograms_the_centres_of_their_bins():
    bars = series("bars", x=[0.0, 1.0], names=["ward", ""], values=[3.0, 4.5])
    histogram = series("histogram", label="n", x=[0.0, 4.0], values=[1.0, 2.0], count=2)
    named, binned = shown(panel(bars), panel(histogram))
    assert named.rows == [["ward", "3"], ["1", "4.5"]]
    assert (named.caption, binned.caption) == ("Panel 1", "Panel 2")
    assert binned.rows == [["1", "1"], ["3", "2"]]


def test_clouds_and_colours_are_summed_up():
    cloud = series("points", label="cluster 0", x=[3.0, 1.0, 2.0, 2.0], y=[-1.0, 0.0, "nan", 1.0])
    image = series("image", count=784, names=["28 × 28"], values=[0.0, 255.0])
    (table,) = shown(panel(cloud, image))
    assert table.head == ["What", "Count", "Across", "Up", "Value"]
    assert table.rows[0][:3] == ["cluster 0", "3", "1 to 3\nmean 2"]
    assert table.rows[1] == ["Colours, 28 × 28", "784", "", "", "0 to 255"]


def test_numbers_are_short():
    (table,) = shown(
        panel(series("bars", x=[1.0] * 4, names=list("abcd"), values=[12345.6, 2e-7, -0.25, 10.0]))
    )
    assert [row[1] for row in table.rows] == ["12346", "2 × 10⁻⁷", "−0.25", "10"]


def test_of_many_lines_some_are_shown_with_a_note():
    lines = [series("line", x=[0.0, 1.0], y=[0.0, float(n)]) for n in range(20)]
    (table,) = shown(panel(*lines))
    assert len(table.head) == 7
    assert table.note == "6 of 20 lines"


def test_the_csv_has_every_point(tmp_path):
    library = Book(make_booklet(tmp_path))
    rows = list(csv.DictReader(io.StringIO(as_csv(library, "a/logistic", 0, "ko"))))
    curve = PANELS[0]["series"][0]
    assert [(float(row["x"]), float(row["y"])) for row in rows] == list(
        zip(curve["x"], curve["y"], strict=True)
    )
    assert {(row["panel"], row["series"], row["kind"]) for row in rows} == {("1", "σ(z)", "line")}


def test_a_label_without_korean_is_reported(tmp_path):
    library = Book(make_booklet(tmp_path))
    library.panels = lambda example_id, figure: [
        panel(series("line", label="never drawn", x=[0.0, 1.0], y=[0.0, 1.0]))
    ]
    with pytest.raises(UnplacedProblem, match="never drawn"):
        tables(library, "a/logistic", 0, "ko")


def test_on_a_logarithmic_axis_nothing_is_taken_for_zero_and_rows_keep_its_steps():
    curve = series("line", x=[float(n) for n in range(1, 10_001)], y=[10.0**-n for n in range(1, 10_001)])
    curve["y"] = [10.0 ** (-20 * n / 10_000) for n in range(10_000)]
    one = panel(curve)
    for scale in one["scales"]:
        scale["kind"] = "log"
    (table,) = shown(one)
    assert "0" not in [cell for row in table.rows for cell in row]
    places = [float(row[0]) for row in table.rows]
    assert sum(place < 100 for place in places) >= 4


def test_bars_that_lie_name_their_places_by_the_upright_axis():
    bars = series("bars", y=[0.0, 1.0], names=["Proline", "Hue"], values=[0.2, 0.1])
    binned = series("histogram", y=[0.0, 4.0], values=[1.0, 2.0], count=2)
    upper = panel(bars, x="importance", y="", limits=(0, 2))
    named, counted = shown(upper, panel(binned, x="coefficient", y="sample"))
    assert (named.head, named.rows) == (["What", "importance"], [["Proline", "0.2"], ["Hue", "0.1"]])
    assert (counted.head, counted.rows) == (["sample", "coefficient"], [["1", "1"], ["3", "2"]])


def test_of_many_lines_those_with_a_name_are_shown():
    lines = [series("line", label=name, x=[0.0, 1.0], y=[1.0, 2.0]) for name in [""] * 6 + ["LSTAT"]]
    (table,) = shown(panel(*lines))
    assert table.head[1] == "LSTAT" and len(table.head) == 7


def test_a_few_points_in_order_by_chance_are_not_a_curve():
    (table,) = shown(panel(series("points", label="centroid", x=[1.0, 2.0, 3.0], y=[5.0, 4.0, 6.0])))
    assert table.rows[0][:2] == ["centroid", "3"]
