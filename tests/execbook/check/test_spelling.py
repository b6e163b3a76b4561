"""Words that no dictionary has are found, in both languages, wherever a reader would see them.

Covers execbook/languages/spelling/hunspell.py: run on real words.
Covers execbook/languages/spelling/passages.py: what is checked and what is not.
"""

import pytest

from execbook.book import Book
from execbook.check.languages import spelling
from execbook.languages.spelling import hunspell
from execbook.problems import ProblemError
from execbook.project import Project
from tests import ROOT

TOOL = ROOT / hunspell.TOOL
LAB = """\
# %% [markdown] lang="ko" section="lab"
# # 실습
#
# 빈칸을 채우새요.

# %% lang="en"
RIGHT = "Rihgt."

# %% wrong="part"
# ko: np.nanmean으로 나눈 바람에 값이
#   커젔습니다.
# en: The values of x_y(z=1) are to large and wrogn.
a = "nubmer"
# nubmer
"""


@pytest.fixture
def speller(book):
    """The book with Hunspell set up as in the real project."""
    book.path("tools").mkdir()
    book.path(hunspell.TOOL).symlink_to(TOOL, target_is_directory=True)
    return book


def test_misspelt_words_are_reported_with_place_and_suggestions(speller, monkeypatch):
    speller.edit(
        "docs/en/part/halving.md", "Halve it\n\n", "Halve the nubmer, `lenght` and $nubmers$; the $n$-th.\n\n"
    )
    speller.edit("docs/en/part/halving.md", "a number can", "a nummber can")
    speller.edit(
        "docs/ko/part/halving.md", "나눕니다\n\n", "반으로 나눔니다. 에포크은 Kears의 에포크를 셉니다.\n\n"
    )
    speller.edit("words/labels.ko.toml", '"반으로"', '"반으러"')
    speller.edit("mkdocs.en.yml", "Numbers", "Nubmers")
    speller.write("labs/part.py", LAB)
    speller.write("theme/overrides/x.html", '{"ko": "삭제됬습니다", "en": "Page not fuond"}\n')
    speller.write("words/spelling.ko.txt", "# 책에서만 쓰는 말\n에포크\n덴드로그램 \n")
    monkeypatch.setattr(spelling, "MAX_SUGGESTED", 1)
    found = spelling.check(Book(speller.project))
    assert [f"{p.rule} {p.path}:{p.line} {p.message.split()[0]}" for p in found if p.rule == "spelling"] == [
        "spelling docs/en/part/halving.md:3 'nummber'",
        "spelling docs/en/part/halving.md:9 'nubmer'",
        "spelling docs/ko/part/halving.md:9 'Kears'",
        "spelling docs/ko/part/halving.md:9 '나눔니다'",
        "spelling docs/ko/part/halving.md:9 '에포크은'",
        "spelling labs/part.py:4 '채우새요'",
        "spelling labs/part.py:7 'Rihgt'",
        "spelling labs/part.py:11 '커젔습니다'",
        "spelling labs/part.py:12 'wrogn'",
        "spelling mkdocs.en.yml:4 'Nubmers'",
        "spelling theme/overrides/x.html:1 'fuond'",
        "spelling theme/overrides/x.html:1 '삭제됬습니다'",
        "spelling words/labels.ko.toml:2 '반으러'",
    ]
    assert "suggestions: number" in found[0].message
    assert [f"{p.rule} {p.path}:{p.line}" for p in found if p.rule != "spelling"] == [
        "word-order words/spelling.ko.txt:3",
        "dead-word words/spelling.ko.txt:3",
    ]
    # What has been answered once is not asked again.
    monkeypatch.setattr(hunspell, "suggest", lambda *_: {})
    monkeypatch.setattr(hunspell, "_run", None)
    assert [p.line for p in spelling.check(Book(speller.project))] == [p.line for p in found]


def test_without_hunspell_the_problem_says_how_to_get_it(book):
    with pytest.raises(ProblemError, match="add the folder"):
        spelling.check(Book(book.project))


def test_the_book_has_no_misspelt_word():
    assert list(map(str, spelling.check(Book(Project(ROOT))))) == []
