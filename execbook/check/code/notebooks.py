"""What runs as a file here, and fails or shows something else where a reader pastes it: in a notebook."""

import ast
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from importlib.machinery import PathFinder

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.snippets import Snippet

SNIPPET = "snippets/part/halving.py"

OF_THE_FILE = {"__file__", "__spec__", "__cached__"}
PARSES = {"parse_args", "parse_known_args", "parse_intermixed_args", "parse_known_intermixed_args"}
LOOPS = {"run", "run_until_complete", "run_forever", "Runner"}
POOLS = {"Pool", "Process", "ProcessPoolExecutor"}
HANDS_OVER = {"submit", "map", "map_async", "imap", "imap_unordered", "starmap", "starmap_async"}
HANDS_OVER |= {"apply", "apply_async"}
SHOWN_BY_NOTEBOOKS = {"head", "tail", "describe", "sample", "value_counts", "corr", "predict", "score"}
SHOWN_BY_NOTEBOOKS |= {"mean", "sum"}
"""Methods that are called for their result, which a notebook shows and a file does not."""


@rule(
    "notebook-file",
    "A snippet does not use its own path, which a notebook does not have.",
    Break(SNIPPET, "rng = ", "print(__file__)\nrng = "),
)
@rule(
    "notebook-arguments",
    "A snippet reads no arguments of the command line, which in a notebook are those of its kernel.",
    Break(SNIPPET, "rng = ", "import sys\nprint(sys.argv)\nrng = "),
)
@rule(
    "notebook-loop",
    "A snippet starts no event loop, as one runs in a notebook already.",
    Break(SNIPPET, "rng = ", "import asyncio\nasyncio.run(None)\nrng = "),
)
@rule(
    "notebook-process",
    "A snippet starts no processes with functions of its own, which they do not find in a notebook.",
    Break(
        SNIPPET,
        "rng = ",
        "from multiprocessing import Pool\ndef cube(n):\n    return n**3\nPool(2).map(cube, [1])\nrng = ",
    ),
)
@rule(
    "bare-expression",
    "No expression is only written down, as a notebook shows its value and a file does not.",
    Break(SNIPPET, "plt.show()", "plt.show()\nnumber"),
    house=True,
)
@rule(
    "module-name",
    "No snippet has the name of a module, which it would hide from the reader's other files.",
    Break("snippets/part/random.py", new='"""Random numbers."""\n'),
)
def notebooks(book: Book) -> Iterator[Problem]:
    for snippet in book.snippets.values():
        name = book.project.relative(snippet.path)
        yield from _name(snippet, name)
        for line, message, cure, rule_name in sorted(set(_found(snippet))):
            yield Problem(name, line, message, cure, rule_name)


Found = tuple[int, str, str, str]


def _name(snippet: Snippet, name: str) -> Iterator[Problem]:
    module = snippet.path.stem
    if module in sys.stdlib_module_names or _is_installed(module):
        message = (
            f"has the name of the module {module!r}, so `python {module}.py` imports itself in its place"
        )
        yield Problem(name, 0, message, f"rename it, for example to {module}_example.py", "module-name")


@cache
def _is_installed(module: str) -> bool:
    """Whether a package of the environment has this name; folders without code do not count."""
    folders = [sysconfig.get_path(kind) for kind in ("purelib", "platlib")]
    spec = PathFinder.find_spec(module, folders)
    return spec is not None and spec.origin is not None


