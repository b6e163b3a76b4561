"""A command reads each page, snippet and record once, whatever it does with them."""

from collections import Counter
from collections.abc import Callable

import pytest

from execbook import book as book_room
from execbook.book import Book, book_of, opened
from execbook.cli.main import main
from execbook.project import Project
from execbook.records.store import Store
from execbook.sources import pages, snippets


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each page, snippet and record is read, by kind and name."""
    found: Counter[str] = Counter()

    def count(owner: object, name: str, label: Callable[..., str]) -> None:
        original = getattr(owner, name)

        def counted(*arguments, **settings):
            found[label(*arguments, **settings)] += 1
            return original(*arguments, **settings)

        monkeypatch.setattr(owner, name, counted)

    count(pages, "parse_page", lambda source, path, *_: f"page {path}")
    count(snippets, "read", lambda project, path: f"snippet {path}")
    count(Store, "load", lambda store, key: f"record {key}")
    count(Store, "current", lambda store: "list of records")
    return found


def test_a_check_reads_everything_at_most_once(
    mini_book: Project, reads: Counter[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(mini_book.root)
    assert main(["check"]) == 0
    assert len([name for name in reads if name.startswith("page")]) == 4
    assert len([name for name in reads if name.startswith("snippet")]) == 2
    assert len([name for name in reads if name.startswith("record")]) == 2
    assert max(reads.values()) == 1, reads


def test_a_book_is_what_was_on_disk_when_it_was_read(mini_book: Project):
    book = Book(mini_book)
    before = book.pages["en"]["index"].source
    path = mini_book.docs / "en/index.md"
    path.write_text(before + "\nMore.\n", "utf-8")
    assert book.pages["en"]["index"].source == before
    assert Book(mini_book).pages["en"]["index"].source != before


def test_an_open_book_is_given_out_until_it_is_closed(mini_book: Project):
    book = Book(mini_book)
    with opened(book):
        assert book_of(mini_book) is book
        with opened(other := Book(mini_book)):
            assert book_of(mini_book) is other
        assert book_of(mini_book) is book
    assert book_of(mini_book) is not book
    assert not book_room._opened
