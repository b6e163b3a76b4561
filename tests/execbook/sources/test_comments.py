"""Comments and docstrings in another language: what is translated, and what has to stay the same code."""

import pytest

from execbook.book import Book
from execbook.problems import ProblemError
from execbook.records import keys
from execbook.sources import comments, labels

SOURCE = '''"""Halve a number.

Until it is small.
"""

# execbook: seconds=9


class Halves:
    'All halves.'

    def list(self, number):  # noqa: A003
        r"""Return \\d halves."""
        text = """not a docstring # nor a comment"""
        return [number / 2, text]  # the first half


# Try it:
print(Halves().list(1))  # 0.5
'''
TEXTS = {
    "Halve a number.": "반으로 나눕니다.",
    "Until it is small.": "작아질 때까지입니다.",
    "All halves.": "모든 절반",
    "Return \\d halves.": "절반을 반환합니다.",
    "the first half": '첫 "절반"',
    "Try it:": "실행하기:",
}


def test_all_that_speaks_to_readers_is_found_and_what_speaks_to_programs_is_not():
    assert [(one.text, one.line) for one in comments.remarks(SOURCE)] == [
        *(("Halve a number.", 1), ("Until it is small.", 3), ("All halves.", 10)),
        *(("Return \\d halves.", 13), ("the first half", 15), ("Try it:", 18)),
    ]


def test_only_the_texts_are_replaced():
    korean = comments.with_texts(SOURCE, TEXTS)
    for english, text in TEXTS.items():
        assert english not in korean and text in korean
    back = comments.with_texts(korean, {text: english for english, text in TEXTS.items()})
    assert back == SOURCE
    assert comments.with_texts(SOURCE, {"Try it:": "실행하기:"}) == SOURCE.replace("Try it:", "실행하기:")
    assert comments.same_code(SOURCE, korean)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Try it:", "# execbook: seconds=1"),  # speaks to the engine now
        ("# Try it:\n", "# Try it:\n#\n"),
        ("Halve a number.", 'Halve."""\nx = 1\n"""a number.'),
        ("All halves.", "All' 'halves."),
        ("All halves.", "All halves\\"),
        ("number / 2", "number / 3"),
        ("print(", "assert True\nprint("),
    ],
)
def test_other_code_or_code_on_other_lines_is_not_the_same(old, new):
    assert old in SOURCE
    assert not comments.same_code(SOURCE, SOURCE.replace(old, new))


def write(project, text: str, name: str = "part.ko.toml") -> None:
    project.comments.mkdir(parents=True, exist_ok=True)
    (project.comments / name).write_text(text, "utf-8")


def test_each_language_gets_its_own_file_with_parts_found_by_the_names_in_the_original(mini_project):
    project = mini_project({"part/a": "# Try it.\nx = 1\n\n\ndef half(x):\n    return x / 2\n"})
    write(project, '[a]\n"Try it." = "실행하기."\n')
    book = Book(project)
    korean, english = book.shown("part/a", "ko"), book.shown("part/a", "en")
    assert english is book.snippets["part/a"]
    assert korean.source == english.source.replace("Try it", "실행하기")
    assert (english.address, korean.address) == ("snippets/part/a.py", "snippets/ko/part/a.py")
    assert [*book.editions("part/a")] == [english.address, korean.address]
    assert korean.regions["Try it"].name == "실행하기" and korean.regions["half"].name == "half"
    assert korean.text("Try it") == "# 실행하기.\nx = 1\n\n\ndef half(x):\n    return x / 2\n"


def test_no_key_of_a_run_depends_on_a_catalogue(mini_project):
    project = mini_project({"part/a": "# Try it\nimport matplotlib\n"}, {"loss": "손실"})

    def key() -> dict[str, str]:
        return keys.key_parts(Book(project).snippets["part/a"], labels.load(project), project.settings)

    former = key()
    write(project, '[a]\n"Try it" = "실행하기"\n')
    assert Book(project).shown("part/a", "ko").original
    assert key() == former


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[a]\n"Try it" = \n', 2, "not valid TOML"),
        ('[a]\n"Try it" = "하나"\n"Try it" = "둘"\n', 3, "not valid TOML"),
        ('[b]\n"Try it" = "하나"\n[a]\n"Try it" = 1\n', 4, "is not a line of text"),
        ('[a]\n"Try it" = """\n하나\n둘"""\n', 2, "is not a line of text"),
        ('"Try it" = "하나"\n', 1, "is in no table"),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_a_problem_with_its_line(mini_project, text, line, words):
    project = mini_project()
    write(project, text)
    with pytest.raises(ProblemError) as error:
        comments.load(project)
    (problem,) = error.value.problems
    assert (problem.path, problem.line, problem.rule) == ("words/comments/part.ko.toml", line, "comments")
    assert words in problem.message
