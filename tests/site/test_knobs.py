"""Knobs in a browser: what moves with them, how they are used, and what readers without a script get."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from execbook.project import Project
from execbook.site import offline
from execbook.site.build import build
from tests import LANGUAGES
from tests.site import book
from tests.site.axe import violations
from tests.site.conftest import served
from tests.site.moving import make_moving_book

DRAWN = "paths => paths.map(path => path.outerHTML).join()"
SHOWN = """example => [".xb-svg", ".xb-output samp", ".xb-tables", ".xb-meta"]
  .map(part => example.querySelector(part).innerHTML).join()"""


@pytest.fixture(scope="module")
def moving(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = make_moving_book(tmp_path_factory.mktemp("moving") / "book")
    book.run_all(project)
    build(project)
    return project


@pytest.fixture(scope="module")
def moving_host(moving: Project) -> Iterator[str]:
    with served(moving.site) as address:
        yield address


def opened(page: Page, host: str, language: str = "en", query: str = "") -> Locator:
    page.goto(f"{host}{language}/numbers/halving/{query}")
    return page.locator("#example-powers")


def output(example: Locator) -> Locator:
    return example.locator(".xb-output samp")


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_move_the_slider_and_all_that_follows_it(page, moving, moving_host, language):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    here = opened(page, moving_host, language)
    page.wait_for_load_state("networkidle")
    assert not any("/knobs/" in url for url in asked), "nothing is loaded before the first touch"
    first = here.locator(".xb-svg path").evaluate_all(DRAWN)
    slider = here.get_by_role("slider", name="base")
    assert slider.get_attribute("aria-valuetext") == "2"
    slider.press("End")
    expect(output(here)).to_have_text("largest 125\n")
    assert [url.rsplit("/", 1)[1].split(".")[0] for url in asked if "/knobs/" in url] == ["powers"]
    expect(here.locator(".xb-code")).to_contain_text("base = 5")
    expect(page.locator(".xb-moves").first).to_contain_text("125")
    assert slider.get_attribute("aria-valuetext") == here.locator(".xb-knob output").inner_text() == "5"
    expect(here.locator(".xb-knob [role=status]")).to_contain_text("base = 5")
    assert here.locator(".xb-svg path").evaluate_all(DRAWN) != first
    here.locator("summary").click()
    expect(here.locator(".xb-tables")).to_contain_text("125")
    assert "base = 5\n" in here.locator(".xb-code").get_attribute("data-copy")
    expect(here.get_by_role("link", name="CSV")).to_be_hidden()
    slider.press("ArrowLeft")
    expect(output(here)).to_have_text("largest 64\n")


def test_the_first_value_again_is_the_page_as_it_was(page, moving_host):
    here = opened(page, moving_host)
    first, copied = here.evaluate(SHOWN), here.locator(".xb-code").get_attribute("data-copy")
    slider = here.get_by_role("slider")
    slider.press("Home")
    expect(output(here)).to_have_text("largest 1\n")
    slider.press("ArrowRight")
    expect(output(here)).to_have_text("largest 8\n")
    assert here.evaluate(SHOWN) == first
    assert here.locator(".xb-code").get_attribute("data-copy") == copied
    assert "?" not in page.url


def test_the_address_holds_the_state_and_a_link_restores_it(page, moving_host):
    here = opened(page, moving_host)
    here.get_by_role("slider").press("End")
    words = page.locator("#example-words")
    words.get_by_role("radio", name="two").check()
    words.get_by_role("radio", name="3").check()
    expect(output(words)).to_have_text("twotwotwo\n")
    query = page.url.partition("?")[2].partition("#")[0]
    assert query == "example-powers=5&example-words=two,3"
    assert f"?{query}" in page.locator("a.xb-language").first.get_attribute("href")
    again = opened(page, moving_host, "ko", f"?{query}")
    expect(output(again)).to_have_text("largest 125\n")
    expect(output(page.locator("#example-words"))).to_have_text("twotwotwo\n")
    expect(again.get_by_role("slider")).to_have_attribute("aria-valuetext", "5")
    other = opened(page, moving_host, "en", "?example-powers=7")
    expect(output(other)).to_have_text("largest 8\n")


def test_a_finger_moves_it_on_a_phone(open_context, moving_host):
    context = open_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    here = opened(page, moving_host)
    slider = here.get_by_role("slider")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
    expect(output(here)).to_have_text("largest 125\n")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#example-words").get_by_text("two", exact=True).tap()
    expect(output(page.locator("#example-words"))).to_have_text("twotwo\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_one_run_follow_each_other_with_their_values(page, moving_host, language):
    opened(page, moving_host, language)
    here = page.locator("#example-stages")
    assert here.locator("figure").count() == 1
    text = page.locator(".xb-moves").last
    expect(text).to_contain_text("0.0")
    here.get_by_role("radio", name="20").check()
    expect(text).to_contain_text("1.0")
    here.locator("summary").click()
    expect(here.locator(".xb-tables")).to_contain_text("1")


def test_it_plays_to_the_end_and_pauses(page, moving_host):
    here = opened(page, moving_host)
    here.get_by_role("button", name="Play").click()
    here.get_by_role("button", name="Pause").click()
    expect(here.get_by_role("button", name="Play")).to_be_visible()
    here.get_by_role("button", name="Play").click()
    expect(output(here)).to_have_text("largest 125\n")
    expect(here.get_by_role("button", name="Play")).to_be_visible()


def test_who_wants_no_motion_steps(open_context, moving_host):
    page = open_context(reduced_motion="reduce").new_page()
    here = opened(page, moving_host)
    for expected in ("largest 27\n", "largest 64\n"):
        here.get_by_role("button", name="Next value").click()
        expect(output(here)).to_have_text(expected)
    page.wait_for_timeout(1500)
    expect(output(here)).to_have_text("largest 64\n")


def test_print_shows_the_first_value_and_no_control(page, moving_host):
    here = opened(page, moving_host)
    here.get_by_role("slider").press("End")
    expect(output(here)).to_have_text("largest 125\n")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(output(here)).to_have_text("largest 8\n")
    expect(here.locator(".xb-knob")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(output(here)).to_have_text("largest 125\n")


def test_without_a_script_the_first_value_stands_and_no_control_is_dead(open_context, moving_host):
    page = open_context(java_script_enabled=False).new_page()
    here = opened(page, moving_host)
    expect(output(here)).to_have_text("largest 8\n")
    expect(here.locator(".xb-knob")).to_be_hidden()
    assert page.locator("#example-stages figure").count() == 1


def test_a_file_that_cannot_be_loaded_is_said_and_the_next_touch_tries_again(page, moving_host):
    here = opened(page, moving_host)
    page.route("**/knobs/**", lambda route: route.abort())
    here.get_by_role("slider").press("End")
    expect(here.locator(".xb-knob [role=status]")).to_contain_text("could not be loaded")
    expect(output(here)).to_have_text("largest 8\n")
    page.unroute("**/knobs/**")
    here.get_by_role("slider").press("ArrowLeft")
    expect(output(here)).to_have_text("largest 64\n")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_for_who_cannot_see_it(open_context, moving_host, scheme):
    page = open_context(color_scheme=scheme).new_page()
    opened(page, moving_host).get_by_role("slider").press("End")
    assert violations(page) == []


def test_the_copy_for_reading_offline_moves_too(page, moving):
    folder = offline.make(moving)
    page.goto((folder / "en/numbers/halving/index.html").as_uri())
    here = page.locator("#example-powers")
    here.get_by_role("slider").press("End")
    expect(output(here)).to_have_text("largest 125\n")


def test_a_page_carries_only_the_control(moving):
    html = (moving.site / "en/numbers/halving/index.html").read_text("utf-8")
    found = re.findall(r'<div class="xb-knob".*?</template></div>', html, re.DOTALL)
    assert len(found) == 3 and all(len(one) < 1000 for one in found)
    other = (moving.site / "en/index.html").read_text("utf-8")
    assert "knob_on_demand.js" in html and "knob_on_demand.js" not in other


def frames(moving: Project, language: str, name: str) -> dict:
    (path,) = (moving.site / f"knobs/{language}/numbers/halving").glob(f"{name}.*.js")
    return json.loads(Path(path).read_text("utf-8").removeprefix("execbook.frames=").removesuffix(";\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_loaded_is_what_was_run_with_each_value(moving, language):
    found = frames(moving, language, "powers")
    assert [one["at"] for one in found["frames"]] == [["2"], ["1"], ["3"], ["4"], ["5"]]
    for base, one in zip((2, 1, 3, 4, 5), found["frames"], strict=True):
        at = one["output"]
        runs = zip(at[::2], at[1::2], strict=True)
        text = "".join("".join(found["pieces"][start : start + count]) for start, count in runs)
        assert text == f"largest {base**3}\n"
        assert one["lines"] == {"5": f"base = {base}"}
        assert one["values"] == [str(base**3)]


@pytest.mark.parametrize(
    ("language", "said"), [("en", "also run this example with"), ("ko", "다음 값으로도")]
)
def test_the_notebook_runs_the_first_value_and_names_the_others(moving, language, said):
    notebook = json.loads((moving.site / f"notebooks/{language}/numbers/halving.ipynb").read_text("utf-8"))
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert any("base = 2\n" in one for one in code)
    (text,) = [
        "".join(cell["source"])
        for cell in notebook["cells"]
        if cell["cell_type"] == "markdown" and "`base` = " in "".join(cell["source"])
    ]
    assert said in text and "`base` = `1`, `3`, `4`, `5`" in text and "///" not in text
