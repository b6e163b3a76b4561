"""How a problem reads."""

import errno
import os

import pytest

from execbook.cli import main as cli
from execbook.problems import Problem, ProblemError, disk_problem


def test_a_problem_shows_place_message_rule_and_fix():
    problem = Problem("docs/ko/a.md", 7, "no example 'x/y'", "use 'x/z'", "unknown-example")
    assert str(problem) == "docs/ko/a.md:7: no example 'x/y' [unknown-example]\n    -> use 'x/z'"


def test_what_is_not_known_is_left_out():
    assert str(Problem("docs/ko/a.md", 0, "is empty")) == "docs/ko/a.md: is empty"
    assert str(Problem("", 0, "no browser")) == "no browser"


def test_an_error_lists_its_problems_in_the_order_of_files_and_lines():
    error = ProblemError([Problem("b.md", 1, "late"), Problem("a.md", 9, "mid"), Problem("a.md", 2, "first")])
    assert str(error) == "a.md:2: first\na.md:9: mid\nb.md:1: late"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EFBIG])
def test_the_file_and_the_cure_are_named(code):
    problem = disk_problem(OSError(code, os.strerror(code), "site/index.html"))
    assert problem.path == "site/index.html" and os.strerror(code) in problem.message and problem.fix


def test_other_errors_are_not_disk_problems():
    assert disk_problem(FileNotFoundError(errno.ENOENT, "no", "x")) is None
    assert disk_problem(ValueError("no")) is None


def test_the_command_line_reports_it_without_a_traceback(mini_book, monkeypatch, capsys):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "build/store/x")

    monkeypatch.chdir(mini_book.root)
    (mini_book.site / "404.html").unlink()  # so that there is something to build
    monkeypatch.setattr("execbook.site.build.publish", full)
    assert cli.main(["build"]) == 1
    printed = capsys.readouterr().err
    assert (
        "build/store/x: cannot be used: No space left on device" in printed and "free some space" in printed
    )
