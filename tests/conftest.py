"""What tests of several places share. Each is made once for a whole test run."""

import shutil
import signal
from pathlib import Path

import pytest

from execbook.project import Project
from execbook.site.build import build
from tests.shared import made_once
from tests.site import book

# A shell starts what runs in its background deaf to Ctrl-C, and every process below inherits that.
signal.signal(signal.SIGINT, signal.default_int_handler)

RECORDED = {"records", "real_site"}
"""What is there when all real examples have run."""
LONGEST = {"test_baselines.py": 0, "test_every_page.py": 2}
"""Where the files have their place that take longest: one runs all examples, the other opens all pages."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put first what runs all examples, then what does not wait for that, then what does.

    So several processes have something to do all the time, and end with what is short.
    """

    def place(item: pytest.Item) -> int:
        waits = not RECORDED.isdisjoint(getattr(item, "fixturenames", ()))
        return LONGEST.get(item.path.name, 3 if waits else 1)

    places: dict[Path, int] = {}
    for item in items:
        places[item.path] = max(place(item), places.get(item.path, 0))
    items.sort(key=lambda item: places[item.path])


@pytest.fixture(scope="session")
def records() -> None:
    """The records of all real examples, up to date."""
    book.run_all(Project(book.ROOT))


@pytest.fixture(scope="session")
def built_mini_book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A book of two pages, run and built. Only for looking at: take `mini_book` to change something."""

    def make(root: Path) -> None:
        project = book.make_mini_book(root)
        book.run_all(project)
        build(project)

    own = tmp_path_factory.mktemp("mini") / "book"  # as who reads a book may write to its caches
    return Project(shutil.copytree(made_once(request, "mini", make), own))


@pytest.fixture
def mini_book(built_mini_book: Project, tmp_path: Path) -> Project:
    """A book of two pages of the test's own, run and built."""
    root = tmp_path / "book"
    shutil.copytree(built_mini_book.root, root)
    return Project(root)


@pytest.fixture(scope="session")
def runnable_book(request: pytest.FixtureRequest) -> Project:
    """A book whose examples and lab run in browsers, built."""
    if not book.has_runtime():
        pytest.skip("Python for readers' browsers is not here: `make runtime` fetches it")

    def make(root: Path) -> None:
        project = book.make_runnable_book(root)
        book.run_all(project)
        build(project)

    return Project(made_once(request, "runnable", make))


@pytest.fixture(scope="session")
def real_site(request: pytest.FixtureRequest, records: None) -> Path:
    """The real site, built again from the real sources beside the one in `site/`."""
    return Project(made_once(request, "real", lambda root: build(book.copy_of_real_book(root)))).site
