"""The cards of a site: every page has one, drawn once, and none that lacks a letter."""

import shutil
from pathlib import Path

import pytest

from execbook.book import Book
from execbook.problems import ProblemError
from execbook.project import Project
from execbook.site import card_drawing
from execbook.site.build import build
from execbook.site.cards import META, publish_cards

URL = "http://127.0.0.1:8000/"


def site_with(project: Project, folder: Path, title: str) -> Path:
    """A site of one page of the real template, but for its title."""
    page = folder / "ko/numbers/halving/index.html"
    page.parent.mkdir(parents=True)
    text = (project.site / "ko/numbers/halving/index.html").read_text("utf-8")
    own = next(match["content"] for match in META.finditer(text) if match["name"] == "og:title")
    page.write_text(text.replace(f'content="{own}"', f'content="{title}"'), "utf-8")
    return folder


def test_every_page_of_a_site_has_a_card(built_mini_book: Project) -> None:
    site = built_mini_book.site
    assert sorted(
        path.relative_to(site / "cards").as_posix() for path in (site / "cards").rglob("*.png")
    ) == [
        *("en/index.png", "en/numbers/halving.png"),
        "index.png",
        *("ko/index.png", "ko/numbers/halving.png"),
    ]
    assert "og:" not in (site / "ko/404.html").read_text("utf-8")


def test_what_has_been_drawn_is_not_drawn_again(
    mini_book: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_drawing, "png_of", lambda svg: pytest.fail("drawn again"))
    copy = shutil.copytree(mini_book.site, tmp_path / "copy")
    shutil.rmtree(copy / "cards")
    publish_cards(Book(mini_book), copy, URL)
    card = "cards/en/numbers/halving.png"
    assert (copy / card).read_bytes() == (mini_book.site / card).read_bytes()

    monkeypatch.setattr(card_drawing, "png_of", lambda svg: b"a new one")
    publish_cards(Book(mini_book), site_with(mini_book, tmp_path / "new", "다른 제목"), URL)
    assert (tmp_path / "new/cards/ko/numbers/halving.png").read_bytes() == b"a new one"
    assert len(list((mini_book.build / "cache/cards").iterdir())) == 1  # the others belong to no page now


def test_a_title_that_the_font_cannot_write_is_an_error_that_names_the_page(
    built_mini_book: Project, tmp_path: Path
) -> None:
    with pytest.raises(ProblemError) as raised:
        publish_cards(Book(built_mini_book), site_with(built_mini_book, tmp_path, "반씩 줄이기 漢"), URL)
    [problem] = raised.value.problems
    assert (problem.path, problem.rule) == ("docs/ko/numbers/halving.md", "card")
    assert "漢" in problem.message and "tools/make_fonts.py" in problem.fix


def test_a_preview_draws_none(mini_book: Project) -> None:
    build(mini_book, draft=True)
    assert not (mini_book.site / "cards").exists()
    page = (mini_book.site / "ko/numbers/halving/index.html").read_text("utf-8")
    assert 'property="og:title"' in page and "og:image" not in page
