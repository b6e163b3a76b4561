"""What a reader takes away from a page of the real site: by the commands shown, through the real curl."""

import html
import os
import re
import subprocess
from urllib.parse import urlsplit

import nbformat

from execbook.book import Book
from execbook.project import Project
from execbook.takeaway import labs
from tests import LANGUAGES
from tests.site import book

PROJECT = Project(book.ROOT)
COMMAND = re.compile(r"<pre><code>(curl [^<]+)</code></pre>")


def commands_of(real_site, language, key):
    page = real_site / language / key.removesuffix("index") / "index.html"
    return [html.unescape(found) for found in COMMAND.findall(page.read_text("utf-8"))]


def test_the_command_of_each_page_fetches_its_examples(real_site, host, tmp_path):
    # As readers paste it. Only the address of the site is passed to curl from outside.
    (tmp_path / ".curlrc").write_text(f'connect-to = "::127.0.0.1:{urlsplit(host).port}"\nsilent\n')
    environment = {**os.environ, "CURL_HOME": str(tmp_path), "no_proxy": "*"}
    book = Book(PROJECT)
    for number, page in enumerate(page for page in book.all_pages() if page.examples):
        [command] = commands_of(real_site, page.language, page.key)
        folder = tmp_path / str(number)
        folder.mkdir()
        ran = subprocess.run(
            ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True
        )
        assert ran.returncode == 0, (command, ran.stderr)
        shown = [book.shown(example.id, page.language) for example in page.examples]
        assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
            one.filename: one.source for one in shown
        }
    lab = labs.read_lab(PROJECT, PROJECT.labs / "activations.py")
    for language in LANGUAGES:
        [command] = commands_of(real_site, language, "activations/lab")
        subprocess.run(["sh", "-c", command], cwd=tmp_path, env=environment, check=True)
        text = nbformat.writes(labs.notebook(lab, language)) + "\n"
        assert (tmp_path / "lab.ipynb").read_text("utf-8") == text


def test_each_page_offers_the_bundle_of_its_part_and_the_home_page_that_of_the_book(real_site):
    for language in LANGUAGES:
        for address, name in (
            ("activations/relu/", "activations"),
            ("training/lab/", "training"),
            ("start/setup/", "start"),
            ("data/", "book"),
            ("", "book"),
        ):
            text = (real_site / language / address / "index.html").read_text("utf-8")
            assert re.findall(r'href="[^"]*/downloads/(\w+)\.zip" download', text) == [name], address
        about = (real_site / language / "about/index.html").read_text("utf-8")
        offered = re.findall(r'href="[^"]*/(downloads/\w+\.zip)" download', about)
        assert sorted(offered) == sorted(
            path.relative_to(real_site).as_posix() for path in (real_site / "downloads").glob("*.zip")
        )
