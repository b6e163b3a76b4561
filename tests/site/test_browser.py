"""The real site in a real browser: both languages, both palettes, phone and desktop."""

from pathlib import Path

import pytest

from tests import ROOT
from tests.site.visit import OPEN_ALL_DETAILS, PHONE

SNIPPETS = ROOT / "snippets"
LANGUAGES = ("ko", "en")


@pytest.mark.parametrize(("language", "other"), [("ko", "en"), ("en", "ko")])
def test_the_language_switch_works_without_a_script(host, open_context, language, other):
    page = open_context(java_script_enabled=False).new_page()
    page.goto(f"{host}{language}/activations/relu/")
    page.click("a.xb-language")
    page.wait_for_url(f"{host}{other}/activations/relu/")
    assert page.get_attribute("html", "lang") == other


def test_the_language_switch_stays_in_the_section(page, host):
    page.goto(host + "ko/activations/relu/#dead")
    page.click("a.xb-language")
    page.wait_for_url(host + "en/activations/relu/#dead")
    page.click(".md-sidebar--secondary a[href='#formula']")
    page.wait_for_url("**/#formula")
    page.click("a.xb-language")
    page.wait_for_url(host + "ko/activations/relu/#formula")


def test_the_download_is_the_very_file(page, host):
    page.goto(host + "en/activations/relu/")
    with page.expect_download() as download:
        page.click("#example-relu a.xb-download")
    assert download.value.suggested_filename == "relu.py"
    assert Path(download.value.path()).read_bytes() == (SNIPPETS / "activations/relu.py").read_bytes()


COLOURS = """() => {
  const found = {};
  for (const e of document.querySelectorAll(".xb-svg [stroke], .xb-svg [fill]"))
    for (const name of ["stroke", "fill"]) {
      const given = e.getAttribute(name);
      if (/var|currentColor/.test(given)) found[given] = getComputedStyle(e)[name];
    }
  return found;
}"""


BARS = "() => [...document.querySelectorAll('meta[name=theme-color]')].map(bar => bar.content)"


def test_figures_follow_the_palette(page, host):
    page.goto(host + "ko/activations/relu/")
    light = page.evaluate(COLOURS)
    assert {"currentColor", "var(--fig-c0)", "var(--fig-c1)"} <= light.keys()
    page.click("form[data-md-component=palette] label:not([hidden])")  # from the device's to light
    assert page.evaluate(COLOURS) == light
    page.click("form[data-md-component=palette] label:not([hidden])")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    dark = page.evaluate(COLOURS)
    assert dark.keys() == light.keys()
    assert not [name for name in light if light[name] == dark[name]]
    page.reload()
    assert page.evaluate(COLOURS) == dark  # the choice lasts
    page.goto(host + "en/about/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"  # in the other language too
    assert len(set(page.evaluate(BARS))) == 1  # and for the browser's own bar, whatever the device says
    page.click("form[data-md-component=palette] label:not([hidden])")  # back to the device's
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    assert len(set(page.evaluate(BARS))) == 2
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")


def scheme_is(page, scheme):
    page.wait_for_function("scheme => document.body.dataset.mdColorScheme === scheme", arg=scheme)


def test_the_palette_is_the_chosen_one_where_the_reader_goes_back_to(host, open_context):
    """The browser restores what it knew of the page, and the button must go on from what is shown."""
    page = open_context(color_scheme="dark").new_page()
    button = "form[data-md-component=palette] label:not([hidden])"
    page.goto(host + "ko/activations/relu/")
    page.click(button)  # from the device's to light
    page.goto(host + "ko/activations/tanh/")
    page.click(button)  # to dark
    page.click(button)  # to the device's
    page.go_back()
    scheme_is(page, "slate")
    page.click(button)
    scheme_is(page, "default")


def test_another_tab_follows_the_choice(host, open_context):
    context = open_context(color_scheme="light")
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        tab.goto(host + "en/activations/relu/")
    for _ in range(2):  # from the device's to light to dark
        one.click("form[data-md-component=palette] label:not([hidden])")
    scheme_is(other, "slate")


def test_a_choice_that_cannot_be_is_passed_over(host, open_context):
    page = open_context(color_scheme="dark").new_page()
    page.add_init_script(
        "localStorage.setItem(new URL('/ko/', location).pathname + '.__palette', '{\"index\":7}')"
    )
    page.goto(host + "ko/about/")
    scheme_is(page, "slate")
    assert page.locator("form[data-md-component=palette] label:not([hidden])").count() == 1


def test_a_dark_device_is_never_shown_a_light_page(host, open_context):
    """Nor is it while the scripts are still on their way."""
    page = open_context(color_scheme="dark").new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(host + "ko/about/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_scripts_and_templates_make_has_a_name(page, host, language):
    page.goto(f"{host}{language}/activations/relu/")
    page.evaluate(OPEN_ALL_DETAILS)
    assert page.get_attribute("[role=dialog]", "aria-label") == {"ko": "검색", "en": "Search"}[language]
    navs = page.eval_on_selector_all(
        "nav", "navs => navs.map(n => n.ariaLabel ?? n.ariaLabelledByElements?.length)"
    )
    assert all(navs)
    tools = page.eval_on_selector_all(".md-code__nav", "navs => navs.map(n => n.ariaLabel)")
    assert len(tools) > 1 and len(tools) == len(set(tools))


@pytest.mark.parametrize(
    ("locale", "language"), [("ko-KR", "ko"), ("en-GB", "en"), ("fr-FR", "en"), ("ko", "ko")]
)
def test_the_root_leads_to_the_readers_language(host, open_context, locale, language):
    page = open_context(locale=locale).new_page()
    page.goto(host)
    page.wait_for_url(f"{host}{language}/")


def test_the_root_lets_the_reader_choose_where_there_is_no_script(host, open_context):
    page = open_context(java_script_enabled=False).new_page()
    page.goto(host)
    page.click("text=Read in English")
    page.wait_for_url(f"{host}en/")


def test_a_lost_reader_is_led_back(page, host):
    answer = page.goto(host + "en/activations/nothing/")
    assert answer.status == 404
    page.click("text=Go to the first page")
    page.wait_for_url(f"{host}en/")


def test_a_page_reads_well_without_a_script(host, open_context):
    page = open_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(host + "ko/activations/relu/")
    for part in ("#example-relu code", "#example-relu samp", "#example-relu svg", "math"):
        assert page.locator(part).first.is_visible()


def test_a_print_from_the_dark_palette_is_black_on_white(host, open_context):
    page = open_context(color_scheme="dark").new_page()
    page.goto(host + "ko/activations/relu/")
    page.emulate_media(media="print")
    colour = "getComputedStyle(document.querySelector('{}')).{}.match(/\\d+/g).map(Number)"
    ground, text = (
        page.evaluate(colour.format(*what)) for what in (("body", "backgroundColor"), ("article p", "color"))
    )
    assert ground in ([255, 255, 255], [0, 0, 0, 0])
    assert max(text[:3]) < 80
    for idle in (".xb-actions", ".xb-bar button", ".md-code__nav"):
        assert not page.locator(idle).first.is_visible()  # on paper
