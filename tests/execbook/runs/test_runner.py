import json
import re
import subprocess
import sys
import threading

import pytest

from execbook.book import Book
from execbook.problems import ProblemError
from execbook.records.store import Store
from execbook.runs import runner
from execbook.runs.exclusive import exclusive_run
from tests import ROOT

FIGURE = """\
import matplotlib.pyplot as plt
import numpy as np

z = np.linspace(-4, 4, 9)
plt.plot(z, np.tanh(z), label="tanh of z")
plt.title("The curve")
plt.legend()
plt.show()
"""
FIGURE_LABELS = {"tanh of z": "z의 tanh", "The curve": "곡선"}

NETWORK = """\
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
X = np.random.rand(64, 2).astype("float32")
y = X.sum(axis=1)
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(4, "tanh")])
model.add(tf.keras.layers.Dense(1))
model.compile("sgd", "mse")
history = model.fit(X, y, epochs=2, batch_size=16, verbose=0).history
print([layer.name for layer in model.layers], f"{history['loss'][-1]:.4f}")
"""

TENSORS = """\
import keras
import tensorflow as tf

rate = keras.Variable(0.5)
weights = keras.Variable([[1.0, 2.0]])
steps = tf.Variable(3)
loss = tf.constant([0.25, 0.125])
images = tf.zeros((2, 2, 2))
symbol = keras.Input((2,))
print("done")
"""

FOREST = """\
import pandas as pd
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier

data = load_iris()
forest = RandomForestClassifier(10, random_state=1).fit(data.data, data.target)
importance = pd.Series(forest.feature_importances_, index=data.feature_names)
print(importance.round(3))
"""


