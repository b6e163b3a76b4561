"""What the copy button of the built page yields runs by itself, and prints what the page shows.

Each snippet runs in a fresh interpreter and an empty folder, without anything of this project: as a reader
does it.
"""

import pytest
from bs4 import BeautifulSoup

from execbook.baseline import tolerances
from execbook.baseline.compare import alike
from execbook.book import Book
from execbook.project import Project
from execbook.records.store import Store
from tests import LANGUAGES, ROOT, alone

PROJECT = Project(ROOT)
BOOK = Book(PROJECT)
SNIPPETS = {snippet.id: snippet for snippet in BOOK.snippets.values()}
TOLERANCES = tolerances.load(PROJECT)


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


@pytest.fixture(scope="module")
def runs(request):
    """The runs of all snippets that this session asks for; conftest.py has started them."""
    return request.config.stash[alone.RUNS]


@pytest.mark.parametrize("example_id", SNIPPETS)
def test_the_copied_text_runs_alone_and_prints_what_the_page_shows(example_id, copies, runs):
    shown = {language: BOOK.shown(example_id, language).source for language in LANGUAGES}
    assert all(copies.get((example_id, language)) == {shown[language]} for language in LANGUAGES)
    ended = runs[example_id].result()
    assert ended.returncode == 0, ended.stderr
    recorded = Store(PROJECT).current_record(example_id).output
    tolerance = TOLERANCES.of(example_id, "output 1")
    assert alike(ended.stdout, recorded, tolerance), f"alone:\n{ended.stdout}\nrecorded:\n{recorded}"
