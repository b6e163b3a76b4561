"""Outcomes that were accepted stand for runs on other machines."""

import pytest

from execbook.book import Book
from execbook.browser import accepted, examples, publish, runtime
from execbook.problems import ProblemError
from tests.execbook.booklet import LOGISTIC, add_run, make_booklet

SAME = {"error": "", "differs": {"output": "", "figures": "", "mirrored": True}, "also": ["sklearn"]}
OTHER = {"error": "", "differs": {"output": "output 1: 1 instead of 2", "figures": "", "mirrored": False}}


@pytest.fixture
def project(tmp_path, with_runtime, fake_interpreter):
    """Both examples have been run and accepted, and what this machine knew of the runs is gone."""
    project = with_runtime(make_booklet(tmp_path))
    fake_interpreter.answers["run.run"] = lambda task: dict(SAME if task["id"] == "a/logistic" else OTHER)
    book, found = Book(project), runtime.load(project)
    publish.run(book, found, publish.stale(book, found), cores=1)
    publish.accept(book, found)
    for path in (project.build / "cache" / examples.FOLDER).iterdir():
        path.unlink()
    return project


def test_another_machine_need_not_run_what_was_accepted(project):
    book, found = Book(project), runtime.load(project)
    assert publish.stale(book, found) == []
    outcomes = examples.outcomes(book, found)
    assert outcomes["a/logistic"] == examples.Outcome(modules=("numpy", "sklearn"), mirrored=True)
    assert outcomes["a/slopes"].fault == "output 1: 1 instead of 2"


def test_what_this_machine_finds_counts_more(project, fake_interpreter):
    fake_interpreter.answers["run.run"] = lambda task: dict(SAME)
    book, found = Book(project), runtime.load(project)
    publish.run(book, found, list(examples.questions(book, found).values()), cores=1)
    assert all(one.runs for one in examples.outcomes(book, found).values())


@pytest.mark.parametrize("changed", ["source", "tolerance", "result", "runtime"])
def test_it_counts_for_the_very_example_and_runtime(project, changed):
    expected = {"a/logistic"}
    if changed == "source":
        add_run(project, "a/logistic", LOGISTIC + "# more\n", {}, output="0.8808 <b>&amp;</b>\n", figures=1)
    elif changed == "tolerance":
        text = '[[override]]\nexample = "a/logistic"\nlines = ["output 1"]\nrelative = 0.1\nreason = "so"\n'
        (project.accepted / "tolerances.toml").write_text(text, "utf-8")
    elif changed == "result":
        (project.accepted / "results").mkdir()
        (project.accepted / "results/a.tsv").write_text('logistic\toutput 1\t"0.9"\n', "utf-8")
    else:
        expected = {"a/logistic", "a/slopes"}
    found = runtime.load(project)
    if changed == "runtime":
        found = runtime.Runtime(found.folder, {**found.sums, "pyodide.asm.wasm": "0" * 64})
    assert {one.name for one in publish.stale(Book(project), found)} == expected


def test_a_line_that_a_merge_has_broken_is_named(project):
    with (project.root / accepted.FILE).open("a") as file:
        file.write("<<<<<<< HEAD\n")
    with pytest.raises(ProblemError) as caught:
        accepted.load(project)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (accepted.FILE, 3) and problem.fix.endswith("execbook here")
