"""Which values and examples a page may refer to, and the messages for others."""

import pytest

from execbook.book import Book
from execbook.book.bindings import Bound, bind
from execbook.problems import ProblemError, UnplacedProblem
from tests.execbook.booklet import LOGISTIC, add_run, make_booklet

BOTH = ["a/logistic", "a/slopes"]


@pytest.fixture
def book(tmp_path):
    return Book(make_booklet(tmp_path))


def problem_of(call) -> tuple[str, str]:
    with pytest.raises(UnplacedProblem) as caught:
        call()
    problem = caught.value.problem
    return problem.rule, f"{problem.message}; {problem.fix}"


def test_a_run_is_the_snippet_and_its_record(book):
    run = book.run("a/logistic")
    assert run.snippet.source == LOGISTIC
    assert run.record.values["z"] == 2.0
    assert "제목" in book.svg("a/logistic", 0, "ko")
    assert "Title" in book.svg("a/logistic", 0, "en")


def test_a_misspelt_example_is_reported_with_similar_ids(book):
    rule, words = problem_of(lambda: book.run("a/logistik"))
    assert rule == "unknown-example"
    assert "no example 'a/logistik'; did you mean 'a/logistic'?" in words


@pytest.mark.parametrize("example_id", ["", "../../etc/passwd", "a", "a/logistic.py"])
def test_what_is_no_id_is_an_unknown_example(book, example_id):
    assert problem_of(lambda: book.run(example_id))[0] == "unknown-example"


def test_what_lies_outside_the_snippets_is_no_example(book):
    (book.project.root / "secret.py").write_text("x = 1\n", "utf-8")
    assert problem_of(lambda: book.run("../secret"))[0] == "unknown-example"


def test_an_example_without_a_record_or_with_an_old_one_must_be_run(book):
    path = book.project.snippets / "a" / "logistic.py"
    path.write_text(LOGISTIC + "# changed\n", "utf-8")
    rule, words = problem_of(lambda: book.run("a/logistic"))
    assert rule == "stale-record"
    assert "execbook run" in words
    path.with_name("fresh.py").write_text("x = 1\n", "utf-8")
    rule, words = problem_of(lambda: Book(book.project).run("a/fresh"))
    assert rule == "no-record"
    assert "execbook run" in words


def test_a_snippet_that_cannot_be_read_names_itself(book):
    add_run(book.project, "a/broken", "def f(:\n", {})
    with pytest.raises(ProblemError, match=r"snippets/a/broken\.py:1"):
        book.run("a/broken")


def test_a_value_is_found_among_the_shown_examples_or_by_its_example(book):
    assert bind(book, None, "share[0.5]", BOTH) == Bound("a/logistic", "share[0.5]", 0.5671)
    assert bind(book, "a/slopes", "name", []) == Bound("a/slopes", "name", "tanh")


def test_an_example_that_was_not_run_hides_no_value_of_another(book):
    (book.project.snippets / "a/late.py").write_text("x = 1\n", "utf-8")
    assert bind(book, None, "share[0.5]", ["a/late", *BOTH]).example == "a/logistic"


def test_negative_indices_count_from_the_end(tmp_path):
    project = make_booklet(tmp_path)
    add_run(
        project,
        "a/table",
        "",
        {"t[0][0]": 1, "t[0][1]": 2, "t[1][0]": 3, "t[1][1]": 4, "d[-1]": 5, "d[1]": 6},
    )
    book = Book(project)
    assert bind(book, "a/slopes", "loss[-1]", []) == Bound("a/slopes", "loss[2]", 0.125)
    assert bind(book, "a/table", "t[-1][-2]", []) == Bound("a/table", "t[1][0]", 3)
    assert bind(book, "a/table", "d[-1]", []).value == 5  # a key of a dictionary
    assert problem_of(lambda: bind(book, "a/slopes", "loss[-4]", []))[0] == "unknown-value"


def test_a_name_in_two_shown_examples_is_ambiguous(book):
    rule, words = problem_of(lambda: bind(book, None, "z", BOTH))
    assert rule == "ambiguous-value"
    assert "a/logistic:z or a/slopes:z" in words
    assert bind(book, None, "z", ["a/slopes", "a/slopes"]).value == 1


def test_a_misspelt_value_is_reported_with_similar_names(book):
    rule, words = problem_of(lambda: bind(book, None, "share[0.6]", BOTH))
    assert rule == "unknown-value"
    assert "no value 'share[0.6]' in the examples of this page; " in words
    assert "'share[0.5]'" in words
    rule, words = problem_of(lambda: bind(book, "a/slopes", "los[0]", []))
    assert "no value 'los[0]' in the example 'a/slopes'; " in words
    assert "'loss[0]'" in words
    for call in (lambda: bind(book, "a/slopes", "qqq", []), lambda: bind(book, None, "qqq", BOTH)):
        assert "known values: " in problem_of(call)[1]
    rule, words = problem_of(lambda: bind(book, None, "z", []))
    assert "part/example:name" in words


def test_numbers_of_the_whole_book_are_counted_from_runs_of_its_present_text(book):
    docs = book.project.docs / "ko/a"
    docs.mkdir(parents=True)
    for name in ("page.md", "picture.png"):
        (docs / name).touch()
    book.project.labs.mkdir()
    (book.project.labs / "a.py").touch()
    assert bind(book, None, "book:examples", []) == Bound("book", "examples", 2)
    assert bind(book, None, "book:figures", []).value == 1
    assert bind(book, None, "book:pages", []).value == 2
    assert bind(book, None, "book: pages", []).value == 2
    rule, words = problem_of(lambda: bind(book, None, "book:example", []))
    assert rule == "unknown-value" and "did you mean 'examples'?" in words

    (book.project.snippets / "a/late.py").write_text("x = 1\n", "utf-8")
    assert problem_of(lambda: bind(Book(book.project), None, "book:examples", []))[0] == "no-record"
