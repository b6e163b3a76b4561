"""A section that has changed in one language is an error until the other follows or is excused.

Covers execbook/languages/translations/*.py: from a change in one language to its acceptance.
"""

import subprocess

import pytest

from execbook.book import Book
from execbook.check import check_before_publishing, check_sources
from execbook.check.languages import translations
from execbook.cli.main import main
from execbook.languages.translations.accept import accept
from execbook.languages.translations.texts import END, read
from execbook.problems import ProblemError
from tests import LANGUAGES

EN = "docs/en/part/halving.md"
KO = "docs/ko/part/halving.md"
KEY = "part/halving#halving"
RUN = "part/halving#run"
ACCEPTED = "accepted/translations/part/halving.txt"


@pytest.fixture
def equal(book):
    """The book with both languages declared equal."""
    book.record()
    accept(Book(book.project), new=True)
    return book


def found(book):
    return [f"{p.rule} {p.path}:{p.line}" for p in check_before_publishing(Book(book.project))]


def test_what_was_accepted_as_equal_is_no_problem(equal):
    assert check_sources(Book(equal.project)) == found(equal) == []
    assert translations.status(Book(equal.project)) == ["6 sections say the same in all languages"]


@pytest.mark.parametrize(
    ("edited", "late", "old", "new"),
    [(EN, KO, "Halve it\n\n", "Halve it twice. Stop.\n\n"), (KO, EN, "나눕니다\n\n", "두 번 나눕니다.\n\n")],
)
def test_either_language_may_lead_and_the_problem_shows_what_changed(equal, edited, late, old, new):
    equal.edit(edited, old, new)
    (problem,) = check_before_publishing(Book(equal.project))
    assert (problem.rule, problem.path, problem.line) == ("translation-behind", late, 7)
    assert f"{edited}:7" in problem.message and f"execbook accept {KEY}" in problem.fix
    assert f"    - {old.strip()}\n    + {new.split('. ')[0].strip()}" in problem.fix


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Halve it\n\n", "Halve\n  it   \n\n\n"),
        ("\n/// example", "\n\n\n/// example"),
        ("assert 1 / 2 == 0.5\n", "assert 1 / 2 == 0.5   \n"),
        ("{#run}", "{: #run }"),
    ],
)
def test_wrapping_and_blanks_are_no_change_and_clear_none(equal, old, new):
    equal.edit(EN, old, new)
    assert found(equal) == []
    equal.edit(KO, "마지막 값", "끝값")
    equal.edit(EN, "It ends at", "It ends\nat")
    assert [line.split()[0] for line in found(equal)] == ["translation-behind"]


def test_indentation_of_code_is_a_change(equal):
    equal.edit(EN, "assert 1 / 2 == 0.5", "if True:\n    assert 1 / 2 == 0.5")
    assert [line.split()[0] for line in found(equal)] == ["translation-behind"]


def test_when_both_changed_someone_has_to_say_that_they_are_equal(equal):
    equal.edit(EN, "It ends at", "The end is")
    equal.edit(KO, "마지막 값", "끝값")
    (problem,) = check_before_publishing(Book(equal.project))
    assert (problem.rule, problem.path, problem.line) == ("translation-changed", KO, 15)
    assert f"{EN}:15" in problem.message
    assert "+ The end is" in problem.fix and "+ 끝값" in problem.fix
    assert accept(Book(equal.project), [RUN]) == [RUN]
    assert found(equal) == []


def test_one_language_alone_is_accepted_only_with_a_word_on_why(equal):
    equal.edit(EN, "It ends at", "It end at")
    with pytest.raises(ProblemError, match="ko would fall behind"):
        accept(Book(equal.project), [RUN])
    assert found(equal) == [f"translation-behind {KO}:15"]
    accept(Book(equal.project), [EN], same=True)
    assert found(equal) == []


