"""What a knob may declare, and the file with another value."""

from pathlib import Path

import pytest

from execbook.problems import ProblemError
from execbook.project import Project
from execbook.sources import knobs, snippets
from execbook.sources.knobs import Knob
from tests import SETTINGS

SOURCE = '''"""Fit."""

# 학습률
rate, momentum = 0.1, -0.9  # 하나씩 바꿔 보기


def fit(*, depth=2, kind="linear"):
    return depth, kind


print(rate, momentum, fit(kind="linear"))
total = sum([1, 2], start=0)
'''


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "snippets/part").mkdir(parents=True)
    (tmp_path / "snippets/part/fit.py").write_text(SOURCE, "utf-8")
    return Project(tmp_path)


def declare(project: Project, text: str) -> Knob:
    (project.snippets / "part/knobs.toml").write_text(text, "utf-8")
    (found,) = knobs.load(project).values()
    return found


def complaints(project: Project, text: str) -> list[str]:
    """What is wrong with a declaration, with its place and its cure."""
    try:
        knob = declare(project, text)
        (found,), _ = snippets.survey(project)
        return list(map(str, knobs.faults(knob, found)))
    except ProblemError as error:
        return list(map(str, error.problems))


def texts(project: Project, text: str) -> list[str]:
    (snippet,), _ = snippets.survey(project)
    return [one.snippet.source for one in knobs.variants(declare(project, text), snippet)]


@pytest.mark.parametrize(
    ("values", "former", "present"),
    [
        ("rate = [0.1, 2]", "rate, momentum = 0.1, -0.9", "rate, momentum = 2, -0.9"),
        ("momentum = [-0.9, 1e-5]", "rate, momentum = 0.1, -0.9", "rate, momentum = 0.1, 1e-05"),
        ("depth = [2, 10]", "depth=2", "depth=10"),
        ("start = [0, -1]", "start=0", "start=-1"),
    ],
)
def test_another_value_replaces_the_literal_alone(project, values, former, present):
    """Behind Korean comments too, where characters and bytes are counted differently."""
    (found,) = texts(project, f"[fit]\nvalues.{values}\n")
    assert found == SOURCE.replace(former, present)


def test_two_knobs_make_a_grid_and_the_own_setting_comes_first(project):
    text = "[fit]\nvalues.rate = [0.1, 0.2]\nvalues.depth = [2, 3]\n"
    settings = declare(project, text).settings()
    assert settings == [
        {"rate": 0.1, "depth": 2},
        {"rate": 0.1, "depth": 3},
        {"rate": 0.2, "depth": 2},
        {"rate": 0.2, "depth": 3},
    ]
    assert SOURCE.replace("0.1,", "0.2,").replace("depth=2", "depth=3") == texts(project, text)[-1]


@pytest.mark.parametrize(
    ("text", "said", "cure"),
    [
        ("[fit]\nvalues.rat = [0.1, 0.2]", "no constant and no argument 'rat'", "did you mean 'rate'"),
        ("[fit]\nvalues.kind = ['linear', 'rbf']", "'kind' in lines 7 and 11", "name of its own"),
        ("[fit]\nvalues.rate = [0.2, 0.1]", "rate begins with 0.2, but fit.py has 0.1", "own value first"),
        ("[fit]\nvalues.rate = [0.1, 0.2, 0.2]", "the value 0.2 twice", "delete one"),
        ("[fit]\nvalues.rate = [0.1]", "rate has 1 values", "2 to 12"),
        (f"[fit]\nvalues.depth = {list(range(2, 15))}", "depth has 13 values", "2 to 12"),
        (
            f"[fit]\nvalues.depth = {list(range(2, 9))}\nvalues.rate = [0.1, 1.0, 2.0, 3.0]",
            "makes 28 runs",
            "at most 24",
        ),
        ("[fit]\nvalues.rate = [0.1, [0.2]]", "no lists of values", "values.NAME"),
        ("[fit]\nvalues = [0.1, 0.2]", "no lists of values", "values.NAME"),
        ("[fit]\nvalues.a = [1, 2]\nvalues.b = [1, 2]\nvalues.c = [1, 2]", "no lists", "one name or two"),
        ("[fit]\nvalues.rate = [0.1, 0.2]\nframes = 'x'", "either values or frames", "values.NAME"),
        ("[fit]\naxes = 'it grows'", "either values or frames", "values.NAME"),
        ("[fit]\nvalues.rate = [0.1, 0.2]\naxis = 'x'", "no field 'axis'", "did you mean 'axes'"),
        ("[fit]\nvalues.rate = [0.1, 0.2]\naxes = true", "axes is no text", "between quotes"),
        ("fit = 3", "is no table", "[fit]"),
        ("[fit", "is not TOML", "correct it"),
    ],
)
def test_each_bad_declaration_is_refused_with_its_place_and_its_cure(project, text, said, cure):
    found = complaints(project, f"# What moves\n{text}\n")
    assert any(one.startswith("snippets/part/knobs.toml:2: ") and said in one for one in found), found
    assert any(cure in one for one in found), found


def test_an_integer_is_not_taken_for_a_truth_value(project):
    assert complaints(project, "[fit]\nvalues.start = [false, true]\n")
