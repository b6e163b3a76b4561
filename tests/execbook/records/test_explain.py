from execbook.records.explain import PartDiff, explain
from execbook.records.store import Store
from execbook.runs import runner
from execbook.sources import labels, snippets

DRAWS = "import matplotlib.pyplot as plt\nplt.plot([0, 1])\nplt.title('loss')\nplt.show()\n"


def changes(project) -> dict[str, str]:
    snippet = snippets.read(project, project.snippets / "part/a.py")
    parts = explain(snippet, labels.load(project), project.settings, Store(project))
    return {one.part: one.difference for one in parts if one.changed}


def test_without_a_record_every_part_is_new(mini_project):
    found = changes(mini_project({"part/a": "x = 1\n"}))
    assert set(found) == {
        "snippet",
        "packages",
        "interpreter",
        "environment",
        "engine",
        "labels",
        "font",
        "languages",
        "words",
    }
    assert set(found.values()) == {"no record yet"}


def test_after_a_run_nothing_has_changed(mini_project):
    project = mini_project({"part/a": "x = 1\n"})
    runner.run(project)
    assert changes(project) == {}


def test_an_edit_is_named(mini_project):
    runner.run(mini_project({"part/a": "x = 1\n"}))
    assert set(changes(mini_project({"part/a": "x = 2\n"}))) == {"snippet"}


def test_a_new_label_is_named_without_those_that_stayed(mini_project):
    source = DRAWS.replace("loss", "loss by epoch")
    runner.run(mini_project({"part/a": source}, {"loss by epoch": "에포크별 손실"}))
    project = mini_project(labels={"loss by epoch": "에포크별 손실", "loss": "손실"})
    assert changes(project) == {"labels": "nothing -> loss = 손실 (ko)"}


def test_of_many_packages_only_those_are_named_that_changed():
    diff = PartDiff("packages", "keras 3.15.1, numpy 2.4.5", "keras 3.15.1, numpy 2.4.6")
    assert diff.difference == "numpy 2.4.5 -> numpy 2.4.6"


def test_a_text_that_has_been_run_before_is_fresh_again(mini_project):
    for source in ("x = 1\n", "x = 2\n"):
        runner.run(mini_project({"part/a": source}))
    assert changes(mini_project({"part/a": "x = 1\n"})) == {}
