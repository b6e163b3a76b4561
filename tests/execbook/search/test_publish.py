"""The theme's search gives way to ours, or the build says why not."""

import json
from pathlib import Path

import pytest

from execbook.book import Book
from execbook.problems import ProblemError
from execbook.project import Project
from execbook.search.index import About
from execbook.search.publish import abouts, publish_search
from tests import SETTINGS

INDEX = {"config": {}, "docs": [{"location": "", "title": "Home", "text": ""}]}


def book_in(root: Path) -> Book:
    (root / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (root / "mkdocs.yml").write_text("nav: [index.md]\n")
    (root / "mkdocs.en.yml").write_text("INHERIT: mkdocs.yml\n")
    return Book(Project(root))


def test_the_worker_of_the_theme_is_exchanged_and_its_languages_go(tmp_path):
    scripts = tmp_path / "assets/javascripts"
    for name in ("workers/search.0.min.js", "workers/search.0.min.js.map", "lunr/min/lunr.ko.min.js"):
        (scripts / name).parent.mkdir(parents=True, exist_ok=True)
        (scripts / name).write_text("theirs")
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(json.dumps(INDEX))
    (tmp_path / "words").mkdir()
    (tmp_path / "words/glossary.tsv").write_text("ko\ten\tavoid\n과대적합\toverfitting\t과적합\n")
    publish_search(book_in(tmp_path), tmp_path, "ko")
    assert [path.name for path in scripts.rglob("*") if path.is_file()] == ["search.0.min.js"]
    worker = (scripts / "workers/search.0.min.js").read_text("utf-8")
    assert '["과대적합","overfitting","과적합"]' in worker
    assert json.loads((tmp_path / "search/search_index.json").read_text()) == INDEX


def test_a_theme_without_its_worker_is_a_problem(tmp_path):
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(json.dumps(INDEX))
    with pytest.raises(ProblemError, match="0 search workers"):
        publish_search(book_in(tmp_path), tmp_path, "ko")


def test_a_page_is_called_by_its_title_in_the_other_language_and_by_former_ones(tmp_path):
    for language, title in (("ko", "조기 종료"), ("en", "Early stopping")):
        page = tmp_path / "docs" / language / "training/stop.md"
        page.parent.mkdir(parents=True)
        page.write_text(f"---\ntitle: {title}\ndescription: about {language}\n---\n# {title}\n", "utf-8")
    (tmp_path / "words").mkdir()
    (tmp_path / "words/leads.tsv").write_text(
        "page\tkind\tko\ten\ntraining/stop\ttitle\t멈추기\tStop\n", "utf-8"
    )
    book = book_in(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("nav: [index.md, {훈련: [training/stop.md]}]\n", "utf-8")
    assert abouts(book, "ko")["training/stop/"] == About("훈련", "about ko", ("Early stopping", "멈추기"))
    assert abouts(book, "en")["training/stop/"].names == ("조기 종료", "Stop")
