"""Comments and docstrings in other languages: complete, current, and without any effect on the code."""

import ast
import functools
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.sources import comments
from execbook.sources.catalogues import Tables
from execbook.sources.snippets import Snippet

SNIPPET, KOREAN = "snippets/part/halving.py", "words/comments/part.ko.toml"
READERS = {"__doc__", "getdoc", "getcomments", "help"}


@rule(
    "comment-missing",
    "Every comment and docstring has its text in each language that comments are translated into.",
    Break(SNIPPET, "# Draw it", "# Draw them"),
    house=True,
)
@rule(
    "comment-unused",
    "Every translated comment is one of its snippet, in a language of the book.",
    Break(KOREAN, '"Draw it"', '"Draw this"'),
    house=True,
)
@rule(
    "comment-order",
    "The translated comments stand in the order of the snippets and of their lines, so that branches merge.",
    Break(KOREAN, "[halving]", '[later]\n"Draw it" = "그리기"\n[halving]'),
    house=True,
)
@rule(
    "comment-code",
    "With translated comments a snippet is the same code on the same lines, so one record is good for both.",
    Break(KOREAN, '= "반으로 나누기"', '= \'반으로"""; number = 2; """나누기\''),
)
def translations(book: Book) -> Iterator[Problem]:
    try:
        catalogues = book.once(comments.load)
    except ProblemError:
        return  # reported by the rule `comments`
    of_part: dict[str, list[Snippet]] = {}
    for snippet in book.snippets.values():
        of_part.setdefault(snippet.part, []).append(snippet)
    for (part, language), found in catalogues.items():
        if part not in of_part or language not in book.project.languages:
            cure = "name it <part>.<language>.toml, or delete it"
            yield Problem(found.name, 0, "is of no part in no language of the book", cure, "comment-unused")
        else:
            known = [comments.table_of(one) for one in of_part[part]]
            yield from _tables(found, book.project.snippets / part, known)
    for language in sorted({language for _, language in catalogues} & {*book.project.languages}):
        for part, snippets in of_part.items():
            path = book.project.comments / f"{part}.{language}.toml"
            found = catalogues.get((part, language)) or Tables(book.project.relative(path), "", {})
            for snippet in snippets:
                entries = comments.entries_of(snippet, catalogues, language)
                name = book.project.relative(snippet.path)
                check = functools.partial(_problems_of, snippet, name, entries, found)
                key = name, snippet.source, list(entries.items()), found.name, found.text
                yield from book.memo("comments").get(key, lambda check=check: list(check()))


def _tables(found: Tables, folder: Path, known: list[str]) -> Iterator[Problem]:
    for table in found.tables:
        if not (folder / f"{table}.py").is_file():  # one that cannot be read is reported elsewhere
            message, cure = f"there is no snippet {table!r}", did_you_mean(table, known, "snippets")
            yield Problem(found.name, found.line(table), message, cure, "comment-unused")
    for before, after in pairwise(found.tables):
        if after < before:
            message, cure = f"{after!r} comes after {before!r}", "sort the tables by name"
            yield Problem(found.name, found.line(after), message, cure, "comment-order")


def _problems_of(snippet: Snippet, name: str, entries: Mapping[str, str], found: Tables) -> Iterator[Problem]:
    table = comments.table_of(snippet)
    lines: dict[str, int] = {}
    for one in comments.remarks(snippet.source):
        lines.setdefault(one.text, one.line)
    for text, line in lines.items():
        if text not in entries:
            message = f"the comment {text!r} is not in {found.name}"
            cure = f'write below [{table}]: {json.dumps(text, ensure_ascii=False)} = "…"'
            yield Problem(name, line, message, cure, "comment-missing")
    for text in entries:
        if text not in lines:
            message = f"{name} has no comment {text!r} (any more)"
            yield Problem(found.name, found.line(text, table), message, "delete it", "comment-unused")
    present = [text for text in entries if text in lines]
    for before, after in pairwise(present):
        if lines[after] < lines[before]:
            message, cure = f"{after!r} comes before {before!r} in {name}", "follow the order of the file"
            yield Problem(found.name, found.line(after, table), message, cure, "comment-order")
    changed = functools.partial(_changes_code, snippet.source)
    if changed(entries):
        guilty = (text for text in present if changed({text: entries[text]}))
        text = next(guilty, present[0])
        message = f"with {entries[text]!r} in its place, {name} is other code, or has it on other lines"
        cure = "write one line, without the quotes of a docstring and without a backslash"
        yield Problem(found.name, found.line(text, table), message, cure, "comment-code")


def _changes_code(source: str, entries: Mapping[str, str]) -> bool:
    return not comments.same_code(source, comments.with_texts(source, entries))


@rule(
    "reads-comments",
    "No snippet reads its own docstrings or comments, which are in another language for other readers.",
    Break(SNIPPET, "# Draw it", "print(__doc__)\n# Draw it"),
)
def readers(book: Book) -> Iterator[Problem]:
    for snippet in book.snippets.values():
        for line, name in _reading(snippet.tree):
            message = f"reads docstrings or comments with {name}, and other readers get others"
            cure = "print the text itself"
            yield Problem(book.project.relative(snippet.path), line, message, cure, "reads-comments")


def _reading(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Lines and names of all that may read a docstring or a comment."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value == "__doc__":
            yield node.lineno, "__doc__"
        elif isinstance(node, ast.Name | ast.Attribute):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name in READERS:
                yield node.lineno, name
