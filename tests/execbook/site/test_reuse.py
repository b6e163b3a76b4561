"""Builds with nothing new end at once, and builds after many edits are what a build from nothing would be."""

import random
import shutil

from execbook.check import check, site_is_stale
from execbook.cli.main import main
from execbook.project import Project
from execbook.site.build import build, pending_if_current
from tests import edit
from tests.site.book import files_of, run_all

EDITS, BUILDS = 100, 4
WORDS = ("작은", "큰", "number", "half", "`code`", "$x^2$", "**bold**")


def edit_at_random(project: Project, chance: random.Random) -> None:
    """Add a paragraph to a page or take the last one away, or change a title, a snippet or a style."""
    language, page = chance.choice(("ko", "en")), chance.choice(("index", "numbers/halving"))
    path = project.docs / language / f"{page}.md"
    kind = chance.randrange(8)
    if kind < 4:
        words = " ".join(chance.choices(WORDS, k=5))
        path.write_text(path.read_text("utf-8") + f"\nAdded: {words}.\n", "utf-8")
    elif kind == 4:
        head, _, _ = path.read_text("utf-8").rpartition("\nAdded: ")
        path.write_text(head or path.read_text("utf-8"), "utf-8")
    elif kind == 5:
        lines = path.read_text("utf-8").splitlines()
        lines[1] = f"title: Title {chance.randrange(5)} of {page}"
        path.write_text("\n".join(lines) + "\n", "utf-8")
    elif kind == 6:
        path = project.snippets / "numbers/doubling.py"
        path.write_text(path.read_text("utf-8").replace("limit=9", "limit=19"), "utf-8")
    else:
        path = project.theme / "overrides/assets/stylesheets/execbook.css"
        path.write_text(path.read_text("utf-8") + f".added {{ order: {chance.randrange(9)} }}\n", "utf-8")


def test_after_many_edits_the_site_is_what_a_build_from_nothing_would_make(mini_book):
    chance = random.Random(13)
    for number in range(1, EDITS + 1):
        edit_at_random(mini_book, chance)
        if number % (EDITS // BUILDS) == 0:
            run_all(mini_book)
            build(mini_book, draft=True)
    edited = files_of(mini_book.site)
    shutil.rmtree(mini_book.build / "cache" / "memo")
    build(mini_book, draft=True)
    assert files_of(mini_book.site) == edited


def test_a_build_with_nothing_new_says_so(mini_book, monkeypatch, capsys):
    monkeypatch.chdir(mini_book.root)
    assert pending_if_current(mini_book) == []
    before = (mini_book.site / "index.html").stat().st_mtime_ns
    assert main(["build"]) == 0
    assert "nothing has changed since" in capsys.readouterr().out
    assert (mini_book.site / "index.html").stat().st_mtime_ns == before


def test_a_site_that_was_changed_by_hand_or_built_for_elsewhere_is_built_again(mini_book, monkeypatch):
    page = mini_book.site / "ko/index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("작은 책", "손댄 책"), "utf-8")
    assert pending_if_current(mini_book) is None
    page.write_text(text, "utf-8")
    assert pending_if_current(mini_book) == []
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    assert pending_if_current(mini_book) is None


def test_a_site_that_was_built_before_an_edit_is_not_said_to_lack_it(mini_book):
    for language in ("ko", "en"):
        page = mini_book.docs / language / "index.md"
        page.write_text(page.read_text("utf-8") + "\nWords that no site has yet.\n", "utf-8")
    assert site_is_stale(mini_book)
    assert not {problem.path for problem in check(mini_book) if problem.rule == "lost-text"}
    build(mini_book, draft=True)
    assert not site_is_stale(mini_book)
    edit(mini_book, "site/en/index.html", "Words that no site has yet.", "")
    assert {problem.path for problem in check(mini_book) if problem.rule == "lost-text"} == {
        "docs/en/index.md"
    }


def test_a_fault_in_an_unchanged_page_is_reported_at_every_check(mini_book):
    edit(mini_book, "docs/en/index.md", "{{ doubled | d }}", "{{ trebled | d }}")
    first = check(mini_book)
    assert any("trebled" in problem.message for problem in first)
    assert check(mini_book) == first
    other = mini_book.docs / "ko/numbers/halving.md"
    other.write_text(other.read_text("utf-8") + "\nMore.\n", "utf-8")
    assert any("trebled" in problem.message for problem in check(mini_book))


def test_an_unchanged_page_is_checked_against_a_glossary_that_has_changed(mini_book):
    assert check(mini_book) == []
    glossary = "ko\ten\tavoid\talso\tjudged\n절반\thalf\t나누면\t\tno\n"
    (mini_book.words / "glossary.tsv").write_text(glossary, "utf-8")
    assert {problem.rule for problem in check(mini_book)} == {"glossary-avoid"}
