"""What is accepted of an example with other values: only what differs, and a drift is told with the value."""

from execbook.acceptance import results as waiting
from execbook.baseline import drift, files, variants
from execbook.book import Book
from execbook.check.accepted.results import results
from execbook.knobs import running

SOURCE = "rate = 1\nfixed = 7\nif rate == 1:\n    only = 3\nprint(rate * 10.0)\n"


def declare(project, values):
    (project.snippets / "part/knobs.toml").write_text(f"[a]\nvalues.rate = {values}\n", "utf-8")


def test_what_is_kept_of_a_value_is_what_differs_and_gives_all_back():
    own = {"output 1": "a", "value x": 1, "value gone": 2}
    lines = {"output 1": "a", "value x": 3, "value new": 4}
    baseline = {"part/a": own}
    kept = variants.kept(baseline, "part/a?x=3", lines)
    assert kept == {"value x": 3, "value new": 4, "value gone": None}
    assert variants.lines_of({**baseline, "part/a?x=3": kept}, "part/a?x=3") == lines
    assert variants.lines_of(baseline, "part/a?x=4") == {}


def test_results_with_every_value_are_accepted_and_compared(mini_project):
    project = mini_project({"part/a": SOURCE})
    declare(project, [1, 2])
    running.run(project)
    drift.accept(Book(project))
    assert [*files.read(project)] == ["part/a", "part/a?rate=2"]
    assert files.read(project)["part/a?rate=2"] == {"output 1": "20.0", "value rate": 2, "value only": None}
    assert list(results(Book(project))) == []


def test_a_drift_is_told_with_the_value_and_accepted_with_the_example(mini_project):
    project = mini_project({"part/a": SOURCE})
    declare(project, [1, 2])
    running.run(project)
    drift.accept(Book(project))
    mini_project({"part/a": SOURCE.replace("rate * 10.0", "rate**2 * 10.0")})
    running.run(project)
    (problem,) = results(Book(project))
    assert problem.message.startswith("with rate=2 its results have drifted:")
    assert "20.0" in problem.message and "40.0" in problem.message
    assert [one.name for one in waiting.find(Book(project))] == ["part/a?rate=2"]
    drift.accept(Book(project), ["part/a"])
    assert list(results(Book(project))) == []


def test_a_new_value_waits_and_one_that_is_gone_is_dead(mini_project):
    project = mini_project({"part/a": SOURCE})
    declare(project, [1, 2])
    running.run(project)
    drift.accept(Book(project))
    declare(project, [1, 3])
    running.run(project)
    dead, new = sorted(results(Book(project)), key=lambda one: one.rule)
    assert (dead.rule, new.rule) == ("dead-baseline", "new-example")
    assert "part/a?rate=2" in dead.message and new.message.startswith("with rate=3 is new")
    drift.accept(Book(project), ["part/a"])
    assert [*files.read(project)] == ["part/a", "part/a?rate=3"]
