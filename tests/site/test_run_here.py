"""Examples and a lab in the reader's own browser: what a click gives, and how all that can go wrong ends.

It covers all of `theme/run`, `execbook/browser/worker` and `tools/runtime/editor.js`.
"""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from execbook.project import Project
from tests.site.browser import find_firefox
from tests.site.conftest import served
from tests.site.firefox import complaints

PATIENCE = 400_000
"""Milliseconds that Python may take to start on a busy machine; it takes some seconds on another."""

WATCH = """
window.violations = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  violations.push(`${effectiveDirective} ${blockedURI}`));
"""
PASTE = """(area, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""
SAME = {"en": "Same as recorded.", "ko": "기록된 결과와 같습니다."}


@pytest.fixture(scope="module")
def runnable_host(runnable_book: Project) -> Iterator[str]:
    with served(runnable_book.site) as address:
        yield address


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A window for all tests that do not change it, which keeps what it has loaded, as a reader's does."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCH)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield context


@pytest.fixture
def visit(window: BrowserContext, runnable_host: str) -> Iterator[Callable[[str], Page]]:
    """Open a page. At the end, nothing may have violated its policy, or been asked of another host."""
    page, asked = window.new_page(), []
    page.on("request", lambda request: asked.append(request.url))

    def go(address: str) -> Page:
        page.goto(runnable_host + address)
        return page

    yield go
    assert page.evaluate("violations") == []
    assert [url for url in asked if not url.startswith((runnable_host, "blob:", "data:"))] == []
    page.close()


def example(page: Page, name: str) -> Locator:
    return page.locator(f"#example-{name}")


def says(place: Locator, text: str | re.Pattern) -> None:
    expect(place.locator(".xb-status").first).to_contain_text(text, timeout=PATIENCE)


def write(place: Locator, old: str, new: str) -> None:
    """Change the code in the editor, by pasting the new one over it."""
    area = place.locator(".cm-content").first
    expect(area).to_contain_text(old)
    text = code(place).replace(old, new, 1)
    area.press("ControlOrMeta+a")
    area.evaluate(PASTE, text)
    expect(area).to_contain_text(new)


def code(place: Locator) -> str:
    return "\n".join(place.locator(".cm-content").first.locator(".cm-line").all_text_contents())


def run(place: Locator) -> None:
    place.get_by_role("button", name=re.compile("^(Run|실행)$")).click()


def test_a_reader_runs_an_example_changes_it_breaks_it_and_stops_it(visit, window):
    page = visit("en/numbers/running/")
    here = example(page, "averages")
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    go = here.get_by_role("button", name="Run it here")
    expect(here.locator(".xb-go small")).to_have_text(re.compile(r"^\d+\.\d MB to download, once$"))
    recorded = here.locator(".xb-output samp").inner_text()
    go.click()
    says(here, SAME["en"])
    assert here.locator(".xb-output samp").inner_text() == recorded
    assert not any("scipy" in url or "matplotlib" in url for url in loaded), "only what it imports"

    write(here, "8.0", "16.0")
    here.locator(".cm-content").press("Control+Enter")
    says(here, "Lines that differ from the record are marked: 3.")
    mine = here.locator(".xb-mine samp")
    assert mine.locator("mark").all_inner_texts() == ["mean 5.75", "largest 16.0", "spread 15.0"]
    assert "median 3.0" in mine.inner_text()
    assert here.locator(".xb-output:not(.xb-mine) mark").count() == 3

    write(here, "# Print four of them", "numbers / no")
    run(here)
    says(here, "NameError: name 'no' is not defined")
    expect(here.locator(".cm-fault")).to_have_text("numbers / no")
    expect(here.locator(".xb-failed")).to_contain_text('File "averages.py", line 11')

    write(here, "numbers / no", "while True: pass")
    run(here)
    says(here, "Running.")
    here.get_by_role("button", name="Stop").click()
    says(here, "Stopped.")
    expect(here.locator(".xb-output:not(.xb-mine) samp")).to_have_text(recorded)

    window.set_offline(True)  # what was loaded once is enough to start Python again
    try:
        here.get_by_role("button", name="Reset").click()
        run(here)
        says(here, SAME["en"])
    finally:
        window.set_offline(False)

    here.get_by_role("button", name="Close").click()
    expect(here.locator(".xb-panel")).to_have_count(0)
    expect(go).to_be_focused()


def test_a_figure_is_drawn_as_the_page_has_it_and_changed(visit):
    page = visit("ko/numbers/halving/")
    here = example(page, "halving")
    here.get_by_role("button", name="여기에서 실행").click()
    says(here, SAME["ko"])
    assert "단계" in here.locator(".xb-figure svg").first.text_content()
    write(here, "halve(100)", "halve(1000)")
    run(here)
    says(here, "기록과 다른 줄에 표시했습니다. 1줄")
    expect(here.locator(".xb-mine samp")).to_contain_text("10 steps")
    drawn = here.locator(".xb-mine svg")
    expect(drawn).to_have_count(1)
    assert {"단계", "절반으로 나누기"} <= set(drawn.locator("text").all_text_contents())
    assert drawn.evaluate("e => e.querySelectorAll('style, [style], script').length") == 0


def test_scikit_learn_is_loaded_where_it_is_needed_and_the_bar_tells_how_far(visit):
    page = visit("en/numbers/running/")
    here = example(page, "clusters")
    page.evaluate(
        """() => {
        window.stages = new Set();
        const note = () =>
          document.querySelectorAll(".xb-status").forEach((status) => stages.add(status.textContent));
        new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
        }"""
    )
    here.get_by_role("button", name="Run it here").click()
    says(here, SAME["en"])
    stages = page.evaluate("[...stages]")
    assert any(re.match(r"Downloading Python: \d+\.\d of \d+\.\d MB$", stage) for stage in stages), stages
    expect(example(page, "averages").locator(".xb-go button")).to_be_visible()  # each is on its own


@pytest.mark.parametrize(
    ("language", "wrong", "hint", "right"),
    [
        ("ko", "✗ 아직 아닙니다.", "두 배로 늘렸습니다.", "✓ 맞았습니다."),
        ("en", "✗ Not yet.", "You doubled it.", "✓ Right."),
    ],
)
def test_a_lab_is_solved_on_its_page(visit, language, wrong, hint, right):
    page = visit(f"{language}/numbers/lab/")
    page.locator(".xb-lab .xb-go button").click()
    exercise = page.locator(".xb-exercise")
    write(exercise, "...", "return x + x")
    for solution_is_open in (False, True):
        exercise.locator(".xb-start").click()
        says(exercise, f"{wrong} {hint}")
        solution = page.locator("details:has-text('return x / 2')").last
        assert solution.evaluate("e => e.open") == solution_is_open
        exercise.locator(".xb-status").evaluate("e => e.textContent = ''")
    write(exercise, "x + x", "x / 2")
    exercise.locator(".xb-start").click()
    says(exercise, right)
    expect(page.locator(".xb-lab .xb-status")).to_contain_text(re.compile("(Solved: 1 of 1|1개 가운데 1개)"))
    page.reload()
    page.locator(".xb-lab .xb-go button").click()
    expect(page.locator(".xb-lab .xb-status")).to_contain_text(re.compile("(Solved: 1 of 1|1개 가운데 1개)"))
    assert "return x / 2" in code(page.locator(".xb-exercise"))
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("Download the answers|답 내려받기")).click()
    assert "return x / 2" in download.value.path().read_text("utf-8")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name=re.compile("Erase all answers|답 모두 지우기")).click()
    assert "..." in code(page.locator(".xb-exercise"))


def test_examples_run_in_firefox_without_a_complaint(runnable_host):
    path = find_firefox()
    assert path is not None, "this test needs Firefox: run `make browsers`"
    pages = ["en/numbers/running/", "ko/numbers/halving/"]
    assert complaints(path, runnable_host, pages, "|".join(SAME.values())) == {page: [] for page in pages}


def test_code_travels_in_the_address_and_waits_to_be_run(visit):
    page = visit("en/numbers/running/")
    here = example(page, "averages")
    page.evaluate("location.hash = 'example-averages?code=' + 'broken'")
    expect(here.locator(".cm-content")).to_contain_text("numbers.mean()")
    write(here, "8.0", "32.0")
    here.get_by_role("button", name="Copy a link to this code").click()
    says(here, "Copied.")
    address = page.evaluate("navigator.clipboard.readText()")
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(address)
    says(here, "This code came with the address.")
    assert "32.0" in code(here)
    assert page.locator(".xb-mine").count() == 0
    with page.expect_download() as download:
        here.get_by_role("button", name="Download", exact=True).click()
    assert "32.0" in download.value.path().read_text("utf-8")


@pytest.mark.parametrize("language", SAME)
def test_on_a_phone_with_a_keyboard_alone(browser, runnable_host, language):
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.goto(f"{runnable_host}{language}/numbers/running/")
        here = example(page, "averages")
        here.locator(".xb-go button").focus()
        page.keyboard.press("Enter")
        says(here, SAME[language])
        page.keyboard.press("Tab")
        area = here.locator(".cm-content")
        for _ in range(60):
            if area.evaluate("e => e.getRootNode().activeElement === e"):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Control+End")
        page.keyboard.insert_text("print('more')\n")
        page.keyboard.press("Control+Enter")
        expect(here.locator(".xb-mine samp")).to_contain_text("more", timeout=PATIENCE)
        page.keyboard.press("Escape")
        page.keyboard.press("Tab")
        expect(here.locator(".xb-start")).to_be_focused()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        sizes = here.locator(".xb-tools button").evaluate_all("all => all.map(e => e.offsetHeight)")
        assert min(sizes) >= 24, "large enough for a finger"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda route: route.fulfill(body=b"something else"), "is not the one that this site published"),
        (lambda route: route.abort(), "the connection was lost"),
        (lambda route: route.fulfill(status=404), "the connection was lost"),
    ],
    ids=["tampered", "no connection", "missing"],
)
def test_a_file_that_is_not_right_is_not_used_and_the_record_stays(browser, runnable_host, spoil, said):
    with browser.new_context() as context:
        context.set_default_timeout(PATIENCE)
        context.route(re.compile(r"/run/files/.*numpy"), spoil)
        page = context.new_page()
        page.goto(f"{runnable_host}en/numbers/running/")
        here = example(page, "averages")
        recorded = here.locator(".xb-output samp").inner_text()
        here.get_by_role("button", name="Run it here").click()
        says(here, said)
        assert here.locator(".xb-output samp").inner_text() == recorded
        assert here.locator(".xb-mine").count() == 0


def test_every_example_of_the_real_site_runs_here_or_says_why_not(runnable_book, real_site):
    entries = json.loads((real_site / "examples.json").read_text("utf-8"))
    assert [entry["id"] for entry in entries if entry["browser"] is None] == []
    for entry in entries:
        if not entry["browser"]["runs"]:
            assert entry["browser"]["why"].keys() == {"ko", "en"}, entry["id"]
