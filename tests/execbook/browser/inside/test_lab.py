"""Answers to an exercise are checked, and mistakes that the lab knows are recognised."""

import pytest

SETUP = """\
import numpy as np
RIGHT, WRONG, EMPTY = "yes", "no", "blank"

def report(answer, right):
    print(EMPTY if answer is None else RIGHT if right(answer) else WRONG)
"""
CHECK = "report(half(np.array([4.0])), lambda a: np.allclose(a, 2))"
DOUBLED = "def half(x):\n    return x * 2"
NEGATIVE = "def half(x):\n    return -x / 2"


def check(ask, answer, earlier=()):
    source = "\n".join((SETUP, *earlier, answer, CHECK))
    task = {"source": source, "setup": [SETUP], "earlier": list(earlier), "answer": answer, "check": CHECK}
    return ask("lab.check", task | {"wrong": [DOUBLED, NEGATIVE]})


@pytest.mark.parametrize(
    ("answer", "verdict", "known"),
    [
        ("def half(x):\n    return x / 2", "right", -1),
        ("half = lambda x: 0.5 * x", "right", -1),
        ("def half(x):\n    ...", "empty", -1),
        ("def half(x):\n    return x + x", "wrong", 0),
        ("def half(x):\n    return x * -0.5", "wrong", 1),
        ("def half(x):\n    return x", "wrong", -1),
    ],
)
def test_a_mistake_is_recognised_by_what_it_gives(ask, answer, verdict, known):
    found = check(ask, answer)
    assert (found["verdict"], found["known"], found["error"]) == (verdict, known, "")


def test_an_answer_that_fails_has_its_error_and_line(ask):
    found = check(ask, "def half(x):\n    return y")
    assert (found["verdict"], found["line"]) == ("", 2) and found["error"].startswith("NameError")


def test_an_answer_may_use_earlier_ones(ask):
    found = check(ask, "def half(x):\n    return part(x, 2)", ["def part(x, n):\n    return x / n"])
    assert found["verdict"] == "right"


def test_what_is_printed_is_told(ask):
    found = check(ask, "def half(x):\n    print('here')\n    return x / 2")
    assert found["output"] == "here\nyes\n"
