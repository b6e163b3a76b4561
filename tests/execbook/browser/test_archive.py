"""What the engine brings along into the reader's browser."""

import io
import zipfile

from execbook.browser import archive
from execbook.project import ENGINE


def test_it_has_the_drawing_and_all_that_this_imports(tmp_path):
    names = set(archive.files(tmp_path))
    assert {
        "execbook/__init__.py",
        "execbook/browser/inside/run.py",
        "execbook/figures/drawing/backend.py",
        "execbook/figures/drawing/describe.py",
        "execbook/baseline/compare.py",
        "execbook/problems.py",
        "execbook/figures/drawing/fonts/layout.otf",
    } <= names
    assert not [name for name in names if name.startswith(("execbook/runs/", "execbook/generator/"))]


def test_the_same_files_give_the_same_bytes(tmp_path):
    contents = archive.files(tmp_path)
    packed = archive.pack(contents)
    assert packed == archive.pack(dict(reversed(contents.items())))
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.read("execbook/problems.py") == (ENGINE / "problems.py").read_bytes()


def test_another_content_has_another_digest(tmp_path):
    contents = archive.files(tmp_path)
    assert archive.digest(contents) != archive.digest(contents | {"execbook/problems.py": b""})
