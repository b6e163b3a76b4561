"""Whether a run gives what the page shows."""

import copy

import pytest

from execbook.browser.inside.same import differences
from tests.execbook.booklet import PANELS

POINTS = [0.0, 1.0, 3.0]
FIGURE = [
    {
        **PANELS[0],
        "scales": [{"name": "x", "label": "PC 1", "limits": [-1.0, 4.0], "kind": "linear"}],
        "series": [{**PANELS[0]["series"][0], "kind": "points", "x": POINTS, "y": POINTS, "count": 3}],
    }
]


def expected(output="loss 0.5000\n", figures=(), tolerances=()):
    return {"id": "a/b", "output": output, "figures": list(figures), "tolerances": list(tolerances)}


def test_the_same_output_is_the_same():
    assert differences(expected(), "loss 0.5000\n", []) == {"output": "", "figures": "", "mirrored": False}


@pytest.mark.parametrize("output", ["loss 0.6000\n", "cost 0.5000\n", "loss 0.5000\nmore\n", ""])
def test_another_output_is_named(output):
    assert "output 1" in differences(expected(), output, [])["output"] or output.endswith("more\n")
    assert differences(expected(), output, [])["output"]


def test_a_declared_tolerance_counts():
    fields = {"relative": 0.5, "absolute": 0.0}
    declared = {"example": "a/b", "lines": ["output 1"], "tolerance": fields, "reason": "so"}
    assert not differences(expected(tolerances=[declared]), "loss 0.6000\n", [])["output"]


def test_figures_are_compared_by_structure():
    assert not differences(expected(figures=[FIGURE]), "loss 0.5000\n", [FIGURE])["figures"]
    other = copy.deepcopy(FIGURE)
    other[0]["series"][0]["y"][1] = 2.0
    assert differences(expected(figures=[FIGURE]), "loss 0.5000\n", [other])["figures"]
    assert "1 recorded, 0 drawn" in differences(expected(figures=[FIGURE]), "loss 0.5000\n", [])["figures"]


def test_a_mirrored_figure_is_the_same_and_is_reported():
    mirrored = copy.deepcopy(FIGURE)
    mirrored[0]["series"][0]["x"] = [-x for x in POINTS]
    mirrored[0]["scales"][0]["limits"] = [-4.0, 1.0]
    found = differences(expected(figures=[FIGURE]), "loss 0.5000\n", [mirrored])
    assert found == {"output": "", "figures": "", "mirrored": True}
