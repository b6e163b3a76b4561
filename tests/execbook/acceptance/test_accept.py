"""`execbook accept`: one table of all that waits, one yes, and nothing accepted that was not looked at.

Covers the modules of execbook/acceptance, execbook/baseline/reasons.py and execbook/cli/accept.py.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from execbook.acceptance import bands, words
from execbook.acceptance.pending import Answer
from execbook.baseline import bands as measured
from execbook.baseline import drift, reasons
from execbook.baseline.bands import Band, Bands
from execbook.book import Book
from execbook.check import check_before_publishing
from execbook.check.languages import spelling
from execbook.cli.main import main
from execbook.languages.spelling import hunspell
from execbook.project import Project
from execbook.trials import seeds
from tests import edit
from tests.site.book import make_mini_book, run_all

KO, EN = "docs/ko/numbers/halving.md", "docs/en/numbers/halving.md"
Accept = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def accepted_book(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A book that has been run, and of which nothing waits."""
    project = make_mini_book(tmp_path_factory.mktemp("mini"))
    run_all(project)
    (project.accepted / "results").mkdir()
    drift.accept(Book(project))
    return project


@pytest.fixture
def project(accepted_book: Project, tmp_path: Path) -> Project:
    shutil.copytree(accepted_book.root, tmp_path / "book")
    return Project(tmp_path / "book")


@pytest.fixture
def accept(project: Project, monkeypatch, capsys) -> Accept:
    """Call the command. Returns its exit code, and what it has printed."""
    monkeypatch.chdir(project.root)

    def call(*arguments: str, answers: list[str] | None = None) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin.isatty", lambda: answers is not None, raising=False)
        monkeypatch.setattr("builtins.input", lambda question: (answers or []).pop(0))
        code = main(["accept", *arguments])
        return code, "".join(capsys.readouterr())

    return call


def accepted_files(project: Project) -> dict[str, str]:
    return {str(path): path.read_text("utf-8") for path in project.accepted.rglob("*") if path.is_file()}


def change_everything(project: Project) -> None:
    """Both languages of one section, one language of another, a result, and a new page in both."""
    edit(project, KO, "수를 절반으로", "어떤 수를 절반으로")
    edit(project, EN, "\n## ", "\nOne sentence more.\n\n## ")
    edit(project, "docs/en/index.md", "\n\n/// example", "\n\nAnd more.\n\n/// example")
    edit(project, "snippets/numbers/doubling.py", "limit=90", "limit=100")
    run_all(project)
    for language in ("ko", "en"):
        (project.docs / language / "more.md").write_text(
            f"---\ntitle: {language}\ndescription: {language}\n---\n\n# {language} {{#more}}\n", "utf-8"
        )


def waiting(project: Project) -> set[str]:
    return {problem.rule for problem in check_before_publishing(Book(project))}


def test_nothing_waits_in_a_book_that_is_accepted(accept):
    assert accept() == (0, "nothing waits to be accepted\n")


def test_all_that_waits_is_in_one_table_and_accepted_with_one_yes(project, accept):
    change_everything(project)
    code, said = accept("--reason", "the limit is higher", "--behind", "ko", answers=["y"])
    assert code == 0, said
    for row in (
        "translation  numbers/halving#halving  has changed in ko and en",
        "translation  index#home ",
        "translation  more#more ",
        "result       numbers/doubling ",
        "address      more ",
        "+ 어떤 수를 절반으로 나누면 식은 다음과 같습니다.",
        "needs --reason",
    ):
        assert row in said
    assert check_before_publishing(Book(project)) == []
    assert reasons.read(project) == {"numbers/doubling": "the limit is higher"}
    assert accept() == (0, "nothing waits to be accepted\n")


def test_without_a_yes_nothing_is_accepted(project, accept):
    change_everything(project)
    before = accepted_files(project)
    code, said = accept("--same", "--reason", "why", answers=["n"])
    assert code == 0 and said.endswith("nothing was accepted\n")
    code, said = accept()  # nobody is there to be asked
    assert code == 1 and "accept --yes" in said
    code, said = accept("--yes")  # unseen
    assert code == 1 and "accepts only what is named" in said
    assert accepted_files(project) == before


def test_yes_accepts_only_what_is_named(project, accept):
    change_everything(project)
    code, said = accept("--yes", KO)
    assert code == 0, said
    assert "numbers/halving#halving" in said and "index#home" not in said
    code, said = accept("--yes", "more")
    assert code == 0, said
    assert waiting(project) == {"translation-behind", "drift"}
    code, said = accept("--yes", "mroe")
    assert code == 1 and "did you mean 'more'" in said


