"""What tests of several places share. Each is made once for a whole test run."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from execbook.project import Project
from execbook.site.build import build
from tests.site import book

# A shell starts what runs in its background deaf to Ctrl-C, and every process below inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def records() -> None:
    """The records of all real examples, up to date."""
    book.run_all(Project(book.ROOT))


@pytest.fixture(scope="session")
def built_mini_book(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A book of two pages, run and built. Only for looking at: take `mini_book` to change something."""
    project = book.make_mini_book(tmp_path_factory.mktemp("mini"))
    book.run_all(project)
    build(project)
    return project


@pytest.fixture
def mini_book(built_mini_book: Project, tmp_path: Path) -> Project:
    """A book of two pages of the test's own, run and built."""
    root = tmp_path / "book"
    shutil.copytree(built_mini_book.root, root)
    return Project(root)


@pytest.fixture(scope="session")
def runnable_book(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A book whose examples and lab run in browsers, built."""
    project = book.make_runnable_book(tmp_path_factory.mktemp("runnable") / "book")
    if project is None:
        pytest.skip("Python for readers' browsers is not here: `make runtime` fetches it")
    book.run_all(project)
    build(project)
    return project


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, records: None) -> Path:
    """The real site, built again from the real sources beside the one in `site/`."""
    project = book.copy_of_real_book(tmp_path_factory.mktemp("real"))
    build(project)
    return project.site
