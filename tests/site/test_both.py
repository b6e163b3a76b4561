"""A section of a page in the other language, beneath its heading."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import LANGUAGES
from tests.site import firefox
from tests.site.axe import violations
from tests.site.browser import find_firefox
from tests.site.visit import PHONE, WATCH

ON = "training/xor"
SECTION = "lottery"
OTHER = {"ko": "en", "en": "ko"}
SPOKEN = {"ko": "한국어", "en": "English"}


def opened(page: Page, host: str, language: str, query: str = "") -> tuple[Locator, Locator]:
    """The button of a section, and what it shows."""
    page.goto(f"{host}{language}/{ON}/{query}")
    button = page.locator(f"#{SECTION} + .xb-both")
    return button, page.locator(f"#{SECTION} + .xb-both + .xb-other")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_is_shown_in_the_other_language_and_closed_again(page, host, language):
    other = OTHER[language]
    page.goto(f"{host}{other}/{ON}/")
    title = page.locator(f"#{SECTION}").evaluate("heading => heading.firstChild.textContent")
    values = page.locator(f"#{SECTION} ~ p .xb-value").first.inner_text()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    button, panel = opened(page, host, language)
    assert not any(f"/{other}/" in one for one in asked), "nothing is loaded before it is wanted"
    expect(button).to_have_text(SPOKEN[other])
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(panel).to_have_attribute("lang", other)
    expect(panel.locator(".xb-other-title")).to_have_text(title)
    expect(panel.locator(".xb-value").first).to_have_text(values)
    expect(panel.locator("h2")).to_have_count(0)
    expect(panel.locator("code").first).to_be_visible()
    button.click()
    expect(panel).to_have_count(0)
    expect(button).to_have_attribute("aria-expanded", "false")


def test_what_is_shown_has_no_id_twice_and_nothing_that_does_nothing(page, host):
    _, panel = opened(page, host, "ko", "?both")
    expect(page.locator(".xb-other .xb-both-close")).to_have_count(page.locator("h2[id] + .xb-both").count())
    twice = page.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map(one => one.id);"
        " return ids.filter((id, n) => ids.indexOf(id) !== n); }"
    )
    assert twice == []
    assert (
        page.locator(".xb-other :is(button, input, select, textarea)").count()
        == panel.page.locator(".xb-other .xb-both-close").count()
    )
    missing = page.evaluate(
        "() => [...document.querySelectorAll('.xb-other svg *')].flatMap(one => [...one.attributes])"
        ".flatMap(({ name, value }) => [...value.matchAll(/url\\(#([^)]+)\\)/g)].map(match => match[1])"
        ".concat(name === 'href' && value.startsWith('#') ? [value.slice(1)] : []))"
        ".filter(id => !document.getElementById(id))"
    )
    assert missing == []
    # Formulas, code, figures and links are there, and links lead where they led on their own page.
    for part in ("math", ".xb-code", ".xb-figure svg", ".xb-output"):
        assert page.locator(f".xb-other {part}").count(), part
    links = page.locator(".xb-other a[href]").evaluate_all("links => links.map(link => link.href)")
    assert links and all(one.startswith(host) and "/ko/" not in one for one in links if host in one)


def test_the_address_names_what_is_open_and_opens_it_again(page, host):
    button, panel = opened(page, host, "en")
    button.click()
    expect(panel.locator(".xb-both-close")).to_be_visible()
    assert page.url.endswith(f"/en/{ON}/?both={SECTION}")
    page.reload()
    expect(panel.locator(".xb-both-close")).to_be_visible()
    panel.locator(".xb-both-close").click()
    expect(panel).to_have_count(0)
    expect(button).to_be_focused()
    assert "both" not in page.url
    page.locator(".md-footer__link").first.click()
    expect(page.locator(".xb-other")).to_have_count(0)


def test_keys_alone_open_and_close(page, host):
    button, panel = opened(page, host, "ko")
    button.focus()
    page.keyboard.press("Enter")
    expect(panel.locator(".xb-both-close")).to_be_visible()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    expect(panel).to_have_count(0)


def test_what_was_not_answered_stays_closed_in_the_other_language(page, host):
    button, panel = opened(page, host, "en")
    button.click()
    expect(panel.locator(".xb-asked li")).to_have_count(3)
    expect(panel.locator(":is(.xb-output, .xb-figure, .xb-reason)")).to_have_count(0)
    button.click()
    page.get_by_role("button", name="Show the result").first.click()
    button.click()
    expect(panel.locator(".xb-output").first).to_be_visible()


def test_a_section_that_is_missing_and_a_page_that_does_not_come_are_told(page, host):
    def without(route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(f'id="{SECTION}"', 'id="elsewhere"'))

    page.route(f"**/en/{ON}/", without)
    button, panel = opened(page, host, "ko")
    button.click()
    expect(panel.get_by_role("alert")).to_have_text("영어 페이지에는 이 절이 없습니다.")
    page.unroute(f"**/en/{ON}/")
    page.reload()
    expect(panel.locator(".xb-other-title")).to_be_visible()
    button.click()
    expect(panel).to_have_count(0)  # until then the address opens the section again
    assert "both" not in page.url

    page.route(f"**/en/{ON}/", lambda route: route.abort())
    page.reload()
    button.click()
    expect(panel.get_by_role("alert")).to_have_text("불러오지 못했습니다. 다시 눌러 보세요.")
    page.unroute(f"**/en/{ON}/")
    button.click()
    expect(panel.locator(".xb-other-title")).to_be_visible()


def test_from_disk_and_without_a_script_there_is_no_button(open_context, real_site, host):
    page = open_context().new_page()
    page.goto((real_site / "ko" / ON / "index.html").as_uri())
    expect(page.locator("h2").first).to_be_visible()
    expect(page.locator(".xb-both")).to_have_count(0)
    page = open_context(java_script_enabled=False).new_page()
    assert opened(page, host, "ko")[0].count() == 0


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_it_is_accessible_on_a_phone_and_moves_nothing_at_first(open_context, host, palette):
    page = open_context(color_scheme=palette, viewport=PHONE, has_touch=True).new_page()
    page.add_init_script(WATCH)
    button, panel = opened(page, host, "ko")
    assert page.evaluate("window.firstView.shift") < 0.01
    button.tap()
    expect(panel.locator(".xb-both-close")).to_be_visible()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("window.firstView.violations") == []


def test_firefox_has_nothing_to_say(host):
    path = find_firefox()
    if path is None:
        pytest.skip("there is no Firefox")
    address = f"ko/{ON}/?both"
    assert firefox.complaints(path, host, [address]) == {address: []}
