"""The files that a page loads once a reader runs something."""

import json

import pytest

from execbook.browser import runtime, scripts
from execbook.project import Project
from tests import ROOT


@pytest.fixture
def found(tmp_path, with_runtime):
    project = with_runtime(Project(tmp_path))
    project.theme.symlink_to(ROOT / "theme", target_is_directory=True)
    return project, runtime.load(project)


def test_a_page_finds_the_files_that_it_was_made_with(found):
    own = scripts.files(*found)
    assert {
        "run.js",
        "run.css",
        "lab.js",
        "worker.js",
        "editor.js",
        "engine.zip",
        "manifest.json",
    } <= own.keys()
    folder = scripts.folder_of(own)
    assert folder.startswith("run/") and folder == scripts.folder_of(dict(reversed(own.items())))
    assert folder != scripts.folder_of(own | {"run.js": b"other"})


def test_the_list_says_where_each_file_is_and_what_it_has_to_be(found):
    _, there = found
    own = scripts.files(*found)
    manifest = json.loads(own["manifest.json"])
    assert set(manifest["core"]) < manifest["files"].keys()
    numpy = manifest["files"]["numpy.whl"]
    assert numpy["sha256"] == there.sums["numpy.whl"] and not numpy["packed"]
    assert f"run/{numpy['url'].removeprefix('../')}" == scripts.address_of(there, "numpy.whl")
    assert manifest["files"]["pyodide.asm.wasm"]["packed"]
    assert manifest["packages"]["numpy"] == {
        "file_name": "numpy.whl",
        "depends": ["openblas"],
        "version": "1.0",
    }


def test_the_size_that_is_announced_is_what_is_loaded(found):
    _, there = found
    own = scripts.files(*found)
    manifest = json.loads(own["manifest.json"])
    loaded = [*manifest["core"], "numpy.whl", "openblas.whl"]
    size = sum(manifest["files"][name]["bytes"] for name in loaded) + len(own["editor.js"])
    assert scripts.bytes_for(there, own, ["numpy", "openblas"]) == size
