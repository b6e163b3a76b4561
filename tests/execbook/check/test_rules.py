"""Every rule has a name, a sentence, and a change to the specimen book that breaks it.

Covers execbook/check/**.py: each rule is broken once, by the change registered with it.
"""

from __future__ import annotations

import json
import re

import pytest

from execbook.book import Book
from execbook.check import check_before_publishing, check_site, check_sources
from execbook.check.rules import Rule, Stage, all_rules, rule, violations
from execbook.cli.main import main
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from tests import ROOT, SETTINGS
from tests.execbook.check.handmade import build

ASK = {
    Stage.SOURCES: check_sources,
    Stage.PUBLISHING: check_before_publishing,
    Stage.SITE: lambda book: check_site(book, book.project.site),
}
DECLARED = [one for one in all_rules() if one.breaks]


def name_of(one: Rule) -> str:
    return f"{one.stage.value}-{one.name}"


@pytest.mark.parametrize("one", DECLARED, ids=name_of)
def test_what_breaks_a_rule_is_found_by_it(book, one):
    if "claim" in one.name:
        book.claim()
    book.record()
    build(book)
    assert not any(problem.rule == one.name for problem in ASK[one.stage](Book(book.project)))
    if one.breaks.old:
        book.edit(one.breaks.files, one.breaks.old, one.breaks.new)
    else:
        book.write(one.breaks.files, one.breaks.new)
    if one.stage is not Stage.SITE:
        book.record()
    found = [problem for problem in ASK[one.stage](Book(book.project)) if problem.rule == one.name]
    assert found
    for problem in found:
        assert problem.message and problem.fix and book.path(problem.path).exists()


@pytest.mark.parametrize("one", [one for one in all_rules() if not one.breaks], ids=name_of)
def test_a_rule_that_no_single_change_breaks_is_broken_by_a_test_of_its_own(one):
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert re.search(rf"\b{one.name}\b", tests)


def test_rules_are_listed_with_a_sentence_each(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out
    for one in all_rules():
        assert one.sentence.endswith(".")
        assert f"{one.name} " in listed and one.sentence in listed


def test_a_name_is_given_once():
    with pytest.raises(ValueError, match="two rules 'heading-id'"):
        rule("heading-id", "Again.")(lambda book: [])


def test_a_rule_finds_only_what_it_is_registered_for(book, monkeypatch):
    stray = Rule("one", Stage.SOURCES, "One.", lambda _: [Problem("a", 1, "odd", "even", "other")], None)
    monkeypatch.setattr("execbook.check.rules.all_rules", lambda: [stray])
    with pytest.raises(ValueError, match="'other'"):
        violations(Stage.SOURCES, Book(book.project))


def switched_off(book, *names: str) -> list[Problem]:
    """The problems of the book's sources when it switches off these rules."""
    off = f"switched-off = {json.dumps(names)}\n"
    book.write("pyproject.toml", SETTINGS.replace("[tool.execbook]\n", f"[tool.execbook]\n{off}"))
    return check_sources(Book(Project(book.project.root)))


def test_a_book_may_switch_off_a_rule_of_the_house(book):
    book.edit("snippets/part/halving.py", "default_rng(0)", "default_rng()")
    book.record()
    assert [problem.rule for problem in switched_off(book)] == ["snippet-seed"]
    assert switched_off(book, "snippet-seed") == []


@pytest.mark.parametrize(("name", "says"), [("no-record", "cannot be"), ("snippet-sead", "there is no rule")])
def test_no_other_rule_can_be_switched_off(book, name, says):
    with pytest.raises(ProblemError, match=says) as caught:
        switched_off(book, name)
    assert caught.value.problems[0].path == "pyproject.toml"
