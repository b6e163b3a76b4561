"""The relation that a claim rests on: Python syntax over recorded values, `share[20] > share[0.5]`."""

import ast
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from execbook.book import Book
from execbook.book.bindings import bind
from execbook.book.turned import named, turns
from execbook.claims.variations import varies
from execbook.problems import UnplacedProblem, did_you_mean
from execbook.records.numbers import Scalar
from execbook.sources.knobs import name_of, told
from execbook.sources.pages import Claim, Page

FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "abs": abs,
    "all": all,
    "any": any,
    "len": len,
    "max": max,
    "mean": statistics.fmean,
    "median": statistics.median,
    "min": min,
    "range": range,
    "round": round,
    "sorted": sorted,
    "sum": sum,
    "zip": zip,
}
"""What a relation may call."""

KINDS = (
    *(ast.Expression, ast.BoolOp, ast.boolop, ast.BinOp, ast.operator, ast.UnaryOp, ast.unaryop),
    *(ast.Compare, ast.cmpop, ast.Call, ast.Constant, ast.Tuple, ast.List, ast.GeneratorExp, ast.ListComp),
    *(ast.comprehension, ast.Starred, ast.Name, ast.expr_context, ast.Subscript, ast.Attribute, ast.Slice),
    ast.keyword,
)
RULE = "claim-relation"

Value = Scalar | list | None


@dataclass(frozen=True)
class Use:
    """Recorded values that a relation uses. example: its id, or the name of a variant, `part/moons?eps=0.1`.
    names: one, or all entries of an array. single: which of both."""

    example: str
    names: tuple[str, ...]
    single: bool


@dataclass(frozen=True)
class Relation:
    """A relation whose names are known, or an expression that gives a value. uses: in the order of the text.
    compares: whether it is a relation."""

    text: str
    uses: tuple[Use, ...]
    code: Any
    compares: bool = True

    def holds(self, value: Callable[[str, str], Scalar | None]) -> bool:
        """Whether it holds with these values, by example and name. Without one of them it does not."""
        try:
            return bool(self.result(value))
        except (TypeError, ValueError, ArithmeticError, statistics.StatisticsError):
            return False  # a trial that failed, or left fewer values

    def result(self, value: Callable[[str, str], Scalar | None]) -> Any:
        """What it gives with these values, by example and name. Raises what its arithmetic raises."""

        def used(number: int, *indices: object) -> Value:
            use = self.uses[number]
            if use.single:
                return value(use.example, use.names[0])
            if indices:
                name = use.names[0].partition("[")[0] + "".join(f"[{index}]" for index in indices)
                return value(use.example, name)
            return [value(use.example, name) for name in use.names]

        return eval(self.code, {"__builtins__": {}, **FUNCTIONS, "used": used})


def relation_of(book: Book, page: Page, claim: Claim) -> Relation:
    """The relation of a claim. Raises UnplacedProblem if it is no relation, or uses what was not recorded."""
    text = claim.relation
    shown = [claim.example] if claim.example else list(dict.fromkeys(one.id for one in page.examples))
    relation = expression_of(book, text, shown)
    if not relation.compares:
        raise _problem(f"{text!r} neither holds nor fails: it compares nothing")
    if not relation.uses:
        raise _problem(f"{text!r} uses no recorded value")
    examples = dict.fromkeys(use.example for use in relation.uses)
    snippets = (named(book, one).snippet for one in examples)
    if claim.vary != "processor" and not any(varies(one, claim.vary) for one in snippets):
        message = f"in {' and '.join(examples)} nothing changes with the {claim.vary}"
        raise _problem(message, "let the claim vary something else, or write the sentence without a claim")
    return relation


def expression_of(book: Book, text: str, shown: Iterable[str]) -> Relation:
    """A relation, or any other expression over values of these examples. Raises UnplacedProblem."""
    try:
        tree = ast.parse(text, mode="eval")
    except SyntaxError as error:
        raise _problem(f"the relation is not Python: {error.msg}") from None
    if odd := next((node for node in ast.walk(tree) if not isinstance(node, KINDS)), None):
        raise _problem(f"a relation has no {type(odd).__name__}")
    compares = _is_truth(tree.body)
    names = _Names(book, text, list(shown))
    tree = ast.fix_missing_locations(names.visit(tree))
    return Relation(text, tuple(names.uses), compile(tree, "<claim>", "eval"), compares)


