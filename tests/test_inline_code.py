"""Every inline code block of pages and README runs; built pages show what was run and no other code."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from execbook.book import Book
from execbook.built.site import built_file
from execbook.check.pages.fences import RUN, SHOWN
from execbook.project import Project
from execbook.sources.pages import Page, parse_page
from tests import ROOT

PROJECT = Project(ROOT)
PAGES = Book(PROJECT).all_pages()
README = PROJECT.root / "README.md"


def run_blocks(files, folder):
    """Run the code blocks of Markdown files as pytest-codeblocks does, away from this project's settings.

    Returns how many passed, and the whole output.
    """
    (folder / "pytest.ini").write_text("[pytest]\n")
    work = folder / "work"
    work.mkdir()
    report = folder / "report.xml"
    command = [sys.executable, "-m", "pytest", "--codeblocks", "-q", "-p", "no:cacheprovider"]
    command += ["-c", str(folder / "pytest.ini"), f"--junitxml={report}", *map(str, files)]
    bin_folder = Path(sys.executable).parent
    environment = {
        "PATH": os.pathsep.join([str(bin_folder), os.environ["PATH"]]),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "MPLBACKEND": "agg",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    ended = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)
    suite = ElementTree.parse(report).find("testsuite")
    passed = sum(not list(case) for case in suite.iter("testcase"))
    return passed, ended.stdout + ended.stderr


def runnable(page: Page):
    return [fence for fence in page.fences if fence.info in RUN]


def test_every_inline_block_runs(tmp_path):
    readme = parse_page(README.read_text("utf-8"), README, "README.md", "en", "README")
    expected = {page.path: len(runnable(page)) for page in (readme, *PAGES)}
    passed, output = run_blocks(expected, tmp_path)
    assert passed == sum(expected.values()), output


GOOD = '# Page {#page}\n\n```python\nassert 1 + 1 == 2\n```\n\n```sh\ntest -n "$HOME"\n```\n'


def test_all_blocks_of_a_page_are_run(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(GOOD)
    passed, output = run_blocks([page], tmp_path)
    assert passed == 2, output


def test_a_block_that_fails_is_named_by_its_page_and_line(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(GOOD.replace("== 2", "== 3"))
    passed, output = run_blocks([page], tmp_path)
    assert passed == 1
    assert "page.md::line 3" in output


def read(site: Path, page: Page) -> BeautifulSoup:
    return BeautifulSoup((site / built_file(page.language, page.key)).read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.language}/{page.key}")
def test_the_code_on_a_built_page_is_exactly_what_was_run(real_site, page):
    library = Book(PROJECT)
    blocks = [(fence.line, fence.text + "\n") for fence in page.fences if fence.info in (*RUN, *SHOWN)]
    for example in page.examples:
        if example.show is None or "code" in example.show:
            one = library.run(example.id)
            assert one.record.source_sha256 == hashlib.sha256(one.snippet.source.encode()).hexdigest()
            blocks.append((example.line, library.shown(example.id, page.language).text(example.region)))
    built = read(real_site, page).select("pre:not(.xb-output pre, .xb-take pre)")
    assert [one.get_text() for one in built] == [text for _, text in sorted(blocks)]
