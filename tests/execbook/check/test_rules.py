"""Every rule has a name, a sentence, and a change to the specimen book that breaks it.

Covers execbook/check/**.py: each rule is broken once, by the change registered with it.
"""

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


FOLDERS = {
    "accepted": "agreed",
    "build": "made",
    "docs": "pages",
    "labs": "exercises",
    "site": "public",
    "snippets": "code",
    "theme": "look",
    "words": "lists",
}
WRONG = {
    "accepted/addresses.txt": "index\npart/halving\npart/gone\n",
    "accepted/bands.toml": "half\n",
    "accepted/textbook.toml": "half\n",
    "accepted/tolerances.toml": "half\n",
    "accepted/translations/part/halving.txt": "half\n",
    "accepted/translations/part/gone.txt": "half\n",
    "docs/en/part/only.md": "# Only {#only}\n",
    "labs/numbers.py": "half\n",
    "snippets/part/other.py": '"""Nothing."""\n',
    "theme/overrides/main.html": '<p title="Halve it">나눔</p>\n',
    "words/definitions.tsv": "term\tpage\tko\ten\n반\tpart/halving\t반.\tHalf.\n",
    "words/glossary.tsv": "ko\ten\tavoid\talso\tjudged\n절반\thalf\tHalve\t\t\n수\n",
    "words/phrases.tsv": "language\tphrase\twrite\tunless\nen\thalf\twhole\t\nhalf\n",
    "words/leads.tsv": "page\tkind\tko\ten\npart/gone\ttitle\t반\thalf\n",
    "words/labels.ko.toml": '[shared]\n"whole" = "전체"\n"Halving" = "반으로"\n',
}


def test_a_book_may_name_its_folders_as_it_likes(book, tmp_path):
    """Whatever is wrong in them is found under their names as under the usual ones."""
    for name, text in WRONG.items():
        book.write(name, text)
    book.record()
    usual = problems_of_sources(book.project)
    assert {place.split("/")[0] for place, _ in usual} >= FOLDERS.keys() - {"build", "site"}
    for name, other in FOLDERS.items():
        if book.path(name).is_dir():
            book.path(name).rename(book.path(other))
    names = "".join(f'{name} = "{other}"\n' for name, other in FOLDERS.items())
    book.write("pyproject.toml", f"{SETTINGS}\n[tool.execbook.folders]\n{names}")
    renamed = Project(book.project.root)
    assert {(renamed.usual(place), rule) for place, rule in problems_of_sources(renamed)} == usual
    assert not [path.name for path in tmp_path.iterdir() if path.name in FOLDERS]


def problems_of_sources(project: Project) -> set[tuple[str, str]]:
    book = Book(project)
    found = [*check_sources(book), *check_before_publishing(book)]
    return {(problem.path, problem.rule) for problem in found}


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
