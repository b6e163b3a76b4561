"""Rules for snippets: short, explained, self-contained, and with their figures shown."""

import ast
import functools
import re
from collections.abc import Iterator

from execbook.book import Book
from execbook.check.code import seeds
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.snippets import Snippet

SNIPPET = "snippets/part/halving.py"

MIN_FILLED, MAX_FILLED, MAX_LINES = 10, 50, 60
"""Limits for non-blank lines, and for all lines."""

OWN_MODULES = {"execbook", "tests", "snippets", "docs"}
ABSOLUTE = re.compile(
    r"/(?:home|Users|root|work|tmp|mnt|opt|usr|var|content|private)(?:/|$)|~/|[A-Za-z]:[\\/]"
)


@rule(
    "snippet-docstring",
    "A docstring of one sentence says what a snippet shows.",
    Break(SNIPPET, '"""Halve a number until it is small."""\n'),
    house=True,
)
@rule(
    "snippet-length",
    f"A snippet has {MIN_FILLED} to {MAX_FILLED} non-blank lines.",
    Break(SNIPPET, "# Draw it\n", "x = 1\n" * 40),
    house=True,
)
@rule(
    "snippet-import",
    "A snippet imports nothing of this project.",
    Break(SNIPPET, "rng = ", "import execbook\nrng = "),
)
@rule(
    "snippet-path",
    "A snippet contains no path that only some machines have.",
    Break(SNIPPET, "rng = ", 'open("/work/main/a.csv")\nrng = '),
)
@rule(
    "snippet-figure",
    "A figure is shown, not only saved.",
    Break(SNIPPET, "plt.show()", 'plt.savefig("a.png")'),
)
@rule(
    "snippet-error",
    "An error that a snippet catches is asserted, so that it is noticed when it no longer occurs.",
    Break(SNIPPET, "# Draw it\n", "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    print(error)\n"),
    house=True,
)
@rule(
    "snippet-seed",
    "Random numbers have a seed.",
    Break(SNIPPET, "default_rng(0)", "default_rng()"),
    house=True,
)
def snippets(book: Book) -> Iterator[Problem]:
    names = {snippet.path.stem for snippet in book.snippets.values()}
    for snippet in book.snippets.values():
        name = book.project.relative(snippet.path)
        check = functools.partial(_problems_of, snippet, name, names - {snippet.path.stem})
        yield from book.memo("snippets").get((snippet.source, name, sorted(names)), check)


def _problems_of(snippet: Snippet, name: str, others: set[str]) -> list[Problem]:
    return [
        *_size(snippet, name),
        *_imports(snippet, name, others),
        *_paths(snippet, name),
        *_figures(snippet, name),
        *_errors(snippet, name),
        *seeds.check(snippet, name),
    ]


def _size(snippet: Snippet, name: str) -> Iterator[Problem]:
    if not snippet.summary:
        yield Problem(
            name, 1, "has no docstring", "say in one sentence what the file shows", "snippet-docstring"
        )
    lines = snippet.source.splitlines()
    filled = sum(bool(line.strip()) for line in lines)
    if filled < MIN_FILLED:
        message = f"has {filled} non-blank lines, too few to show something (minimum: {MIN_FILLED})"
        cure = "make it a whole example, or write a plain ```python fence in the page"
        yield Problem(name, 0, message, cure, "snippet-length")
    elif filled > MAX_FILLED or len(lines) > MAX_LINES:
        yield Problem(
            name,
            0,
            f"has {filled} non-blank lines and {len(lines)} in all (maximum: {MAX_FILLED} and {MAX_LINES})",
            "show one thing only, or split it in two",
            "snippet-length",
        )


def _imports(snippet: Snippet, name: str, others: set[str]) -> Iterator[Problem]:
    for node in ast.walk(snippet.tree):
        if isinstance(node, ast.Import):
            modules = [alias.name.split(".")[0] for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [(node.module or "").split(".")[0]]
            if node.level:
                yield _imported(name, node.lineno, "." * node.level + (node.module or ""))
                continue
        else:
            continue
        for module in modules:
            if module in OWN_MODULES | others:
                yield _imported(name, node.lineno, module)


def _imported(name: str, line: int, module: str) -> Problem:
    message = f"imports {module!r}, which a reader who copies the file does not have"
    return Problem(name, line, message, "write what is needed into the file itself", "snippet-import")


def _paths(snippet: Snippet, name: str) -> Iterator[Problem]:
    for node in ast.walk(snippet.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ABSOLUTE.match(node.value):
            message = f"has the path {node.value!r}, which other machines do not have"
            cure = "use a path within the working folder, or data from a package"
            yield Problem(name, node.lineno, message, cure, "snippet-path")


def _figures(snippet: Snippet, name: str) -> Iterator[Problem]:
    calls = {
        node.func.attr: node.lineno
        for node in ast.walk(snippet.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    if "savefig" in calls and "show" not in calls:
        message = "saves its figure without showing it, so it appears neither on the page nor for the reader"
        yield Problem(name, calls["savefig"], message, "call plt.show()", "snippet-figure")


def _errors(snippet: Snippet, name: str) -> Iterator[Problem]:
    last = max((node.lineno for node in ast.walk(snippet.tree) if isinstance(node, ast.Assert)), default=0)
    for node in ast.walk(snippet.tree):
        if isinstance(node, ast.ExceptHandler) and node.lineno > last:
            message = "catches an error without asserting it, so nobody notices when it no longer occurs"
            cure = "add an assertion, such as: assert 'expected text' in message"
            yield Problem(name, node.lineno, message, cure, "snippet-error")
