"""The knobs of examples: a constant or an argument, and the values that it takes on a page.

`snippets/<part>/knobs.toml` declares them, a table for each example. The file itself stays as it is, with the
first value; another value is the same file with one literal replaced, so every line keeps its number.
"""

import ast
import itertools
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from execbook.problems import Problem, did_you_mean, raise_if_any
from execbook.project import Project
from execbook.sources.snippets import Snippet

FILE = "knobs.toml"
RULE = "knob"
FIELDS = ("values", "frames", "axes")
MOST, MOST_RUNS = 12, 24
"""How many values a knob takes, and how many runs two knobs make together, at most."""

Value = bool | int | float | str


@dataclass(frozen=True)
class Knob:
    """What moves in an example.

    place: its file, as problems name it, and the line. values: by the name of a constant or an argument, the
    first is the file's own. frames: instead of values, the name of the recorded list that has an entry for
    each of the run's figures, which are shown one after the other. axes: why they may move with the values.
    """

    example: str
    place: tuple[str, int]
    values: Mapping[str, tuple[Value, ...]]
    frames: str = ""
    axes: str = ""

    def settings(self) -> list[dict[str, Value]]:
        """Every setting; the file's own is the first."""
        return [dict(zip(self.values, one, strict=True)) for one in itertools.product(*self.values.values())]

    def problem(self, message: str, fix: str, rule: str = RULE) -> Problem:
        return Problem(*self.place, f"{self.example.rpartition('/')[2]}: {message}", fix, rule)


@dataclass(frozen=True)
class Variant:
    """An example with other values than its file has. snippet: its text with them, under the example's id."""

    setting: Mapping[str, Value]
    snippet: Snippet

    @property
    def name(self) -> str:
        """The example and the values, such as `clustering/moons?eps=0.1`."""
        return name_of(self.snippet.id, self.setting)


def name_of(example_id: str, setting: Mapping[str, Value]) -> str:
    """The name of an example with these values, in messages and among the accepted results."""
    return f"{example_id}?{told(setting, '&')}"


def told(setting: Mapping[str, Value], between: str = ", ") -> str:
    """A setting in words: `eps=0.1`."""
    return between.join(f"{name}={shown(value)}" for name, value in setting.items())


def shown(value: Value) -> str:
    """A value as a label and an address have it."""
    return value if isinstance(value, str) else repr(value)


def load(project: Project) -> dict[str, Knob]:
    """The knobs by example. Raises ProblemError if a file cannot be read."""
    found: dict[str, Knob] = {}
    problems: list[Problem] = []
    for path in sorted(project.snippets.glob(f"*/{FILE}")):
        for one in _read(project, path):
            if isinstance(one, Knob):
                found[one.example] = one
            else:
                problems.append(one)
    raise_if_any(problems)
    return found


def of(knobs: Mapping[str, Knob], snippets: Mapping[str, Snippet]) -> dict[str, list[Variant]]:
    """The variants of the examples that have some, by id; a knob that does not fit its file has none.

    knobs, snippets: by id.
    """
    return {
        example_id: variants(knob, snippets[example_id])
        for example_id, knob in knobs.items()
        if knob.values and example_id in snippets and not list(faults(knob, snippets[example_id]))
    }


def variants(knob: Knob, snippet: Snippet) -> list[Variant]:
    """The example with each setting but its own, in the order of the declaration."""
    return [
        Variant(setting, replace(snippet, source=_with(snippet, setting))) for setting in knob.settings()[1:]
    ]


def faults(knob: Knob, snippet: Snippet) -> Iterator[Problem]:
    """Why a knob does not fit the file of its example."""
    for name, values in knob.values.items():
        if not (places := _places(snippet, name)):
            known = sorted({one.id for one in ast.walk(snippet.tree) if isinstance(one, ast.Name)})
            yield knob.problem(
                f"{snippet.filename} has no constant and no argument {name!r} with a plain value",
                did_you_mean(name, known, "names") if known else "name a constant or an argument",
            )
        elif len(places) > 1:
            lines = " and ".join(str(place.lineno) for place in places)
            message = f"{snippet.filename} has {name!r} in lines {lines}, and only one of them can move"
            yield knob.problem(message, "give the value that moves a name of its own, at the top of the file")
        elif not _same(own := ast.literal_eval(places[0]), values[0]):
            message = f"{name} begins with {values[0]!r}, but {snippet.filename} has {own!r}"
            yield knob.problem(message, "put the file's own value first")


