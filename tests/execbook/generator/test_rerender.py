"""One page rendered alone is the page that a build of everything gives."""

import shutil
import time
from collections.abc import Iterator

import pytest

from execbook.generator.rerender import Rerenderer
from execbook.problems import ProblemError
from execbook.project import Project
from execbook.serve.session import pages_of
from execbook.site.build import build, rebuild
from tests import edit
from tests.site.book import files_of

URL = "http://127.0.0.1:8000/"
PAGE = "docs/ko/index.md"


@pytest.fixture
def rerenderer(mini_book: Project) -> Iterator[Rerenderer]:
    rerenderer = Rerenderer(mini_book, URL)
    end = time.monotonic() + 120
    while not rerenderer.ready:
        assert time.monotonic() < end, "MkDocs does not load"
        time.sleep(0.05)
    yield rerenderer
    rerenderer.close()


def test_a_page_alone_is_the_same_as_in_a_build_of_everything(mini_book, rerenderer):
    former = files_of(mini_book.site)
    for old, new in (("# 작은 책", "# 아주 작은 책"), ("# 아주 작은 책", "# 더 작은 책")):
        edit(mini_book, PAGE, old, new)
        assert rebuild(mini_book, rerenderer, {"ko": ["index.md"]})
    alone = files_of(mini_book.site)
    changed = {name for name in alone if alone[name] != former.get(name)}
    assert "ko/index.html" in changed
    build(mini_book, site_url=URL, draft=True)
    assert files_of(mini_book.site)["ko/index.html"] == alone["ko/index.html"]


def test_a_broken_page_leaves_the_site_as_it_was(mini_book, rerenderer):
    former = files_of(mini_book.site)
    edit(mini_book, PAGE, "{{ doubled | d }}", "{{ trebled | d }}")
    with pytest.raises(ProblemError, match=r"docs/ko/index\.md:9: .*trebled"):
        rebuild(mini_book, rerenderer, {"ko": ["index.md"]})
    assert files_of(mini_book.site) == former
    edit(mini_book, PAGE, "{{ trebled | d }}", "{{ doubled | d }}")
    assert rebuild(mini_book, rerenderer, {"ko": ["index.md"]})


def test_a_page_that_mkdocs_does_not_know_cannot_be_rendered_alone(mini_book, rerenderer):
    former = files_of(mini_book.site)
    assert not rebuild(mini_book, rerenderer, {"en": ["numbers/other.md"]})
    assert files_of(mini_book.site) == former
    shutil.rmtree(mini_book.site)
    assert not rebuild(mini_book, rerenderer, {"ko": ["index.md"]}), "nor where there is no site"


def test_a_renderer_that_died_is_not_ready(mini_book, rerenderer):
    rerenderer.close()
    assert not rebuild(mini_book, rerenderer, {"en": ["index.md"]})
    assert not rerenderer.ready


def test_a_save_concerns_the_pages_that_show_what_is_in_it(mini_book):
    page, snippet = mini_book.root / PAGE, mini_book.snippets / "numbers/doubling.py"
    assert pages_of(mini_book, {page}) == {"ko": ["index.md"]}
    assert pages_of(mini_book, {snippet}) == {"ko": ["index.md"], "en": ["index.md"]}
    comments = mini_book.comments / "numbers.ko.toml"
    everywhere = {language: ["index.md", "numbers/halving.md"] for language in ("ko", "en")}
    assert pages_of(mini_book, {comments}) == everywhere
    assert pages_of(mini_book, set()) == {}
    for other in ("mkdocs.yml", "words/labels.ko.toml", "theme/overrides/main.html"):
        assert pages_of(mini_book, {page, mini_book.root / other}) is None
    page.write_text(page.read_text("utf-8") + "\n<!-- material/tags -->\n", "utf-8")
    assert pages_of(mini_book, {page}) is None
