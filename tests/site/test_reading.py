"""How a page reads: the length of its lines, on a phone, on paper, and where its labs begin."""

import re
import statistics
import zipfile
import zlib
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect

from tests.site.visit import OPEN_ALL_DETAILS

PHONE = {"width": 390, "height": 844}
A4 = {"format": "A4", "margin": dict.fromkeys(("top", "right", "bottom", "left"), "15mm")}

LINES = """() => [...document.querySelectorAll("article > p")].flatMap(p => {
  const lines = p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight);
  return lines > 2.5 ? [p.textContent.length / lines] : [];
})"""
"""Characters a line, of each paragraph of three lines or more."""


@pytest.mark.parametrize(("language", "most"), [("ko", 55), ("en", 85)])
def test_lines_are_not_too_long_to_read(page, host, language, most):
    """With spaces: about 40 syllables of Korean, and 75 letters of English."""
    found = []
    for address in (
        "about",
        "start/setup",
        "training/xor",
        "regression/boston",
        "activations/relu",
    ):
        page.goto(f"{host}{language}/{address}/")
        found += page.evaluate(LINES)
    assert len(found) > 5
    assert 0.5 * most < statistics.median(found) < most


@pytest.mark.parametrize("width", [360, 390])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_title_of_the_site_is_whole_on_a_phone(open_context, host, language, width):
    page = open_context(viewport={"width": width, "height": 740}).new_page()
    page.goto(f"{host}{language}/about/")
    title = page.locator(".md-header__topic .md-ellipsis").first
    assert title.evaluate("e => e.scrollWidth - e.clientWidth + e.scrollHeight - e.clientHeight") <= 1
    box, header = title.bounding_box(), page.locator(".md-header").bounding_box()
    assert box and header and box["y"] >= 0 and box["y"] + box["height"] <= header["height"]


BROKEN_NAMES = """() => [...document.querySelectorAll("td code")]
  .filter(code => !/\\s/.test(code.textContent) && code.getClientRects().length > 1)
  .map(code => code.textContent)"""


@pytest.mark.parametrize("address", ["training/tabular", "start/versions", "training/choose_loss"])
def test_a_name_of_code_in_a_table_is_whole_on_a_phone(open_context, host, address):
    page = open_context(viewport=PHONE).new_page()
    page.goto(f"{host}ko/{address}/")
    assert page.locator("td").count()
    assert page.evaluate(BROKEN_NAMES) == []


def test_the_page_of_tags_is_read_in_columns(page, host):
    page.goto(f"{host}ko/tags/")
    pages = page.locator(".xb-tagged a")
    lefts = set(
        pages.evaluate_all("links => links.map(link => Math.round(link.getBoundingClientRect().left))")
    )
    assert len(lefts) > 1
    assert page.locator("article").evaluate("e => e.offsetHeight") < 25 * pages.count()


FIGURES = """() => [...document.querySelectorAll(".xb-svg")].map(box =>
  [box.scrollWidth - box.clientWidth, parseFloat(box.querySelector("svg").getAttribute("width"))])"""

WHOLE = """() => {
  const sheet = document.querySelector(".xb-sheet");
  const [drawing, screen] = [sheet.querySelector("svg"), sheet].map(e => e.getBoundingClientRect());
  return sheet.scrollWidth <= sheet.clientWidth && sheet.scrollHeight <= sheet.clientHeight
    && drawing.left >= screen.left && drawing.right <= screen.right + 1 && screen.right <= innerWidth
    && drawing.top >= screen.top && drawing.bottom <= screen.bottom + 1 && screen.bottom <= innerHeight;
}"""


def test_most_figures_are_whole_on_a_common_phone(open_context, host):
    page = open_context(viewport=PHONE).new_page()
    page.goto(f"{host}ko/training/early_stopping/")
    figures = page.evaluate(FIGURES)
    assert figures
    assert [over for over, width in figures if width < 580 and over > 0] == []


