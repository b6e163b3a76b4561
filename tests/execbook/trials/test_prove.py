"""The tolerances hold on other processors, and are no wider than that: real changes are caught.

Covers execbook/trials/trial.py and execbook/trials/processors.py: texts run under the settings of processors.
"""

import os
import platform

import pytest

from execbook.baseline import files, tolerances
from execbook.baseline.compare import deviations
from execbook.book import Book
from execbook.project import Project
from execbook.records.keys import platform_name
from execbook.runs.forkserver import SETTINGS
from execbook.runs.runner import choose
from execbook.trials import trial
from tests import ROOT
from tools import prove

PROJECT = Project(ROOT)
BOOK = Book(PROJECT)
KINDS = [
    "activations/softmax",  # NumPy
    "reduction/pca_svd",  # linear algebra
    "regression/forest",  # scikit-learn
    "clustering/dendrogram",  # SciPy
    "training/linreg_tape",  # TensorFlow's own gradients
    "training/iris_compile",  # Keras
]
CHANGES = {
    "another seed": ("training/iris_compile", "set_random_seed(0)", "set_random_seed(1)"),
    "one epoch less": ("start/first_model", "epochs=12", "epochs=11"),
    "a rate one hundredth higher": ("regression/gradient_descent", "0.001", "0.00101"),
}


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the settings are those of x86-64 processors")
@pytest.mark.parametrize("setting", ["sse", "onednn"])
def test_an_example_of_each_kind_stays_within_its_tolerance(setting):
    proved = prove.prove(BOOK, choose(BOOK.all_snippets(), KINDS), setting)
    assert proved.examples == len(KINDS) and not proved.failed
    assert not proved.drifted, prove.summary(proved)


def test_real_changes_are_caught():
    snippets = {one.id: one for one in choose(BOOK.all_snippets())}
    trials = []
    for name, (example_id, old, new) in CHANGES.items():
        assert old in snippets[example_id].source
        trials.append(trial.Trial(name, snippets[example_id], snippets[example_id].source.replace(old, new)))
    outcomes = trial.run(BOOK, trials)
    baseline, declared = files.read(PROJECT), tolerances.load(PROJECT)
    for name, (example_id, *_) in CHANGES.items():
        assert not outcomes[name].problems, outcomes[name].problems
        found = deviations(example_id, baseline[example_id], trial.lines_of_outcome(outcomes[name]), declared)
        seen = {one.line.split()[0] for one in found if one.drifted}
        assert "value" in seen, name


def test_what_is_declared_for_this_platform_counts(mini_project):
    project = mini_project({"part/one": "x = 1.5\n"})
    files.write(project, {"part/one": {"value x": 1.4}})
    measured = Book(project)
    chosen = choose(measured.all_snippets())
    assert len(prove.prove(measured, chosen, "same").drifted) == 1
    override = f'example = "part/one"\nplatform = "{platform_name()}"\nrelative = 0.1\nreason = "r"\n'
    (project.root / tolerances.FILE).write_text(f"[[override]]\n{override}")
    assert prove.prove(Book(project), chosen, "same").drifted == []


def test_settings_apply_to_the_run_and_are_restored_afterwards(mini_project):
    source = "import os\n\nprint(os.environ['TF_NUM_INTRAOP_THREADS'], os.environ['PYTHONHASHSEED'])\n"
    project = mini_project({"part/one": source})
    (snippet,) = choose(Book(project).all_snippets())
    before = dict(SETTINGS)
    ended = trial.run(Book(project), [trial.Trial("a", snippet, source)], {"TF_NUM_INTRAOP_THREADS": "7"})
    assert ended["a"].output == "7 0\n"
    assert before == SETTINGS and "TF_NUM_INTRAOP_THREADS" not in os.environ
    assert not list(project.store.glob("*/record.json"))
