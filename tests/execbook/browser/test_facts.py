"""What the page of an example has to know to run it."""

import json

from execbook.book import Book
from execbook.browser import facts
from tests.execbook.booklet import make_booklet


def test_a_name_says_its_content():
    (name, content), (other, _) = facts.named("a", {"x": 1}), facts.named("a", {"x": 2})
    assert name != other and name.startswith("a.") and name.endswith(".json")
    assert json.loads(content) == {"x": 1}


def test_an_example_says_what_was_recorded_and_not_its_source(tmp_path):
    book = Book(make_booklet(tmp_path))
    name, content = facts.of_example(book, "a/logistic", "en")
    said = json.loads(content)
    assert name.startswith("examples/en/a/logistic.")
    assert said["filename"] == "logistic.py" and said["expected"]["output"] == "0.8808 <b>&amp;</b>\n"
    assert said["labels"] == {} and "source" not in said


def test_only_korean_pages_have_korean_labels(tmp_path):
    project = make_booklet(tmp_path)
    project.labels("ko").write_text(
        '[shared]\n"Try it" = "해 보기"\n\n["a/logistic"]\n"z" = "순입력"\n', "utf-8"
    )
    book = Book(project)
    korean, english = (
        json.loads(facts.of_example(book, "a/logistic", language)[1]) for language in ("ko", "en")
    )
    assert korean["labels"]["z"] == "순입력" and english["labels"] == {}
