import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from execbook.book import Book
from execbook.project import ENGINE, Project
from execbook.records import keys
from execbook.sources import labels, snippets
from tests import ROOT

DRAWS = "import matplotlib.pyplot as plt\nplt.title('loss')\n"


def parts(project: Project, snippet_id: str = "part/a") -> dict[str, str]:
    return keys.key_parts(
        snippets.read(project, project.snippets / f"{snippet_id}.py"), labels.load(project), project.settings
    )


def test_the_key_depends_on_every_part(mini_project):
    found = parts(mini_project({"part/a": "x = 1\n"}))
    former = keys.key(found)
    for part in found:
        assert keys.key(found | {part: "another"}) != former


def test_a_key_is_a_name_that_the_order_of_its_parts_does_not_change(mini_project):
    found = parts(mini_project({"part/a": DRAWS}, {"loss": "손실"}))
    assert re.fullmatch("[0-9a-f]{32}", keys.key(found))
    assert keys.key(dict(reversed(found.items()))) == keys.key(found)


def test_interpreter_platform_and_languages_are_readable(mini_project):
    found = parts(mini_project({"part/a": DRAWS}, {"loss": "손실"}))
    version, system = sys.version.split()[0], os.uname()
    assert found["interpreter"] == f"CPython {version}, {system.sysname} {system.machine}"
    assert found["languages"] == "ko, en"


def test_the_environment_is_readable_in_one_order_whoever_set_it(mini_project):
    project = mini_project({"part/a": "x = 1\n"})
    snippet = snippets.read(project, project.snippets / "part/a.py")
    settings = replace(project.settings, environment={"THREADS": "1", "LEVEL": "2"})
    assert keys.key_parts(snippet, {}, settings)["environment"] == "LEVEL=2, THREADS=1"
    settings = replace(project.settings, environment={})
    assert keys.key_parts(snippet, {}, settings)["environment"] == "no settings"


def test_every_digest_names_its_algorithm(mini_project):
    found = parts(mini_project({"part/a": DRAWS}))
    for part in ("engine", "font", "words"):
        assert re.fullmatch("sha256 [0-9a-f]{16}", found[part])
    assert re.fullmatch("part/a sha256 [0-9a-f]{64}", found["snippet"])


def test_two_snippets_of_one_text_have_two_keys(mini_project):
    """Else one would get the record of the other, with its name in it."""
    project = mini_project({"part/a": "import numpy\n", "part/b": "import numpy\n"})
    assert keys.key(parts(project)) != keys.key(parts(project, "part/b"))


def test_another_text_has_another_key(mini_project):
    before = parts(mini_project({"part/a": "x = 1\n"}))
    after = parts(mini_project({"part/a": "x = 1  # one\n"}))
    assert {part for part in before if before[part] != after[part]} == {"snippet"}


def test_packages_are_those_that_are_imported_and_what_these_require(mini_project):
    project = mini_project({"part/a": "import matplotlib\n", "part/b": "import json\n"})
    packages = dict(entry.split() for entry in parts(project)["packages"].split(", "))
    assert {"matplotlib", "numpy", "cycler"} <= set(packages)
    assert "scikit-learn" not in packages
    import numpy

    assert packages["numpy"] == numpy.__version__
    assert parts(project, "part/b")["packages"] == ""


DISTRIBUTIONS = {
    "first/One_Two-1.0": ["Three.FOUR (>=1)", 'absent; sys_platform == "win32"', 'five; extra == "more"'],
    "first/three_four-2.0": [],
    "first/five-3.0": [],
    "second/one_two-9.0": ["five"],
}
CLOSURE = """\
import sys
from execbook.records import keys
print(keys._packages_of(["one_two"]))
"""


def test_packages_are_found_as_pip_names_them_without_extras_and_the_first_on_the_path_counts(tmp_path):
    for name, required in DISTRIBUTIONS.items():
        folder = tmp_path / f"{name}.dist-info"
        folder.mkdir(parents=True)
        lines = ["Metadata-Version: 2.1", *(f"Requires-Dist: {one}" for one in required)]
        (folder / "METADATA").write_text("\n".join([*lines, "", "Requires-Dist: five"]))
    path = os.pathsep.join(str(tmp_path / name) for name in ("first", "second"))
    answer = subprocess.check_output(
        [sys.executable, "-c", CLOSURE], cwd=ROOT, env=os.environ | {"PYTHONPATH": path}, text=True
    )
    assert ast.literal_eval(answer) == [("one-two", "1.0"), ("three-four", "2.0")]


@pytest.mark.parametrize(("module", "name"), [("sklearn", "scikit-learn"), ("PIL", "pillow")])
def test_packages_are_found_whose_module_has_another_name(mini_project, module, name):
    found = parts(mini_project({"part/a": f"import {module}\n"}))
    assert f"{name} " in found["packages"]


