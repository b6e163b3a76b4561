"""Phrases that the book has decided against are found in both languages, but not where they are right.

Covers execbook/check/languages/phrases.py.
"""

from execbook.book import Book
from execbook.check import check_before_publishing
from tests.execbook.check.test_glossary import EN, KO

PHRASES = """\
language\tphrase\twrite\tunless
ko\t몫\t비율\t함수의 몫
en\twill do\tis enough\tmodel will do; they will do
"""


def found(book, korean, english, phrases=PHRASES):
    book.write("words/phrases.tsv", phrases)
    book.edit(KO, "나눕니다\n\n", f"{korean}\n\n")
    book.edit(EN, "Halve it\n\n", f"{english}\n\n")
    problems = [one for one in check_before_publishing(Book(book.project)) if one.rule.startswith("phrase")]
    return [(one.rule, one.path, one.line, one.message) for one in problems]


def test_a_phrase_is_found_with_its_line_and_what_to_write(book):
    assert found(book, "정확히\n맞힌 몫이 큽니다", "One run will\ndo") == [
        ("phrase", EN, 9, "says 'will do'"),
        ("phrase", KO, 10, "says '몫'"),
    ]


def test_what_is_right_passes(book):
    assert (
        found(book, "함수의 몫과 옹기몫", "What the model will do, and they will do it, goodwill does") == []
    )


def test_a_phrase_is_found_beside_the_same_words_where_they_are_right(book):
    said = found(book, "함수의 몫과 그 몫", "The model will do, and one run will do")
    assert [one[3] for one in said] == ["says 'will do'", "says '몫'"]


def test_labels_are_read_too(book):
    book.edit("words/labels.ko.toml", '"수"', '"몫"')
    assert ("phrase", "words/labels.ko.toml", 3, "says '몫'") in found(book, "가", "a")


def test_a_row_of_another_language_or_without_its_tabs_is_told(book):
    said = found(book, "가", "a", f"{PHRASES}fr\tmot\tautre\t\nko 말\n")
    assert [one[:3] for one in said] == [("phrase-form", "words/phrases.tsv", line) for line in (4, 5)]
