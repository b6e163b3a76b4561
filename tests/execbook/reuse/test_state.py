"""The state of a project changes with everything that a build reads, and with nothing else."""

import os
import sys

import pytest

from execbook.project import Project
from execbook.reuse import state
from execbook.reuse.state import Hashes, engine_state, sources_state


@pytest.fixture
def project(tmp_path) -> Project:
    project = Project(tmp_path)
    files = {
        "mkdocs.yml": "extra: {repository: !ENV [REPOSITORY_URL, OTHER, '']}\n",
        "docs/ko/index.md": "# 책\n",
        "snippets/a/b.py": "print(1)\n",
        "build/store/current.json": "{}",
        "site/index.html": "built",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return project


def state_of(project: Project) -> str:
    return sources_state(project, Hashes(project))


@pytest.mark.parametrize(
    "name",
    [
        *("docs/ko/index.md", "docs/ko/new.md", "snippets/a/b.py", "mkdocs.yml", "theme/main.html"),
        *("words/glossary.tsv", "accepted/tolerances.toml", "labs/a.py", "pyproject.toml", "LICENSE"),
        *("build/store/current.json", "build/store/key/record.json", "build/root/sbom.json"),
        "build/runtime/runtime.json",
    ],
)
def test_every_source_and_every_record_counts(project, name):
    before = state_of(project)
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("now this\n", "utf-8")
    assert state_of(project) != before
    assert state_of(project) == state_of(project)


def test_a_file_that_is_gone_or_renamed_counts(project):
    before = state_of(project)
    (project.docs / "ko/index.md").rename(project.docs / "ko/other.md")
    renamed = state_of(project)
    (project.docs / "ko/other.md").unlink()
    assert len({before, renamed, state_of(project)}) == 3


@pytest.mark.parametrize("name", ["build/cache/x", "site/index.html", ".git/HEAD", "docs/__pycache__/x.pyc"])
def test_what_is_built_does_not_count(project, name):
    before = state_of(project)
    (project.root / name).parent.mkdir(parents=True, exist_ok=True)
    (project.root / name).write_text("now this\n", "utf-8")
    assert state_of(project) == before


@pytest.mark.parametrize("variable", ["SITE_URL", "SOURCE_COMMIT", "REPOSITORY_URL", "OTHER"])
def test_the_environment_that_a_build_reads_counts(project, monkeypatch, variable):
    before = state_of(project)
    monkeypatch.setenv(variable, "https://example.org/")
    assert state_of(project) != before


def test_the_engine_and_the_packages_count(project, monkeypatch, tmp_path_factory):
    before = engine_state()
    packages = tmp_path_factory.mktemp("packages")
    monkeypatch.syspath_prepend(packages)
    engine_state.cache_clear()
    assert engine_state() == before
    vendored = packages / "setuptools/_vendor"
    (vendored / "platformdirs-4.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(vendored)
    engine_state.cache_clear()
    assert engine_state() == before, "what setuptools brings along comes and goes with its import"
    sys.path.remove(str(vendored))
    (packages / "mkdocs-9.dist-info").mkdir()
    engine_state.cache_clear()
    assert engine_state() != before
    sys.path.remove(str(packages))
    engine = tmp_path_factory.mktemp("engine")
    (engine / "a.py").write_text("x = 1\n")
    monkeypatch.setattr(state, "ENGINE", engine)
    engine_state.cache_clear()
    first = engine_state()
    (engine / "a.py").write_text("x = 2\n")
    engine_state.cache_clear()
    assert engine_state() != first
    monkeypatch.undo()
    engine_state.cache_clear()


def test_a_save_within_one_tick_of_the_clock_is_seen(project):
    """Even one that leaves the file's size and time of modification as they were."""
    path = project.docs / "ko/index.md"
    before, times = state_of(project), path.stat()
    path.write_text("# 글\n", "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert state_of(project) != before


def test_hashes_of_files_at_rest_are_kept(project, monkeypatch):
    monkeypatch.setattr(state, "SETTLED", -1)
    before = state_of(project)
    monkeypatch.setattr(state, "_read", lambda path: pytest.fail(f"read {path} again"))
    assert state_of(project) == before
