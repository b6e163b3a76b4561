"""Every claim of the book holds with the trials that are kept; nothing is run."""

from execbook.book import Book
from execbook.check.rules import Stage, all_rules
from execbook.claims import outcomes
from execbook.project import Project
from tests.site import book

PROJECT = Project(book.ROOT)


def test_no_claim_is_stale_or_fails_and_none_is_missing(records):
    real = Book(PROJECT)
    checks = {
        one.check for one in all_rules() if one.stage is Stage.PUBLISHING and one.name.startswith("claim-")
    }
    problems = [problem for check in checks for problem in check(real)]
    assert not problems, "\n" + "\n".join(map(str, sorted(problems)))


def test_what_is_kept_stays_small():
    kept = list(outcomes.folder_of(PROJECT).rglob("*.tsv"))
    assert kept and sum(path.stat().st_size for path in kept) < 2_000_000
    assert all(path.stat().st_size < 100_000 for path in kept)
