"""The miniature site, with a lab, under Zensical: pages, search, downloads and checks are as under MkDocs."""

import shutil
from pathlib import Path

import pytest

from execbook.book import Book
from execbook.languages.translations.accept import accept
from execbook.problems import Problem
from execbook.project import Project
from execbook.site import build as sites
from tests import LANGUAGES
from tests.site.book import RUNNABLE, files_of
from tools import zensical

ADDRESSES = {"", "numbers/halving/", "numbers/lab/", "numbers/lab/lab.ipynb", "404.html"}
MISSING = ("address", "sitemap.xml.gz", "missing")


@pytest.fixture(scope="module")
def book_with_lab(built_mini_book: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(shutil.copytree(built_mini_book.root, tmp_path_factory.mktemp("zensical") / "book"))
    shutil.copytree(RUNNABLE / "labs", project.labs)
    for language in LANGUAGES:
        config = project.config(language)
        text = config.read_text("utf-8").replace("/halving.md\n", "/halving.md\n      - numbers/lab.ipynb\n")
        config.write_text(text, "utf-8")
        page = project.docs / language / "numbers/halving.md"
        sentence = {"ko": "[실습](lab.ipynb)에서 풀어 보세요.", "en": "Solve the [lab](lab.ipynb)."}[language]
        records = '<a href="../../../examples.json">examples.json</a>'
        page.write_text(f"{page.read_text('utf-8')}\n{sentence} {records}\n", "utf-8")
    with (project.accepted / "addresses.txt").open("a", encoding="utf-8") as listed:
        listed.write("numbers/lab\n")
    accept(Book(project), new=True)
    accept(Book(project), ["numbers/halving"])
    accept(Book(project), ["numbers/lab#half"], reason="so that there is one", behind="ko")
    sites.build(project)
    return project


@pytest.fixture(scope="module")
def built(book_with_lab: Project) -> tuple[Path, list[Problem]]:
    return zensical.build(book_with_lab)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_the_same(book_with_lab, built, language):
    site, _ = built
    assert zensical.addresses(site / language) >= ADDRESSES
    assert list(zensical.differences(book_with_lab, language, site)) == [MISSING]
    assert zensical.reason(*MISSING[:2])


def test_search_delivery_the_offline_copy_and_checks_work(book_with_lab, built):
    site, problems = built
    assert problems == []
    ours, theirs = files_of(book_with_lab.site), files_of(site)
    for name in ("offline.zip", "ko/search/search_index.json", "cards/en/numbers/lab.png"):
        assert name in ours and name in theirs
    for name in ("en/numbers/lab/lab.ipynb", "downloads/book.zip", "cards/ko/index.png"):
        assert ours[name] == theirs[name]


@pytest.mark.parametrize(
    ("kind", "page", "before", "after"),
    [
        ("headings", "numbers/halving/", "</h2>", " more</h2>"),
        ("examples", "numbers/halving/", 'data-example="', 'data-example="more-'),
        ("downloads", "numbers/halving/", 'download href="', 'download href="more-'),
        ("title", "numbers/halving/", "<title>", "<title>More "),
        ("scripts", "numbers/halving/", 'data-compare="', 'data-compare="more/'),
        ("inputs", "numbers/halving/", 'name="query"', 'name="asked"'),
        ("cells", "numbers/lab/", 'data-check="half"', 'data-check="third"'),
        ("colours", "numbers/lab/", '<span class="kn">', '<span class="k">'),
    ],
)
def test_what_differs_is_found(book_with_lab, built, tmp_path, kind, page, before, after):
    site = shutil.copytree(built[0], tmp_path / "site")
    file = site / "ko" / page / "index.html"
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")
    assert kind in {one for one, *_ in zensical.differences(book_with_lab, "ko", site)}


def test_a_page_that_is_missing_is_told_unless_there_is_a_reason(book_with_lab, built, tmp_path):
    site = shutil.copytree(built[0], tmp_path / "site")
    shutil.rmtree(site / "ko/numbers/lab")
    found = list(zensical.differences(book_with_lab, "ko", site))
    assert found[:2] == [("address", f"numbers/lab/{name}", "missing") for name in ("", "lab.ipynb")]
    assert not zensical.reason("address", "numbers/lab/")
    assert zensical.reason("words", "tags/")
