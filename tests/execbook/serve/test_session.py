"""`execbook serve`, from a save to what the reader gets."""

import os
import queue
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from execbook.project import Project
from execbook.serve.session import _watching
from tests import ROOT, edit

PATIENCE = 180.0
SHEET = re.compile(r"assets/stylesheets/site\.\w+\.css")


class Served:
    """A book that is being served. `said` is what the terminal shows."""

    def __init__(self, project: Project, log: Path):
        self.project = project
        self._log = log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/"
        with log.open("w") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "execbook", "serve", "--port", str(port)],
                cwd=project.root,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def said(self) -> str:
        assert self.process.poll() is None, self._log.read_text("utf-8")
        return self._log.read_text("utf-8")

    def page(self, address: str) -> str:
        try:
            with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()

    def edit(self, name: str, old: str, new: str) -> None:
        edit(self.project, name, old, new)

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.05)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[Project], Served]]:
    started = []

    def start(project: Project) -> Served:
        started.append(Served(project, tmp_path / "log"))
        return started[-1]

    yield start
    for served in started:
        served.kill()


@pytest.fixture
def served(serve, mini_book: Project) -> Served:
    served = serve(mini_book)
    until(lambda: "is up to date" in served.said)
    return served


def test_whatever_is_saved_shows_up_in_both_languages(served):
    served.edit("docs/ko/index.md", "# 작은 책", "# 아주 작은 책")
    until(lambda: "아주 작은 책" in served.page("ko/"))
    # The other language has not followed: that is reported, and blocks nothing.
    until(lambda: "may be published" in served.page("ko/") and "docs/en/index.md:7:" in served.page("ko/"))

    served.edit("snippets/numbers/doubling.py", "limit=90", "limit=100")
    until(lambda: "192 after 6 steps" in served.page("ko/") and "192 after 6 steps" in served.page("en/"))
    until(lambda: "limit=100" in served.page("snippets/numbers/doubling.py"))

    served.edit("words/labels.ko.toml", '"절반으로 나누기"', '"절반씩 나누기"')
    until(lambda: "절반씩 나누기" in served.page("ko/numbers/halving/"))
    assert "building all pages, as words/labels.ko.toml has changed" in served.said

    style = "theme/overrides/assets/stylesheets/execbook.css"
    served.edit(style, "/* ---- Text ---- */", "h1 { letter-spacing: 0.125em; }")
    until(lambda: "0.125em" in served.page("ko/" + SHEET.search(served.page("ko/"))[0]))

    served.edit("mkdocs.en.yml", "site_name: ", "site_name: Little ")
    until(lambda: "Little Machine" in served.page("en/"))
    assert served.interrupt() == 0


def test_all_that_the_site_is_made_from_is_watched(mini_book):
    events = queue.SimpleQueue()
    (mini_book.root / "tests").mkdir()
    sources = [
        *("docs/en/index.md", "snippets/numbers/halving.py", "mkdocs.en.yml"),
        *("words/glossary.tsv", "words/search.tsv", "accepted/textbook.toml"),
    ]
    with _watching(events, mini_book):
        editors = [
            f"docs/en/{name}" for name in (".index.md.swp", "index.md~", "4913", "sedA1b2C3", "#index.md#")
        ]
        for name in ("README.md", "tests/test_x.py", *editors, *sources):
            (mini_book.root / name).write_text("x", "utf-8")
        seen = set()
        while seen < {mini_book.root / name for name in sources}:
            seen.add(events.get(timeout=PATIENCE))
    assert {path.relative_to(mini_book.root).as_posix() for path in seen} == set(sources)


def test_a_broken_save_is_explained_and_the_last_good_page_stays(served):
    served.edit("docs/en/index.md", "{{ doubled | d }}", "{{ trebled | d }}")
    until(lambda: "docs/en/index.md:9:" in served.page("en/"))
    assert "The result is" in served.page("en/")
    assert "docs/en/index.md:9:" in served.page("ko/numbers/halving/")
    until(lambda: "docs/en/index.md:9:" in served.said and "trebled" in served.said)
    assert "Traceback" not in served.said

    served.edit("docs/en/index.md", "{{ trebled | d }}", "{{ doubled | d }}")
    until(lambda: "trebled" not in served.page("en/"))

    served.edit("snippets/numbers/doubling.py", "number *= 2", "number *= two")
    until(lambda: "snippets/numbers/doubling.py:7:" in served.page("ko/"))
    assert "96 after 5 steps" in served.page("ko/")
    until(lambda: "NameError" in served.said)

    # A page saved while the snippet is still broken must not hide that.
    count = served.said.count("NameError")
    served.edit("docs/ko/index.md", "# 작은 책", "# 아주 작은 책")
    until(lambda: served.said.count("NameError") > count)
    assert "아주 작은 책" not in served.page("ko/")

    served.edit("snippets/numbers/doubling.py", "number *= two", "number *= 2")
    until(lambda: "아주 작은 책" in served.page("ko/") and "NameError" not in served.page("ko/"))


def test_a_book_that_is_broken_from_the_start_is_served_once_it_is_fixed(serve, mini_book):
    config = mini_book.config("en")
    text = config.read_text("utf-8")
    config.write_text("\t" + text, "utf-8")
    served = serve(mini_book)
    until(lambda: "last good site" in served.said)
    assert "mkdocs.en.yml" in served.said
    assert "mkdocs.en.yml" in served.page("ko/")
    config.write_text(text, "utf-8")
    until(lambda: "is up to date" in served.said)
    assert "mkdocs.en.yml" not in served.page("ko/")
