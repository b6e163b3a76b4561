"""Environments are described in one file, their packages in a lock each."""

import pytest

from execbook.problems import ProblemError
from execbook.versions import environments
from tests.execbook.booklet import make_booklet
from tests.execbook.versions.test_outcomes import ENVIRONMENTS, LOCK


def test_a_project_without_environments_has_none(tmp_path):
    assert environments.load(make_booklet(tmp_path)) == []


def test_packages_have_the_names_that_readers_know(tmp_path):
    project = make_booklet(tmp_path)
    project.accepted.mkdir()
    (project.accepted / "versions.toml").write_text(ENVIRONMENTS, "utf-8")
    (tmp_path / "older.txt").write_text(LOCK)
    (found,) = environments.load(project)
    assert found.title == {"ko": "예전 패키지", "en": "older packages"}
    assert found.packages == {"numpy": "2.0.2", "keras": "3.16.0.dev1"}


@pytest.mark.parametrize("broken", ["en =", 'lock = "older.txt"', "python", "[[environment]]"])
def test_what_is_missing_is_told(tmp_path, broken):
    project = make_booklet(tmp_path)
    project.accepted.mkdir()
    (project.accepted / "versions.toml").write_text(ENVIRONMENTS.replace(broken, "x" + broken), "utf-8")
    (tmp_path / "older.txt").write_text(LOCK)
    with pytest.raises(ProblemError) as caught:
        environments.load(project)
    assert caught.value.problems[0].path == environments.FILE
