"""Files run in the Python of readers' browsers, as they do for the book."""

import pytest

PLOT = """\
import matplotlib.pyplot as plt
plt.plot([1, 2, 4], label="number")
plt.xlabel("step")
plt.legend()
plt.show()
"""


def run(ask, source, **task):
    return ask("run.run", {"id": "a/b", "filename": "b.py", "source": source, **task})


def test_it_says_what_was_printed_and_where_it_failed(ask):
    found = run(ask, "import sys\nprint('one')\nprint('two', file=sys.stderr)\n1 / 0\nprint('three')\n")
    assert (found["output"], found["errors"]) == ("one\n", "two\n")
    assert (found["error"], found["line"]) == ("ZeroDivisionError: division by zero", 4)


def test_a_file_is_alone(ask):
    run(ask, "import numpy as np\nx = 1\nnp.set_printoptions(precision=1)\nopen('left', 'w').close()\n")
    found = run(
        ask, "import os\nimport numpy as np\nprint(os.listdir('.'), np.array([0.125]), 'x' in dir())\n"
    )
    assert found["output"] == "['b.py'] [0.125] False\n"


@pytest.mark.parametrize(("language", "label"), [("ko", "걸음"), ("en", "step")])
def test_a_figure_has_the_words_of_the_page(ask, language, label):
    labels = {"step": "걸음", "number": "수"} if language == "ko" else {}
    found = run(ask, PLOT, language=language, labels=labels)
    (figure,) = found["figures"]
    assert f">{label}<" in figure["svg"] and figure["description"]


def test_a_label_without_korean_stays_as_it_is(ask):
    found = run(ask, PLOT.replace("step", "my own words"), language="ko", labels={"number": "수"})
    assert not found["error"] and ">my own words<" in found["figures"][0]["svg"]


@pytest.mark.parametrize(("language", "labels"), [("ko", {"number": "수"}), ("en", {})])
def test_readers_may_write_labels_in_their_own_language(ask, language, labels):
    found = run(ask, PLOT.replace("step", "내가 쓴 낱말"), language=language, labels=labels)
    assert not found["error"] and ">내가 쓴 낱말<" in found["figures"][0]["svg"]


def test_it_is_compared_with_what_was_recorded(ask):
    expected = {"id": "a/b", "output": "2\n", "figures": [], "tolerances": []}
    assert run(ask, "print(2)", expected=expected)["differs"]["output"] == ""
    assert run(ask, "print(3)", expected=expected)["differs"]["output"]
    assert "differs" not in run(ask, "print(3)")


def test_a_module_that_is_not_there_is_named(ask):
    assert run(ask, "import tensorflow as tf\n")["missing"] == "tensorflow"
