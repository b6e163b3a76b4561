import json
from pathlib import Path
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from execbook.book import Book
from execbook.site.publish import _publish_root, pages_by_example


def addresses(sitemap: Path) -> list[str]:
    return [loc.text for loc in ElementTree.parse(sitemap).findall(".//{*}loc")]


def test_the_way_in_works_without_a_script_and_says_what_lies_behind(built_mini_book):
    html = BeautifulSoup((built_mini_book.site / "index.html").read_text("utf-8"), "html.parser")
    links = {link["hreflang"]: link["href"] for link in html.select("main a")}
    assert links == {"ko": "ko/", "en": "en/"}
    alternates = {link["hreflang"]: link["href"] for link in html.select("link[rel=alternate]")}
    root = "http://127.0.0.1:8000/"
    assert alternates == {"ko": f"{root}ko/", "en": f"{root}en/", "x-default": root}
    assert "실행하며 배우는 머신러닝" in html.title.text and "Machine learning you can run" in html.title.text
    for script in html.select("script"):
        assert (built_mini_book.site / script["src"]).is_file()


def test_what_a_system_leaves_behind_is_not_published(mini_book, tmp_path):
    (mini_book.theme / "root/.DS_Store").write_bytes(b"\x00\xff")
    (tmp_path / "site").mkdir()
    _publish_root(Book(mini_book), tmp_path / "site", "https://example.org/")
    published = {path.name for path in (tmp_path / "site").iterdir()}
    assert "index.html" in published and ".DS_Store" not in published


def test_the_lost_page_of_the_root_works_wherever_it_is_shown(built_mini_book):
    html = BeautifulSoup((built_mini_book.site / "404.html").read_text("utf-8"), "html.parser")
    assert {link["href"] for link in html.select("a")} == {"/ko/", "/en/"}
    assert html.select_one("link[rel=stylesheet]")["href"] == "/root.css"


def test_the_downloads_are_the_very_files(built_mini_book):
    published = built_mini_book.site / "snippets"
    sources = {
        path.relative_to(built_mini_book.snippets): path for path in built_mini_book.snippets.rglob("*.py")
    }
    files = {path.relative_to(published) for path in published.rglob("*") if path.is_file()}
    assert files == {*sources, *(Path("ko") / name for name in sources)}
    for name, source in sources.items():
        assert (published / name).read_bytes() == source.read_bytes()


def test_examples_json_describes_what_ran_and_where_it_is_shown(built_mini_book):
    site = built_mini_book.site
    doubling, halving = json.loads((site / "examples.json").read_text("utf-8"))
    assert (doubling["id"], doubling["source"]) == ("numbers/doubling", "snippets/numbers/doubling.py")
    assert doubling["output"] == "96 after 5 steps\n"
    assert doubling["values"] == {"doubled": 96, "steps": 5}
    files = {"ko": "snippets/ko/numbers/doubling.py", "en": "snippets/numbers/doubling.py"}
    assert doubling["files"] == files
    assert doubling["figures"] == {"ko": [], "en": []}
    assert doubling["pages"] == {"ko": ["ko/"], "en": ["en/"]}
    assert halving["pages"] == {"ko": ["ko/numbers/halving/"], "en": ["en/numbers/halving/"]}
    assert halving["values"]["count"] == 7
    assert {"matplotlib"} <= {name.lower() for name in halving["versions"]}
    for entry in (doubling, halving):
        assert entry["seconds"] >= 0
        assert entry["ran_at"][:2] == "20"
        assert entry["platform"]
    for language, title in (("ko", "절반으로 나누기"), ("en", "Halving")):
        (figure,) = halving["figures"][language]
        assert figure["title"] == title
        assert figure["description"]
        assert title in (site / figure["file"]).read_text("utf-8")


def test_search_engines_find_both_languages(built_mini_book):
    site = built_mini_book.site
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in (site / "robots.txt").read_text()
    assert addresses(site / "sitemap.xml") == [
        "http://127.0.0.1:8000/ko/sitemap.xml",
        "http://127.0.0.1:8000/en/sitemap.xml",
    ]
    assert addresses(site / "ko/sitemap.xml") == [
        "http://127.0.0.1:8000/ko/",
        "http://127.0.0.1:8000/ko/numbers/halving/",
    ]


def test_an_example_shown_twice_on_a_page_and_again_elsewhere_is_listed_once_for_each_page(tmp_path):
    for name, ids in {"index.html": ["a/x", "a/x"], "b/index.html": ["a/x", "a/y"]}.items():
        path = tmp_path / "ko" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            "".join(f'<section class="xb-example" data-example="{example_id}">' for example_id in ids)
        )
    assert pages_by_example(tmp_path, "ko") == {"a/x": ["ko/b/", "ko/"], "a/y": ["ko/b/"]}
