import errno

import pytest

from execbook.problems import FigureError
from execbook.runs import exceptions


@pytest.mark.parametrize(
    ("error", "rule", "message"),
    [
        (ZeroDivisionError("division by zero"), "exception", "ZeroDivisionError: division by zero"),
        (AssertionError(), "exception", "AssertionError"),
        (KeyError("a"), "exception", "KeyError: 'a'"),
        (EOFError("EOF when reading a line"), "exception", "EOFError: EOF when reading a line"),
        (MemoryError("Unable to allocate 8 GiB"), "memory-limit", "MemoryError: Unable to allocate 8 GiB"),
        (OSError(errno.EACCES, "Permission denied", "/x"), "confinement", None),
        (OSError(errno.EFBIG, "File too large"), "confinement", None),
        (FileNotFoundError(errno.ENOENT, "No such file", "/x"), "exception", None),
    ],
)
def test_an_exception_gets_the_rule_of_its_cause(error, rule, message):
    failure = exceptions.problem_of(error, 7, "x = 1\n")
    assert (failure.rule, failure.line) == (rule, 7)
    assert failure.message == message or message is None
    assert failure.fix


def test_an_end_of_input_means_input_where_the_snippet_asks_for_it():
    assert exceptions.problem_of(EOFError(), 1, "name = input()\n").rule == "input"


def test_a_long_message_is_cut():
    failure = exceptions.problem_of(ValueError("x" * 10_000), 1, "")
    assert len(failure.message) < 700
    assert failure.message.endswith("…")


def test_a_bad_label_is_reported_where_it_is_written():
    source = "plt.plot(x)\nplt.title('Loss')\nplt.show()\n"
    assert exceptions.problem_of(FigureError("no Korean: 'Loss'", "", "Loss"), 3, source).line == 2
    assert exceptions.problem_of(FigureError("no Korean: 'Gain'", "", "Gain"), 3, source).line == 3


def test_the_last_line_that_begins_a_figure():
    assert exceptions.last_figure_line("plt.figure()\nfig, ax = plt.subplots()\nprint(1)\n") == 2
    assert exceptions.last_figure_line("import pandas\nframe.plot()\n") == 2


def test_a_chain_ends_even_where_exceptions_cause_each_other():
    first, second = ValueError(1), ValueError(2)
    first.__cause__, second.__cause__ = second, first
    assert exceptions.chain(first) == [first, second]
