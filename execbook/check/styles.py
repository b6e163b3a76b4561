"""Braces of the site's own style sheets. After an unmatched one, browsers silently ignore what follows."""

import re
from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem

SKIPPED = re.compile(r"/\*.*?(?:\*/|\Z)|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.DOTALL)


@rule(
    "style-brace",
    "Every brace of a style sheet is opened and closed; browsers ignore what follows one that is not.",
    Break("theme/own.css", new="a { color: red;\n"),
)
def styles(book: Book) -> Iterator[Problem]:
    for path in sorted(book.project.theme.rglob("*.css")):
        for line, message, cure in _braces(path.read_text("utf-8", errors="replace")):
            yield Problem(book.project.relative(path), line, message, cure, "style-brace")


def _braces(css: str) -> Iterator[tuple[int, str, str]]:
    bare = SKIPPED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), css)
    opened: list[int] = []
    for line, text in enumerate(bare.split("\n"), 1):
        for brace in re.findall(r"[{}]", text):
            if brace == "{":
                opened.append(line)
            elif opened:
                opened.pop()
            else:
                yield line, "has a '}' that closes nothing", "remove it, or add the '{' that it belongs to"
    for line in opened[:1]:
        yield line, "opens a '{' that nothing closes", "close it where its rule ends"
