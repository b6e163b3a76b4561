"""The keyboard alone reaches and operates everything, and always shows where it is."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.contrast import COLOURS
from tests.site.visit import DESKTOP, OPEN_ALL_DETAILS, PHONE

STOP = f"""() => {{{COLOURS}
  const e = document.activeElement;
  if (e === document.body) return null;
  const name = `${{e.tagName}}.${{e.className}} ${{(e.ariaLabel || e.textContent).trim().slice(0, 30)}}`;
  e.dataset.reached = "";
  const box = e.getBoundingClientRect();
  const within = (low, value, high) => Math.min(Math.max(value, low), high);
  const x = within(0, box.left + box.width / 2, innerWidth - 1);
  const at = document.elementFromPoint(x, within(0, box.top + box.height / 2, innerHeight - 1));
  const style = getComputedStyle(e);
  const problems = [];
  const seen = e.checkVisibility({{ opacityProperty: true, visibilityProperty: true }});
  if (!seen) problems.push("is not visible");
  if (!at || !(e.contains(at) || at.contains(e))) problems.push("is covered or off the screen");
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) problems.push("shows no focus");
  else if (contrast(style.outlineColor, behind(e.parentElement)) < 3) problems.push("shows a faint focus");
  const room = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth);
  for (let box = e.parentElement; box !== document.body; box = box.parentElement) {{
    if (getComputedStyle(box).overflowX === "visible") continue;
    const [inner, outer] = [e.getBoundingClientRect(), box.getBoundingClientRect()];
    const cut = ["left", "top", "right", "bottom"]
      .filter((side, n) => (inner[side] - outer[side]) * (n < 2 ? 1 : -1) < room - 1);
    if (cut.length > 1) problems.push(`shows its focus cut off by ${{box.className}}`);
    break;
  }}
  return [name, problems];
}}"""

MISSED = """() => [...document.querySelectorAll(
    "a[href], button, input, textarea, select, summary, [tabindex='0']")]
  .filter(e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.tabIndex >= 0
    && (e.type !== "radio" || e.checked) // a group of them is one stop
    && getComputedStyle(e).display !== "contents" && !("reached" in e.dataset))
  .map(e => `${e.tagName}.${e.className} ${(e.ariaLabel || e.textContent).trim().slice(0, 30)}`)"""


def active(page: Page, what: str = "(e.ariaLabel || e.textContent).trim()") -> str:
    return page.evaluate(f"(e => {what})(document.activeElement)")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, selector: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard does not come to {selector}")


@pytest.fixture
def open_at(open_context, host):
    """Open a page in a window of its own, where nothing moves."""

    def open_page(address: str, viewport=DESKTOP, **settings) -> Page:
        page = open_context(viewport=viewport, reduced_motion="reduce", **settings).new_page()
        page.goto(host + address)
        page.evaluate(OPEN_ALL_DETAILS)
        return page

    return open_page


@pytest.mark.parametrize(
    ("address", "viewport", "palette"),
    [
        ("ko/activations/relu/", DESKTOP, "light"),
        ("en/activations/all/", PHONE, "dark"),
        ("en/training/lab/", DESKTOP, "dark"),
        ("ko/", PHONE, "light"),
        ("ko/404.html", DESKTOP, "dark"),
        ("404.html", PHONE, "light"),
    ],
)
def test_every_stop_is_seen_and_nothing_is_missed(open_at, address, viewport, palette):
    """From the top to the end of the page, where the focus leaves it: there is no trap."""
    page = open_at(address, viewport, color_scheme=palette)
    for explorer in page.locator(".xb-explorer").all():  # loaded when they come into view
        explorer.scroll_into_view_if_needed()
        expect(explorer).to_have_attribute("role", "group")
    page.evaluate("scrollTo(0, 0)")
    problems = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        problems += [f"{stop[0]}: {problem}" for problem in stop[1]]
    else:
        problems.append("the keyboard does not leave the page")
    problems += [f"{missed}: is out of reach" for missed in page.evaluate(MISSED)]
    assert not problems, "\n".join(problems)


def test_the_skip_link_leads_past_the_navigation(open_at):
    page = open_at("ko/activations/relu/")
    press(page, "Tab", "Enter", "Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
def test_search_is_opened_used_and_left(open_at, host, viewport):
    page = open_at("ko/about/", viewport)
    if viewport == PHONE:
        tab_to(page, "[for=__search] button")
        press(page, "Space")
    else:
        tab_to(page, ".md-search__input")
    page.keyboard.type("relu")
    page.wait_for_selector(".md-search-result__item a")
    press(page, "Escape")
    assert not page.is_checked("#__search")
    if viewport == PHONE:
        assert active(page) == "검색"
    press(page, "Tab")
    assert page.evaluate("document.activeElement.closest('.md-search') === null")
    press(page, "/")
    page.keyboard.type("x")  # what was typed before is selected
    page.keyboard.press("Backspace")
    page.wait_for_selector(".md-search-result__item a", state="detached")
    page.keyboard.type("relu")
    # not those of what was typed half
    page.wait_for_selector(".md-search-result__item a[href*='?h=relu']", state="attached")
    press(page, "ArrowDown", "Enter")
    page.wait_for_url(lambda url: "about" not in url)


def test_letters_lead_to_the_neighbours(open_at):
    page = open_at("en/activations/relu/")
    press(page, "Control+n", "n")
    page.wait_for_url("**/en/activations/depth/")
    press(page, ",")
    page.wait_for_url("**/en/activations/relu/")
    page.locator("#example-relu .xb-output > button").click()
    expect(page.locator("#example-relu textarea")).to_be_focused()  # its script is loaded first
    page.keyboard.type("nan, p.")  # what is typed leads nowhere
    assert page.locator("#example-relu textarea").input_value() == "nan, p."
    page.goto(page.url.replace("relu/", "lab/"))
    press(page, "p")
    page.wait_for_url("**/en/activations/in_keras/")


@pytest.mark.parametrize(("viewport", "name"), [(PHONE, "back"), (DESKTOP, "search")])
def test_the_search_field_has_one_sign(open_at, viewport, name):
    """The magnifier, or on a small screen, where search covers the page, the arrow back."""
    page = open_at("ko/about/", viewport)
    press(page, "/")
    signs = page.locator(".md-search__icon[for=__search] svg")
    assert [signs.nth(n).is_visible() for n in range(2)] == [name == "search", name == "back"]


def test_the_palette_is_a_button_that_says_what_comes_next(open_at):
    page = open_at("ko/activations/relu/", color_scheme="light")
    tab_to(page, "[data-md-component=palette] button")
    assert active(page) == "밝은 화면으로 바꾸기"
    for key, then in (
        ("Enter", "어두운 화면으로 바꾸기"),
        ("Space", "기기 설정에 맞추기"),
        ("Enter", "밝은 화면으로 바꾸기"),
    ):
        assert page.evaluate("document.body.dataset.mdColorScheme") == (
            "slate" if "기기" in active(page) else "default"
        )
        press(page, key)
        page.wait_for_function("name => document.activeElement.ariaLabel === name", arg=then)


def test_the_menu_of_a_small_screen(open_at, host):
    page = open_at("en/activations/relu/", PHONE)
    tab_to(page, "[for=__drawer] button")
    assert active(page) == "Menu" and active(page, "e.ariaExpanded") == "false"
    press(page, "Enter")
    assert active(page) == "Back: Activation functions"
    assert page.get_attribute("[for=__drawer] button", "aria-expanded") == "true"
    press(page, "Space")
    assert active(page) == "Activation functions"  # the arrow that opens this part
    press(page, "Enter")
    assert active(page) == "Back: Activation functions"
    press(page, "Tab", "Shift+Tab", "Escape")
    assert active(page) == "Menu" and not page.is_checked("#__drawer")
    press(page, "Enter")
    assert page.is_checked("#__drawer")
    press(page, "Shift+Tab")
    assert not page.is_checked("#__drawer")  # it does not cover what has the focus
    press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab", "Enter", "Tab", "Enter")
    page.wait_for_url(f"{host}en/activations/why_nonlinear/")


def test_an_example_and_a_solution_are_operated(open_at):
    page = open_at("ko/activations/relu/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.focus("#example-relu [data-md-type=copy]")
    press(page, "Enter")
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('def relu')")
    page.focus("summary")
    press(page, "Enter")
    assert page.evaluate("document.querySelector('details').open") is False
    press(page, "Space")
    assert page.evaluate("document.querySelector('details').open") is True


def test_a_box_scrolls(open_at):
    page = open_at("ko/activations/all/", PHONE)
    for box in ("pre > code[tabindex='0']", ".md-typeset__scrollwrap[tabindex='0']"):
        page.focus(box)
        press(page, "ArrowRight", "ArrowRight")
        page.wait_for_function("() => document.activeElement.scrollLeft > 0")