def _is_truth(node: ast.expr) -> bool:
    """Whether an expression holds or fails; others, such as `max(share)` and `-share[20]`, give a value."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in ("all", "any")
    return isinstance(node, ast.Compare | ast.BoolOp) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    )


def _problem(message: str, fix: str = "write for example share[20] > share[0.5]") -> UnplacedProblem:
    return UnplacedProblem(message, fix, RULE)


class _Names(ast.NodeTransformer):
    """Replaces each recorded name by a call that looks it up."""

    def __init__(self, book: Book, text: str, shown: Sequence[str]):
        self.book, self.text, self.shown = book, text, shown
        self.uses: list[Use] = []
        self.bound: set[str] = set()

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.AST:
        return self._comprehension(node)

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        return self._comprehension(node)

    def _comprehension(self, node: ast.GeneratorExp | ast.ListComp) -> ast.AST:
        targets = {
            name.id for one in node.generators for name in ast.walk(one.target) if isinstance(name, ast.Name)
        }
        former, self.bound = self.bound, self.bound | targets
        try:
            return self.generic_visit(node)
        finally:
            self.bound = former

    def visit_Call(self, node: ast.Call) -> ast.AST:
        is_function = isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS
        if node.keywords and not node.args and not is_function:
            return self._turned(node)
        if not is_function or node.keywords:
            name = ast.unparse(node.func)
            raise _problem(f"a relation cannot call {name!r}", did_you_mean(name, FUNCTIONS, "functions"))
        node.args = [self.visit(argument) for argument in node.args]
        return node

    def _turned(self, node: ast.Call) -> ast.AST:
        """A value with another setting of the example's knob: `cost[19](learning_rate=0.004)`."""
        try:
            setting = {one.arg or "": ast.literal_eval(one.value) for one in node.keywords}
        except ValueError:
            raise _problem(f"{ast.unparse(node)!r} sets a knob to no plain value") from None
        known = {one: turns(self.book, one) for one in self.shown}
        found = {
            one: turn
            for one, listed in known.items()
            for turn in listed
            if turn.setting == {**listed[0].setting, **setting}
        }
        if len(found) != 1:
            told_at = [told(turn.setting) for listed in known.values() for turn in listed]
            fix = did_you_mean(told(setting), told_at, "settings") if told_at else "give the example a knob"
            what = "more than one example has a knob" if found else "no example has a knob"
            raise _problem(f"{what} with {told(setting)}", fix)
        ((example, turn),) = found.items()
        former, self.book, self.shown = (self.book, self.shown), turn.book, [example]
        try:
            used = self.visit(node.func)
        finally:
            self.book, self.shown = former
        if turn.run.snippet is not self.book.run(example).snippet:
            self.uses[-1] = replace(self.uses[-1], example=name_of(example, turn.setting))
        return used

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in self.bound or isinstance(node.ctx, ast.Store):
            return node
        return self._used(node, [])

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return self._used(node, [])

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        indices: list[ast.expr] = []
        base: ast.expr = node
        while isinstance(base, ast.Subscript):
            indices.insert(0, base.slice)
            base = base.value
        if isinstance(base, ast.Name) and base.id in self.bound:
            return node
        return self._used(base, indices)

    def _used(self, base: ast.expr, indices: list[ast.expr]) -> ast.AST:
        shown = self.shown
        if isinstance(base, ast.Attribute) and isinstance(base.value, ast.Name):
            stem, example = base.attr, base.value.id
            shown = [one for one in shown if one.rpartition("/")[2] == example]
            if not shown:
                fix = did_you_mean(example, [one.rpartition("/")[2] for one in self.shown], "examples")
                raise _problem(f"this page shows no example {example!r}", fix)
        elif isinstance(base, ast.Name):
            stem = base.id
        else:
            raise _problem(f"{ast.unparse(base)!r} is no recorded value")
        looked_up = [one for one in indices if self._depends(one)]
        if looked_up:
            use = self._array(stem, shown)
            keys = [one if self._depends(one) else ast.Constant(self._key(one)) for one in indices]
        else:
            use = self._single_or_array(stem + "".join(f"[{self._key(one)}]" for one in indices), shown)
            keys = []
        self.uses.append(use)
        number = ast.Constant(len(self.uses) - 1)
        return ast.copy_location(ast.Call(ast.Name("used", ast.Load()), [number, *keys], []), base)

    def _depends(self, index: ast.expr) -> bool:
        return isinstance(index, ast.Name) and index.id in self.bound

    def _key(self, index: ast.expr) -> str:
        """An index as a recorded name has it: `relu` for `"relu"`, `16/n` for `16/n`."""
        if isinstance(index, ast.Constant) and isinstance(index.value, str):
            return index.value
        return ast.get_source_segment(self.text, index) or ast.unparse(index)

    def _single_or_array(self, name: str, shown: Iterable[str]) -> Use:
        try:
            bound = bind(self.book, None, name, shown)
            return Use(bound.example, (bound.name,), True)
        except UnplacedProblem as error:
            if error.problem.rule == "ambiguous-value":
                cure = "write the example's name before it, as in overview.accuracy, or add `example:`"
                raise _problem(error.problem.message, cure) from None
            if any(name in self._records(one) for one in shown):
                raise
            return self._array(name, shown)

    def _array(self, stem: str, shown: Iterable[str]) -> Use:
        found = {
            one: names
            for one in shown
            if (names := tuple(name for name in self._records(one) if name.startswith(f"{stem}[")))
        }
        if len(found) > 1:
            raise _problem(f"{stem!r} is in more than one example of this page", "add the option `example:`")
        if not found:
            known = sorted({name for one in shown for name in self._records(one)})
            fix = did_you_mean(stem, known, "values") if known else "show the example, or add `example:`"
            raise _problem(f"no value {stem!r} was recorded", fix)
        ((example, names),) = found.items()
        return Use(example, names, False)

    def _records(self, example_id: str) -> Mapping[str, Scalar]:
        return self.book.run(example_id).record.values
