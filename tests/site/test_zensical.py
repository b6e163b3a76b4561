"""The miniature site under Zensical, with the same templates: every page is what it is under MkDocs."""

import shutil

import pytest

from execbook.project import Project
from tools import zensical


@pytest.fixture(scope="module")
def both(built_mini_book: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the miniature, as Zensical leaves its cache beside the configuration."""
    return Project(shutil.copytree(built_mini_book.root, tmp_path_factory.mktemp("zensical") / "book"))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_is_the_same(both, language):
    built = zensical.build(both, language)
    assert zensical.addresses(built) == {"", "numbers/halving/"}
    assert list(zensical.differences(both, language, built)) == []
    page = built / "numbers/halving/index.html"
    text = page.read_text("utf-8")
    for kind, before, after in (
        ("headings", "</h2>", " more</h2>"),
        ("examples", 'data-example="', 'data-example="more-'),
        ("downloads", 'download href="', 'download href="more-'),
        ("title", "<title>", "<title>More "),
    ):
        assert before in text
        page.write_text(text.replace(before, after, 1), "utf-8")
        assert kind in {one for one, *_ in zensical.differences(both, language, built)}, kind


def test_a_page_that_is_missing_is_told_unless_there_is_a_reason(both):
    built = zensical.build(both, "ko")
    shutil.rmtree(built / "numbers")
    assert list(zensical.differences(both, "ko", built)) == [("address", "numbers/halving/", "missing")]
    assert not zensical.reason("address", "numbers/halving/")
    assert zensical.reason("address", "numbers/lab/")
