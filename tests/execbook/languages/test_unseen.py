import unicodedata

import pytest

from execbook.languages.unseen import unseen


@pytest.mark.parametrize(
    ("former", "present", "named"),
    [
        ("정칙화", unicodedata.normalize("NFD", "정칙화"), "form of the letters"),
        ("a b", "a\u00a0b", "U+00A0 NO-BREAK SPACE added"),
        ("ab", "a\u200bb", "U+200B ZERO WIDTH SPACE added"),
        ("a\u00adb", "ab", "U+00AD SOFT HYPHEN removed"),
        ("it's", "it’s", "U+2019 RIGHT SINGLE QUOTATION MARK added"),
        ('"a"', "“a”", "U+0022 QUOTATION MARK removed"),
        ("1-2", "1–2", "U+2013 EN DASH added"),
        ("10~20", "10～20", "U+FF5E FULLWIDTH TILDE added"),
        ("copy", "сopy", "U+0441 CYRILLIC SMALL LETTER ES added"),
    ],
)
def test_what_looks_the_same_is_told_apart(former, present, named):
    assert named in unseen(former, present)


@pytest.mark.parametrize(
    ("former", "present"), [("a", "a"), ("a", "b"), ("가", "나"), ("a b", "ab"), ("l", "1")]
)
def test_what_looks_different_needs_no_word(former, present):
    assert unseen(former, present) == ""