def _read(project: Project, path: Path) -> Iterator[Knob | Problem]:
    name = project.relative(path)
    text = path.read_text("utf-8")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        yield Problem(name, int(found[1]) if found else 0, f"is not TOML: {error}", "correct it", RULE)
        return
    for example, table in tables.items():
        heading = re.search(rf'^\s*\[?\s*"?{re.escape(example)}"?\s*[\]=]', text, re.MULTILINE)
        line = text.count("\n", 0, heading.start()) + 1 if heading else 0
        knob = Knob(f"{path.parent.name}/{example}", (name, line), {})
        if not isinstance(table, dict):
            yield knob.problem("is no table", f"write [{example}] above it")
            continue
        problems = list(_invalid(knob, table))
        yield from problems
        if not problems:
            values = {one: tuple(found) for one, found in table.get("values", {}).items()}
            yield replace(
                knob,
                values=values,
                frames=table.get("frames", ""),
                axes=" ".join(table.get("axes", "").split()),
            )


def _invalid(knob: Knob, table: Mapping[str, Any]) -> Iterator[Problem]:
    for field in table.keys() - {*FIELDS}:
        yield knob.problem(f"a knob has no field {field!r}", did_you_mean(field, FIELDS, "fields"))
    for field in ("frames", "axes"):
        if not isinstance(table.get(field, ""), str):
            yield knob.problem(f"{field} is no text", "write it between quotes")
    values = table.get("values", {})
    if ("values" in table) == ("frames" in table):
        yield knob.problem(
            "has either values or frames", "write values.NAME = [its own, another, …], or frames = 'NAME'"
        )
    elif not isinstance(values, dict) or len(values) > 2 or not all(map(_is_list, values.values())):
        yield knob.problem(
            "has no lists of values", "write for one name or two: values.NAME = [its own, another]"
        )
    else:
        yield from _bad_values(knob, values)


def _bad_values(knob: Knob, values: Mapping[str, Sequence[Any]]) -> Iterator[Problem]:
    for name, listed in values.items():
        if not 2 <= len(listed) <= MOST:
            message = f"{name} has {len(listed)} values"
            yield knob.problem(message, f"give 2 to {MOST}: each is a run, and a step for the reader")
        if twice := [one for n, one in enumerate(listed) if any(one == other for other in listed[:n])]:
            yield knob.problem(f"{name} has the value {twice[0]!r} twice", "delete one")
    runs = 1
    for listed in values.values():
        runs *= len(listed)
    if runs > MOST_RUNS:
        yield knob.problem(f"makes {runs} runs", f"leave values out, so that there are at most {MOST_RUNS}")


def _is_list(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(one, Value) for one in values)


def _same(one: object, other: object) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _places(snippet: Snippet, name: str) -> list[ast.expr]:
    """Where the file gives a name a plain value: a constant of its own, or an argument."""
    found: list[ast.expr] = []
    for node in snippet.tree.body:
        if isinstance(node, ast.Assign):
            found += [
                value for one in node.targets for target, value in _pairs(one, node.value) if target == name
            ]
        elif isinstance(node, ast.AnnAssign) and node.value:
            found += [value for target, value in _pairs(node.target, node.value) if target == name]
    for node in ast.walk(snippet.tree):
        if isinstance(node, ast.keyword) and node.arg == name:
            found.append(node.value)
        elif isinstance(node, ast.arguments):
            named = [*node.posonlyargs, *node.args]
            pairs = [*zip(named[len(named) - len(node.defaults) :], node.defaults, strict=True)]
            pairs += [
                (one, value) for one, value in zip(node.kwonlyargs, node.kw_defaults, strict=True) if value
            ]
            found += [default for argument, default in pairs if argument.arg == name and default]
    return [one for one in found if _is_plain(one)]


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """The names that an assignment gives to values, also where it gives several at once."""
    if isinstance(target, ast.Name):
        yield target.id, value
    elif (
        isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts)
    ):
        for one, part in zip(target.elts, value.elts, strict=True):
            yield from _pairs(one, part)


def _is_plain(node: ast.expr) -> bool:
    try:
        return isinstance(ast.literal_eval(node), Value) and node.lineno == node.end_lineno
    except ValueError:
        return False


def _with(snippet: Snippet, setting: Mapping[str, Value]) -> str:
    """The text with these values; positions in the tree count bytes."""
    lines = snippet.source.encode().split(b"\n")
    places = [(place, value) for name, value in setting.items() for place in _places(snippet, name)]
    for place, value in sorted(places, key=lambda pair: -pair[0].col_offset):
        line = lines[place.lineno - 1]
        written = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
        lines[place.lineno - 1] = line[: place.col_offset] + written.encode() + line[place.end_col_offset :]
    return b"\n".join(lines).decode()
