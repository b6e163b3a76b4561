"""What the book prints against what the examples give: they agree, or the table says why they do not."""

from pathlib import Path

import pytest

from execbook.book import Book
from execbook.book.bindings import bind
from execbook.project import Project
from execbook.sources.textbook import comparisons
from tests.site import book

PROJECT = Project(book.ROOT)
COMPARISONS = comparisons(PROJECT)


@pytest.fixture(scope="module")
def library(records):
    return Book(PROJECT)


@pytest.mark.parametrize("comparison", COMPARISONS, ids=lambda one: f"{one.example}:{one.value}")
def test_our_value_is_the_books_or_the_difference_is_explained(comparison, library):
    ours = bind(library, comparison.example, comparison.value, ()).value
    assert comparison.agrees(ours) != bool(comparison.why), f"book {comparison.book}, ours {ours}"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_chapter_in_the_table_is_on_the_page(language):
    page = Path(PROJECT.docs, language, "textbook.md").read_text("utf-8")
    for chapter in {one.chapter for one in COMPARISONS}:
        assert f"/// textbook | {chapter}\n" in page
