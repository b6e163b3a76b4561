"""What runs alone is kept under a key of all that the run depends on, and a failure is not kept."""

import os
import re
import subprocess

import pytest
import yaml
from nbformat.v4 import new_code_cell, new_notebook

from execbook.book import Book
from execbook.problems import ProblemError
from tests import ROOT, edit
from tools.alone import __main__ as alone
from tools.alone import kept
from tools.alone.runs import run_notebook, run_snippet
from tools.alone.trials import trials

LAB = """\
# %% [markdown] section="one"
# # One

# %% exercise="one"
answer = ...

# %% check="one"
print("…" if answer is ... else "✓" if answer == 1 else "✗")

# %% solution="one"
answer = 1

# %% wrong="one"
answer = 2
"""


@pytest.fixture
def taken(mini_book):
    """The miniature with a lab and a lock."""
    (mini_book.root / "requirements.txt").write_text((ROOT / "requirements.txt").read_text("utf-8"), "utf-8")
    mini_book.labs.mkdir()
    (mini_book.labs / "numbers.py").write_text(LAB, "utf-8")
    return mini_book


def keys(project):
    return {one.name: one.key for one in trials(Book(project))}


def changed(project, former):
    return {name for name, key in keys(project).items() if former.get(name) != key}


def test_all_run_alone_and_what_has_passed_does_not_run_again(taken, capsys):
    assert alone.run(taken) == []
    assert kept.load(taken) == keys(taken)
    assert {*keys(taken)} == {
        "numbers/halving",
        "numbers/doubling",
        "page index",
        "page numbers/halving",
        "lab numbers",
    }
    capsys.readouterr()
    assert alone.run(taken) == []
    assert capsys.readouterr().out == "0 run, 5 known, 0 failed\n"
    assert alone.run(taken, ["numbers/doubling"], everything=True) == []
    assert capsys.readouterr().out == "1 run, 0 known, 0 failed\n"


def test_what_needs_the_engine_is_named_with_its_cure_and_not_kept(taken, capsys):
    with (taken.snippets / "numbers/halving.py").open("a", encoding="utf-8") as file:
        file.write('\nimport os\n\nassert "TF_NUM_INTEROP_THREADS" in os.environ, "not alone"\n')
    assert alone.main([], taken.root) == 1
    said = capsys.readouterr().err
    for place in "snippets/numbers/halving.py: numbers/", "docs/ko/numbers/halving.md: page numbers/":
        assert f"{place}halving, run, fails:" in said
    assert said.count("not alone") >= 2 and said.count("make alone ARGS=numbers/halving") == 2
    assert kept.load(taken).keys() == {"numbers/doubling", "page index", "lab numbers"}


def test_a_snippet_that_prints_something_else_than_recorded_fails(tmp_path):
    found = run_snippet("one.py", "print(1)\nprint(2)\n", lambda output: output == "1\n", 60, tmp_path)
    assert "prints something else than recorded: 1\n2\n" in found


def test_the_command_runs_what_is_stale_and_says_what_fails(taken, capsys):
    alone.run(taken)
    kept.save(taken, {**kept.load(taken), "numbers/doubling": "0"}, keys(taken))
    capsys.readouterr()
    assert alone.main([], taken.root) == 0
    assert capsys.readouterr().out == "1 run, 4 known, 0 failed\n"
    assert kept.load(taken) == keys(taken)
    edit(taken, "labs/numbers.py", "answer = ...", "answer = missing")
    assert alone.main(["numbers"], taken.root) == 1
    assert "labs/numbers.py: lab numbers, run, fails" in capsys.readouterr().err


def test_a_key_changes_with_the_text(taken):
    former = keys(taken)
    edit(taken, "snippets/numbers/halving.py", "limit=1", "limit=2")
    assert changed(taken, former) == {"numbers/halving", "page numbers/halving"}
    former = keys(taken)
    edit(taken, "labs/numbers.py", "answer = 2", "answer = 3")
    assert changed(taken, former) == {"lab numbers"}


@pytest.mark.parametrize("name", ["matplotlib", "numpy", "pillow"])
def test_a_key_changes_with_the_version_of_what_it_imports_and_what_that_requires(taken, name):
    former = keys(taken)
    edit(taken, "requirements.txt", f"\n{name}==", f"\n{name}==9")
    assert changed(taken, former) == {"numbers/halving", "page numbers/halving"}


def test_a_key_does_not_change_with_other_packages(taken):
    former = keys(taken)
    edit(taken, "requirements.txt", "\nruff==", "\nruff==9")
    assert changed(taken, former) == set()


def test_a_key_changes_with_what_was_accepted_of_the_output(taken):
    former = keys(taken)
    (taken.accepted / "results").mkdir(exist_ok=True)
    (taken.accepted / "results/numbers.tsv").write_text('halving\toutput 1\t"other"\n', "utf-8")
    assert changed(taken, former) == {"numbers/halving"}


@pytest.mark.parametrize("line", ["numbers/halving", "<<<<<<< one", "numbers/halving\t"])
def test_a_line_that_is_none_is_named(taken, line):
    taken.path(kept.FILE).write_text(f"numbers/doubling\tabc\n{line}\n", "utf-8")
    with pytest.raises(ProblemError) as caught:
        kept.load(taken)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (kept.FILE, 2) and "make alone" in problem.fix


LEAVES = "from pathlib import Path\n\nPath('left').mkdir(exist_ok={})\n"


@pytest.mark.parametrize("may_be_there", [True, False])
def test_what_leaves_files_runs_once_more_beside_them(tmp_path, may_be_there):
    source = LEAVES.format(may_be_there)
    found = run_snippet("one.py", source, lambda output: True, 60, tmp_path)
    assert not found if may_be_there else "once more in the same folder, fails" in found


@pytest.mark.parametrize("may_be_there", [True, False])
def test_a_notebook_that_leaves_files_runs_once_more_beside_them(tmp_path, may_be_there):
    notebook = new_notebook(cells=[new_code_cell(LEAVES.format(may_be_there))])
    found = run_notebook(notebook, None, 60, tmp_path)
    assert not found if may_be_there else "once more in the same folder, fails" in found


def test_the_cells_of_a_notebook_share_a_kernel_and_nothing_of_this_project(tmp_path):
    cells = ["x = 1", "assert x == 1", "import execbook_is_not_here"]
    notebook = new_notebook(cells=[new_code_cell(cell) for cell in cells])
    found = run_notebook(notebook, None, 60, tmp_path)
    assert "No module named 'execbook_is_not_here'" in found


def test_all_run_every_week_and_not_only_what_is_stale():
    workflow = yaml.safe_load((ROOT / ".github/workflows/alone.yml").read_text("utf-8"))
    (schedule,) = workflow[True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    (job,) = workflow["jobs"].values()
    assert job["steps"][-1] == {"run": "make alone", "env": {"ARGS": "--all"}}
    without = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    environment = without | {"ARGS": "--all"}  # and none of `make test ARGS=…`, which would win
    make = subprocess.run(["make", "-n", "alone"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert "-m tools.alone --all\n" in make.stdout
