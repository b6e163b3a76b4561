"""Which differences count."""

import math

import pytest

from execbook.baseline.compare import alike, deviations
from execbook.baseline.tolerance import Override, Tolerance, Tolerances


def drifted(was, is_, name="value x", tolerances=None) -> list[str]:
    found = deviations("a/one", {name: was}, {name: is_}, tolerances or Tolerances())
    return [one.place for one in found if one.drifted]


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        (0.5, 0.50004),
        (1234.5, 1234.6),
        (0.0, 3e-9),
        (math.nan, math.nan),
        (math.inf, math.inf),
        ([0.5, 2], [0.50004, 2]),
        ([100.0, 1e-6], [100.0, 2e-6]),
        ("loss 0.1234", "loss 0.1235"),
        ("−1.50000", "-1.50001"),
        ("took 1e5 steps", "took 1.00001e5 steps"),
        (1, 1.0),
        (True, True),
    ],
)
def test_noise_is_no_drift(was, is_):
    assert drifted(was, is_) == []


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        (0.5, 0.5002),
        (4.5e-05, 4.6e-05),
        (57, 58),
        (True, False),
        (True, 1),
        (1.0, math.nan),
        (1.0, math.inf),
        ("relu", "tanh"),
        ("57 units", "58 units"),
        ("1.0", "np.float64(1.0)"),
        ("loss 0.96", "loss 0.97"),
        ("5.2e-07", "5.3e-07"),
        ("1.00000 and 0.5", "1.00001 and 0.7"),
        ("1 of 2", "# of 2"),
        ("1.00000", "1.00015"),
        ("1.00000e5", "1.00015e5"),
        ("−1.5", "1.5"),
        (math.nan, 1.0),
        ([1.0], [1.0, 2.0]),
        (1.0, [1.0]),
    ],
)
def test_a_change_is_drift(was, is_):
    assert drifted(was, is_) == ["value x"]


def test_the_entry_of_a_list_that_drifted_is_named():
    assert drifted([1.0, 2.0, 3.0], [1.0, 2.5, 3.5]) == ["value x[1]", "value x[2]"]
    assert drifted([math.inf, 1.0], [math.inf, 1.5]) == ["value x[1]"]


@pytest.mark.parametrize(("was", "is_"), [("relu", "tanh"), (True, 1), (1.0, math.inf), ([1.0], 1.0)])
def test_no_tolerance_allows_another_kind_of_entry(was, is_):
    (one,) = deviations("a/one", {"value x": was}, {"value x": is_}, Tolerances())
    assert (one.allowed, one.ratio) == (0, math.inf)


@pytest.mark.parametrize(
    ("is_", "drifts"),
    [
        ("step 12 took   7 s (+0.5 %)", False),
        ("step 9 took 1e-05 s (-12.25 %)", False),
        ("step 9 took 3.1 s", True),
        ("epoch 9 took 3.1 s (-2 %)", True),
    ],
)
def test_of_a_line_with_times_only_the_words_count(is_, drifts):
    times = Tolerances(times={"a/one": [2]})
    was = "step 9 took 3.1 s (-2 %)"
    assert drifted(was, is_, "output 2", times) == ["output 2"] * drifts
    assert deviations("a/one", {"output 1": was}, {"output 1": is_}, times)


def test_a_line_more_or_less_is_drift():
    found = deviations(
        "a/one", {"output 1": "a", "output 2": "b"}, {"output 1": "a", "value x": 1}, Tolerances()
    )
    assert [(one.place, one.was, one.is_) for one in found] == [("output 2", "b", "–"), ("value x", "–", "1")]


def test_a_figures_data_count_by_what_can_be_seen():
    name = "figure 1.1 series 1 y"
    assert drifted([0.0, 1.001], [0.00005, 1.002], name) == []  # 1.002 is the next number that is kept
    assert drifted([0.0, 1.001], [0.0, 1.003], name) == [f"{name}[1]"]  # the next but one
    assert drifted([0.5], [0.4999], name) == [] and drifted([0.5], [0.4998], name) == [f"{name}[0]"]
    assert drifted([0.0, 1.0], [0.001, 1.0], name) == [f"{name}[0]"]
    assert drifted([0.0, 1.0], [0.0002, 1.0], name) == [f"{name}[0]"]  # a ten-thousandth of the largest
    assert drifted(["epoch", "linear"], ["epoch", "log"], "figure 1.1 axis x") == ["figure 1.1 axis x[1]"]


def test_an_override_widens_what_it_names_and_nothing_else():
    wide = Tolerances([Override("a/one", ("value x", "output*"), "", Tolerance(0.1, counts=2), "chaotic")])
    assert drifted(0.5, 0.54, tolerances=wide) == []
    assert drifted("57 units, loss 0.5", "58 units, loss 0.54", "output 1", wide) == []
    assert drifted(57, 59, tolerances=wide) == [] and drifted(57, 60, tolerances=wide) == ["value x"]
    assert drifted(True, False, tolerances=wide) == ["value x"]
    assert drifted("rate 1e-3", "rate 2e-3", "output 1", wide) == ["output 1"]
    assert drifted(0.5, 0.54, "value y", wide) == ["value y"]
    assert deviations("a/two", {"value x": 0.5}, {"value x": 0.54}, wide)[0].drifted


def test_an_override_may_apply_to_one_platform_only():
    there = Tolerances([Override("a/one", ("*",), "Darwin arm64", Tolerance(0.1), "other kernels")])
    one, two = {"value x": 0.5}, {"value x": 0.54}
    assert not deviations("a/one", one, two, there, "Darwin arm64")[0].drifted
    assert deviations("a/one", one, two, there, "Linux x86_64")[0].drifted


def test_a_long_text_is_shown_where_it_differs():
    (one,) = deviations("a/one", {"output 1": "x" * 90 + "old"}, {"output 1": "x" * 90 + "new"}, Tolerances())
    assert one.was.startswith("…xxx") and one.is_.startswith("…xxx")
    assert one.was.endswith("xxxold") and one.is_.endswith("xxxnew") and 20 < len(one.was) < 45


def test_printed_texts_are_alike_with_small_differences_of_numbers_and_no_others():
    assert alike("loss 0.1234 of 10", "loss 0.1235 of 10")
    assert alike("x = −0.5", "x = -0.5")
    assert not alike("loss 0.1234", "loss 0.1244")
    assert not alike("loss 0.1234", "lost 0.1234")
    assert not alike("dense_1", "dense_2")
    assert not alike("1 2", "1")
    assert not alike("1 2", "# 2")