def test_every_package_that_a_real_snippet_imports_is_in_its_key():
    """Of a module whose package is not found a new version would not be noticed: see keys.DISTRIBUTIONS."""
    for snippet in Book(Project(ROOT)).snippets.values():
        assert len(keys.versions(snippet)) == 1 + len(snippet.modules - sys.stdlib_module_names), snippet.id


def test_tensorflow_is_found_in_whichever_package_it_comes(mini_project):
    project = mini_project({"part/a": "import tensorflow as tf\n"})
    found = parts(project)
    assert "tensorflow" in found["packages"]
    assert "keras " in found["packages"]
    versions = keys.versions(snippets.read(project, project.snippets / "part/a.py"))
    assert set(versions) == {"python", "tensorflow"}


def test_only_a_snippet_that_draws_depends_on_labels_and_font(mini_project):
    catalogue = {"loss": "손실", "unused": "안 씀"}
    project = mini_project({"part/a": DRAWS, "part/b": "x = 'loss'\n"}, catalogue)
    assert parts(project)["labels"] == "loss = 손실 (ko)"
    assert parts(project)["font"].startswith("sha256 ")
    assert parts(project, "part/b")["labels"] == parts(project, "part/b")["font"] == "draws nothing"
    assert parts(project)["engine"] != parts(project, "part/b")["engine"]


def test_a_label_of_another_snippet_changes_nothing(mini_project):
    before = parts(mini_project({"part/a": DRAWS}, {"loss": "손실"}))
    assert parts(mini_project(labels={"loss": "손실", "rate": "율"})) == before
    assert parts(mini_project(labels={"loss": "오차", "rate": "율"})) != before


SHAPING = ("runs", "records", "figures/drawing")
"""The rooms of the engine that shape a record, the last only where a snippet draws."""


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """A copy of the whole engine."""
    shutil.copytree(ENGINE, tmp_path / "execbook", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "execbook"


def hashes(engine: Path) -> tuple[str, str]:
    """The engine's part of the key of a snippet that draws nothing, and of one that draws."""
    return keys.engine_hash.__wrapped__(False, engine), keys.engine_hash.__wrapped__(True, engine)


def test_each_module_that_runs_records_or_draws_is_in_the_key(engine):
    modules = [path for room in SHAPING for path in sorted((engine / room).rglob("*.py"))]
    assert len(modules) > 20
    before = hashes(engine)
    for path in modules:
        source = path.read_bytes()
        path.write_bytes(source + b"# changed\n")
        plain, drawing = hashes(engine)
        assert drawing != before[1], path
        assert (plain == before[0]) == path.is_relative_to(engine / "figures"), path
        path.write_bytes(source)
    assert hashes(engine) == before


@pytest.mark.parametrize("room", SHAPING)
def test_a_module_is_in_the_key_by_being_there_and_by_its_place(engine, room):
    before = hashes(engine)[1]
    (engine / room / "deep").mkdir()
    (new := engine / room / "deep/new.py").write_text("x = 1\n")
    added = hashes(engine)[1]
    new.rename(engine / room / "new.py")
    assert len({before, added, hashes(engine)[1]}) == 3


def test_how_an_import_is_written_takes_no_module_out_of_the_key(engine):
    """Once a line break within brackets dropped eight modules from the key."""
    path = engine / "figures/drawing/backend.py"
    wrapped = re.sub(
        r"^from (execbook\S*) import (.+)$", r"from \1 import (\n    \2,\n)", path.read_text(), flags=re.M
    )
    assert wrapped != path.read_text()
    path.write_text(wrapped)
    before = hashes(engine)[1]
    (engine / "figures/drawing/svg_path.py").write_text("x = 1\n")
    assert hashes(engine)[1] != before


def test_words_elsewhere_rerun_nothing(engine):
    """A message, a docstring or a licence that is reworded outside those rooms is in no key."""
    before = hashes(engine)
    elsewhere = [
        path
        for path in engine.rglob("*")
        if path.is_file()
        and not (path.suffix == ".py" and any(path.is_relative_to(engine / r) for r in SHAPING))
    ]
    assert {"problems.py", "snippets.py", "LICENSE.txt"} <= {path.name for path in elsewhere}
    for path in elsewhere:
        path.write_bytes(path.read_bytes() + b"\n# reworded\n")
    assert hashes(engine) == before


def test_the_fonts_licence_is_no_part_of_the_font(mini_project):
    text = (ENGINE / "figures/drawing/fonts/layout.otf").read_bytes()
    digest = hashlib.sha256(b"layout.otf\0" + text + b"\0").hexdigest()
    assert parts(mini_project({"part/a": DRAWS}))["font"] == f"sha256 {digest[:16]}"


def test_versions_are_those_of_the_snippets_own_imports(mini_project):
    source = "import json\nimport numpy as np\nfrom sklearn import datasets\n"
    project = mini_project({"part/a": source})
    snippet = snippets.read(project, project.snippets / "part/a.py")
    assert set(keys.versions(snippet)) == {"python", "numpy", "scikit-learn"}
