"""Search as readers use it: the lists of what they would type, and the dialog in a browser."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests import LANGUAGES, ROOT
from tools.search.asking import Asked, ask, index_of
from tools.search.figures import Figures
from tools.search.lists import LISTS, WRITERS, Query, read_list

FLOOR = {"ko": 0.95, "en": 0.92}
"""The share of queries that must find their page among the first three, in either half of each list. The half
that was set aside is not for tuning: if it sinks, look for the cause in the other half, or in queries of your
own."""

HARD = ("error", "question")
HARD_FLOOR = 0.8
"""The same for pasted messages and whole questions: learners cannot know the words of the pages."""

RESULTS = ".md-search-result__item"

FITS = """selector => {
  const { left, right } = document.querySelector(selector).getBoundingClientRect();
  return left >= 0 && right <= innerWidth;
}"""


@pytest.fixture(scope="module", params=[(language, writers) for language in LANGUAGES for writers in WRITERS])
def answered(request: pytest.FixtureRequest, real_site: Path) -> tuple[str, list[Query], Asked]:
    language, writers = request.param
    queries = read_list(ROOT, language, writers)
    return language, queries, ask(real_site, language, [query.text for query in queries])


def figures_of(queries: list[Query], asked: Asked, *, half: str, kinds: tuple[str, ...] = ()) -> Figures:
    figures = Figures()
    for number, query in enumerate(queries):
        if query.pages and query.half == half and (not kinds or query.kind in kinds):
            figures.count(query, asked.pages(number))
    return figures


def test_the_lists_are_long_and_name_pages_that_exist(real_site: Path) -> None:
    for language in LANGUAGES:
        for writers in WRITERS:
            queries = read_list(ROOT, language, writers)
            assert len({query.text for query in queries}) == len(queries)
            assert sum(bool(query.pages) for query in queries) >= 120
            for key in {key for query in queries for key in query.pages} - {"index"}:
                assert (real_site / language / key / "index.html").is_file(), key
        absent = [query for query in read_list(ROOT, language, "authors") if query.kind == "absent"]
        assert len(absent) >= 20


def test_a_page_that_moved_or_is_planned_is_found_under_its_present_name(tmp_path: Path) -> None:
    (tmp_path / LISTS).mkdir(parents=True)
    (tmp_path / "accepted").mkdir()
    (tmp_path / "accepted/addresses.txt").write_text("part/index\npart/new\npart/old -> part/new\n")
    rows = [
        "query\tpages\tkind",
        "a\tpart/old\tword",
        "b\tpart ?part/new\tword",
        "c\t?part/later\tword",
        "d\t\tabsent",
    ]
    (tmp_path / LISTS / "learners.ko.tsv").write_text("\n".join(rows))
    found = read_list(tmp_path, "ko", "learners")
    assert [query.pages for query in found] == [{"part/new"}, {"part", "part/new"}, set(), set()]
    assert [query.is_pending for query in found] == [False, False, True, False]


@pytest.mark.parametrize("half", ["tune", "held"])
def test_readers_find_their_page_among_the_first_three(
    answered: tuple[str, list[Query], Asked], half: str
) -> None:
    language, queries, asked = answered
    everything = figures_of(queries, asked, half=half)
    assert everything.share >= FLOOR[language], everything
    hard = figures_of(queries, asked, half=half, kinds=HARD)
    assert hard.share >= HARD_FLOOR, hard


def test_hardly_a_query_has_no_answer(answered: tuple[str, list[Query], Asked]) -> None:
    _, queries, asked = answered
    assert sum(figures_of(queries, asked, half=half).empty for half in ("tune", "held")) <= 1


def test_what_the_site_does_not_have_is_not_found(answered: tuple[str, list[Query], Asked]) -> None:
    _, queries, asked = answered
    absent = [
        number for number, query in enumerate(queries) if query.kind == "absent" and not query.is_pending
    ]
    answered_in_vain = sum(not Figures.answered(queries[number], asked.pages(number)) for number in absent)
    assert answered_in_vain <= max(1, len(absent) // 10)  # one in ten: the words may be on a page by chance


def test_no_query_is_too_odd(real_site: Path) -> None:
    odd = [
        "",
        " ",
        "*",
        "-렐루 +층",
        "title:",
        "a^2 ~3",
        "<b>&amp;",
        "ㄱ",
        "ㅎㅏ",
        "가",
        "👍",
        "constructor",
        "한" * 900,
    ]
    found = ask(real_site, "ko", [*odd, "re", "그레이"]).answers
    assert [bool(pages) for pages in found[:3] + found[-2:]] == [False, False, False, True, True]


def test_the_index_has_no_page_of_links_and_stays_small(real_site: Path) -> None:
    for language in LANGUAGES:
        text = index_of(real_site, language).read_text("utf-8")
        assert '"location":"tags/"' not in text
        assert "#next" not in text
        pages = {entry["location"].partition("#")[0] for entry in json.loads(text)["docs"]}
        assert len(text.encode()) < 12_500 * len(pages)


def search(page: Page, query: str) -> None:
    page.keyboard.press("/")
    page.get_by_role("textbox").fill(query)


def test_results_name_the_part_mark_synonyms_and_work_by_keyboard(host: str, page: Page) -> None:
    page.goto(f"{host}ko/about/")
    search(page, "경사 소실")
    first = page.locator(RESULTS).first
    expect(first.locator(".xb-part")).to_have_text("활성화 함수")
    expect(first.locator("h1 mark")).to_have_text(["그레이디언트", "소실"])
    expect(page.get_by_role("status").filter(has_text="찾았습니다")).to_be_visible()
    expect(first.locator("mark").filter(has_text="그레이디언트는")).to_have_count(0)  # without its particle

    page.keyboard.press("ArrowDown")
    expect(first.locator("a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()

    page.keyboard.press("/")
    expect(first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ko/activations/vanishing/**")
    assert page.evaluate("CSS.highlights.get('found').size") > 3


def test_search_opens_again_however_fast_it_was_closed(host: str, page: Page) -> None:
    """Escape and "/" within one turn of the browser, as on a phone that has no time between the two."""
    page.goto(f"{host}ko/about/")
    search(page, "렐루")
    page.locator(RESULTS).first.wait_for()
    is_open = page.evaluate(
        """() => {
          for (const key of ["Escape", "/"]) {
            const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
            document.activeElement.dispatchEvent(event);
          }
          return document.querySelector("#__search").checked;
        }"""
    )
    assert not is_open
    expect(page.locator(RESULTS).first).to_be_visible()


def test_a_result_that_is_drawn_again_gives_the_focus_back(host: str, page: Page) -> None:
    """Who types fast is on a result while it is replaced: Enter then still opens the best one."""
    page.goto(f"{host}ko/about/")
    search(page, "렐루")
    page.locator(RESULTS).first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).first.locator("a").first).to_be_focused()
    page.evaluate(
        """() => {
          const query = document.querySelector(".md-search__input");
          query.value = "소프트맥스";
          query.dispatchEvent(new Event("keyup"));
        }"""
    )
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ko/activations/softmax/**")


def test_enter_pressed_before_the_index_has_come_opens_the_best_result(host: str, page: Page) -> None:
    asked: list[Route] = []
    page.route("**/search_index.json", lambda route: asked.append(route))
    page.goto(f"{host}en/about/")
    with page.expect_request("**/search_index.json"):
        search(page, "softmax")
    page.keyboard.press("Enter")
    while not asked:
        page.wait_for_timeout(20)
    expect(page.locator(RESULTS)).to_have_count(0)
    asked[0].continue_()
    page.wait_for_url("**/en/activations/softmax/**")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_message_can_be_pasted_with_the_mouse(
    host: str, open_context: Callable[..., BrowserContext], language: str
) -> None:
    context = open_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{host}{language}/about/")
    page.locator("label[for=__search]").first.click(force=True)
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.insert_text("ValueError: The filepath provided must end in `.keras` (Keras model format).")
    first = page.locator(RESULTS).first
    expect(first.locator("a").first).to_have_attribute("href", re.compile("training/checkpoint/"))
    page.wait_for_function(FITS, arg=RESULTS)  # once the dialog has come to rest


def test_an_emptied_field_has_no_results(host: str, page: Page) -> None:
    page.goto(f"{host}en/about/")
    search(page, "tanh")
    page.locator(RESULTS).first.wait_for()
    page.locator(".md-search__form [type=reset]").click()
    expect(page.locator(RESULTS)).to_have_count(0)


def test_who_comes_back_from_a_result_is_where_the_search_began(
    host: str, open_context: Callable[..., BrowserContext]
) -> None:
    """On a phone, where the dialog covers the page."""
    page = open_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{host}ko/activations/relu/")
    page.evaluate("scrollTo({ top: 2500, behavior: 'instant' })")
    page.locator("label[for=__search]").first.click(force=True)
    page.keyboard.insert_text("소프트맥스")
    page.locator(RESULTS).first.wait_for()
    page.wait_for_function("() => document.body.hasAttribute('data-md-scrolllock')")
    page.locator(RESULTS).first.locator("a").first.click()
    page.wait_for_url("**/ko/activations/softmax/**")
    page.go_back()
    page.wait_for_function("() => Math.abs(scrollY - 2500) < 50")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found_is_said_aloud(host: str, page: Page, language: str) -> None:
    page.goto(f"{host}{language}/")
    search(page, {"ko": "코끼리", "en": "elephant"}[language])
    words = {"ko": "찾는 내용이 없습니다", "en": "No matching documents"}[language]
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()
