"""What moves on pages: refused where it does not fit, has not been run, or moves the axes as well.

Covers execbook/book/turned.py, from which the rules have the records of all values.
"""

import pytest

from execbook.book import Book
from execbook.check.code.knobs import fitting
from execbook.knobs import running
from tests import LANGUAGES

DRAW = """import matplotlib.pyplot as plt

top = 1
height = [top, 2]
for end in range(1):
    plt.plot(height)
    plt.ylim(0, 5)
    plt.show()
"""
PAGE = """# T {#t}

/// example | part/draw
///

/// knob | part/draw
The height is {{ height[0] }}.
///
"""


@pytest.fixture
def write(mini_project):
    """Run the example with a knob, and return what the rules say of it."""

    def check(knob: str, source: str = DRAW, page: str = PAGE) -> list[str]:
        project = mini_project({"part/draw": source}, {})
        (project.snippets / "part/knobs.toml").write_text(knob, "utf-8")
        for language in LANGUAGES:
            (project.docs / language).mkdir(parents=True, exist_ok=True)
            (project.docs / language / "page.md").write_text(page, "utf-8")
        assert not running.run(project).failed
        return [f"{one} [{one.rule}]" for one in fitting(Book(project))]

    return check


VALUES = "[draw]\nvalues.top = [1, 3]\n"


def test_fixed_axes_are_right(write):
    assert write(VALUES) == []


def test_an_axis_that_moves_is_named_with_the_values(write):
    (problem,) = write(VALUES, DRAW.replace("    plt.ylim(0, 5)\n", ""))
    assert problem.startswith("snippets/part/knobs.toml:1: draw: the axis y of figure 1 has other limits")
    assert "with top=3 than with top=1" in problem and "[knob-axes]" in problem
    assert "set its limits in the file" in problem


def test_an_axis_may_move_for_a_reason(write):
    assert write(VALUES + 'axes = "the scale is the point"\n', DRAW.replace("    plt.ylim(0, 5)\n", "")) == []


def test_every_value_draws_as_many_figures(write):
    (problem,) = write(VALUES, DRAW.replace("range(1)", "range(top)"))
    assert "draws other figures with top=3 than with top=1" in problem and "[knob]" in problem


def test_figures_of_one_run_need_a_recorded_value_each(write):
    frames = DRAW.replace("range(1)", "range(2)")
    assert write('[draw]\nframes = "height"\n', frames) == []
    (problem, *_) = write('[draw]\nframes = "height"\n', frames.replace("[top, 2]", "[2, 2]"))
    assert "leaves 2 figures, and 1 values of height" in problem
    (problem, *_) = write('[draw]\nframes = "heights"\n', frames)
    assert "leaves 2 figures, and 0 values of heights" in problem and "[knob]" in problem


def test_a_page_without_a_block_for_its_knob_is_told_to_write_one(write):
    found = write(VALUES, page=PAGE.partition("/// knob")[0])
    assert [one.split(": ")[0] for one in found] == [f"docs/{one}/page.md:3" for one in LANGUAGES]
    assert all("/// knob | part/draw" in one and "[knob-text]" in one for one in found)


def test_a_block_without_its_knob_is_refused(write):
    found = write(VALUES, page=PAGE.replace("/// knob | part/draw", "/// knob | part/drew"))
    assert sum("'part/drew' has no knob" in one and "part/draw" in one for one in found) == len(LANGUAGES)


def test_a_quoted_value_that_not_every_value_records_is_named_with_it(write):
    source = DRAW.replace("height = [top, 2]", "height = [2, 2]\nlast = {top: 1}")
    found = write(VALUES, source, PAGE.replace("height[0]", "last[1]"))
    assert found and all("'last[1]' is not recorded with top=3" in one for one in found)


def test_a_value_in_a_formula_cannot_follow(write):
    found = write(VALUES, page=PAGE.replace("{{ height[0] }}", "$x = {{ height[0] }}$"))
    assert found and all("in a formula" in one for one in found)


def test_what_has_not_been_run_is_named_with_its_value(write, mini_project):
    write(VALUES)
    project = mini_project({})
    (project.snippets / "part/knobs.toml").write_text("[draw]\nvalues.top = [1, 4]\n", "utf-8")
    found = [one for one in fitting(Book(project)) if one.rule == "knob-run"]
    assert found and "has not been run with top=4" in found[0].message


def test_a_knob_of_nothing_is_refused(write):
    (problem,) = [one for one in write("[drew]\nvalues.top = [1, 3]\n") if "[knob]" in one]
    assert problem.startswith("snippets/part/knobs.toml:1: drew: there is no such example")
    assert "did you mean 'part/draw'" in problem
