"""The table that compares the textbook's results with ours shows agreement and difference."""

import pytest
from markdown import Markdown

from execbook.problems import ProblemError
from execbook.sources.textbook import FILE, comparisons

ENTRY = """\
[[figure]]
chapter = 4
example = "numbers/halving"
value = "count"
book = {book}
tolerance = 0.5
format = "g"
source = "ch04.ipynb [1]"
what = {{ ko = "걸음", en = "steps" }}
"""


def write(project, text):
    (project.root / FILE).parent.mkdir(exist_ok=True)
    (project.root / FILE).write_text(text, "utf-8")
    return project


def render(project, language="en"):
    options = {"execbook.markdown": {"language": language, "root": str(project.root)}}
    return Markdown(extensions=list(options), extension_configs=options).convert("/// textbook | 4\n///")


def count_of(project):
    from execbook.book import Book

    return Book(project).run("numbers/halving").record.values["count"]


def test_an_equal_result_is_shown_next_to_ours_with_the_example(mini_book):
    html = render(write(mini_book, ENTRY.format(book=count_of(mini_book))))
    assert "<td>steps</td>" in html
    assert 'title="numbers/halving: count"' in html
    assert f">{count_of(mini_book)}</data>" in html
    assert "the same" in html
    assert 'href="../snippets/numbers/halving.py"' in html


@pytest.mark.parametrize("text", ["[[figure]\n", "", "\udcff"], ids=["no TOML", "no figure", "no UTF-8"])
def test_a_file_that_cannot_be_read_is_named(mini_book, text):
    (write(mini_book, "").root / FILE).write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(ProblemError, match=rf"{FILE}: cannot be read: .* \[textbook\]"):
        comparisons(mini_book)


def test_a_difference_needs_a_reason_and_shows_it_in_the_pages_language(mini_book):
    differing = ENTRY.format(book=count_of(mini_book) + 1)
    with pytest.raises(ProblemError, match=r"halving:count is \d+, the book prints \d+ \[textbook\]"):
        render(write(mini_book, differing))
    explained = differing + 'why = { ko = "반올림이 다릅니다.", en = "It rounds differently." }\n'
    assert "It rounds differently." in render(write(mini_book, explained))
    assert "반올림이 다릅니다." in render(mini_book, "ko")


def test_a_reason_without_a_difference_is_an_error(mini_book):
    text = ENTRY.format(book=count_of(mini_book)) + 'why = { ko = "없음", en = "none" }\n'
    with pytest.raises(ProblemError, match="remove it if both agree"):
        render(write(mini_book, text))


def test_a_value_without_a_record_is_an_error(mini_book):
    with pytest.raises(ProblemError, match="unknown-value"):
        render(write(mini_book, ENTRY.format(book=1).replace('"count"', '"counts"')))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (ENTRY.replace("chapter = 4\n", ""), "chapter"),
        (ENTRY.replace('ko = "걸음", ', ""), "every language"),
    ],
)
def test_an_incomplete_entry_is_named(mini_book, entry, message):
    with pytest.raises(ProblemError, match=message):
        comparisons(write(mini_book, entry.format(book=1)))
