"""An output with times is reported at its first run; lines that a page declares are not compared."""

import pytest

from execbook.baseline import tolerances
from execbook.baseline.compare import deviations
from execbook.book import Book
from execbook.check.code.times import TIME
from execbook.cli.main import main


@pytest.mark.parametrize(
    "line",
    [
        "[CV 1/2] END ..............C=0.1;, score=0.933 total time=   0.0s",
        "2/2 - 0s - 12ms/step - loss: 0.5",
        "Wall time: 1.3 min",
        "fit took 0.31 seconds",
        "[Parallel(n_jobs=1)]: Done   2 out of   2 | elapsed:    0.1s finished",
        "걸린 시간: 0.3초",
        "at 12:30:05",
        "2026-01-02 03:04",
    ],
)
def test_times_are_recognised(line):
    assert TIME.search(line)


@pytest.mark.parametrize(
    "line",
    ["4 steps", "epoch 3: 0.52", "1990s", "C=0.1s2", "x1s", "5 samples", "s = 3", "2024-01-01", "10:30"],
)
def test_other_numbers_are_none(line):
    assert not TIME.search(line)


@pytest.fixture
def timed(book):
    """The book, whose example prints a time in its second line."""
    book.output = "4 steps\nfit took 0.31 s\n"
    book.record()
    return book


def times_of(book):
    return [one for one in book.problems() if one.rule == "printed-time"]


def test_an_undeclared_time_is_reported_with_the_option_that_declares_it(timed):
    (problem,) = times_of(timed)
    assert problem.path == "snippets/part/halving.py"
    assert "'took 0.31 s' in line 2" in problem.message
    assert problem.fix.endswith("times: [2]")
    timed.edit("docs/*/part/halving.md", "halving\n", "halving\n    times: [2]\n")
    assert timed.problems() == []


def test_a_declared_time_is_not_compared_but_its_words_are(timed):
    timed.edit("docs/*/part/halving.md", "halving\n", "halving\n    times: 2\n")
    declared = tolerances.of_book(Book(timed.project))
    was = {"output 1": "4 steps", "output 2": "fit took 0.31 s"}
    for text, drifts in (("fit took 12.7 s", False), ("fit took 0.31 h", True)):
        found = deviations("part/halving", was, was | {"output 2": text}, declared)
        assert any(one.drifted for one in found) == drifts
    assert deviations("part/halving", was, was | {"output 1": "5 steps"}, declared)


def test_the_first_run_tells(mini_project, monkeypatch, capsys):
    project = mini_project({"part/a": "print('epoch 1/1 - 3ms/step')\n", "part/b": "print('4 steps')\n"})
    monkeypatch.chdir(project.root)
    assert main(["run"]) == 0
    told = capsys.readouterr().err
    assert "snippets/part/a.py: prints what looks like a time" in told and "part/b.py" not in told
