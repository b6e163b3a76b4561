"""No result of a real example has changed since somebody accepted it."""

from execbook.baseline import files
from execbook.book import Book, turned
from execbook.check.accepted.results import results
from execbook.project import Project
from tests.site import book

PROJECT = Project(book.ROOT)


def test_no_result_has_drifted(records):
    problems = list(results(Book(PROJECT)))
    assert not problems, "\n" + "\n".join(map(str, problems))


def test_every_example_has_a_baseline_and_all_together_stay_small():
    assert files.read(PROJECT).keys() == turned.names_of(Book(PROJECT))
    assert sum(path.stat().st_size for path in files.folder_of(PROJECT).iterdir()) < 2_000_000
