"""Groups of words that mean the same, for each language in its own words first."""

import pytest

from execbook.project import Project
from execbook.search.synonyms import phrases, synonyms
from tests import SETTINGS

GLOSSARY = "ko\ten\tavoid\n과대적합\toverfitting\t과적합\n매개변수\tparameter (of a class)\t\n"
MORE = "ko\ten\talso\n유닛\tunit\t뉴런; 노드\n"


def test_each_language_says_it_in_its_own_words_first(tmp_path):
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "words").mkdir()
    (tmp_path / "words/glossary.tsv").write_text(GLOSSARY, "utf-8")
    (tmp_path / "words/search.tsv").write_text(MORE, "utf-8")
    assert synonyms(Project(tmp_path), "ko") == [
        ["과대적합", "overfitting", "과적합"],
        ["매개변수", "parameter"],
        ["유닛", "unit", "뉴런", "노드"],
    ]
    assert synonyms(Project(tmp_path), "en")[2] == ["unit", "유닛", "뉴런", "노드"]


def test_a_book_without_lists_has_no_synonyms(tmp_path):
    assert synonyms(Project(tmp_path), "ko") == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("ReLU, rectified linear unit", ["ReLU", "rectified linear unit"]),
        ("임계값; 문턱값", ["임계값", "문턱값"]),
        ("transformer (scikit-learn)", ["transformer"]),
        ("직접 군집 / 간접 군집", []),
        ("", []),
    ],
)
def test_phrases_of_a_cell(cell, expected):
    assert phrases(cell) == expected
