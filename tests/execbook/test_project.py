"""Finding the project around a folder."""

import pytest

from execbook.project import Project, find_project
from tests import SETTINGS


def test_the_nearest_folder_with_a_config_is_the_project(tmp_path):
    (tmp_path / "mkdocs.yml").touch()
    deep = tmp_path / "docs" / "ko"
    deep.mkdir(parents=True)
    assert find_project(deep) == Project(tmp_path)


def test_outside_a_project_the_error_names_the_folder(tmp_path):
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        find_project(tmp_path)


def test_korean_has_the_base_config_and_english_its_own(tmp_path):
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    project = Project(tmp_path)
    assert project.config("ko").name == "mkdocs.yml"
    assert project.config("en").name == "mkdocs.en.yml"


def test_names_in_messages_are_relative_with_forward_slashes(tmp_path):
    assert Project(tmp_path).relative(tmp_path / "docs" / "a.md") == "docs/a.md"