def test_a_reason_is_kept_until_the_other_language_follows(equal):
    equal.edit(EN, "It ends at", "A longer tale: it ends at")
    accept(Book(equal.project), [RUN], reason="the Korean  course skips this")
    assert check_sources(Book(equal.project)) == found(equal) == []
    assert translations.status(Book(equal.project)) == [f"{RUN}: ko may differ: the Korean course skips this"]
    # What leads goes on: an error again, with all that changed since both were equal.
    equal.edit(EN, "longer tale", "long tale")
    (problem,) = check_before_publishing(Book(equal.project))
    assert problem.rule == "translation-behind" and "- It ends at" in problem.fix
    accept(Book(equal.project), [RUN], reason="still")
    # The other follows.
    equal.edit(KO, "마지막 값", "긴 이야기: 마지막 값")
    assert found(equal) == [f"translation-changed {KO}:15"]
    accept(Book(equal.project), [RUN])
    assert translations.status(Book(equal.project)) == ["6 sections say the same in all languages"]


def test_which_language_is_behind_must_be_said_where_both_changed(equal):
    equal.edit("docs/*/part/halving.md", "| .4f", "| .3f")
    with pytest.raises(ProblemError, match="which language is behind"):
        accept(Book(equal.project), ["part/halving"], reason="half done")
    accept(Book(equal.project), ["part/halving"], reason="half done", behind="en")
    assert translations.status(Book(equal.project)) == [f"{RUN}: en may differ: half done"]


def test_new_pages_and_sections_are_to_be_declared(equal):
    for language in LANGUAGES:
        equal.edit(f"docs/{language}/part/halving.md", "\n[1]", "\n## End {#end}\n\n[1]")
        equal.write(f"docs/{language}/more.md", f"---\ntitle: {language}\n---\n\n# {language} {{#more}}\n")
    problems = [p for p in check_before_publishing(Book(equal.project)) if p.rule == "translation-new"]
    assert [p.path for p in problems] == ["docs/ko/more.md", KO]
    assert "execbook accept more`" in problems[0].fix and "accept part/halving#end`" in problems[1].fix
    assert accept(Book(equal.project), new=True) == ["more#more", "more:settings", "part/halving#end"]


def test_what_is_gone_from_both_is_forgotten_on_request(equal):
    equal.edit("docs/*/part/halving.md", "\n[1](../index.md#home)\n", "")
    equal.edit(EN, "## Run it {#run}\n", "")
    equal.edit(KO, "## 실행하기 {#run}\n", "")
    problems = found(equal)
    line = equal.path(ACCEPTED).read_text("utf-8").splitlines().index("#run") + 1
    assert f"translation-gone {ACCEPTED}:{line}" in problems
    accept(Book(equal.project), [RUN, "part/halving"])
    assert "#run" not in equal.path(ACCEPTED).read_text("utf-8")


def test_nothing_is_kept_of_a_page_that_is_gone(equal):
    for language in LANGUAGES:
        equal.path(f"docs/{language}/part/halving.md").unlink()
    accept(Book(equal.project), new=True)
    assert not equal.path(ACCEPTED).exists()


MOVED = "accepted/translations/part/halves.txt"


def move(book, old, new):
    for language in LANGUAGES:
        text = book.path(f"docs/{language}/{old}.md")
        text.rename(text.parent / f"{new}.md")


def test_a_page_that_moves_takes_its_accepted_texts_along(equal):
    equal.edit(EN, "It ends at", "At last it ends at")
    accept(Book(equal.project), [RUN], reason="the Korean course skips this", behind="ko")
    equal.edit(KO, "나눕니다\n\n", "두 번 나눕니다.\n\n")
    move(equal, "part/halving", "halves")
    moved = [p for p in check_before_publishing(Book(equal.project)) if p.path == ACCEPTED]
    assert [p.rule for p in moved] == ["translation-moved"]
    assert "part/halves" in moved[0].message and "--new" in moved[0].fix
    accept(Book(equal.project), new=True)
    assert not equal.path(ACCEPTED).exists() and equal.path(MOVED).exists()
    assert found(equal) == ["translation-behind docs/en/part/halves.md:7"]
    status = translations.status(Book(equal.project))
    assert "part/halves#run: ko may differ: the Korean course skips this" in status


