"""Every term of the glossary has a definition, and a page that explains it."""

from execbook.book import Book
from execbook.check import check_before_publishing

GLOSSARY = "ko\ten\tavoid\talso\tjudged\n절반\thalf\t\t\t\n나누기\tdivision\t\t\tno\n"
DEFINITIONS = "words/definitions.tsv"
HEAD = "term\tpage\tko\ten\n"
HALF = "절반\tpart/halving#run\t둘로 나눈 하나입니다.\tOne of two equal parts.\n"
DIVISION = "나누기\tpart/halving\t몫을 구하는 계산입니다.\tFinding a quotient.\n"


def found(book, text):
    book.write("words/glossary.tsv", GLOSSARY)
    book.write(DEFINITIONS, text)
    problems = [p for p in check_before_publishing(Book(book.project)) if p.rule.startswith("definition")]
    return [f"{p.rule} {p.path}:{p.line} {p.message}" for p in problems]


def test_a_term_without_a_definition_is_reported(book):
    assert found(book, HEAD + HALF) == ["definition-missing words/glossary.tsv:3 '나누기' has no definition"]
    assert found(book, HEAD + HALF + DIVISION) == []


def test_a_definition_of_no_term_or_without_a_sentence_is_reported(book):
    assert found(book, HEAD + HALF + DIVISION + "반\tindex\t반입니다.\tHalf.\n") == [
        f"definition-form {DEFINITIONS}:4 '반' is no term"
    ]
    assert found(book, HEAD + HALF + "나누기\tindex\t몫입니다.\t\n") == [
        f"definition-form {DEFINITIONS}:3 '나누기' has no sentence in en"
    ]
    assert found(book, HEAD + HALF + DIVISION + HALF) == [
        f"definition-form {DEFINITIONS}:4 defines '절반' again"
    ]


def test_a_page_or_heading_that_does_not_exist_is_reported(book):
    assert found(
        book, HEAD + HALF.replace("#run", "#walk") + DIVISION.replace("part/halving", "part/third")
    ) == [
        f"definition-page {DEFINITIONS}:2 docs/ko/part/halving.md has no heading 'walk'",
        f"definition-page {DEFINITIONS}:3 there is no page 'part/third'",
    ]
