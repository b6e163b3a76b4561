"""The theme's search gives way to ours, or the build says why not."""

import json
from pathlib import Path

import pytest

from execbook.book import Book
from execbook.problems import ProblemError
from execbook.project import Project
from execbook.search.publish import publish_search

INDEX = {"config": {}, "docs": [{"location": "", "title": "Home", "text": ""}]}


def book_in(root: Path) -> Book:
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
    with pytest.raises(ProblemError, match="0 search workers"):
        publish_search(book_in(tmp_path), tmp_path, "ko")
