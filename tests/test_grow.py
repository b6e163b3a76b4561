"""A book grows by copies of its parts, and everything is as sound as before."""

from pathlib import Path

import pytest

from execbook.book import Book
from execbook.check import check
from execbook.site.build import build
from tests import ROOT
from tests.site import book
from tests.site.moving import make_growing_book, make_moving_book
from tools.grow import grow, light_parts


def test_copies_run_and_build_and_nothing_is_wrong_with_them(tmp_path: Path):
    project = make_growing_book(tmp_path / "book")
    before = {*Book(project).snippets}
    with (project.accepted / "tolerances.toml").open("w", encoding="utf-8") as file:
        file.write('[[override]]\nexample = "numbers/halving"\nlines = ["output *"]\nrelative = 0.1\n')
        file.write('reason = "so that there is one"\n')
    assert grow(project, 2) == ["numbers", "numbersa", "numbersb"]
    names = {name.replace("numbers", copy) for name in before for copy in ("numbers", "numbersa", "numbersb")}
    assert {*Book(project).snippets} == names
    assert (project.accepted / "tolerances.toml").read_text("utf-8").count("numbersb/halving") == 1
    book.run_all(project)
    build(project)
    assert check(project) == []
    for language in project.languages:
        text = (project.site / language / "numbersb/halving/index.html").read_text("utf-8")
        article = text.partition("<article")[2].partition("</article>")[0]
        assert "numbersb/powers" in article and "numbersa/" not in article
    with pytest.raises(FileExistsError):
        grow(project, 1)


def test_a_part_with_an_example_elsewhere_is_not_light(tmp_path: Path):
    assert light_parts(Book(make_moving_book(tmp_path / "book"))) == []


def test_parts_that_need_what_is_loaded_last_are_not_light():
    assert light_parts(Book(book.Project(ROOT))) == ["clustering", "preprocessing", "reduction", "regression"]
