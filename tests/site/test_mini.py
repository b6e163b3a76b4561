"""The miniature site's HTML: what readers and machines find on a built page."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from execbook.languages.wording import WORDINGS
from execbook.project import Project

PAGES = ("", "numbers/halving/")


@pytest.fixture(scope="module")
def site(built_mini_book: Project) -> Path:
    return built_mini_book.site


def read(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "other"), [("ko", "en"), ("en", "ko")])
def test_a_page_knows_its_language_its_address_and_its_sibling(site, page, language, other):
    html = read(site, f"{language}/{page}")
    root = "http://127.0.0.1:8000/"
    assert html.html["lang"] == language
    assert html.select_one("link[rel=canonical]")["href"] == f"{root}{language}/{page}"
    alternates = {link["hreflang"]: link["href"] for link in html.select("link[rel=alternate]")}
    default = f"{root}en/{page}" if page else root
    assert alternates == {"ko": f"{root}ko/{page}", "en": f"{root}en/{page}", "x-default": default}
    switch = html.select_one("a.xb-language")
    assert switch["hreflang"] == switch["lang"] == other
    target = (site / language / page / switch["href"] / "index.html").resolve()
    assert target == (site / other / page / "index.html").resolve()


def test_an_example_shows_code_output_figure_and_file(site, built_mini_book):
    html = read(site, "en/numbers/halving")
    source = (built_mini_book.snippets / "numbers/halving.py").read_text("utf-8")
    example = html.select_one("[data-example='numbers/halving']")
    assert example.select_one(".xb-name").text == "halving.py"
    code = example.select_one(".xb-code pre").get_text()
    assert code.strip().startswith("def halve(") and "plt" not in code
    assert example.select_one("[data-copy]")["data-copy"] == source
    assert example.select_one(".xb-output samp").get_text() == "7 steps, then 0.78 <&>\n"
    assert example.select_one(".xb-figure svg[role=img] title").text == "Halving"
    assert example.select_one("figcaption").text.strip()
    download = example.select_one("a.xb-download")["href"]
    assert (site / "en/numbers/halving" / download).read_text("utf-8") == source


SPOKEN = {
    "en": ("Halve a number until it is small.", "Halve 100", "Double 3"),
    "ko": ("수가 작아질 때까지 반으로 나눕니다.", "100을 반으로 나누기", "3을 두 배로 늘리기"),
}


@pytest.mark.parametrize(("language", "other"), [("ko", "en"), ("en", "ko")])
def test_comments_are_in_the_language_of_the_page_wherever_a_reader_takes_the_code(
    site, built_mini_book, language, other
):
    docstring, comment, doubling = SPOKEN[language]
    example = read(site, f"{language}/numbers/halving").select_one("[data-example='numbers/halving']")
    copied = example.select_one("[data-copy]")["data-copy"]
    address = example.select_one("a.xb-download")["href"]
    downloaded = (site / language / "numbers/halving" / address).read_text("utf-8")
    assert copied == downloaded
    assert copied.startswith(f'"""{docstring}"""\n') and f"\n# {comment}\n" in copied
    assert f"13-22 {comment}" in example.select_one("[data-parts]")["data-parts"]
    home = read(site, language)
    assert f"# {doubling}\n" in home.select_one(".xb-code pre").get_text()
    for page in (example, home):
        taken = (page.find_parent("html") or page).select_one(".xb-take pre").get_text()
        assert ("snippets/ko/numbers/" in taken) == (language == "ko")
    folders = site / "notebooks", built_mini_book.notebooks  # to download, and for Colab
    notebooks = [json.loads((one / language / "numbers/halving.ipynb").read_text("utf-8")) for one in folders]
    for notebook in notebooks:
        code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
        assert copied.strip() in code
    index = (site / language / "search/search_index.json").read_text("utf-8")
    assert doubling in index and SPOKEN[other][2] not in index
    for text in SPOKEN[other]:
        assert text not in copied


def test_the_files_of_all_languages_print_the_same(site, tmp_path):
    (entry, _) = json.loads((site / "examples.json").read_text("utf-8"))
    assert len(set(entry["files"].values())) == 2
    for file in entry["files"].values():
        ran = subprocess.run([sys.executable, site / file], capture_output=True, text=True, cwd=tmp_path)
        assert ran.stdout == entry["output"]


def test_values_formulas_and_tags_are_there_without_a_script(site):
    html = read(site, "en/numbers/halving")
    value = html.select_one("data.xb-value")
    assert (value["value"], value.text) == ("7", "7")
    assert html.select_one(".xb-math math")["display"] == "block"
    assert {tag.text for tag in html.select(".md-tag")} == {"number", "division"}


def test_a_section_that_may_differ_says_so_in_the_pages_language(site):
    for language, other, text in (
        ("ko", "en", "이 절은 아직 영어판의 새 내용을 담지 못했습니다."),
        ("en", "ko", "The Korean version of this section has not yet caught up with it."),
    ):
        html = read(site, f"{language}/numbers/halving")
        (note,) = html.select(".xb-differs")
        assert note.text == text
        assert note.find_previous_sibling()["id"] == "run"
        page, _, heading_id = note.a["href"].partition("#")
        target = (site / language / "numbers/halving" / page / "index.html").resolve()
        assert (target, heading_id) == (site / other / "numbers/halving/index.html", "run")
    assert not read(site, "ko").select(".xb-differs")


def test_previous_and_next_follow_the_navigation(site):
    home, halving = read(site, "en"), read(site, "en/numbers/halving")
    assert "Halving" in home.select_one("a.md-footer__link--next").get_text()
    assert "Small book" in halving.select_one("a.md-footer__link--prev").get_text()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_language_has_its_own_search_index_and_lost_page(site, language):
    index = json.loads((site / language / "search/search_index.json").read_text("utf-8"))
    assert {doc["location"].split("#")[0] for doc in index["docs"]} >= {"", "numbers/halving/"}
    assert not [doc["location"] for doc in index["docs"] if WORDINGS[language].csv in doc["text"]]
    lost = BeautifulSoup((site / language / "404.html").read_text("utf-8"), "html.parser")
    assert lost.html["lang"] == language
    assert lost.h1.text == {"ko": "페이지를 찾을 수 없습니다", "en": "Page not found"}[language]
    assert not lost.select("link[rel=canonical]")


def test_the_source_is_linked_only_when_a_repository_is_configured(site):
    assert not read(site, "ko").select("a[rel=edit]")


@pytest.mark.parametrize("page", ["index.html", "404.html", "ko/index.html", "en/numbers/halving/index.html"])
def test_nothing_is_fetched_from_elsewhere_and_nothing_is_styled_or_scripted_in_place(site, page):
    html = BeautifulSoup((site / page).read_text("utf-8"), "html.parser")
    fetched = [tag["src"] for tag in html.select("[src]")]
    fetched += [
        tag["href"] for tag in html.select("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload]")
    ]
    assert fetched and not [address for address in fetched if "//" in address]
    assert not html.select("style, [style]")
    assert not [tag for tag in html.find_all() if any(name.startswith("on") for name in tag.attrs)]
