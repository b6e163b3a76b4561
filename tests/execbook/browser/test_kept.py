"""Answers of the interpreter are asked for once."""

import pytest

from execbook.browser.kept import Kept, Question
from execbook.project import Project


@pytest.fixture
def answers(tmp_path):
    return Kept(Project(tmp_path), tmp_path / "kept", "runtime 1")


def question(text):
    return Question(text, lambda ask: ask("echo", {"said": text}))


def test_an_answer_is_kept(answers, fake_interpreter):
    fake_interpreter.answers["echo"] = dict
    one, other = question("one"), question("other")
    assert answers.answer(one) is None
    answers.ask([one], cores=2)
    assert answers.answer(one) == {"said": "one"}
    assert answers.answer(other) is None
    assert fake_interpreter.asked == [{"said": "one"}]


def test_another_runtime_has_to_be_asked_again(answers, fake_interpreter):
    fake_interpreter.answers["echo"] = dict
    answers.ask([question("one")], cores=1)
    assert Kept(answers.project, answers.folder, "runtime 2").answer(question("one")) is None


def test_what_is_no_longer_asked_is_forgotten(answers, fake_interpreter):
    fake_interpreter.answers["echo"] = dict
    one, other = question("one"), question("other")
    answers.ask([one, other], cores=1)
    answers.forget([other])
    assert answers.answer(one) is None and answers.answer(other) == {"said": "other"}
    assert len(list(answers.folder.iterdir())) == 1


def test_a_broken_answer_counts_as_none(answers, fake_interpreter):
    fake_interpreter.answers["echo"] = dict
    answers.ask([question("one")], cores=1)
    next(answers.folder.iterdir()).write_text("{")
    assert answers.answer(question("one")) is None


def test_nothing_to_ask_is_no_error(answers, fake_interpreter):
    answers.ask([], cores=2)
