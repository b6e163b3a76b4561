"""What readers take away runs by itself, and a copied snippet prints what the page shows.

Each snippet runs in a fresh interpreter and an empty folder, each notebook in a kernel of its own, without
anything of this project: as a reader does it. What has passed as it is does not run again (`make alone`).
"""

import warnings

import pytest
from bs4 import BeautifulSoup

from execbook.book import Book
from execbook.project import Project
from tests import LANGUAGES, ROOT
from tools.alone import kept
from tools.alone.__main__ import fault_of, problem_of, stale
from tools.alone.trials import trials

PROJECT = Project(ROOT)
BOOK = Book(PROJECT)
KEPT = kept.load(PROJECT)
TRIALS = sorted(one.name for one in trials(BOOK) if one.name in KEPT or not one.name.startswith("page "))
"""The notebook of a page takes minutes: one that has never passed waits for `make alone`."""


@pytest.fixture(scope="module")
def copies(real_site):
    """What the copy buttons yield, by example and language. Material takes `data-copy` before the text."""
    found = {}
    for language in LANGUAGES:
        for path in sorted((real_site / language).rglob("*.html")):
            text = path.read_text("utf-8")
            if "data-example" not in text:
                continue
            for section in BeautifulSoup(text, "html.parser").select("[data-example]"):
                for code in section.select(".xb-code"):
                    copy = code.get("data-copy", code.get_text())
                    found.setdefault((section["data-example"], language), set()).add(copy)
    return found


@pytest.mark.parametrize("example_id", sorted(BOOK.snippets))
def test_the_copied_text_is_the_file_that_runs_alone(example_id, copies):
    shown = {language: BOOK.shown(example_id, language).source for language in LANGUAGES}
    assert all(copies.get((example_id, language)) == {shown[language]} for language in LANGUAGES)


@pytest.fixture(scope="module")
def waiting(records):
    """What has not passed as it is, by name."""
    return {one.name: one for one in stale(trials(Book(PROJECT)), KEPT)}


@pytest.mark.parametrize("name", TRIALS)
def test_it_runs_alone_and_prints_what_the_page_shows(name, waiting):
    if name in waiting:
        warnings.warn(f"{name} is not in {kept.FILE} as it is: run make alone", stacklevel=1)
        fault = fault_of(waiting[name])
        assert not fault, str(problem_of(waiting[name], fault))
