"""Times in printed output: they differ with every run, so that each later run would look like a drift."""

import re
from collections.abc import Iterable, Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem

_SHORT = r"(?:ns|us|µs|μs|ms|s)"
_LONG = r"(?:milliseconds?|microseconds?|seconds?|secs?|minutes?|mins?|hours?|밀리초|초|분)"
_NUMBER = r"\d+(?:\.\d+)?"
TIME = re.compile(
    rf"(?<![\w.])(?!(?:1\d|20)\d0s){_NUMBER}{_SHORT}(?:/\w+)?(?!\w)"
    rf"|\b(?:time|elapsed|took|duration|runtime|ETA|시간|경과|소요)\b\D{{0,20}}{_NUMBER}\s?(?:{_SHORT}|{_LONG})(?!\w)"
    rf"|{_NUMBER}\s?(?:milliseconds?|microseconds?|seconds|secs?|밀리초|초)(?![\w])"
    r"|(?<!\d)\d{1,2}:\d\d:\d\d(?!\d)"
    r"|(?<!\d)\d{4}-\d\d-\d\d[ T]\d\d:\d\d",
    re.IGNORECASE,
)
"""A duration as libraries report it (`0.2s`, `12ms/step`, `total time= 1.3 min`), or a time of day."""


@rule("printed-time", "An output contains no times, unless the example's block declares their lines.")
@rule(
    "declared-time",
    "The lines that a block declares as times exist and contain numbers.",
    Break("docs/*/part/halving.md", "halving\n", "halving\n    times: [9]\n"),
)
def times(book: Book) -> Iterator[Problem]:
    yield from undeclared(book, book.records)
    for page in book.all_pages():
        for block in page.blocks:
            record = book.records.get(block.argument) if block.name == "example" else None
            lines = record.output.splitlines() if record else []
            for number in sorted(block.times) if record else ():
                if number > len(lines) or not re.search(r"\d", lines[number - 1]):
                    message = f"declares line {number} of the output as a time, which it does not contain"
                    cure = f"the output has {len(lines)} lines: correct 'times'"
                    yield Problem(page.name, block.line, message, cure, "declared-time")


def undeclared(book: Book, ids: Iterable[str]) -> Iterator[Problem]:
    """What looks like a time in the outputs of these examples, one problem for each."""
    for example_id in ids:
        if (record := book.records.get(example_id)) is None:
            continue
        lines = enumerate(record.output.splitlines(), 1)
        found = {number: match[0] for number, line in lines if (match := TIME.search(line))}
        missing = [number for number in found if number not in book.times.get(example_id, ())]
        if missing:
            listed = ", ".join(map(str, sorted({*missing, *book.times.get(example_id, ())})))
            message = (
                f"prints what looks like a time, {found[missing[0]].strip()!r} in line {missing[0]} of its "
                "output, which differs with every run"
            )
            cure = f"print no times, as with verbose=0; or declare the lines in its block: times: [{listed}]"
            yield Problem(record.source, 0, message, cure, "printed-time")
