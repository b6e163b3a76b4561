"""A changed record is reported to its author until it is accepted.

Covers execbook/baseline/files.py: every drift is found in files that it reads and writes.
Covers execbook/baseline/report.py: its tables are what the author is shown.
Covers execbook/check/accepted/results.py: the rule reports a drift.
"""

import shutil

import pytest

from execbook.baseline import drift
from execbook.book import Book
from execbook.check.accepted.results import results
from execbook.cli.main import main
from execbook.problems import Problem
from execbook.project import Project
from tests.execbook.booklet import LOGISTIC, SLOPES, add_run, make_booklet

PAGE = """\
---
title: t
---

# T {#t}

/// example | a/logistic
Caption.
///

The share is {{ share[20] | .0% }} and the loss {{ a/slopes:loss[-1] | .2f }}.
"""
LOSSES = {"loss[0]": 0.5, "loss[1]": 0.25, "loss[2]": 0.125, "z": 1, "name": "tanh"}


def check(project: Project) -> list[Problem]:
    return list(results(Book(project)))


@pytest.fixture
def book(tmp_path) -> Project:
    """A book whose results have been accepted."""
    project = make_booklet(tmp_path)
    (project.docs / "ko").mkdir(parents=True)
    (project.docs / "ko/page.md").write_text(PAGE, "utf-8")
    drift.accept(Book(project))
    assert check(project) == []
    return project


def test_a_project_that_has_accepted_nothing_is_left_alone(tmp_path):
    assert check(make_booklet(tmp_path)) == []


def test_a_drift_is_a_table_with_page_example_value_was_is_and_tolerance(book):
    add_run(book, "a/slopes", SLOPES, LOSSES | {"loss[2]": 0.127})
    (problem,) = check(book)
    assert (problem.path, problem.rule) == ("snippets/a/slopes.py", "drift")
    head, row = problem.message.splitlines()[1:3]
    assert head.split() == ["page", "example", "value", "was", "is", "tolerance"]
    assert row.split() == ["docs/ko/page.md:11", "a/slopes", "value", "loss[2]", "0.125", "0.127", "±1.3e-05"]
    assert problem.fix.endswith("execbook accept a/slopes")


def test_a_value_that_no_page_quotes_is_reported_where_the_example_is_shown(book):
    values = {"z": 2.1, "share[0.5]": 0.5671, "share[20]": 1, "tiny": 4.5e-05, "below": -0.25, "label": "a|b"}
    add_run(book, "a/logistic", LOGISTIC, values, output="0.8909 <b>&amp;</b>\n", figures=1)
    (problem,) = check(book)
    rows = problem.message.splitlines()[2:]
    assert [row.split()[0] for row in rows] == ["docs/ko/page.md:7"] * 2
    assert "0.8808" in problem.message and "0.8909" in problem.message


def test_accepting_some_keeps_the_others_and_small_changes_do_not_accumulate(book):
    before = (book.root / "accepted/results/a.tsv").read_text("utf-8")
    add_run(book, "a/slopes", SLOPES, LOSSES | {"loss[2]": 0.125009})
    assert check(book) == [] and drift.accept(Book(book)) == []
    assert (book.root / "accepted/results/a.tsv").read_text("utf-8") == before
    add_run(book, "a/slopes", SLOPES, LOSSES | {"loss[2]": 0.125018})
    assert [problem.rule for problem in check(book)] == ["drift"]
    assert drift.accept(Book(book), ["a/logistic"]) == []
    assert drift.accept(Book(book), ["a/slopes"]) == ["a/slopes"]
    assert check(book) == []


def test_a_new_example_waits_for_its_first_acceptance_and_a_lost_one_for_its_last(book):
    add_run(book, "b/new", SLOPES, {"z": 1})
    assert [(p.path, p.rule) for p in check(book)] == [("snippets/b/new.py", "new-example")]
    drift.accept(Book(book))
    shutil.rmtree(book.snippets / "b")
    assert [(p.path, p.rule) for p in check(book)] == [("accepted/results/b.tsv", "dead-baseline")]
    assert drift.accept(Book(book)) == ["b/new"]
    assert check(book) == []


def test_an_unused_override_is_reported(book):
    text = '[[override]]\nexample = "a/slopes"\nlines = ["value lose*"]\nrelative = 0.1\nreason = "r"\n'
    (book.root / "accepted/tolerances.toml").write_text(text)
    assert [(p.path, p.rule) for p in check(book)] == [("accepted/tolerances.toml", "dead-tolerance")]


def test_the_command_runs_what_changed_accepts_it_and_is_content(mini_project, monkeypatch, capsys):
    project = mini_project({"part/one": "x = 1.5\nprint(x)\n"})
    monkeypatch.chdir(project.root)
    assert main(["baseline", "accept"]) == 0
    assert "accepted part/one" in capsys.readouterr().out
    assert main(["baseline", "check"]) == 0
    assert "no drift in 1 example" in capsys.readouterr().out
    mini_project({"part/one": "x = 1.6\nprint(x)\n"})
    assert main(["baseline", "check"]) == 1
    assert "snippets/part/one.py: has no fresh record" in capsys.readouterr().err
    assert main(["run"]) == 0
    assert main(["baseline", "check", "part/one"]) == 1
    printed = capsys.readouterr().err
    assert "value x" in printed and "1.5" in printed and "1.6" in printed and "[drift]" in printed
    assert main(["baseline", "accept", "part/one"]) == 0
    assert main(["baseline", "check"]) == 0
