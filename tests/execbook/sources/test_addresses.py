"""Whoever linked to a page finds it, wherever it has gone."""

import pytest
from bs4 import BeautifulSoup

from execbook.book import Book
from execbook.built.site import built_file
from execbook.check import check_before_publishing
from execbook.check.accepted.addresses import addresses
from execbook.project import Project
from execbook.site.build import build
from tests import LANGUAGES, ROOT

LIST = "accepted/addresses.txt"


def messages(book: Project, text: str) -> list[str]:
    (book.root / LIST).write_text(text, "utf-8")
    problems = check_before_publishing(Book(book))
    return [f"{p.rule} {p.path}:{p.line}" for p in problems if p.rule.endswith("address")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("index\nnumbers/halving\n", []),
        ("# A comment\n\nindex\nnumbers/halving\nold -> numbers/halving\n", []),
        ("index\n", [f"new-address {LIST}:0"]),
        ("index\ngone\nnumbers/halving\n", [f"lost-address {LIST}:2"]),
        ("index\nnumbers/halving\nold -> nowhere\n", [f"lost-address {LIST}:3"]),
        ("index\nnumbers/halving -> index\n", [f"lost-address {LIST}:2"]),
        ("index\nnumbers/halving/index\n", []),  # published at the same place
        ("index\nnumbers/halving/index -> numbers/halving\n", [f"lost-address {LIST}:2"]),
    ],
)
def test_the_list_contains_every_page_and_loses_none(mini_book, text, expected):
    assert messages(mini_book, text) == expected


def test_the_real_list_is_whole():
    assert (ROOT / LIST).is_file()
    assert list(addresses(Book(Project(ROOT)))) == []


def test_a_former_address_leads_on_in_each_language(mini_book):
    (mini_book.root / LIST).write_text(
        "index\nnumbers/halving\nold/half -> numbers/halving\nstart -> index\n"
    )
    build(mini_book, site_url="https://example.org/book/")
    titles = {"ko": "절반으로 나누기", "en": "Halving"}
    for language in LANGUAGES:
        page = mini_book.site / built_file(language, "old/half")
        html = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        assert html.html["lang"] == language
        assert html.select_one("[http-equiv=refresh]")["content"] == "0; url=../../numbers/halving/"
        assert (
            html.select_one("[rel=canonical]")["href"]
            == f"https://example.org/book/{language}/numbers/halving/"
        )
        assert titles[language] in html.select_one("main a").text
        assert html.select_one("main a")["href"] == "../../numbers/halving/"
        home = (mini_book.site / built_file(language, "start")).read_text("utf-8")
        assert 'url=../"' in home
        assert "old/half" not in (mini_book.site / language / "sitemap.xml").read_text("utf-8")
