"""A Korean particle agrees with the number or letter before it.

Covers execbook/languages/spelling/reading.py: how a number or letter is read decides its particle.
"""

import pytest

from execbook.book import Book
from execbook.check import check_before_publishing
from execbook.languages.spelling.reading import NONE, OTHER, RIEUL, ending, ending_of_formula

KO = "docs/ko/part/halving.md"


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        (".4f", "는 가 를 와 로 나", "은 이 을 과 으로 이나"),  # 0.0625, read 오
        (".1f", "은 이 을 과 로 이나", "는 가 를 와 으로 나"),  # 0.1, read 일
        (".2f", "은 이 을 과 으로 이나", "는 가 를 와 로 나"),  # 0.06, read 육
    ],
)
def test_after_a_bound_value_its_present_digits_count(book, form, right, wrong):
    book.record()
    value = f"{{{{ number | {form} }}}}"
    text = " ".join(value + particle for particle in f"{right} {wrong}".split())
    book.edit(KO, "나눕니다\n\n", f"{text}\n\n")
    problems = [p for p in check_before_publishing(Book(book.project)) if p.rule == "particle"]
    read = format(0.0625, form)
    assert sorted(p.message for p in problems) == sorted(
        f"{read}{particle} does not agree" for particle in wrong.split()
    )


def test_numbers_and_letters_in_the_text_are_read_too(book):
    text = (
        "0.5을 10를 3으로 1로 7으로 97%을 $x$을 $n$는 $\\sigma$이 $f(x)$은 2이고 4면 `x`을 $0.1$으로는 5과의"
    )
    book.edit(KO, "나눕니다\n\n", f"{text}\n\n")
    problems = [p for p in check_before_publishing(Book(book.project)) if p.rule == "particle"]
    assert {(p.path, p.line) for p in problems} == {(KO, 9)}
    assert [p.message.split()[0] for p in problems] == sorted(
        ["0.5을", "10를", "7으로", "97%을", "x을", "n는", "\\sigma이", "0.1으로", "5과"]
    )


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("0.83", OTHER),
        ("0.84", NONE),
        ("−1", RIEUL),
        ("1,000", OTHER),
        ("12%", NONE),
        ("4.5 × 10⁻⁵", OTHER),
        ("사과", NONE),
        ("tanh", None),
        ("", None),
    ],
)
def test_how_a_value_ends_when_read_aloud(text, how):
    assert ending(text) == how


@pytest.mark.parametrize(
    ("latex", "how"),
    [
        ("n", OTHER),
        ("l", RIEUL),
        ("x", NONE),
        ("r", None),
        ("\\varepsilon", OTHER),
        ("\\Phi", NONE),
        ("21\\,\\%", NONE),
        ("10{,}000", OTHER),
        ("x^2", None),
    ],
)
def test_how_a_formula_ends_when_read_aloud(latex, how):
    assert ending_of_formula(latex) == how
