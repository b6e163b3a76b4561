"""Vary what a result depends on by chance, in the text of a snippet: seeds, splits, the order of batches."""

import ast
from collections.abc import Iterable, Iterator

from execbook.sources.snippets import Snippet

SEEDED = frozenset(
    {"set_random_seed", "default_rng", "RandomState", "seed", "set_seed", "SeedSequence", "SeedGenerator"}
) | {"Random"}
"""Functions whose first argument is a seed."""

KEYWORDS = frozenset({"random_state", "seed", "random_seed"})
"""Names of arguments that are seeds in any library's function."""

SPLITTERS = frozenset(
    {"train_test_split", "split_dataset", "KFold", "StratifiedKFold", "GroupKFold", "StratifiedGroupKFold"}
) | {
    "ShuffleSplit",
    "StratifiedShuffleSplit",
    "GroupShuffleSplit",
    "RepeatedKFold",
    "RepeatedStratifiedKFold",
}
"""Functions and classes that split data."""

STEP = 20
"""Distance of the seeds of two literals in one trial: more than there are trials."""

STRIDE = 1000
"""Added in each trial to a seed that is computed, so that a loop over hundreds of seeds repeats none."""

Edit = tuple[ast.expr | ast.stmt, str, str]
"""An expression, and the text that goes before and after it; see REPLACED."""

REPLACED = "\0"
"""In place of the text after an expression: the expression itself is replaced."""

INTEGER = "(lambda s: s + {} if isinstance(s, __import__('numbers').Integral) else s)("


def rewritten(snippet: Snippet, vary: str, trial: int) -> str:
    """The text of a snippet for one trial. vary: `seed`, `split` or `order`; anything else changes nothing.

    A literal seed becomes the trial's number; several different literals stay different. No line moves.
    Warnings are ignored, as another seed may warn where the recorded one does not.
    """
    edits = [*_edits(snippet, vary, trial), *_quiet(snippet)]
    lines = snippet.source.encode().splitlines(keepends=True)
    changes: list[tuple[int, int, int, bytes]] = []
    for node, before, after in edits:
        start = node.lineno - 1, node.col_offset
        end = (node.end_lineno or node.lineno) - 1, node.end_col_offset or node.col_offset
        if after is REPLACED:
            changes.append((*start, end[1] - start[1], before.encode()))
        else:
            changes += [(*start, 0, before.encode()), (*end, 0, after.encode())]
    for row, column, length, text in sorted(changes, reverse=True):
        lines[row] = lines[row][:column] + text + lines[row][column + length :]
    return b"".join(lines).decode()


def varies(snippet: Snippet, vary: str) -> bool:
    """Whether a variation changes anything in a snippet."""
    return any(True for _ in _edits(snippet, vary, 1))


def _edits(snippet: Snippet, vary: str, trial: int) -> Iterator[Edit]:
    if vary == "seed":
        yield from _reseeded(_seeds(snippet.tree), trial)
    elif vary == "split":
        yield from _reseeded(_keywords(_calls(snippet.tree, SPLITTERS)), trial)
    elif vary == "order":
        yield from _reseeded(_keywords(_calls(snippet.tree, {"shuffle"})), trial)
        for call in _calls(snippet.tree, {"fit"}):
            if any(one.arg == "epochs" for one in call.keywords):  # Keras: the weights exist already
                yield call, f"(__import__('keras').utils.set_random_seed({trial}), ", ")[1]"


def _reseeded(seeds: Iterable[ast.expr], trial: int) -> Iterator[Edit]:
    seeds = list(seeds)
    literals = sorted({value for one in seeds if (value := _literal(one)) is not None})
    for one in seeds:
        if (value := _literal(one)) is not None:
            yield one, str(trial + STEP * literals.index(value)), REPLACED
        elif not isinstance(one, ast.Constant):  # None is random on purpose
            yield one, INTEGER.format(STRIDE * trial), ")"


def _literal(node: ast.expr) -> int | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _seeds(tree: ast.Module) -> list[ast.expr]:
    """All expressions that are seeds. Functions of the file itself pass theirs on to one that is found."""
    own = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.ClassDef)}
    found: dict[int, ast.expr] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            seeds = [value for key, value in pairs if isinstance(key, ast.Constant) and key.value in KEYWORDS]
        elif isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id in own):
            seeds = list(_keywords([node]))
            if _name(node) in SEEDED:
                seeds += node.args[:1]
        else:
            continue
        found |= {id(seed): seed for seed in seeds}
    return list(found.values())


def _calls(tree: ast.Module, names: Iterable[str]) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in names]


def _keywords(calls: Iterable[ast.Call]) -> Iterator[ast.expr]:
    for call in calls:
        yield from (one.value for one in call.keywords if one.arg in KEYWORDS)


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def _quiet(snippet: Snippet) -> Iterator[Edit]:
    """Before the first import, in its line."""
    for node in snippet.tree.body:
        if isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and node.module != "__future__"):
            yield node, "import warnings as _w; _w.simplefilter('ignore'); ", ""
            return
