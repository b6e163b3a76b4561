"""The engine as a package: its wheel, in an environment of its own, makes books that are not this one."""

import json
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests import ROOT

SNIPPET = '''\
"""Halve a number until it is small."""

import matplotlib.pyplot as plt

number = 1.0
halves = [number]
while number > 0.1:
    number = number / 2
    halves.append(number)
steps = len(halves) - 1
print(f"{steps} steps, then {number:.3f}")

plt.plot(halves, "o-", label="number")
plt.title("Halbieren")
plt.xlabel("Schritt")
plt.show()
'''
HOME = """\
---
title: Home
description: What this book has.
---

# Home {#home}

This book has [one page](basics/halving.md) with an example.
"""
PAGE = """\
---
title: Halving
description: How often a number can be halved.
---

# Halving {#halving}

After {{ steps }} steps {{ number | .3f }} is left, as $x_{n+1} = x_n / 2$.

/// example | basics/halving
Each step leaves a smaller number.
///
"""
CONFIG = """\
site_name: A foreign book
theme:
  name: material
  language: {language}
nav:
  - index.md
  - Basics:
      - basics/halving.md
markdown_extensions:
  execbook.markdown:
    language: {language}
"""
OTHER = """\
INHERIT: mkdocs.yml
theme:
  language: {language}
markdown_extensions:
  execbook.markdown:
    language: {language}
"""


def uv(*arguments: str) -> None:
    command = [sys.executable, "-m", "uv", *arguments, "--offline", "--no-config", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built offline: uv has the build system of `pyproject.toml` in itself."""
    folder = tmp_path_factory.mktemp("wheel")
    uv("build", "--wheel", "--out-dir", str(folder), str(ROOT))
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel, and with what it requires from this one."""
    root = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(root)], check=True)
    python = root / "bin/python"
    uv("pip", "install", "--python", str(python), "--no-deps", str(wheel))
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    Path(site, "requirements.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return root / "bin"


def run(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, timeout=300)
    assert "that is a bug" not in done.stderr, done.stderr
    return done


def make_book(root: Path, languages: Sequence[str], **folders: str) -> Path:
    renamed = "".join(f'{usual} = "{name}"\n' for usual, name in folders.items())
    docs, snippets = (folders.get(usual, usual) for usual in ("docs", "snippets"))
    settings = f"[tool.execbook]\nlanguages = {json.dumps(languages)}\n"
    files = {
        "pyproject.toml": f"{settings}[tool.execbook.folders]\n{renamed}",
        "mkdocs.yml": CONFIG.format(language=languages[0]),
        f"{snippets}/basics/halving.py": SNIPPET,
        **{f"mkdocs.{language}.yml": OTHER.format(language=language) for language in languages[1:]},
        **{f"{docs}/{language}/index.md": HOME for language in languages},
        **{f"{docs}/{language}/basics/halving.md": PAGE for language in languages},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_the_wheel_has_the_data_of_the_engine_and_nothing_of_this_book(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        entries = archive.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()
        metadata = archive.read(next(name for name in names if name.endswith("METADATA"))).decode()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"execbook"}
    ours = (path for path in (ROOT / "execbook").rglob("*") if path.is_file() and path.suffix != ".pyc")
    assert {path.relative_to(ROOT).as_posix() for path in ours} <= names
    assert "execbook/py.typed" in names
    assert "execbook = execbook.cli.main:main" in entries and "[markdown.extensions]" in entries
    required = re.findall(r"^Requires-Dist: ([\w-]+)", metadata, re.MULTILINE)
    assert "mkdocs-material" in required and not {"tensorflow", "keras"} & set(required)


def test_the_command_is_that_of_the_wheel(installed, tmp_path):
    done = run(installed / "python", tmp_path, "-c", "import execbook; print(execbook.__file__)")
    assert done.stdout.startswith(str(installed.parent))


FOLDERS = {"build": "made", "docs": "pages", "site": "public", "snippets": "code", "theme": "look"}


@pytest.mark.parametrize(("languages", "folders"), [(["de"], {}), (["de", "fr"], FOLDERS)])
def test_a_foreign_book_is_run_checked_and_built(installed, tmp_path, languages, folders):
    book, execbook = make_book(tmp_path / "book", languages, **folders), installed / "execbook"
    site = book / folders.get("site", "site")
    before = run(execbook, book, "check")
    assert before.returncode == 1 and "execbook run" in before.stderr
    snippet = f"{folders.get('snippets', 'snippets')}/basics/halving.py"
    assert run(execbook, book, "run", snippet).returncode == 0
    built = run(execbook, book, "build")
    assert built.returncode == 0, built.stderr
    checked = run(execbook, book, "check")
    assert (checked.returncode, checked.stdout) == (0, "no problems\n"), checked.stderr
    for language in languages:
        path = site / language / "basics/halving/index.html"
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        assert page.html["lang"] == language
        assert page.select_one(".xb-output samp").text == "4 steps, then 0.062\n"
        assert page.select_one(".xb-figure svg title").text == "Halbieren"
        assert page.select_one(".xb-output .xb-label").text == "Output"
        sheet = (path.parent / page.select_one("link[rel=stylesheet]")["href"]).read_text("utf-8")
        assert "--fig-c0:" in sheet
        found = {link["hreflang"] for link in page.select("link[rel=alternate]")}
        assert found == (set(languages) if len(languages) > 1 else set())
    assert languages[0] in (site / "index.html").read_text("utf-8")
    assert not [path.name for path in book.iterdir() if path.name in folders]


def test_a_new_book_is_built_as_it_is(installed, tmp_path):
    made = run(installed / "execbook", tmp_path, "new", "book", "--languages", "de", "fr")
    assert made.returncode == 0, made.stderr
    assert len([path for path in (tmp_path / "book").rglob("*") if path.is_file()]) == 6
    built = run(installed / "execbook", tmp_path / "book", "build")
    assert built.returncode == 0, built.stderr
    assert run(installed / "execbook", tmp_path, "new", "book").returncode == 1
    unknown = run(installed / "execbook", tmp_path, "new", "other", "--languages", "xx")
    assert unknown.returncode == 1 and "'xx'" in unknown.stderr and not (tmp_path / "other").exists()


def test_the_commands_in_messages_are_those_that_work_there(installed, tmp_path):
    book = make_book(tmp_path / "book", ["en"])
    said = run(installed / "python", book, "-m", "execbook", "check").stderr
    assert f"{installed}/python -m execbook run" in said
