"""Every rule has a name, a sentence, and a change to the specimen book that breaks it.

Covers execbook/check/**.py: each rule is broken once, by the change registered with it.
"""

from __future__ import annotations

import re

import pytest

from execbook.book import Book
from execbook.check import check_before_publishing, check_site, check_sources
from execbook.check.rules import Rule, Stage, all_rules, rule, violations
from execbook.cli.main import main
from execbook.problems import Problem
from tests import ROOT
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
    if "comment" in one.name:
        book.translate_comments()
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
