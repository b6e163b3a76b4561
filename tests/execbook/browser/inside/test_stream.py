"""What a file prints reaches the page while it runs."""

import sys

import pytest

from execbook.browser.inside import stream
from execbook.browser.inside.stream import captured


def test_output_and_errors_are_told_apart_and_kept():
    posted = []
    with captured(lambda kind, text: posted.append((kind, text))) as (output, errors):
        print("one")
        print("two", file=sys.stderr)
    assert (output.text(), errors.text()) == ("one\n", "two\n")
    assert sorted(posted) == [("errors", "two\n"), ("output", "one\n")]


def test_a_text_is_posted_while_the_file_runs(monkeypatch):
    monkeypatch.setattr(stream, "PAUSE", -1)
    posted = []
    with captured(lambda kind, text: posted.append(text)):
        print("one")
        assert "".join(posted) == "one\n"


def test_who_prints_without_an_end_is_ended(monkeypatch):
    monkeypatch.setattr(stream, "MOST", 100)
    with captured(lambda kind, text: None), pytest.raises(RuntimeError, match="more than 100 characters"):
        while True:
            print("again")


def test_there_is_nothing_to_be_read_and_the_keyboard_comes_back():
    keyboard = sys.stdin
    with captured(lambda kind, text: None), pytest.raises(EOFError):
        input()
    assert sys.stdin is keyboard
