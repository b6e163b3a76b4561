import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from execbook.project import Project
from execbook.sources import configuration
from execbook.takeaway.archives import write_zip
from execbook.takeaway.bundle_readme import requirements
from tests import SETTINGS

FILES = {"b.py": b"print(2)\n", "a/b.py": b"print(1)\n", "한글.txt": "글\n".encode()}


def test_a_zip_depends_on_what_it_holds_and_on_nothing_else(tmp_path):
    write_zip(tmp_path / "one.zip", "book", FILES)
    former = os.umask(0o077)
    try:
        write_zip(tmp_path / "two.zip", "book", dict(reversed(FILES.items())))
    finally:
        os.umask(former)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
        assert {one.external_attr >> 16 for one in archive.infolist()} == {0o100644}


@pytest.mark.parametrize("name", ["book", "numbers"])
def test_a_bundle_is_whole_for_the_readers_own_tools_and_its_files_run(built_mini_book, tmp_path, name):
    with zipfile.ZipFile(built_mini_book.site / f"downloads/{name}.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / name
    tool = ["sha256sum"] if shutil.which("sha256sum") else ["shasum", "-a", "256"]
    checked = subprocess.run([*tool, "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {line.removesuffix(": OK") for line in checked.stdout.splitlines()} == held - {"SHA256SUMS"}
    home = {f"notebooks/{language}/index.ipynb" for language in ("ko", "en")} if name == "book" else set()
    assert held - {"LICENSE", "LICENSE-docs"} == home | {
        *("README.md", "SHA256SUMS", "requirements.txt"),
        *("snippets/numbers/doubling.py", "snippets/numbers/halving.py"),
        *("snippets/ko/numbers/doubling.py", "snippets/ko/numbers/halving.py"),
        *("notebooks/ko/numbers/halving.ipynb", "notebooks/en/numbers/halving.ipynb"),
    }
    command = [sys.executable, "snippets/numbers/doubling.py"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert ran.stdout == "96 after 5 steps\n"
    assert "matplotlib==" in (folder / "requirements.txt").read_text("utf-8")
    readme = (folder / "README.md").read_text("utf-8")
    assert "`snippets/ko/`: 예제 2개" in readme and "`snippets/`: 2 examples" in readme
    assert "python snippets/ko/numbers/doubling.py\n" in readme
    assert "python snippets/numbers/doubling.py\n" in readme
    assert "http://127.0.0.1:8000/" in readme


def test_requirements_name_packages_and_not_the_interpreter():
    versions = {"python": "3.11.7", "numpy": "2.4.6", "keras": "3.15.1"}
    assert requirements(versions) == "keras==3.15.1\nnumpy==2.4.6\n"


def test_a_part_is_a_section_whose_pages_have_a_folder(tmp_path):
    nav = """
nav:
  - Start:
      - index.md
      - start/setup.md
  - Chapter:
      - chapter/index.md
  - About: about.md
  - Group:
      - data.md
  - tags.md
"""
    (tmp_path / "mkdocs.yml").write_text(nav, "utf-8")
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    parts = [
        (part.name, part.title, part.pages) for part in configuration.load(Project(tmp_path), "ko").parts
    ]
    assert parts == [
        ("start", "Start", ("index.md", "start/setup.md")),
        ("chapter", "Chapter", ("chapter/index.md",)),
    ]
