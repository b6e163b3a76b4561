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


@pytest.mark.parametrize(
    ("was", "is_", "same"),
    [
        ("score 0.89, 0.5", "score 0.9, 0.5", True),
        ("score 0.89, 0.5", "score 0.91, 0.5", False),
        ("1.2e-07", "1.3e-07", True),
        ("1.2e-07", "1.4e-07", False),
        ("noise −0.79", "noise −0.80", True),
        ("noise 79%", "noise 80%", False),
        ("a 0.89", "b 0.90", False),
        ("0.89 of 0.5", "# of 0.5", False),
    ],
)
def test_a_last_digit_may_be_rounded_otherwise_as_where_readers_compare_theirs(was, is_, same):
    assert bool(differences(expected(f"{was}\n"), f"{is_}\n", [])["output"]) != same


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


@pytest.mark.parametrize(
    ("kind", "limits", "was", "is_", "same"),
    [
        ("linear", [0.0, 10.0], 3.0, 3.04, True),
        ("linear", [0.0, 10.0], 3.0, 3.06, False),
        ("linear", [0.0, 1.0], 0.300, 0.304, True),
        ("log", [1e-20, 1e20], 1.186e13, 1.266e13, True),
        ("log", [1e10, 1e14], 1.186e13, 1.266e13, False),
        ("log", [1e-20, 1e20], 1e13, -1e13, False),
    ],
)
def test_a_point_may_be_elsewhere_by_what_nobody_sees(kind, limits, was, is_, same):
    def figure(y):
        scales = [{"name": "y", "label": "", "limits": limits, "kind": kind}]
        series = [{**FIGURE[0]["series"][0], "x": [1.0], "y": [y], "count": 1}]
        return [{**FIGURE[0], "scales": scales, "series": series}]

    found = differences(expected(figures=[figure(was)]), "loss 0.5000\n", [figure(is_)])
    assert bool(found["figures"]) != same


def test_a_mirrored_figure_is_the_same_and_is_reported():
    mirrored = copy.deepcopy(FIGURE)
    mirrored[0]["series"][0]["x"] = [-x for x in POINTS]
    mirrored[0]["scales"][0]["limits"] = [-4.0, 1.0]
    found = differences(expected(figures=[FIGURE]), "loss 0.5000\n", [mirrored])
    assert found == {"output": "", "figures": "", "mirrored": True}
