"""Exercises of labs in readers' browsers."""

import json

import pytest

from execbook.book import Book
from execbook.browser import examples, lab_exercises, runtime
from execbook.project import Project
from execbook.takeaway import labs
from tests import ROOT

LAB = """\
# %% [markdown] lang="ko" section="lab"
# # 실습

# %% [markdown] lang="en" section="lab"
# # Lab

# %%
import numpy as np

# %% exercise="half"
def half(x):
    ...

# %% check="half"
report(half(4), lambda a: a == 2)

# %% solution="half"
def half(x):
    return x / 2

# %% wrong="half"
# ko: 두 배로
#   늘렸습니다.
# en: You doubled it.
def half(x):
    return x * 2
"""


@pytest.fixture
def project(tmp_path, with_runtime):
    (tmp_path / "labs").mkdir()
    (tmp_path / "labs/numbers.py").write_text(LAB, "utf-8")
    (tmp_path / "theme").symlink_to(ROOT / "theme", target_is_directory=True)
    return with_runtime(Project(tmp_path))


def test_an_exercise_knows_what_comes_before_it_and_the_hint_of_each_mistake(project):
    (lab,) = labs.labs(project)
    for language, hint in (("ko", "두 배로 늘렸습니다."), ("en", "You doubled it.")):
        (one,) = lab_exercises.exercises(lab, language)
        assert one.name == "half" and one.setup == ["import numpy as np"]
        assert one.hints == [hint] and one.wrong == ["def half(x):\n    return x * 2"]
        said = json.loads(lab_exercises.facts(lab, language, runtime.load(project))[1])
        assert "solution" not in said["exercises"][0], "it is on the page"


def test_every_wrong_answer_of_the_labs_has_a_hint_in_both_languages():
    for lab in labs.labs(Project(ROOT)):
        for language in ("ko", "en"):
            for one in lab_exercises.exercises(lab, language):
                missing = [wrong for wrong, hint in zip(one.wrong, one.hints, strict=True) if not hint]
                assert lab.part == "training" or not missing, f"{lab.name} {one.name} {language}: {missing}"


def judge(task):
    """As a lab should be judged."""
    verdict = "right" if "/ 2" in task["answer"] else "wrong" if "* 2" in task["answer"] else "empty"
    return {"error": "", "verdict": verdict, "known": 0 if verdict == "wrong" else -1}


@pytest.mark.parametrize(
    ("judge", "offered"),
    [(judge, {"numbers"}), (lambda task: judge(task) | {"known": -1}, set())],
    ids=["as its author meant it", "a mistake is not recognised"],
)
def test_a_lab_is_offered_if_its_checks_judge_as_they_should(project, fake_interpreter, judge, offered):
    fake_interpreter.answers["lab.check"] = judge
    book, found = Book(project), runtime.load(project)
    own = dict.fromkeys(("python.js", "child.js", "engine.zip", "editor.js"), b"")
    assert lab_exercises.offers(book, found, own) == {}, "it has not been asked yet"
    examples.kept_in(project, found).ask(lab_exercises.questions(book, found).values(), cores=1)
    assert lab_exercises.offers(book, found, own).keys() == offered


def test_only_the_exercises_that_need_what_browsers_lack_are_left_out(project, fake_interpreter):
    more = """

# %%
import tensorflow as tf

# %% exercise="third"
def third(x):
    ...

# %% check="third"
report(third(6), lambda a: a == 2)

# %% solution="third"
def third(x):
    return x / 3

# %% wrong="third"
# ko: 더했습니다.
# en: You added.
def third(x):
    return x + 3
"""
    path = project.root / "labs/numbers.py"
    path.write_text(LAB + more, "utf-8")
    fake_interpreter.answers["lab.check"] = judge
    book, found = Book(project), runtime.load(project)
    (lab,) = labs.labs(project)
    assert [one.name for one in lab_exercises.exercises(lab, "en")] == ["half", "third"]
    assert lab_exercises.questions(book, found).keys() == {("numbers", "half")}
    examples.kept_in(project, found).ask(lab_exercises.questions(book, found).values(), cores=1)
    own = dict.fromkeys(("python.js", "child.js", "engine.zip", "editor.js"), b"")
    offer = lab_exercises.offers(book, found, own)["numbers"]
    assert "tensorflow" not in offer.packages
    said = json.loads(lab_exercises.facts(lab, "en", found)[1])
    assert [one["name"] for one in said["exercises"]] == ["half"]
