"""Which examples run in browsers with the recorded result."""

import pytest

from execbook.book import Book
from execbook.browser import examples, runtime
from tests.execbook.booklet import LOGISTIC, add_run, make_booklet

SAME = {"output": "", "figures": "", "mirrored": False}


@pytest.fixture
def project(tmp_path, with_runtime):
    return with_runtime(make_booklet(tmp_path))


def outcomes(project, fake_interpreter, answer):
    """What comes of all examples if the interpreter gives this answer."""
    fake_interpreter.answers["run.run"] = lambda task: dict(answer)
    book, found = Book(project), runtime.load(project)
    examples.kept_in(project, found).ask(examples.questions(book, found).values(), cores=1)
    return examples.outcomes(book, found)


def test_an_example_with_the_recorded_result_runs(project, fake_interpreter):
    found = outcomes(project, fake_interpreter, {"error": "", "differs": SAME, "also": ["sklearn"]})
    assert found.keys() == {"a/logistic", "a/slopes"} and all(one.runs for one in found.values())
    assert found["a/logistic"].modules == ("numpy", "sklearn")


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ({"fatal": "Python did not start"}, "Python did not start"),
        ({"error": "KeyError: 'a'", "differs": SAME}, "KeyError: 'a'"),
        ({"error": "", "differs": SAME | {"output": "output 1: 2 instead of 1"}}, "output 1: 2 instead of 1"),
        ({"error": "", "differs": SAME | {"figures": "figures: 1 recorded"}}, "figures: 1 recorded"),
    ],
)
def test_any_other_outcome_is_a_fault(project, fake_interpreter, answer, fault):
    found = outcomes(project, fake_interpreter, answer)["a/logistic"]
    assert (found.runs, found.fault) == (False, fault)


def test_a_module_that_the_runtime_lacks_is_not_run_for(project, fake_interpreter):
    add_run(project, "a/net", "import json\nimport tensorflow\n", {})
    found = outcomes(project, fake_interpreter, {"error": "", "differs": SAME})
    assert found["a/net"].lacking == ("tensorflow",) and not found["a/net"].runs
    assert {task["id"] for task in fake_interpreter.asked} == {"a/logistic", "a/slopes"}


def test_it_is_asked_again_where_it_is_another_example_or_record(project, fake_interpreter):
    before = outcomes(project, fake_interpreter, {"error": "", "differs": SAME})
    assert before.keys() == {"a/logistic", "a/slopes"}
    add_run(project, "a/logistic", LOGISTIC, {}, output="0.9\n", figures=1)
    assert examples.outcomes(Book(project), runtime.load(project)).keys() == {"a/slopes"}
    add_run(project, "a/logistic", LOGISTIC + "# more\n", {}, output="0.8808 <b>&amp;</b>\n", figures=1)
    assert examples.outcomes(Book(project), runtime.load(project)).keys() == {"a/slopes"}


def test_declared_tolerances_are_handed_on(project):
    project.accepted.mkdir()
    (project.accepted / "tolerances.toml").write_text(
        '[[override]]\nexample = "a/logistic"\nlines = ["output 1"]\nrelative = 0.1\nreason = "so"\n', "utf-8"
    )
    book = Book(project)
    (declared,) = examples.expected_of(book, "a/logistic")["tolerances"]
    assert declared["lines"] == ["output 1"] and declared["tolerance"]["relative"] == 0.1
    assert examples.expected_of(book, "a/slopes")["tolerances"] == []
