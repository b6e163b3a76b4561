import json
import subprocess

import pytest

from execbook.project import Project
from execbook.takeaway.build_facts import commit_of
from tests import SETTINGS


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A project under git with one commit, whatever the settings of the machine."""
    monkeypatch.delenv("SOURCE_COMMIT", raising=False)
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    (tmp_path / "mkdocs.yml").write_text("nav: []\n")
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / ".gitignore").write_text("build/\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "-m", "First")
    return Project(tmp_path)


def git(folder, *arguments):
    return subprocess.run(
        ["git", "-C", folder, *arguments], check=True, capture_output=True, text=True
    ).stdout


def test_the_commit_is_recorded_and_whether_the_files_are_its_own(repository):
    commit = git(repository.root, "rev-parse", "HEAD").strip()
    repository.build.mkdir()
    (repository.build / "anything").touch()
    assert commit_of(repository) == (commit, False)
    (repository.root / "mkdocs.yml").write_text("nav: [index.md]\n")
    assert commit_of(repository) == (commit, True)


def test_the_repository_around_a_copy_is_not_taken_for_its_own(repository):
    (repository.root / "copy").mkdir()
    assert commit_of(Project(repository.root / "copy")) == ("unknown", None)


def test_sources_without_git_may_be_named_by_the_environment(repository, monkeypatch):
    monkeypatch.setenv("SOURCE_COMMIT", "0123abc")
    assert commit_of(repository) == ("0123abc", None)


def test_a_machine_without_git_does_not_know(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert commit_of(repository) == ("unknown", None)


def test_the_facts_describe_the_site(built_mini_book):
    site = built_mini_book.site
    facts = json.loads((site / "build.json").read_text("utf-8"))
    assert facts["languages"] == {language: {"pages": 2, "examples": 2} for language in ("ko", "en")}
    assert facts["requirements_sha256"] == "unknown", "the miniature has no lock"
    assert {"python", "matplotlib", "mkdocs-material"} <= facts["versions"].keys()
