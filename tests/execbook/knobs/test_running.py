"""Running examples with the values of their knobs: what runs again, and how a failure is reported."""

import json

from execbook.book import Book
from execbook.book.turned import INDEX, records_of, turns
from execbook.knobs import running

SOURCE = "rate = 1\nprint(10 / (rate - 3))\n"


def declare(project, values):
    (project.snippets / "part/knobs.toml").write_text(f"[a]\nvalues.rate = {values}\n", "utf-8")


def names(report):
    return sorted(report.ran)


def test_every_value_is_run_once_and_a_changed_value_runs_alone(mini_project):
    project = mini_project({"part/a": SOURCE, "part/b": "x = 1\n"})
    declare(project, [1, 2])
    assert names(running.run(project)) == ["part/a", "part/a?rate=2", "part/b"]
    assert names(running.run(project)) == []
    declare(project, [1, 2, 5])
    assert names(running.run(project)) == ["part/a?rate=5"]
    declare(project, [1, 5])
    assert names(running.run(project)) == []
    assert [one.run.record.output for one in turns(Book(project), "part/a")] == ["-5.0\n", "5.0\n"]
    assert [*json.loads((project.store / INDEX).read_text())] == ["part/a?rate=5"]


def test_a_changed_file_runs_with_every_value(mini_project):
    project = mini_project({"part/a": SOURCE})
    declare(project, [1, 2])
    running.run(project)
    mini_project({"part/a": SOURCE.replace("10", "20")})
    assert names(running.run(project)) == ["part/a", "part/a?rate=2"]


def test_only_the_values_of_what_was_asked_for_are_run(mini_project):
    project = mini_project({"part/a": SOURCE, "part/b": "x = 1\n"})
    declare(project, [1, 2])
    assert names(running.run(project, ["part/b"])) == ["part/b"]
    assert names(running.run(project, ["part/a"])) == ["part/a", "part/a?rate=2"]


def test_a_failure_is_reported_with_its_value_and_the_others_are_kept(mini_project):
    project = mini_project({"part/a": SOURCE})
    declare(project, [1, 3, 4])
    report = running.run(project)
    (problem,) = report.failed
    assert problem.path == "snippets/part/a.py" and problem.line == 2
    assert problem.message.startswith("with rate=3: ") and "ZeroDivisionError" in problem.message
    assert {*records_of(Book(project))} == {"part/a", "part/a?rate=4"}
    assert [problem.message for problem in running.run(project).failed] == [problem.message]


def test_a_file_that_fails_as_it_is_is_not_run_with_other_values(mini_project):
    project = mini_project({"part/a": SOURCE.replace("rate = 1", "rate = 3")})
    declare(project, [3, 4])
    report = running.run(project)
    assert names(report) == [] and len(report.failed) == 1


def test_a_shard_runs_its_part_of_the_values(mini_project):
    project = mini_project({"part/a": SOURCE})
    declare(project, [1, 2, 4, 5])
    parts = [names(running.run(project, shard=(n, 2))) for n in (1, 2)]
    assert sorted(parts[0] + parts[1]) == ["part/a", "part/a?rate=2", "part/a?rate=4", "part/a?rate=5"]
    assert all(parts)


def test_a_knob_that_does_not_fit_runs_nothing(mini_project):
    project = mini_project({"part/a": SOURCE})
    declare(project, [2, 1])
    assert names(running.run(project)) == ["part/a"]