def _found(snippet: Snippet) -> Iterator[Found]:
    own = {
        node.name: node.lineno
        for node in ast.walk(snippet.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    called = {_last(node.func) for node in ast.walk(snippet.tree) if isinstance(node, ast.Call)}
    in_processes = bool(called & POOLS) and bool(snippet.modules & {"concurrent", "multiprocessing"})
    for node in ast.walk(snippet.tree):
        yield from _own_path(node)
        yield from _arguments(node)
        if isinstance(node, ast.Call):
            yield from _loop(node, snippet)
            if in_processes:
                yield from _processes(node, own)
    yield from _bare(snippet.tree)


def _own_path(node: ast.AST) -> Iterator[Found]:
    names: list[object] = []
    if not isinstance(node, ast.expr):
        return
    if isinstance(node, ast.Name):
        names = [node.id]
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        names = [node.slice.value]
    elif isinstance(node, ast.Attribute) and _last(node.value) == "__main__":
        names = [node.attr]
    if OF_THE_FILE.intersection(names):
        yield (
            node.lineno,
            f"uses {names[0]}, which a notebook does not have",
            "name files relative to the working folder, as in Path('points.npy')",
            "notebook-file",
        )


def _arguments(node: ast.AST) -> Iterator[Found]:
    cure = "write the values into the file; a parser can be given a list: parser.parse_args([])"
    message = "reads the arguments of the command line, which in a notebook are those of its kernel"
    if isinstance(node, ast.Attribute) and node.attr in ("argv", "orig_argv") and _last(node.value) == "sys":
        yield node.lineno, message, cure, "notebook-arguments"
    elif isinstance(node, ast.ImportFrom) and node.module == "sys":
        if {"argv", "orig_argv"} & {alias.name for alias in node.names}:
            yield node.lineno, message, cure, "notebook-arguments"
    elif isinstance(node, ast.Call) and _last(node.func) in PARSES and not _has_list(node):
        yield node.lineno, message, cure, "notebook-arguments"


def _has_list(call: ast.Call) -> bool:
    """Whether a parser is given the arguments, and not None, which stands for the command line."""
    given = [*call.args[:1], *(one.value for one in call.keywords if one.arg in ("args", None))]
    return any(not (isinstance(one, ast.Constant) and one.value is None) for one in given)


def _loop(call: ast.Call, snippet: Snippet) -> Iterator[Found]:
    name = _last(call.func)
    if isinstance(call.func, ast.Name):
        starts = name in LOOPS and f"asyncio.{name}" in snippet.imports
    else:
        starts = name in LOOPS and (
            name.startswith("run_") or _last(getattr(call.func, "value", call)) == "asyncio"
        )
    if starts and "asyncio" in snippet.modules:
        yield (
            call.lineno,
            f"starts an event loop with {name}, which fails where one is running, as in a notebook",
            "write it without asyncio, or start the loop in a thread of its own",
            "notebook-loop",
        )


def _processes(call: ast.Call, own: dict[str, int]) -> Iterator[Found]:
    given: list[ast.expr] = []
    if _last(call.func) in HANDS_OVER:
        given = [*call.args[:1], *(one.value for one in call.keywords if one.arg in ("func", "fn"))]
    if _last(call.func) in POOLS:
        given = [
            *call.args[1:2],
            *(one.value for one in call.keywords if one.arg in ("target", "initializer")),
        ]
    for one in given:
        if isinstance(one, ast.Call) and _last(one.func) == "partial":
            one = one.args[0] if one.args else one
        if isinstance(one, ast.Lambda) or (isinstance(one, ast.Name) and one.id in own):
            what = one.id if isinstance(one, ast.Name) else "a lambda"
            yield (
                call.lineno,
                f"runs {what} in other processes, which do not find the functions of a notebook",
                "use joblib.Parallel, which sends the function along, or threads; or call it in a loop",
                "notebook-process",
            )


def _bare(tree: ast.Module) -> Iterator[Found]:
    for position, statement in enumerate(tree.body):
        if not isinstance(statement, ast.Expr):
            continue
        value = statement.value
        if isinstance(value, ast.Constant) and (isinstance(value.value, str) or value.value is ...):
            bare = position > 0 and position == len(tree.body) - 1
        elif isinstance(value, ast.Call):
            bare = position == len(tree.body) - 1 and _last(value.func) in SHOWN_BY_NOTEBOOKS
        else:
            bare = not isinstance(value, ast.Await | ast.Yield | ast.YieldFrom)
        if bare:
            yield (
                statement.lineno,
                f"only writes down {ast.unparse(value)[:40]!r}: a notebook shows the value, a file does not",
                "print it: print(…)",
                "bare-expression",
            )


def _last(node: ast.AST) -> str:
    """The last part of a dotted name; empty for other expressions."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
