"""The form in which numbers are kept."""

import pytest

from execbook.baseline import files
from execbook.baseline.lines import lines_of
from execbook.problems import ProblemError
from execbook.project import Project

PANEL = {
    "title": "Loss",
    "notes": [],
    "scales": [{"name": "x", "label": "epoch", "kind": "linear", "limits": [0.0, 9.0]}],
    "series": [
        {
            "kind": "line",
            "label": "a",
            "count": 2,
            "x": [0.0, 9.0],
            "y": [1.0, 0.5],
            "names": [],
            "values": [],
        }
    ],
    "colorbar": False,
}


def test_arrays_are_one_line_and_matrices_one_a_row():
    values = {f"loss[{n}]": n / 3 for n in range(12)} | {
        "m[0][0]": 1,
        "m[0][1]": 2,
        "m[1][0]": 3,
        "m[1][1]": 4,
    }
    lines = lines_of("", values, [])
    assert list(lines) == ["value loss", "value m[0]", "value m[1]"]
    assert lines["value loss"][10] == 3.33333
    assert lines["value m[1]"] == [3, 4]


def test_names_that_are_no_list_stay_apart():
    values = {"share[20]": 0.5, "share[0.5]": 0.1, "by[relu][0]": 1.0, "flag": True, "word": "a\tb"}
    lines = lines_of("", values, [])
    assert lines["value share[20]"] == 0.5 and lines["value by[relu]"] == [1.0]
    assert lines["value flag"] is True and lines["value word"] == "a\tb"


def test_a_figure_is_its_axes_series_and_labels():
    assert lines_of("one\ntwo\n", {}, [[PANEL]]) == {
        "output 1": "one",
        "output 2": "two",
        "figure 1.1 title": "Loss",
        "figure 1.1 axis x": ["epoch", "linear"],
        "figure 1.1 axis x limits": [0.0, 9.0],
        "figure 1.1 series 1": ["line", "a", 2],
        "figure 1.1 series 1 x": [0.0, 9.0],
        "figure 1.1 series 1 y": [1.0, 0.5],
    }


def test_what_is_written_is_read_again_and_parts_without_examples_go(tmp_path):
    project = Project(tmp_path)
    values = {"w": "a\u2028b\x85", "x": float("nan"), "y[0]": 1, "y[1]": True, "z": 1e-19}
    lines = lines_of("한글\ta\n", values, [[PANEL]])
    files.write(project, {"b/two": lines, "a/one": {"value x": 1.0}})
    again = files.read(project)
    assert repr(again) == repr({"a/one": {"value x": 1.0}, "b/two": lines})
    assert "한글" in (tmp_path / "accepted/results/b.tsv").read_text("utf-8")
    files.write(project, {"a/one": {"value x": 1.0}})
    assert [path.name for path in (tmp_path / "accepted/results").iterdir()] == ["a.tsv"]


def test_a_half_merged_file_is_named_with_its_lines(tmp_path):
    project = Project(tmp_path)
    files.write(project, {"a/one": {"value x": 1.0}})
    with (tmp_path / "accepted/results/a.tsv").open("a") as file:
        file.write("<<<<<<< HEAD\n")
    with pytest.raises(ProblemError, match=r"accepted/results/a\.tsv:2: .*\[baseline-line\]"):
        files.read(project)