@pytest.mark.parametrize("viewport", [PHONE, {"width": 844, "height": 390}, {"width": 1280, "height": 900}])
def test_an_enlarged_figure_is_whole_at_first_and_then_closer(open_context, host, viewport):
    page = open_context(viewport=viewport).new_page()
    page.goto(f"{host}ko/activations/all/")
    figure = page.locator("#figure-all-1")
    before = page.evaluate(FIGURES)
    figure.locator(".xb-large").click()
    assert page.evaluate(WHOLE)
    drawing = page.locator(".xb-sheet svg")
    whole = drawing.bounding_box()
    own_width = float(drawing.get_attribute("width") or 0)
    assert whole

    drawing.click()
    closer = drawing.bounding_box()
    assert closer and closer["width"] >= max(own_width, 1.5 * whole["width"])
    assert not page.evaluate(WHOLE)
    drawing.click(position={"x": closer["width"] / 2, "y": closer["height"] / 2})
    assert page.evaluate(WHOLE)

    zoom = page.get_by_role("checkbox", name="확대")  # by keyboard as well
    zoom.focus()
    page.keyboard.press("Space")
    assert not page.evaluate(WHOLE)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.evaluate(FIGURES) == before


def test_what_is_tapped_stays_in_view(open_context, host):
    page = open_context(viewport=PHONE).new_page()
    page.goto(f"{host}en/activations/all/")
    page.locator("#figure-all-1 .xb-large").click()
    drawing = page.locator(".xb-sheet svg")
    whole = drawing.bounding_box()
    assert whole
    drawing.click(position={"x": whole["width"] - 20, "y": whole["height"] / 2})  # near the right edge
    right = drawing.evaluate("e => e.getBoundingClientRect().right")
    edge = page.locator(".xb-sheet").evaluate("e => e.getBoundingClientRect().right")
    assert right == pytest.approx(edge, abs=20)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_lab_begins_with_where_it_is_solved(open_context, host, language):
    page = open_context(viewport=PHONE).new_page()
    page.goto(f"{host}{language}/training/lab/")
    lead = page.locator("h1 + .xb-lead")
    assert lead.locator("a[href*='colab.research.google.com']").count() == 1
    button = lead.locator("a[download]")
    box = button.bounding_box()
    assert box and box["y"] + box["height"] < PHONE["height"]  # without scrolling
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == "lab.ipynb"


def texts_by_page(pdf: bytes) -> list[int]:
    """How often each page of a PDF by Chromium draws text."""
    objects = dict(re.findall(rb"(?s)\n(\d+) 0 obj\s(.*?)endobj", pdf))
    counts = []
    for page in (body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)):
        contents = re.search(rb"/Contents\s+(\d+) 0 R", page)
        assert contents
        stream = objects[contents[1]].split(b"stream", 1)[1].lstrip(b"\r\n").rsplit(b"endstream", 1)[0]
        counts.append(len(re.findall(rb"\bT[jJ]\b", zlib.decompressobj().decompress(stream))))
    return counts


@pytest.mark.parametrize(
    "address", ["ko/training/early_stopping/", "en/activations/all/", "ko/clustering/lab/"]
)
def test_no_page_on_paper_is_empty(page: Page, host, address):
    page.goto(host + address)
    page.evaluate(OPEN_ALL_DETAILS)
    pages = texts_by_page(page.pdf(**A4, print_background=True))
    assert len(pages) > 2
    assert min(pages[:-1]) > 25, pages


def test_on_paper_nothing_scrolls(page: Page, host):
    page.goto(f"{host}ko/training/tensorboard_curves/")
    page.emulate_media(media="print")
    hidden = page.locator(".xb-output pre, .xb-svg").evaluate_all(
        "boxes => boxes.filter(e => e.scrollHeight > e.clientHeight + 1"
        " && getComputedStyle(e).overflowY !== 'visible').map(e => e.textContent.slice(0, 40))"
    )
    assert hidden == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_site_offers_itself_for_reading_offline(page: Page, host, language):
    page.goto(f"{host}{language}/about/")
    row = page.locator("tr", has=page.locator("a[href$='offline.zip']"))
    assert re.search(r"\d MB", row.inner_text())
    answer = page.request.get(row.locator("a").evaluate("link => link.href"))
    with zipfile.ZipFile(BytesIO(answer.body())) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
        about = archive.read(f"offline/{language}/about/index.html").decode()
    assert {"index.html", f"{language}/training/index.html", "downloads/training.zip"} <= names
    assert "offline.zip" not in names and "offline.zip" not in about
