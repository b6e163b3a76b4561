"""Pages are converted and laid out again when, and only when, something that they show has changed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

from execbook.book import Book
from execbook.generator import render
from execbook.generator.render import Job
from execbook.languages.translations.accept import accept
from execbook.project import Project
from tests import edit
from tests.site.book import files_of, run_all

Rendered = Callable[[], dict[str, bytes]]
HALVING = "numbers/halving/index.html"


@pytest.fixture
def rendered(mini_book: Project, tmp_path: Path) -> Rendered:
    """Render the Korean pages as they are now. Each time they are as if nothing had been kept."""

    def make() -> dict[str, bytes]:
        found = []
        for known in (True, False):
            target = tmp_path / "rendered"
            if not known:
                shutil.rmtree(mini_book.build / "cache" / "memo", ignore_errors=True)
            job = Job(mini_book, "ko", target, "http://127.0.0.1:8000/ko/")
            assert render.render(job) == []
            found.append(files_of(target))
            shutil.rmtree(target)
        assert found[0] == found[1]
        return found[0]

    make()
    return make


def test_a_build_leaves_the_environment_as_it_was(rendered):
    before = dict(os.environ)
    rendered()
    assert dict(os.environ) == before


def test_all_that_a_page_shows_is_in_its_key(mini_book, rendered, monkeypatch):
    def shows(text: str, page: str = HALVING) -> bool:
        return text in rendered()[page].decode()

    edit(mini_book, "docs/ko/numbers/halving.md", "\n## ", "\nA sentence of its own.\n\n## ")
    assert shows("A sentence of its own.")
    edit(mini_book, "docs/ko/index.md", "title: ", "title: Another ")
    assert shows("Another ")  # the neighbour's title, in the navigation
    edit(mini_book, "theme/overrides/partials/copyright.html", "<div", "<p>A word of the theme.</p><div")
    assert shows("A word of the theme.")
    edit(mini_book, "mkdocs.yml", "site_name: ", "site_name: Renamed ")
    assert shows("Renamed ")
    edit(mini_book, "mkdocs.yml", "  - numbers:\n", "  - Figures of all sorts:\n")
    assert shows("Figures of all sorts")
    edit(mini_book, "words/labels.ko.toml", "절반으로 나누기", "절반씩 나누기")
    run_all(mini_book)
    assert shows("절반씩 나누기")
    edit(mini_book, "words/comments/numbers.ko.toml", "100을 반으로", "100부터 반으로")
    assert shows("100부터 반으로")
    edit(mini_book, "snippets/numbers/doubling.py", "limit=90", "limit=100")
    run_all(mini_book)
    assert shows("192 after 6 steps", "index.html")
    noted = rendered()[HALVING]
    accept(Book(mini_book), ["numbers/halving#run"], reason="the other way round", behind="en")
    assert rendered()[HALVING] != noted  # the note says which language is behind
    monkeypatch.setenv("REPOSITORY_URL", "https://github.com/me/book/")
    assert shows("https://github.com/me/book/edit/main/docs/ko/numbers/halving.md")


def test_what_has_not_changed_is_not_made_again(mini_book, tmp_path, monkeypatch):
    job = Job(mini_book, "ko", tmp_path / "rendered", "http://127.0.0.1:8000/ko/")
    assert render.render(job) == []
    converted = []
    convert = Page.render
    monkeypatch.setattr(
        Page,
        "render",
        lambda self, config, files: (converted.append(self.file.src_uri), convert(self, config, files)),
    )
    edit(mini_book, "docs/ko/index.md", "# 작은 책", "# 더 작은 책")
    assert render.render(job) == []
    assert converted == ["index.md"]


def test_a_warning_is_given_at_every_build(mini_book, tmp_path):
    edit(mini_book, "docs/ko/index.md", "# 작은 책", "# 작은 책\n\n[nowhere](nowhere.md)\n")
    job = Job(mini_book, "ko", tmp_path / "rendered", "http://127.0.0.1:8000/ko/")
    for _ in range(2):
        (problem,) = render.render(job)
        assert "nowhere.md" in problem.message
