"""What a run with other packages means, and for what it counts."""

import pytest

from execbook.book import Book
from execbook.problems import ProblemError
from execbook.versions import environments, outcomes
from execbook.versions.outcomes import Outcome
from tests.execbook.booklet import LOGISTIC, add_run, make_booklet

LOCK = "numpy==2.0.2 \\\n    --hash=sha256:0\nkeras-nightly==3.16.0.dev1 ; python_version >= '3.11'\n"
ENVIRONMENTS = """
[[environment]]
name = "older"
python = "3.12"
lock = "older.txt"
ko = "예전 패키지"
en = "older packages"
"""
ACCEPTED = "".join(
    f"logistic\t{name}\t{content}\n"
    for name, content in (
        ("output 1", '"0.8808"'),
        ("value z", "2.0"),
        ("value unquoted", "7"),
        ("figure 1.1 title", '"a"'),
    )
)


@pytest.fixture
def project(tmp_path):
    project = make_booklet(tmp_path)
    (tmp_path / "older.txt").write_text(LOCK)
    (project.accepted / "results").mkdir(parents=True)
    (project.accepted / "results/a.tsv").write_text(ACCEPTED)
    (project.accepted / "versions.toml").write_text(ENVIRONMENTS, "utf-8")
    page = project.docs / "ko/a.md"
    page.parent.mkdir(parents=True)
    page.write_text("# A {#a}\n\n/// example | a/logistic\n///\n\n{{ z }}\n", "utf-8")
    return project


def problem(rule: str, message: str) -> dict:
    return {"path": "", "line": 1, "message": message, "fix": "", "rule": rule}


SAME = {"output 1": "0.8808", "value z": 2.0, "value unquoted": 7}


@pytest.mark.parametrize(
    ("lines", "problems", "expected"),
    [
        (SAME, [], Outcome()),
        (SAME | {"output 1": "0.88081"}, [], Outcome()),
        (SAME | {"output 1": "0.8908"}, [], Outcome(place="output 1", was="0.8808", now="0.8908")),
        (SAME | {"value z": 3.0}, [], Outcome(place="value z", was="2", now="3")),
        (
            {"value z": 3.0, "output 1": "0.5"},
            [],
            Outcome(place="output 1", was="0.8808", now="0.5", more=1),
        ),
        (SAME | {"value unquoted": 8}, [], Outcome()),
        (SAME | {"figure 1.1 title": "b"}, [], Outcome()),
        (SAME, [problem("figure", "a figure is drawn but never shown")], Outcome()),
        (
            {"output 1": "0.8808"},
            [problem("warning", "FutureWarning: x")],
            Outcome(warning="FutureWarning: x"),
        ),
        (
            {"output 1": "1.5"},
            [problem("warning", "UserWarning: x")],
            Outcome(warning="UserWarning: x", place="output 1", was="0.8808", now="1.5"),
        ),
        ({}, [problem("error", "TypeError: x")], Outcome(error="TypeError: x")),
        (
            {},
            [
                problem("warning", "UserWarning: x"),
                problem("early-exit", "sys.exit('this needs numpy 2.1 or later') ends the run"),
            ],
            Outcome(error="SystemExit: this needs numpy 2.1 or later"),
        ),
    ],
)
def test_what_readers_would_notice_is_found(project, lines, problems, expected):
    assert outcomes.outcome_of(Book(project), "a/logistic", lines, problems) == expected


@pytest.mark.parametrize(
    ("error", "needs"),
    [
        ("AssertionError: l1_ratio=1 needs scikit-learn 1.8 or later", "scikit-learn 1.8"),
        ("sys.exit('this needs numpy 2.1 or later') ends the run", "numpy 2.1"),
        ("AssertionError: it needs a second look or later", ""),
        ("TypeError", ""),
    ],
)
def test_an_example_that_says_what_it_needs_is_understood(error, needs):
    assert Outcome(error=error).needs == needs


def keep(project) -> None:
    book = Book(project)
    (environment,) = environments.load(project)
    kept = {(name, "older"): (outcomes.key_of(book, name, environment), Outcome()) for name in book.snippets}
    outcomes.write(project, kept)


@pytest.mark.parametrize("changed", ["source", "lock", "python", "result", "tolerance"])
def test_an_outcome_counts_for_the_very_example_and_packages(project, changed):
    assert outcomes.stale(Book(project)) == [("a/logistic", "older"), ("a/slopes", "older")]
    keep(project)
    assert outcomes.stale(Book(project)) == []
    expected = {"a/logistic"}
    if changed == "source":
        add_run(project, "a/logistic", LOGISTIC + "# more\n", {}, output="0.8808\n", figures=1)
    elif changed == "result":
        (project.accepted / "results/a.tsv").write_text(ACCEPTED.replace("2.0", "2.5"))
    elif changed == "tolerance":
        text = '[[override]]\nexample = "a/logistic"\nlines = ["output 1"]\nrelative = 0.1\nreason = "so"\n'
        (project.accepted / "tolerances.toml").write_text(text)
    else:
        expected |= {"a/slopes"}
        path = project.root / "older.txt" if changed == "lock" else project.accepted / "versions.toml"
        old, new = ("2.0.2", "2.0.3") if changed == "lock" else ("3.12", "3.13")
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert {name for name, _ in outcomes.stale(Book(project))} == expected


def test_nothing_is_said_of_a_text_that_did_not_run(project):
    keep(project)
    assert outcomes.known(Book(project))["a/logistic"] == {"older": Outcome()}
    add_run(project, "a/logistic", LOGISTIC + "# more\n", {}, output="0.8808\n", figures=1)
    assert "a/logistic" not in outcomes.known(Book(project))


def test_what_is_kept_is_read_again(project):
    found = Outcome("", "FutureWarning: \t더", "output 2", "1", "2", 3)
    outcomes.write(project, {("a/logistic", "older"): ("0" * 16, found)})
    assert outcomes.read(project) == {("a/logistic", "older"): ("0" * 16, found)}


def test_a_line_that_a_merge_has_broken_is_named(project):
    keep(project)
    with project.path(outcomes.FILE).open("a") as file:
        file.write("<<<<<<< HEAD\n")
    with pytest.raises(ProblemError) as caught:
        outcomes.read(project)
    (found,) = caught.value.problems
    assert (found.path, found.line) == (outcomes.FILE, 3)
