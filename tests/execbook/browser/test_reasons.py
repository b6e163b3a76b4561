"""Why an example does not run in browsers."""

import pytest

from execbook.browser import reasons
from execbook.browser.examples import Outcome
from execbook.browser.reasons import PLACE, Reasons
from execbook.problems import ProblemError
from execbook.project import Project
from tests import SETTINGS

LIST = """\
[[reason]]
modules = ["tensorflow", "keras"]
ko = "텐서플로가 없음"
en = "it needs TensorFlow"

[[reason]]
examples = ["a/warning"]
ko = "경고가 없음"
en = "there is no warning"
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / PLACE).parent.mkdir()
    (tmp_path / PLACE).write_text(LIST, "utf-8")
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    return Project(tmp_path)


def test_a_module_that_is_not_there_has_one_reason_for_all(project):
    found = reasons.load(project)
    assert found.of("a/net", Outcome(lacking=("keras", "zzz")))["en"] == "it needs TensorFlow"
    assert found.of("a/warning", Outcome(lacking=("zzz",))) is None


def test_an_example_with_another_result_has_its_own(project):
    found = reasons.load(project)
    assert found.of("a/warning", Outcome("output 1: 0 instead of 1"))["ko"] == "경고가 없음"
    assert found.of("a/other", Outcome("output 1: 0 instead of 1")) is None
    assert found.of("a/warning", Outcome()) is None, "it runs by now"


def test_a_project_may_have_none(tmp_path):
    assert reasons.load(Project(tmp_path)) == Reasons()


@pytest.mark.parametrize("text", ["[[reason", '[[reason]]\nmodules = ["a"]\nko = "가"\n', "reason = 1\n"])
def test_a_list_that_cannot_be_read_is_reported(project, text):
    (project.root / PLACE).write_text(text, "utf-8")
    with pytest.raises(ProblemError, match="`modules` or `examples`, and ko, en"):
        reasons.load(project)
