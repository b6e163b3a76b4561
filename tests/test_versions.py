"""Every example has been run with the packages that readers have; and how the tool does it."""

import sys
from pathlib import Path

import pytest

from execbook.book import Book
from execbook.project import Project
from execbook.versions import environments, outcomes
from execbook.versions.environments import Environment
from execbook.versions.outcomes import Outcome
from tests import ROOT
from tests.test_requirements import pins
from tools.lock import first_line
from tools.versions import __main__ as tool

PROJECT = Project(ROOT)


def test_every_example_was_run_with_other_versions_as_it_is_now():
    stale = [f"{example_id} ({name})" for example_id, name in outcomes.stale(Book(PROJECT))]
    cure = "run `make versions`, and commit accepted/versions.tsv"
    assert not stale, f"{len(stale)} examples have changed since: {', '.join(stale[:5])}: {cure}"


def test_what_is_kept_is_of_examples_and_environments_that_exist():
    names = {one.name for one in environments.load(PROJECT)}
    kept = outcomes.read(PROJECT)
    assert {name for _, name in kept} == names == {"older", "newest"}
    assert {example_id for example_id, _ in kept} == Book(PROJECT).snippets.keys()


def test_no_example_runs_to_its_end_with_another_result_where_it_needs_a_version():
    """What differs with older packages is known, so that a new difference is read before it is accepted."""
    needing = {place for place, (_, outcome) in outcomes.read(PROJECT).items() if outcome.needs}
    assert ("preprocessing/l1", "older") in needing and ("preprocessing/l1_liblinear", "older") in needing


@pytest.mark.parametrize("environment", environments.load(PROJECT), ids=lambda one: one.name)
def test_an_environment_is_locked_as_it_is_asked_for(environment: Environment):
    lock = ROOT / environment.lock
    asked = lock.with_suffix(".in")
    head = first_line(asked.read_text("utf-8"), asked.name, "make versions ARGS=--lock")
    assert lock.read_text("utf-8").startswith(head), "run `make versions ARGS=--lock`, and commit the lock"
    locked = pins(lock.read_text("utf-8"))
    assert locked and all(hashed for _, hashed in locked)


def test_the_older_environment_is_what_readers_had():
    older = environments.load(PROJECT)[0].packages
    wanted = {
        "numpy": "2.0",
        "pandas": "2.2",
        "scikit-learn": "1.6",
        "matplotlib": "3.10",
        "tensorflow": "2.19",
    }
    assert {name: ".".join(older[name].split(".")[:2]) for name in wanted} == wanted


@pytest.fixture
def here(mini_book, monkeypatch):
    """The specimen book, with an environment that is this interpreter's."""
    monkeypatch.setattr(tool, "made", lambda project, environment: Path(sys.executable))
    (mini_book.root / "lock.txt").write_text("numpy==1.0\n")
    (mini_book.accepted / "versions.toml").write_text(
        '[[environment]]\nname = "here"\npython = "3.11"\nlock = "lock.txt"\nko = "여기"\nen = "here"\n',
        "utf-8",
    )
    return mini_book


def kept(project: Project) -> dict[str, Outcome]:
    return {example_id: outcome for (example_id, _), (_, outcome) in outcomes.read(project).items()}


def test_a_difference_is_found_and_only_what_changed_runs_again(here, capsys):
    tool.main([], here.root)
    first = kept(here)
    assert first and set(first) == set(Book(here).snippets)
    assert "to run" in capsys.readouterr().out
    tool.main([], here.root)
    assert "here: 0 examples to run" in capsys.readouterr().out
    name = "numbers/doubling"
    path = here.snippets / f"{name}.py"
    path.write_text("gone = [].gone\n")
    tool.main([], here.root)
    said = capsys.readouterr().out
    assert "here: 1 examples to run" in said and "no attribute 'gone'" in said
    assert kept(here)[name].error.startswith("AttributeError") and len(kept(here)) == len(first)


def test_an_outcome_that_changes_by_itself_is_told(here, monkeypatch, capsys):
    answers = {"now": "1"}
    monkeypatch.setattr(
        tool,
        "run",
        lambda project, environment, ids: [
            (one, Outcome(now=answers["now"], place="value x")) for one in ids
        ],
    )
    assert tool.main([], here.root) == 0
    assert tool.main(["--all"], here.root) == 0
    answers["now"] = "2"
    assert tool.main(["--all"], here.root) == 1
    assert "was: value x" in capsys.readouterr().out


def test_the_runs_of_a_foreign_interpreter_need_the_engine_and_yaml_alone():
    """Of packages that are not the examples' own, the environments have pyyaml."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); import tools.versions.inside; print(*sys.modules)"
    import subprocess

    ran = subprocess.run([sys.executable, "-c", code, ROOT], capture_output=True, text=True, check=True)
    tops = {name.partition(".")[0] for name in ran.stdout.split()}
    foreign = {one for one in tops - set(sys.stdlib_module_names) if not one.startswith(("_", "cython"))}
    assert foreign <= {
        "execbook",
        "tools",
        "yaml",
        "sitecustomize",
        "usercustomize",
        "google",
        "mpl_toolkits",
    }