def test_a_heading_with_another_id_keeps_what_was_accepted(equal):
    equal.edit("docs/*/part/halving.md", "{#run}", "{#try}")
    equal.edit(KO, "마지막 값", "끝 값")
    assert f"translation-moved {ACCEPTED}:0" in found(equal)
    accept(Book(equal.project), new=True)
    assert found(equal) == [f"translation-behind {EN}:15"]


def test_another_page_is_not_taken_for_one_that_is_gone(equal):
    for language in LANGUAGES:
        equal.path(f"docs/{language}/part/halving.md").unlink()
        equal.write(f"docs/{language}/more.md", f"---\ntitle: {language}\n---\n\n# {language} {{#more}}\n")
    assert "translation-moved" not in "".join(found(equal))


def test_a_difference_that_cannot_be_seen_is_named(equal):
    equal.edit(KO, "나눕니다\n\n", "\u1102\u1161\u1102\u116e\u11b8\u1102\u1175\u1103\u1161\n\n")
    assert "only the form of the letters differs" in "\n".join(translations.status(Book(equal.project)))


def test_a_page_in_one_language_is_reported_once(equal):
    equal.path(KO).unlink()
    assert "missing-page" in [p.rule for p in check_sources(Book(equal.project))]
    assert found(equal) == []


def test_the_words_of_the_configurations_are_sections_too(equal):
    equal.edit("mkdocs.en.yml", "Numbers", "Figures")
    assert found(equal) == ["translation-behind mkdocs.yml:4"]


def test_a_lab_is_compared_section_by_section(equal):
    cells = '# %% [markdown] lang="{}" section="lab"\n# # {}\n#\n# {}\n\n'
    equal.write(
        "labs/part.py", cells.format("ko", "실습", "해 봅니다.") + cells.format("en", "Lab", "Try it.")
    )
    accept(Book(equal.project), new=True)
    equal.edit("labs/part.py", "Try it.", "Try it twice.")
    (problem,) = [p for p in check_before_publishing(Book(equal.project)) if "translation" in p.rule]
    assert (problem.rule, problem.path, problem.line) == ("translation-behind", "labs/part.py", 1)
    assert "labs/part.py:6" in problem.message
    equal.edit("labs/part.py", 'lang="ko" section="lab"', 'lang="ko" section="labor"')
    assert "translation-missing labs/part.py:1" in found(equal)


@pytest.fixture
def git(equal):
    """Run git in the book, which is a repository with one commit."""

    def run(*arguments):
        name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        command = ["git", *name, *arguments]
        return subprocess.run(command, cwd=equal.project.root, capture_output=True, text=True)

    for arguments in (["init"], ["add", "--all"], ["commit", "-m", "equal"], ["branch", "other"]):
        assert run(*arguments).returncode == 0
    return run


FIRST = ":settings", "title: Halving", "title: Halves"
SECOND = "#halving", "Halve it\n", "Halve it twice.\n"
THIRD = "#run", "It ends at", "At last it is"


@pytest.mark.parametrize(
    ("here", "there"),
    [(FIRST, SECOND), (SECOND, FIRST), (SECOND, THIRD), (THIRD, SECOND), (FIRST, THIRD)],
    ids=lambda section: section[0],
)
def test_branches_that_accept_different_sections_of_a_page_merge(equal, git, here, there):
    for branch, (anchor, old, new) in (("main", here), ("other", there)):
        git("switch", branch)
        equal.edit(EN, old, new)
        accept(Book(equal.project), [f"part/halving{anchor}"], same=True)
        git("commit", "--all", "-m", anchor)
    merged = git("merge", "main")
    assert merged.returncode == 0, merged.stdout
    assert here[2] in equal.path(EN).read_text("utf-8") and there[2] in equal.path(EN).read_text("utf-8")
    assert check_sources(Book(equal.project)) == found(equal) == []


