"""The page of versions, and the remark below an example that does not hold everywhere."""

import pytest
from bs4 import BeautifulSoup

from execbook.book import Book
from execbook.versions import environments, outcomes
from execbook.versions.outcomes import Outcome
from tests.execbook.booklet import make_booklet
from tests.execbook.markdown.conftest import as_in_mkdocs
from tests.execbook.versions.test_outcomes import ENVIRONMENTS, LOCK

PAGE = "---\ntitle: Page\n---\n\n# Page {#page}\n\n"
NEWEST = ENVIRONMENTS.replace("older", "newest").replace("예전", "최신")


@pytest.fixture
def render(tmp_path):
    project = make_booklet(tmp_path)
    project.accepted.mkdir()
    (project.accepted / "versions.toml").write_text(ENVIRONMENTS + NEWEST, "utf-8")
    for name in ("older", "newest"):
        (tmp_path / f"{name}.txt").write_text(LOCK)
    for language in ("ko", "en"):
        for key, text in (("versions", "/// versions\n///\n"), ("a/page", "/// example | a/logistic\n///\n")):
            path = project.docs / language / f"{key}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGE + text, "utf-8")

    def render(key: str, language: str, **found: Outcome) -> BeautifulSoup:
        book = Book(project)
        kept = {
            (example, one.name): (outcomes.key_of(book, example, one), Outcome())
            for one in environments.load(project)
            for example in book.snippets
        }
        for name, outcome in found.items():
            place = "a/logistic", name
            kept[place] = kept[place][0], outcome
        outcomes.write(project, kept)
        return as_in_mkdocs(project, language, key)

    return render


def rows(page: BeautifulSoup) -> list[list[str]]:
    return [[cell.text.strip() for cell in row.select("td")] for row in page.select("tbody tr")]


def test_the_page_counts_and_lists_what_differs(render):
    differs = Outcome(place="output 1", was="<1>", now="2", more=2)
    page = render("versions", "en", older=differs)
    first, second = rows(page)
    assert (first[0], first[2]) == ("older packages", "1 of 2 examples")
    assert "Python 3.12" in first[1]
    assert second[2] == "2 of 2 examples"
    assert [one.text for one in page.select("dt")] == ["a/logistic"]
    assert [one.text for one in page.select("dd")] == [
        "older packages: line 1 of the output <1> → 2, and 2 more"
    ]
    assert page.select_one("dt a")["href"] == "a/page.md"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        ("AssertionError: needs scikit-learn 1.8 or later", "scikit-learn 1.8 이상이 필요합니다"),
        ("TypeError: no <such> argument", "오류로 끝납니다: TypeError: no <such> argument"),
    ],
)
def test_an_error_is_shown_or_what_it_asks_for(render, error, text):
    page = render("versions", "ko", older=Outcome(error=error))
    assert [one.text for one in page.select("dd")] == [f"예전 패키지: {text}"]


def test_before_a_release_what_differs_is_counted_and_only_what_fails_is_listed(render, tmp_path):
    ahead = ENVIRONMENTS.replace("older", "ahead", 1).replace("older packages", "unreleased packages")
    with (tmp_path / "accepted/versions.toml").open("a", encoding="utf-8") as file:
        file.write(f"{ahead}ahead = true\n")
    differs = Outcome(place="output 1", was="1", now="2")
    for found in (Outcome(error="TypeError: gone"), differs):
        page = render("versions", "en", ahead=found)
        assert [row[2] for row in rows(page)] == ["2 of 2 examples", "2 of 2 examples", "1 of 2 examples"]
        assert [one.text for one in page.select("dd")] == [
            "unreleased packages: ends with TypeError: gone" for _ in [found] if found.error
        ]
        assert not render("a/page", "en", ahead=found).select(".xb-meta a")


def test_where_all_hold_nothing_is_listed(render):
    assert len(rows(render("versions", "en"))) == 2
    assert not render("versions", "en").select("dl")
    assert not render("a/page", "en").select(".xb-meta a")


@pytest.mark.parametrize(
    ("language", "found", "text"),
    [
        ("en", {"newest": Outcome(error="TypeError")}, "does not give this result with newest packages"),
        ("ko", {"newest": Outcome(place="output 1")}, "최신 패키지에서는 이 결과가 나오지 않습니다"),
        (
            "en",
            {"older": Outcome(error="needs scikit-learn 1.8 or later")},
            "needs scikit-learn 1.8 or later",
        ),
        (
            "ko",
            {"older": Outcome(error="needs scikit-learn 1.8 or later")},
            "scikit-learn 1.8 이상이 필요합니다",
        ),
    ],
)
def test_an_example_says_that_it_does_not_hold_everywhere(render, language, found, text):
    (link,) = render("a/page", language, **found).select(".xb-meta a")
    assert (link.text, link["href"]) == (text, f"../../../{language}/versions/")
