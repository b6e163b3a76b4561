"""The delivered pages: what only the files show, and that the search waits until it is wanted."""

import re

import pytest
from playwright.sync_api import Route

from tests import LANGUAGES
from tests.site import delivery
from tests.site.visit import DESKTOP, PHONE, SETTLED, Visitor


def test_the_way_in_and_the_lost_page_are_light_and_safe(real_site, host, open_context):
    """The walk over all pages leaves these out."""
    visitor = Visitor(open_context(locale="fr").new_page(), host, real_site)
    for address in ("", "404.html", "nothing/"):
        visit = visitor.go(address)
        for question in (delivery.is_light, delivery.makes_few_requests, delivery.keeps_to_its_policy):
            assert list(question(visit)) == [], address


@pytest.mark.parametrize(
    "address", ["ko/", "ko/activations/all/", "en/activations/relu/", "en/training/tensorboard_curves/"]
)
def test_a_wide_page_stays_in_place_while_it_loads(real_site, host, open_context, address):
    """The walk loads pages at phone width."""
    visitor = Visitor(open_context().new_page(), host, real_site, viewport=DESKTOP)
    assert list(delivery.stays_in_place(visitor.go(address))) == []


@pytest.mark.parametrize("address", ["en/activations/", "ko/activations/relu/", "en/training/lab/"])
def test_nothing_moves_when_the_script_comes_late(real_site, host, open_context, address):
    """As on a slow line: the page has been drawn before its script is there."""
    page = open_context(viewport=PHONE).new_page()
    Visitor(page, host, real_site)  # notes what shifts
    held: list[Route] = []
    page.route("**/javascripts/site.*.js", lambda route: held.append(route))
    page.goto(host + address, wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    while not held:
        page.wait_for_timeout(20)
    held.pop().continue_()
    page.wait_for_load_state()
    page.evaluate(SETTLED, None)
    assert page.evaluate(delivery.NOW)["shift"] < delivery.LARGEST_SHIFT


def test_pictures_below_the_first_view_wait_until_they_are_near(real_site):
    for path in real_site.rglob("*.html"):
        for picture in re.findall(r"<img\s[^>]*>", path.read_text("utf-8")):
            assert 'loading="lazy"' in picture, f"{path}: {picture}"


def test_all_pages_of_a_language_share_their_files(real_site):
    for language in LANGUAGES:
        names = {
            name
            for path in (real_site / language).rglob("*.html")
            for name in re.findall(r"assets/(\w+/site\.\w{8}\.\w+)", path.read_text("utf-8"))
        }
        assert {name.rpartition(".")[2] for name in names} == {"css", "js"} and len(names) == 2
        assert all((real_site / language / "assets" / name).is_file() for name in names)
        assert not list((real_site / language / "assets").rglob("*.map"))


@pytest.mark.parametrize(
    ("address", "act"),
    [
        ("ko/about/", lambda page: page.keyboard.press("/")),
        ("en/about/", lambda page: page.get_by_role("textbox").focus()),
        ("en/about/?q=relu", lambda page: None),
    ],
    ids=["key", "focus", "address"],
)
def test_the_search_loads_when_it_is_wanted_and_not_before(page, host, address, act):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(host + address)
    page.wait_for_load_state("networkidle")
    if "?" not in address:
        assert not [url for url in asked if "search" in url]
    act(page)
    page.get_by_role("textbox").fill("relu")
    page.locator(".md-search-result__item").first.wait_for()
    assert [url for url in asked if url.endswith("search/search_index.json")]