def test_a_new_last_section_merges_with_a_change_of_the_former_one(equal, git):
    git("switch", "other")
    equal.edit(EN, "title: Halving", "title: Halves")
    accept(Book(equal.project), ["part/halving:settings"], same=True)
    git("commit", "--all", "-m", "settings")
    git("switch", "main")
    text = equal.path(ACCEPTED).read_text("utf-8")
    assert text.index("\n:settings\n") > text.index("\n#run\n"), "it is the last"
    new = "\n\n:zz\n\n  ko\n    하나\n\n  en\n    one\n\n\nThe end.\n"
    equal.path(ACCEPTED).write_text(text.replace("\n\nThe end.\n", new), "utf-8")
    git("commit", "--all", "-m", "new")
    assert git("merge", "other").returncode == 0
    entries, problems = read(equal.project)
    assert problems == []
    assert entries["part/halving:zz"].texts == {"ko": "하나", "en": "one"}
    assert "title: Halves" in entries["part/halving:settings"].texts["en"]


def test_a_section_accepted_on_both_sides_is_a_conflict_that_is_reported(equal, git):
    for branch in ("main", "other"):
        git("switch", branch)
        equal.edit(EN, "It ends at", f"On {branch} it ends at")
        accept(Book(equal.project), [RUN], same=True)
        git("commit", "--all", "-m", branch)
    assert git("merge", "main").returncode == 1
    problems = check_sources(Book(equal.project)) + list(translations.translations(Book(equal.project)))
    assert {"merge-marker", "translation-text"} <= {p.rule for p in problems if p.path == ACCEPTED and p.line}
    with pytest.raises(ProblemError, match="without the markers"):
        accept(Book(equal.project), [RUN])


SECTION = "\n\n#run\n\n  ko\n    나\n\n  en\n    b\n"


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (lambda text: f"<<<<<<< HEAD\n{text}", "<<<<<<< HEAD"),
        (lambda text: text.replace("\n  en\n", "\n=======\n\n  en\n"), "======="),
        (lambda text: text.replace(f"\n{END}", SECTION + f"\n{END}"), "#run"),
        (lambda text: text.replace(f"\n{END}", SECTION.replace("#run", "#halvin") + f"\n{END}"), "#halving"),
        (lambda text: text.replace("\n  en\n", "\n", 1), "#halving"),
        (lambda text: text.replace("#run\n", "#run\n\n  behind ko: why\n"), "  behind ko: why"),
        (lambda text: text.replace("#run\n\n  ko\n", "#run\n\n  ko\n  ko\n"), "  ko"),
        (lambda text: text.replace(END, ""), ""),
    ],
)
def test_a_badly_merged_file_is_reported_alone(equal, edit, line):
    path = equal.path(ACCEPTED)
    path.write_text(edit(path.read_text("utf-8")), "utf-8")
    (problem,) = list(translations.translations(Book(equal.project)))
    assert (problem.path, problem.rule) == (ACCEPTED, "translation-text")
    assert f"{line!r} instead of" in problem.message
    assert path.read_text("utf-8").split("\n")[problem.line - 1] == line
    assert "without the markers" in problem.fix


def test_an_unknown_key_is_reported_with_its_likeness(equal):
    with pytest.raises(ProblemError, match="did you mean 'part/halving'"):
        accept(Book(equal.project), ["part/halvin"])


def test_the_commands_report_and_accept(equal, monkeypatch, capsys):
    monkeypatch.chdir(equal.project.root)
    equal.edit(EN, "It ends at", "At the end")
    assert main(["i18n", "status"]) == 0
    assert f"{KO}:15: {RUN} is behind {EN}:15" in capsys.readouterr().out
    assert main(["i18n", "accept", EN]) == 1
    assert "add --same" in capsys.readouterr().err
    assert main(["i18n", "accept", EN, "--same"]) == 0
    assert capsys.readouterr().out == f"accepted {RUN}\n1 section accepted\n"
