"""Predictions in a browser: asked before a result is shown, answered with what recorded values say."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import LANGUAGES
from tests.site import firefox
from tests.site.axe import violations
from tests.site.browser import find_firefox
from tests.site.visit import PHONE, WATCH

CHOOSE, TYPE, PICK = "training/xor", "activations/relu", "regression/gradient_descent"
"""A page with choices, one on which a number is typed, and one on which a figure is picked."""

WORDS = {
    "en": {"right": "Right.", "wrong": "Not what happened. The answer: 1.6%", "check": "Check"},
    "ko": {"right": "맞았습니다.", "wrong": "예상과 다릅니다. 정답: 1.6%", "check": "확인"},
}
SHOW = {"en": "Show the result", "ko": "결과 바로 보기"}


def opened(page: Page, host: str, on: str, language: str = "en") -> tuple[Locator, Locator]:
    """The first prediction of a page, and the example that it asks for."""
    page.goto(f"{host}{language}/{on}/")
    form = page.locator("form.xb-predict").first
    return form, page.locator(f"[data-asked={form.get_attribute('id')}]")


def folded(example: Locator) -> None:
    expect(example.locator(".xb-code")).to_be_visible()
    expect(example.locator(".xb-folded")).to_be_visible()
    for part in example.locator(":is(.xb-output, .xb-figure)").all():
        expect(part).to_be_hidden()


def unfolded(example: Locator) -> None:
    expect(example.locator(".xb-folded")).to_be_hidden()
    for part in example.locator(":is(.xb-output, .xb-figure)").all():
        expect(part).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_choice_has_its_reason_and_opens_the_result(page, host, language):
    words = WORDS[language]
    form, example = opened(page, host, CHOOSE, language)
    folded(example)
    expect(form.locator(".xb-reason:visible")).to_have_count(0)
    form.get_by_label("14%").check()
    form.get_by_role("button", name=words["check"], exact=True).click()
    unfolded(example)
    expect(form.get_by_role("status")).to_contain_text(words["wrong"])
    # The reasons of what was chosen and of the answer, and no other.
    expect(form.locator("li:has(:visible.xb-reason) b")).to_have_text(["1.6%", "14%"])
    reason = form.locator("li", has_text="14%").locator(".xb-reason").inner_text()
    expect(form.get_by_role("status")).to_contain_text(" ".join(reason.split()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_choice_is_known_after_a_reload_and_in_the_other_language(page, host, language):
    words = WORDS[language]
    form, example = opened(page, host, CHOOSE, language)
    form.get_by_label("1.6%").check()
    form.get_by_role("button", name=words["check"], exact=True).click()
    expect(form.get_by_role("status")).to_contain_text(words["right"])
    for one in (language, *(other for other in LANGUAGES if other != language)):
        form, example = opened(page, host, CHOOSE, one)
        unfolded(example)
        expect(form.get_by_role("status")).to_have_text(WORDS[one]["right"])
        expect(form.get_by_label("1.6%")).to_be_checked()
    form.get_by_role("button").last.click()
    folded(example)
    page.reload()
    folded(opened(page, host, CHOOSE, language)[1])


@pytest.mark.parametrize(
    ("typed", "answered", "reasons"),
    [("97", "right", ["99%"]), ("17", "wrong", ["15%", "99%"]), ("60", "wrong", ["99%"])],
)
def test_a_typed_number_may_be_off_by_the_tolerance(page, host, typed, answered, reasons):
    form, example = opened(page, host, TYPE)
    expect(form.locator("li:visible")).to_have_count(0)
    form.get_by_role("spinbutton").fill(typed)
    page.keyboard.press("Enter")
    unfolded(example)
    expect(form).to_have_attribute("data-answered", answered)
    expect(form.locator("li:visible b")).to_have_text(reasons)


def test_without_an_answer_nothing_is_checked_and_the_result_can_be_shown(page, host):
    form, example = opened(page, host, CHOOSE)
    form.get_by_role("button", name="Check", exact=True).click()
    folded(example)
    form.get_by_role("button", name=SHOW["en"]).click()
    unfolded(example)
    expect(form.get_by_role("status")).to_contain_text("The answer: 1.6%")


def test_keys_alone_answer_and_ask_again(page, host):
    form, example = opened(page, host, CHOOSE)
    form.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    expect(form.get_by_label("14%")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    unfolded(example)
    expect(form.get_by_role("button", name="Predict again")).to_be_focused()
    page.keyboard.press("Enter")
    folded(example)
    expect(form.get_by_role("radio").first).to_be_focused()


def test_an_address_of_a_figure_opens_what_is_folded(page, host):
    _, example = opened(page, host, CHOOSE)
    figure = example.locator(".xb-figure").get_attribute("id")
    page.goto(f"{host}en/{CHOOSE}/#{figure}")
    unfolded(example)
    expect(page.locator(f"#{figure}")).to_be_in_viewport()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_all_is_text(open_context, host, language):
    page = open_context(java_script_enabled=False).new_page()
    form, example = opened(page, host, CHOOSE, language)
    unfolded(example)
    expect(form.locator(".xb-reason:visible")).to_have_count(3)
    expect(form.locator(".xb-answer small")).to_be_visible()
    for control in form.locator("input, button").all():
        expect(control).to_be_hidden()


def test_in_print_all_is_shown_and_nothing_to_press(page, host):
    form, example = opened(page, host, CHOOSE)
    page.emulate_media(media="print")
    unfolded(example)
    expect(form.locator(".xb-reason:visible")).to_have_count(3)
    expect(form.locator(":is(input, button):visible")).to_have_count(0)


def test_a_browser_that_keeps_nothing_asks_as_well(open_context, host):
    context = open_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    form, example = opened(context.new_page(), host, CHOOSE)
    form.get_by_label("14%").check()
    form.get_by_role("button", name="Check", exact=True).click()
    unfolded(example)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_picked_by_a_click_on_it(page, host, language):
    form, example = opened(page, host, PICK, language)
    folded(example)
    expect(example.locator(".xb-knob")).to_be_hidden()
    letter = form.locator(".xb-answer b").inner_text()
    item = form.locator("li:not(.xb-answer)").first
    item.locator("img:visible").click()
    expect(item.get_by_role("radio")).to_be_checked()
    form.get_by_role("button", name=WORDS[language]["check"], exact=True).click()
    unfolded(example)
    expect(example.locator(".xb-knob")).to_be_visible()
    expect(form).to_have_attribute("data-answered", "wrong")
    expect(form.get_by_role("status")).to_contain_text(WORDS[language]["wrong"].replace("1.6%", letter))
    expect(form.locator(".xb-reason:visible")).to_have_count(2)
    form.get_by_role("button").last.click()
    form.locator(".xb-answer img:visible").click()
    form.get_by_role("button", name=WORDS[language]["check"], exact=True).click()
    expect(form.get_by_role("status")).to_contain_text(WORDS[language]["right"])


def test_figures_are_loaded_when_their_question_is_near_in_the_palette_of_the_page(page, host):
    asked = []
    page.on("request", lambda request: "/choices/" in request.url and asked.append(request.url))
    page.set_viewport_size({"width": 1280, "height": 200})  # the question is far below
    form, _ = opened(page, host, PICK)
    page.wait_for_load_state("networkidle")
    assert asked == []
    names = [one.get_attribute("aria-label") for one in form.get_by_role("radio").all()]
    assert len({*names}) == 3 and all(": Horizontal axis: " in name for name in names)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        form.scroll_into_view_if_needed()
        shown = form.locator("img:visible")
        expect(shown).to_have_count(3)
        for one in shown.all():
            one.scroll_into_view_if_needed()
            page.wait_for_function("img => img.complete && img.naturalWidth", arg=one.element_handle())
            assert f".{scheme}.svg" in one.get_attribute("src")
    assert sorted(url.rsplit(".", 2)[1] for url in asked) == ["dark"] * 3 + ["light"] * 3


def test_figures_are_picked_with_keys_and_by_touch_on_a_phone(open_context, host):
    page = open_context(viewport=PHONE, has_touch=True).new_page()
    form, example = opened(page, host, PICK)
    form.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    expect(form.get_by_role("radio").nth(1)).to_be_checked()
    form.locator("img:visible").last.tap()
    expect(form.get_by_role("radio").last).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    widths = form.locator("img:visible").evaluate_all("all => all.map(img => img.offsetWidth)")
    assert min(widths) > 250, "one beneath the other"
    form.get_by_role("button", name="Check", exact=True).tap()
    unfolded(example)


def test_without_a_script_and_in_print_the_figures_are_there(open_context, host):
    page = open_context(java_script_enabled=False).new_page()
    form, example = opened(page, host, PICK)
    unfolded(example)
    expect(form.locator("img:visible")).to_have_count(3)
    expect(form.locator(".xb-reason:visible")).to_have_count(3)
    for scheme in ("light", "dark"):
        page = open_context(color_scheme=scheme).new_page()
        form, _ = opened(page, host, PICK)
        page.emulate_media(media="print")
        expect(form.locator("img:visible")).to_have_count(3)
        assert {one.get_attribute("src").rsplit("#", 1)[1] for one in form.locator("img:visible").all()} == {
            "only-light"
        }


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_figures_to_pick_are_accessible_and_move_nothing(open_context, host, palette):
    still = {"reduced_motion": "reduce"}  # what fades is seen at rest
    page = open_context(color_scheme=palette, viewport=PHONE, has_touch=True, **still).new_page()
    page.add_init_script(WATCH)
    form, example = opened(page, host, PICK)
    form.evaluate(
        "form => scrollBy(0, form.getBoundingClientRect().top - innerHeight - 100)"
    )  # as who reads on
    expect(form.locator("img:visible")).to_have_count(3)
    form.locator("img:visible").first.tap()
    page.evaluate("scrollTo(0, 0)")  # where the header covers nothing
    assert not violations(page)
    form.get_by_role("button", name="Check", exact=True).tap()
    unfolded(example)
    page.evaluate("scrollTo(0, 0)")
    assert not violations(page)
    seen = page.evaluate("window.firstView")
    assert seen["violations"] == [] and seen["shift"] < 0.01


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_a_prediction_is_accessible_and_moves_nothing(open_context, host, palette):
    page = open_context(color_scheme=palette, viewport=PHONE, has_touch=True).new_page()
    page.add_init_script(WATCH)
    form, example = opened(page, host, CHOOSE)
    assert not violations(page)
    form.get_by_text("14%").tap()
    form.get_by_role("button", name="Check", exact=True).tap()
    unfolded(example)
    assert not violations(page)
    seen = page.evaluate("window.firstView")
    assert seen["violations"] == [] and seen["shift"] < 0.01


@pytest.mark.parametrize("on", [CHOOSE, TYPE, PICK])
def test_firefox_has_nothing_to_say(host, on):
    path = find_firefox()
    if path is None:
        pytest.skip("there is no Firefox")
    assert firefox.complaints(path, host, [f"en/{on}/"]) == {f"en/{on}/": []}
