"""Comments and docstrings of snippets in other languages: `words/comments/<part>.<language>.toml`.

Readers of a language get the file that was run with its comments and docstrings in their language: the same
code on the same lines, so one record serves all languages. No result depends on a catalogue, and no key of a
run contains one.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import CodeType

from execbook.problems import Problem, raise_if_any
from execbook.project import Project
from execbook.sources.catalogues import Tables, read_tables
from execbook.sources.snippets import Snippet

DIRECTIVE = re.compile(r"(?:execbook|noqa|type|fmt|pragma)\b|!|-\*-")
"""How comments begin that speak to programs, not to readers."""
LETTER = re.compile(r"[^\W\d_]")
QUOTES = re.compile(r"[rRuU]*(?P<mark>\"{3}|'{3}|[\"'])")

Catalogues = Mapping[tuple[str, str], Tables]
"""The catalogues by part and language. Each has a table for a snippet, named after its file."""


@dataclass(frozen=True)
class Remark:
    """A line of a comment or of a docstring: its text, its line counted from 1, and its columns from 0."""

    text: str
    line: int
    start: int
    end: int


def load(project: Project) -> Catalogues:
    """All catalogues. Raises ProblemError if one cannot be read."""
    found = {}
    for path in sorted(project.comments.glob("*.*.toml")):
        part, language = path.name.removesuffix(".toml").rsplit(".", 1)
        found[part, language] = read_tables(project, path, "comments")
    raise_if_any(problem for one in found.values() for problem in _invalid(one))
    return found


def _invalid(found: Tables) -> Iterator[Problem]:
    for table, entries in found.tables.items():
        if not isinstance(entries, dict):
            message = f"{table!r} is in no table"
            yield Problem(found.name, found.line(table), message, "put it below [snippet]", "comments")
            continue
        for text, translation in entries.items():
            if not isinstance(translation, str) or not translation.strip() or "\n" in translation:
                message = f"the translation of {text!r} is not a line of text"
                fix = "put one line between quotes"
                yield Problem(found.name, found.line(text, table), message, fix, "comments")


def table_of(snippet: Snippet) -> str:
    """The name of the snippet's table in the catalogues of its part."""
    return snippet.id.partition("/")[2]


def entries_of(snippet: Snippet, catalogues: Catalogues, language: str) -> Mapping[str, str]:
    """The translations for a snippet, by text."""
    found = catalogues.get((snippet.part, language))
    return found.tables.get(table_of(snippet), {}) if found else {}


def with_texts(source: str, entries: Mapping[str, str]) -> str:
    """The file with these texts, by those in their place; what has none stays as it is."""
    lines = source.split("\n")
    for one in reversed(remarks(source)):
        line = lines[one.line - 1]
        lines[one.line - 1] = line[: one.start] + entries.get(one.text, one.text) + line[one.end :]
    return "\n".join(lines)


def remarks(source: str) -> list[Remark]:
    """All that the file says to its readers, in its order."""
    lines = source.split("\n")
    return [
        one
        for token, prefix, suffix in _tokens(source)
        if prefix
        for one in _remarks(lines, token, prefix, suffix)
    ]


def _tokens(source: str) -> Iterator[tuple[tokenize.TokenInfo, int, int]]:
    """All tokens. Of comments and docstrings also the lengths of the marks around their text, else 0."""
    docstrings = {(one.lineno, one.col_offset) for one in _docstrings(ast.parse(source))}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        prefix = suffix = 0
        if token.type == tokenize.COMMENT and not DIRECTIVE.match(token.string.lstrip("# ")):
            prefix = len(token.string) - len(token.string.lstrip("#"))
        elif token.type == tokenize.STRING and token.start in docstrings:
            marks = QUOTES.match(token.string)
            prefix, suffix = (marks.end(), len(marks["mark"])) if marks else (0, 0)
        yield token, prefix, suffix


def _remarks(lines: list[str], token: tokenize.TokenInfo, prefix: int, suffix: int) -> Iterator[Remark]:
    for number in range(token.start[0], token.end[0] + 1):
        line = lines[number - 1]
        start = token.start[1] + prefix if number == token.start[0] else 0
        end = token.end[1] - suffix if number == token.end[0] else len(line)
        text = line[start:end].strip()
        if LETTER.search(text):
            start = line.index(text, start)
            yield Remark(text, number, start, start + len(text))


def _docstrings(tree: ast.Module) -> Iterator[ast.Expr]:
    """The statements that are docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if (
                isinstance(first, ast.Expr)
                and isinstance(first.value, ast.Constant)
                and isinstance(first.value.value, str)
            ):
                yield first


def same_code(one: str, two: str) -> bool:
    """Whether both compile to the same bytecode, but for docstrings, with the same code on the same lines."""
    try:
        return _code(one) == _code(two)
    except (SyntaxError, tokenize.TokenError):
        return False


def _code(source: str) -> tuple[CodeType, list[tuple[int, str, int]]]:
    """The compiled file without docstrings, and its tokens with their lines: of remarks only the place."""
    tree = ast.parse(source)
    for node in _docstrings(tree):
        line = node.lineno
        node.value = ast.Constant("", lineno=line, col_offset=0, end_lineno=line, end_col_offset=0)
        node.col_offset, node.end_lineno, node.end_col_offset = 0, line, 0
    tokens = [(one.type, "" if prefix else one.string, one.start[0]) for one, prefix, _ in _tokens(source)]
    return compile(tree, "snippet", "exec", dont_inherit=True), tokens
