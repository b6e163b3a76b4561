"""What the engine knows of a snippet without running it."""

import pytest

from execbook.book import Book
from execbook.problems import ProblemError
from execbook.project import Project
from execbook.sources.snippets import read, read_all, survey


def write(root, name, text):
    path = root / "snippets" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read_one(root, text, name="part/example.py"):
    return read(Project(root), write(root, name, text))


def test_find_sorts_by_id_and_takes_the_id_from_the_path(tmp_path):
    write(tmp_path, "part/later.py", "x = 1\n")
    write(tmp_path, "part/earlier.py", "x = 1\n")
    assert [snippet.id for snippet in survey(Project(tmp_path))[0]] == ["part/earlier", "part/later"]


def test_imports_are_found_at_any_level(tmp_path):
    snippet = read_one(tmp_path, "import numpy as np\ndef f():\n    from sklearn.svm import SVC\n")
    assert snippet.modules == {"numpy", "sklearn"}


def test_the_summary_is_the_first_line_of_the_docstring(tmp_path):
    assert read_one(tmp_path, '"""What it shows.\n\nMore."""\n').summary == "What it shows."


REGIONS = '''"""Doc.

# not a region: this is text
"""

import math


@staticmethod
def area(r):
    # a comment inside

    return math.pi * r**2


text = f"""{area(1)}

# not a region either: {area(2)}
"""


# Use it
print(area(1))

# Use it again:
print(area(2))
'''


def test_a_snippet_without_comments_has_its_functions_for_regions(tmp_path):
    assert set(read_one(tmp_path, "def f():\n    return 1\n").regions) == {"f"}


def test_functions_and_commented_passages_are_regions(tmp_path):
    snippet = read_one(tmp_path, REGIONS)
    assert set(snippet.regions) == {"area", "Use it", "Use it again"}
    assert snippet.text("Use it") == "# Use it\nprint(area(1))\n"
    assert snippet.text("area").startswith("@staticmethod\ndef area(r):")
    assert snippet.text("area").endswith("return math.pi * r**2\n")
    assert snippet.text() == REGIONS


def test_limits_come_from_the_header_and_have_defaults(tmp_path):
    plain = read_one(tmp_path, "x = 1\n")
    slow = read_one(tmp_path, "# execbook: seconds=120, megabytes=3000\nx = 1\n")
    assert plain.limits.seconds > 0
    assert plain.limits.megabytes > 0
    assert (slow.limits.seconds, slow.limits.megabytes) == (120, 3000)
    assert slow.limits.output_kilobytes == plain.limits.output_kilobytes


@pytest.mark.parametrize(
    ("name", "text", "line", "rule"),
    [
        ("part/Upper.py", "x = 1\n", 0, "snippet-name"),
        ("part/한글.py", "x = 1\n", 0, "snippet-name"),
        ("loose.py", "x = 1\n", 0, "snippet-name"),
        ("part/bom.py", b"\xef\xbb\xbfx = 1\n", 1, "encoding"),
        ("part/crlf.py", b"x = 1\r\n", 1, "encoding"),
        ("part/latin.py", b"x = 1\n# \xff\n", 2, "encoding"),
        ("part/syntax.py", "x = 1\nx = = 2\n", 2, "syntax"),
        ("part/limit.py", "x = 1\n# execbook: second=3\n", 2, "header"),
        ("part/value.py", "# execbook: seconds=soon\n", 1, "header"),
        ("part/never.py", "# execbook: seconds=nan\n", 1, "header"),
        ("part/nothing.py", "# execbook: megabytes=0\n", 1, "header"),
    ],
)
def test_what_cannot_be_read_is_named_with_file_line_and_cure(tmp_path, name, text, line, rule):
    write(tmp_path, name, text)
    with pytest.raises(ProblemError) as caught:
        Book(Project(tmp_path)).all_snippets()
    (problem,) = [one for one in caught.value.problems if one.rule != "file-name"]
    assert (problem.path, problem.line, problem.rule) == (f"snippets/{name}", line, rule)
    assert problem.fix


def test_all_unreadable_files_are_reported_at_once(tmp_path):
    write(tmp_path, "part/one.py", "x = = 1\n")
    write(tmp_path, "part/two.py", "x = = 1\n")
    with pytest.raises(ProblemError) as caught:
        Book(Project(tmp_path)).all_snippets()
    assert len(caught.value.problems) == 2


def test_two_snippets_with_one_id_are_an_error(tmp_path):
    write(tmp_path, "part/same.py", "x = 1\n")
    if (tmp_path / "snippets" / "Part").exists():
        pytest.skip("this file system does not distinguish part/ from Part/, so two such files cannot exist")
    write(tmp_path, "Part/same.py", "x = 1\n")
    with pytest.raises(ProblemError) as caught:
        Book(Project(tmp_path)).all_snippets()
    (problem,) = caught.value.problems
    assert problem.rule == "duplicate-snippet"
    assert "Part/same.py" in str(problem)
    assert "part/same.py" in str(problem)


@pytest.mark.parametrize(
    "line", ["%matplotlib inline", "!pip install mlxtend", "%%time", "files = !ls", "print?"]
)
def test_a_line_of_a_notebook_is_named_as_such(tmp_path, line):
    with pytest.raises(ProblemError) as caught:
        read_one(tmp_path, f'"""A cell."""\n\n{line}\nimport numpy\n')
    (problem,) = caught.value.problems
    assert (problem.line, problem.rule) == (3, "syntax")
    assert line in problem.message and "notebook" in problem.message


TITLE = '"""\n=======\nBarcode\n=======\n"""\n'


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (TITLE, []),
        (f"x = 1\n=======\n{TITLE}", ["syntax"]),
        (f"<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> other\n{TITLE}", ["merge-marker"] * 5),
        (f"{TITLE}>>>>>>> other\n", ["merge-marker"] * 3),
    ],
    ids=["title in a docstring", "left alone in code", "whole conflict", "end of a conflict"],
)
def test_the_line_below_a_title_is_no_mark_of_a_merge(tmp_path, text, rules):
    write(tmp_path, "part/example.py", text)
    _, broken = read_all(Project(tmp_path))
    assert [one.rule for one in broken.get("part/example", [])] == rules
