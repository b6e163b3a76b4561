"""Phrases that lead to pages: read for each language, and refused if they lead nowhere."""

from pathlib import Path

import pytest

from execbook.problems import ProblemError
from execbook.project import Project
from execbook.search.leads import leads
from tests import SETTINGS

HEAD = "page\tkind\tko\ten\n"


def project_in(root: Path, rows: str) -> Project:
    for place in ("docs/ko/training/xor.md", "words/leads.tsv", "accepted/addresses.txt"):
        (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (root / "docs/ko/training/xor.md").write_text("# XOR\n")
    (root / "accepted/addresses.txt").write_text("training/xor\ntraining/old -> training/xor\n")
    (root / "words/leads.tsv").write_text(HEAD + rows, "utf-8")
    return Project(root)


def test_titles_and_questions_are_of_a_language_and_messages_of_all(tmp_path):
    project = project_in(
        tmp_path,
        "training/xor\ttitle\t배타적 논리합\t\n"
        "training/old\tquestion\t왜 실패하나요; 왜 멈추나요\twhy does it fail\n"
        "training/xor\tmessage\t\tValueError: a; b\n",
    )
    korean, english = (leads(project, language)["training/xor/"] for language in ("ko", "en"))
    assert (korean.titles, english.titles) == (["배타적 논리합"], [])
    assert korean.phrases == ["왜 실패하나요", "왜 멈추나요", "ValueError: a; b"]
    assert english.phrases == ["why does it fail", "ValueError: a; b"]


def test_a_book_without_the_list_has_no_leads(tmp_path):
    assert leads(Project(tmp_path), "ko") == {}


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("training/xr\ttitle\ta\tb\n", "leads.tsv:2: names no page: 'training/xr'"),
        ("training/xor\tname\ta\tb\n", "leads.tsv:2: names no kind: 'name'"),
        ("training/xor\ttitle\t\t\n", "leads.tsv:2: has no words"),
    ],
)
def test_a_row_that_leads_nowhere_is_a_problem(tmp_path, rows, message):
    with pytest.raises(ProblemError, match=message):
        leads(project_in(tmp_path, rows), "ko")


def test_other_columns_are_a_problem(tmp_path):
    project = project_in(tmp_path, "")
    (tmp_path / "words/leads.tsv").write_text("page\tko\ten\n")
    with pytest.raises(ProblemError, match="has other columns"):
        leads(project, "ko")
