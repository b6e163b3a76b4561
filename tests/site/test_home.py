"""The first page: what the book is, at a glance, and nothing typed that could age."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_shows_what_the_book_is(
    host: str, real_site: Path, open_context: Callable[..., BrowserContext], language: str
) -> None:
    page = open_context(viewport={"width": 1280, "height": 800}, color_scheme="dark").new_page()
    page.goto(f"{host}{language}/")
    examples = json.loads((real_site / "examples.json").read_text("utf-8"))
    lead = page.locator(".xb-lead")
    assert str(len(examples)) in lead.inner_text()
    # Title, lead, button and the first pictures are seen without scrolling.
    first = page.locator(".xb-chapters li").first
    assert first.locator("svg").bounding_box()["y"] < 600
    cards = page.locator(".xb-chapters li")
    assert cards.count() == 6 == cards.locator("svg[role=img]").count()
    tabs = page.locator(".md-tabs__link").all_inner_texts()
    assert cards.locator("a").all_inner_texts() == [tab.strip() for tab in tabs[1:7]]
    # A click anywhere on a card leads to its chapter.
    first.locator("svg").click(force=True)
    expect(page).to_have_url(f"{host}{language}/preprocessing/")

    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{host}{language}/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.locator(".md-button--primary").bounding_box()["y"] < 600


def test_only_the_first_page_pays_for_its_looks(real_site: Path) -> None:
    assert len(gzip.compress((real_site / "en/assets/stylesheets/home.css").read_bytes())) < 1000
    naming = [
        page
        for page in (real_site / "en").rglob("*.html")
        if "stylesheets/home.css" in page.read_text("utf-8")
    ]
    assert naming == [real_site / "en/index.html"]
