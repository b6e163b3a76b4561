import sys
from pathlib import Path

import pytest

from execbook import keys, labels, snippets
from execbook.project import Project

DRAWS = "import matplotlib.pyplot as plt\nplt.title('loss')\n"


def parts(project: Project, id: str = "part/a") -> dict[str, str]:
    return keys.key_parts(snippets.read(project, project.snippets / f"{id}.py"), project)


def test_the_key_depends_on_every_part(mini_project):
    found = parts(mini_project({"part/a": "x = 1\n"}))
    former = keys.key(found)
    for part in found:
        assert keys.key(found | {part: "another"}) != former


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


@pytest.mark.parametrize(("module", "name"), [("sklearn", "scikit-learn"), ("PIL", "pillow")])
def test_packages_are_found_whose_module_has_another_name(mini_project, module, name):
    found = parts(mini_project({"part/a": f"import {module}\n"}))
    assert f"{name} " in found["packages"]


def test_every_package_that_a_real_snippet_imports_is_in_its_key():
    """Of a module whose package is not found a new version would not be noticed: see keys.DISTRIBUTIONS."""
    for snippet in snippets.find(Project(Path(__file__).parents[2])):
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
    assert parts(project)["labels"] == "loss = 손실"
    assert parts(project)["font"].startswith("sha256 ")
    assert parts(project, "part/b")["labels"] == parts(project, "part/b")["font"] == "draws nothing"
    assert parts(project)["engine"] != parts(project, "part/b")["engine"]


def test_a_label_of_another_snippet_changes_nothing(mini_project):
    before = parts(mini_project({"part/a": DRAWS}, {"loss": "손실"}))
    assert parts(mini_project(labels={"loss": "손실", "rate": "율"})) == before
    assert parts(mini_project(labels={"loss": "오차", "rate": "율"})) != before


def test_a_catalogue_that_is_loaded_already_gives_the_same(mini_project):
    project = mini_project({"part/a": DRAWS}, {"loss": "손실"})
    snippet = snippets.read(project, project.snippets / "part/a.py")
    assert keys.key_parts(snippet, project, labels.load(project)) == keys.key_parts(snippet, project)


def test_the_engines_part_covers_what_runs_and_what_draws(monkeypatch, tmp_path):
    for name in ("forkserver", "supervise", "child", "records", "figures", "svg"):
        imports = {
            "forkserver": "from execbook.supervise import supervise\n",
            "supervise": "from execbook import child, records\n",
            "child": "def f():\n    from execbook import figures\n",
            "figures": "from execbook import svg\n",
        }
        (tmp_path / f"{name}.py").write_text(imports.get(name, ""))
    monkeypatch.setattr(keys, "ENGINE", tmp_path)

    def both() -> tuple[str, str]:
        return keys._engine_hash.__wrapped__(False), keys._engine_hash.__wrapped__(True)

    plain, drawing = both()
    (tmp_path / "svg.py").write_text("x = 1\n")
    assert both()[0] == plain
    assert both()[1] != drawing
    (tmp_path / "child.py").write_text("x = 1\n")
    assert both()[0] != plain


def test_versions_are_those_of_the_snippets_own_imports(mini_project):
    source = "import json\nimport numpy as np\nfrom sklearn import datasets\n"
    project = mini_project({"part/a": source})
    snippet = snippets.read(project, project.snippets / "part/a.py")
    assert set(keys.versions(snippet)) == {"python", "numpy", "scikit-learn"}
