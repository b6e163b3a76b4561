"""What the disk refuses is told as a problem; other errors are not taken for it."""

import errno
import os

import pytest

from execbook import cli
from execbook.disk_faults import problem_of


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EFBIG])
def test_the_file_and_the_cure_are_named(code):
    problem = problem_of(OSError(code, os.strerror(code), "site/index.html"))
    assert problem.path == "site/index.html" and os.strerror(code) in problem.message and problem.cure


def test_other_errors_are_no_fault_of_the_disk():
    assert problem_of(FileNotFoundError(errno.ENOENT, "no", "x")) is None
    assert problem_of(ValueError("no")) is None


def test_the_command_line_says_it_without_a_traceback(mini_book, monkeypatch, capsys):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device", "build/store/x")

    monkeypatch.chdir(mini_book.root)
    monkeypatch.setattr("execbook.build.publish", full)
    assert cli.main(["build"]) == 1
    said = capsys.readouterr().err
    assert "build/store/x: cannot be used: No space left on device" in said and "free some space" in said