def test_a_record_contains_all_results(mini_project):
    project = mini_project({"part/curve": FIGURE}, FIGURE_LABELS)
    report = runner.run(project)
    assert (report.ran, report.fresh, report.failed) == (["part/curve"], [], [])
    record = Store(project).current_record("part/curve")
    assert record.id == "part/curve"
    assert record.source == "snippets/part/curve.py"
    assert record.values["z[0]"] == -4
    assert set(record.versions) == {"python", "matplotlib", "numpy"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", record.ran_at)
    assert record.seconds > 0
    assert record.peak_megabytes > 0
    assert set(record.confinement) == {"files", "network", "other programs", "shared memory"}
    (figure,) = record.figures
    assert figure.title == {"ko": "곡선", "en": "The curve"}
    folder = Store(project).folder_of(record.key)
    assert "z의 tanh" in (folder / figure.files["ko"]).read_text("utf-8")


def test_tensors_and_variables_can_be_quoted(mini_project):
    project = mini_project({"part/tensors": TENSORS})
    assert runner.run(project).failed == []
    assert Store(project).current_record("part/tensors").values == {
        "rate": 0.5,
        "weights[0][0]": 1.0,
        "weights[0][1]": 2.0,
        "steps": 3,
        "loss[0]": 0.25,
        "loss[1]": 0.125,
    }


def test_what_is_fresh_is_left_alone(mini_project):
    project = mini_project({"part/a": "print(1)\n"})
    runner.run(project)
    before = Store(project).current_record("part/a")
    report = runner.run(project)
    assert (report.ran, report.fresh) == ([], ["part/a"])
    assert Store(project).current_record("part/a") == before


def test_only_what_changed_runs_again(mini_project):
    runner.run(mini_project({"part/a": "print(1)\n", "part/b": "print(2)\n"}))
    project = mini_project({"part/b": "print(3)\n"})
    report = runner.run(project)
    assert (report.ran, report.fresh) == (["part/b"], ["part/a"])
    assert Store(project).current_record("part/b").output == "3\n"


def test_force_runs_what_is_fresh(mini_project):
    project = mini_project({"part/a": "import time\nnow = time.time()\n"})
    runner.run(project)
    before = Store(project).current_record("part/a").values["now"]
    assert runner.run(project, force=True).ran == ["part/a"]
    assert Store(project).current_record("part/a").values["now"] > before


def test_only_the_named_ones_run_and_the_others_stay_current(mini_project):
    project = mini_project({"part/a": "print(1)\n", "part/b": "print(2)\n"})
    runner.run(project)
    mini_project({"part/a": "print(3)\n", "part/b": "print(4)\n"})
    assert runner.run(project, ["part/b"]).ran == ["part/b"]
    store = Store(project)
    assert [store.current_record(name).output for name in ("part/a", "part/b")] == ["1\n", "4\n"]


def test_a_broken_draft_does_not_stop_the_others(mini_project):
    project = mini_project({"part/a": "print(1)\n", "part/draft": "print(2)\n"})
    runner.run(project)
    mini_project({"part/a": "print(3)\n", "part/draft": "%matplotlib inline\n", "part/Two-x": "print(5)\n"})
    report = runner.run(project, ["part/a"])
    assert (report.ran, report.failed) == (["part/a"], [])
    mini_project({"part/a": "print(4)\n"})
    report = runner.run(project)
    assert report.ran == ["part/a"]
    assert {problem.path for problem in report.failed} == {
        "snippets/part/draft.py",
        "snippets/part/Two-x.py",
    }
    assert [problem.rule for problem in runner.run(project, ["part/draft"]).failed] == ["syntax"]
    assert Store(project).current().keys() == {"part/a", "part/draft"}


def test_an_unknown_id_is_refused_before_anything_runs(mini_project):
    project = mini_project({"part/a": "print(1)\n"})
    with pytest.raises(ProblemError, match="no example 'part/b'"):
        runner.run(project, ["part/a", "part/b"])
    assert Store(project).current() == {}


def test_a_deleted_snippet_is_no_longer_current(mini_project):
    project = mini_project({"part/a": "print(1)\n", "part/b": "print(2)\n"})
    runner.run(project)
    (project.snippets / "part/b.py").unlink()
    runner.run(project)
    assert set(Store(project).current()) == {"part/a"}


def test_shards_share_all_snippets_among_them(mini_project):
    ids = {f"part/n{n}" for n in range(7)}
    project = mini_project({name: f"print({name!r})\n" for name in ids})
    ran = [runner.run(project, shard=(part, 3)).ran for part in (1, 2, 3)]
    assert sorted(name for ids_of_shard in ran for name in ids_of_shard) == sorted(ids)
    assert max(map(len, ran)) - min(map(len, ran)) <= 1
    assert set(Store(project).current()) == ids


def test_progress_reports_counts_and_running_snippets(mini_project):
    runner.run(mini_project({"part/fresh": "x = 1\n"}))
    project = mini_project({"part/good": "x = 1\n", "part/bad": "1 / 0\n"})
    events: list[runner.Progress] = []
    runner.run(project, jobs=1, progress=events.append)
    assert [p.event for p in events if not p.id] == ["planned"]
    assert {(p.event, p.id) for p in events if p.id} == {
        ("started", "part/good"),
        ("finished", "part/good"),
        ("started", "part/bad"),
        ("failed", "part/bad"),
    }
    for p in events:
        assert p.total == p.fresh + p.done + p.failed + len(p.running) + p.remaining == 3
    assert (events[0].fresh, events[0].remaining) == (1, 2)
    assert (events[-1].done, events[-1].failed, events[-1].remaining) == (1, 1, 0)


def test_a_kept_server_serves_several_runs(mini_project):
    project = mini_project({"part/a": "import sys\nprint('numpy' in sys.modules)\nimport numpy\n"})
    with runner.server_for(project, Book(project).snippets.values()) as server:
        for n in range(2):
            mini_project({"part/a": f"import sys\nprint('numpy' in sys.modules, {n})\nimport numpy\n"})
            assert runner.run(project, server=server).failed == []
            output = Store(project).current_record("part/a").output
            assert output == f"{sys.platform == 'linux'} {n}\n"


def test_a_run_may_be_made_in_a_thread(mini_project):
    """As the development server does."""
    project = mini_project({"part/a": "print(1)\n"})
    reports = []
    thread = threading.Thread(target=lambda: reports.append(runner.run(project)))
    thread.start()
    thread.join()
    assert reports[0].ran == ["part/a"]


def test_what_is_saved_while_another_run_ends_is_what_runs(mini_project):
    project = mini_project({"part/a": "print(1)\n"})
    waiting = threading.Event()
    with exclusive_run(project, pytest.fail):
        thread = threading.Thread(target=lambda: runner.run(project, progress=lambda _: waiting.set()))
        thread.start()
        assert waiting.wait(60)
        mini_project({"part/a": "print(2)\n", "part/b": "print(3)\n"})
    thread.join()
    store = Store(project)
    assert [store.current_record(name).output for name in ("part/a", "part/b")] == ["2\n", "3\n"]


def test_a_damaged_record_is_recorded_again(mini_project):
    project = mini_project({"part/a": "print(1)\n"})
    runner.run(project)
    store = Store(project)
    (store.folder_of(store.current()["part/a"]) / "record.json").write_text("{")
    assert runner.run(project).ran == ["part/a"]


@pytest.mark.parametrize(
    ("source", "labels"),
    [(FIGURE, FIGURE_LABELS), (NETWORK, {}), (FOREST, {})],
    ids=["matplotlib", "tensorflow", "scikit-learn"],
)
def test_a_fresh_interpreter_gives_the_same_record(mini_project, source, labels):
    project = mini_project({"part/a": source}, labels)
    assert seen(project, fresh_interpreter=False) == seen(project, fresh_interpreter=True)


def seen(project, fresh_interpreter: bool) -> tuple:
    """All that a run must repeat: not when and how fast it was."""
    report = runner.run(project, force=True, fresh_interpreter=fresh_interpreter)
    assert report.failed == []
    store = Store(project)
    record = store.current_record("part/a")
    folder = store.folder_of(record.key)
    svgs = [(folder / name).read_bytes() for figure in record.figures for name in figure.files.values()]
    return (
        record.key,
        record.output,
        record.values,
        record.figures,
        svgs,
        record.warnings,
        record.versions,
        record.platform,
        record.confinement,
    )


def test_with_nothing_to_run_nothing_heavy_is_imported_and_no_process_started(mini_project):
    """Else `make serve` would take seconds to notice that there is nothing to do."""
    project = mini_project({"part/a": FIGURE + "import tensorflow\n"}, FIGURE_LABELS)
    code = """
import json, subprocess, sys
from pathlib import Path
from execbook.runs import runner
from execbook.project import Project
from execbook.runs import forkserver
def refuse(*_, **__):
    raise AssertionError("started a process")
if sys.argv[2] == "again":
    subprocess.Popen = refuse
report = runner.run(Project(Path(sys.argv[1])))
heavy = {"numpy", "matplotlib", "tensorflow", "pandas", "asyncio", "rich", "mkdocs"} & set(sys.modules)
print(json.dumps([report.ran, report.fresh, sorted(heavy)]))
"""
    answers = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", code, str(project.root), when],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for when in ("first", "again")
    ]
    assert answers == [[["part/a"], [], []], [[], ["part/a"], []]]