@pytest.mark.parametrize("name", ["numbers/doubling", "docs/en/index.md"])
def test_a_drift_and_an_untranslated_change_need_a_reason(project, accept, name):
    change_everything(project)
    before = accepted_files(project)
    code, said = accept("--yes", name)
    assert code == 1 and '--reason "why"' in said
    assert accepted_files(project) == before
    code, said = accept("--yes", "--reason", "so that there is one", name)
    assert code == 0, said
    assert accept(name)[1] == "nothing waits to be accepted there\n"
    assert any("so that there is one" in text for text in accepted_files(project).values())


def test_what_lacks_a_reason_is_left_out_when_nobody_gives_one(project, accept):
    change_everything(project)
    code, _ = accept(answers=["", "yes"])
    assert code == 0
    assert waiting(project) == {"translation-behind", "drift"}


def test_an_untranslated_change_may_have_the_same_meaning(project, accept):
    edit(project, "docs/en/index.md", "\n\n/// example", "\n\nAnd more.\n\n/// example")
    assert accept("--yes", "--same", "index")[0] == 0
    assert waiting(project) == set()


def test_what_only_one_language_has_is_written_first(project, accept):
    edit(project, EN, "\n## ", "\n## More {#more}\n\nOne sentence more.\n\n## ")
    code, said = accept("--yes", "numbers/halving")
    assert code == 1 and "write it in ko too" in said


def test_what_is_gone_is_forgotten(project, accept):
    for language in ("ko", "en"):
        edit(project, f"docs/{language}/index.md", "/// example | numbers/doubling\n///\n", "")
        path = project.docs / language / "index.md"
        path.write_text("\n".join(line for line in path.read_text("utf-8").split("\n") if "{{" not in line))
    (project.snippets / "numbers/doubling.py").unlink()
    words = project.comments / "numbers.ko.toml"
    words.write_text("[halving]" + words.read_text("utf-8").partition("[halving]")[2], "utf-8")
    code, said = accept("--yes", "numbers/doubling")
    assert code == 0, said
    assert "dead-baseline" not in waiting(project)


def test_every_message_that_asks_for_it_names_the_command(project):
    change_everything(project)
    found = check_before_publishing(Book(project))
    assert {problem.rule for problem in found} == {
        *("translation-new", "translation-behind", "translation-changed", "drift", "new-address")
    }
    for problem in found:
        assert "-m execbook accept " in problem.fix, problem


def test_bands_are_measured_when_they_are_accepted(project, monkeypatch):
    training = '"""Train."""\n\nkeras.utils.set_random_seed(1)\nmodel.fit(x)\n'
    (project.snippets / "numbers/trained.py").write_text(training, "utf-8")
    book = Book(project)
    record = book.records["numbers/doubling"]
    book.records["numbers/trained"] = record
    former = Bands(10, 0, "keras 3", {"value loss": Band(0.1, 0.2)}, ())
    measured.write(project, {"numbers/gone": former})
    new, gone = sorted(bands.find(book), key=lambda one: one.name, reverse=True)
    assert (new.name, gone.name) == ("numbers/trained", "numbers/gone")
    monkeypatch.setattr(seeds, "measure", lambda book, chosen, *_: {one.id: former for one in chosen})
    monkeypatch.setattr(seeds, "table", lambda *_: ["what was measured"])
    assert bands.accept(book, [new, gone], Answer()) == ["what was measured"]
    assert measured.read(project) == {"numbers/trained": former}


def test_words_of_no_dictionary_are_added_to_the_list_and_unused_ones_removed(project, monkeypatch):
    (project.root / hunspell.TOOL / "node_modules").mkdir(parents=True)
    list_of_words = project.root / spelling.OWN_WORDS.format("en")
    list_of_words.write_text("# Own words\nDead\nZebra\n", "utf-8")
    edit(project, "docs/en/index.md", "\n\n/// example", "\n\nA newword.\n\n/// example")

    def look_up(project, texts, own):
        kinds = {"newword": hunspell.UNKNOWN if "newword" not in own["en"] else hunspell.OWN}
        return {
            language: {word: kinds.get(word, hunspell.KNOWN) for word in found}
            for language, found in texts.items()
        }

    monkeypatch.setattr(hunspell, "look_up", look_up)
    found = list(words.find(Book(project)))
    assert [(one.name, one.pages) for one in found if one.name != "Zebra"] == [
        ("newword", ("index",)),
        ("Dead", ()),
    ]
    assert "docs/en/index.md" in found[0].change[0]
    words.accept(Book(project), found[:2], Answer())
    assert list_of_words.read_text("utf-8") == "# Own words\nZebra\nnewword\n"
