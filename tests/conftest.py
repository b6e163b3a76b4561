"""What tests of several places share. Each is made once for a whole test run."""

from __future__ import annotations

import shutil
import signal
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from execbook.book import Book
from execbook.project import Project
from execbook.records.store import Store
from execbook.site.build import build
from tests import alone
from tests.site import book

# A shell starts what runs in its background deaf to Ctrl-C, and every process below inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """Run the snippets alone beside all other tests: it is by far what takes longest."""
    asked = {
        item.callspec.params["example_id"]
        for item in session.items
        if "runs" in getattr(item, "fixturenames", ())
    }
    project = Project(book.ROOT)
    snippets = [snippet for snippet in Book(project).snippets.values() if snippet.id in asked]
    with (
        tempfile.TemporaryDirectory(prefix="alone-") as folder,
        alone.running(snippets, Store(project), Path(folder)) as session.config.stash[alone.RUNS],
    ):
        return (yield)


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
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built again from the real sources beside the one in `site/`."""
    book.run_all(Project(book.ROOT))
    project = book.copy_of_real_book(tmp_path_factory.mktemp("real"))
    build(project)
    return project.site
