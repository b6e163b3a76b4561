"""Find the snippets and analyse them without running them."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.sources import files

ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*(?:/[a-z0-9]+(?:_[a-z0-9]+)*)+")
MAGIC = re.compile(r"\s*(?:[\w, ]+=\s*)?(?:%{1,2}\w|!{1,2}\s*[\w./$(]|\?{1,2}\w)|\s*[\w.]+\?{1,2}\s*$")
"""A line of IPython: `%matplotlib inline`, `!pip install x`, `files = !ls`, `print?`."""

HEADER = re.compile(r"#\s*execbook:\s*(?P<settings>.*)$")


@dataclass(frozen=True)
class Limits:
    """The limits of one run: seconds, private memory in megabytes, kilobytes of output.

    seconds: wall time, without the time spent waiting for a processor (on Linux).
    """

    seconds: float = 60.0
    megabytes: int = 2000
    output_kilobytes: int = 64


@dataclass(frozen=True)
class Region:
    """A named part of a snippet: lines `first` to `last`, counted from 1, both included."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Snippet:
    """One runnable file. id: its path below `snippets/` without the extension, such as `activations/relu`.

    language: of its comments, where they are another than those of the file that was run, the `original`.
    """

    id: str
    path: Path
    source: str
    limits: Limits
    language: str = ""
    original: Snippet | None = None

    @property
    def address(self) -> str:
        """Where readers get the file: its place from the root of the site, and of a bundle."""
        return "/".join(filter(None, ("snippets", self.language, f"{self.id}.py")))

    @property
    def part(self) -> str:
        return self.id.split("/")[0]

    @property
    def filename(self) -> str:
        return self.path.name

    @cached_property
    def tree(self) -> ast.Module:
        return _parse(self.source, self.filename)

    @cached_property
    def summary(self) -> str:
        """The first line of the docstring: what the file shows."""
        return (ast.get_docstring(self.tree) or "").split("\n")[0]

    @cached_property
    def modules(self) -> frozenset[str]:
        """Top-level names of all modules that the file imports, at any level."""
        return frozenset(name.split(".")[0] for name in self.imports)

    @cached_property
    def imports(self) -> frozenset[str]:
        """Dotted names of all imports; some may be names in a module rather than modules."""
        names: set[str] = set()
        for node in _statements(self.tree.body):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
                names.update(f"{node.module}.{alias.name}" for alias in node.names)
        return frozenset(names)

    @cached_property
    def regions(self) -> dict[str, Region]:
        """Parts that a page may show separately, by name.

        A region is a top-level function or class, by its name, or a passage that starts with a comment in the
        first column after a blank line, by the comment's text, up to the next such comment. With comments in
        another language, their names are in it, but they are found by the names in the original.
        """
        if self.original is not None:
            lines = self.source.splitlines()
            return {
                name: replace(one, name=_title(lines[one.first - 1]) or one.name)
                for name, one in self.original.regions.items()
            }
        found: dict[str, Region] = {}
        lines = self.source.splitlines()
        inside_string = _lines_inside_strings(self.tree)
        heads = [
            number
            for number, line in enumerate(lines, 1)
            if line.startswith("# ")
            and not HEADER.match(line)
            and number not in inside_string
            and (number == 1 or not lines[number - 2].strip())
        ]
        for head, following in pairwise([*heads, len(lines) + 1]):
            last = following - 1
            while last > head and not lines[last - 1].strip():
                last -= 1
            name = _title(lines[head - 1])
            found[name] = Region(name, head, last)
        for node in self.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
                found[node.name] = Region(node.name, first, node.end_lineno or first)
        return found

    def text(self, region: str | None = None) -> str:
        """The file's text, or that of one region. Raises KeyError if there is no such region."""
        if region is None:
            return self.source
        part = self.regions[region]
        return "\n".join(self.source.splitlines()[part.first - 1 : part.last]) + "\n"


def survey(project: Project, unreadable: Collection[str] = ()) -> tuple[list[Snippet], list[Problem]]:
    """The snippets that can be read, sorted by id, and what is wrong with the others.

    unreadable: files to skip, as problems name them.
    """
    snippets: dict[str, Snippet] = {}
    problems: list[Problem] = []
    for path in sorted(project.snippets.rglob("*.py")):
        if path.relative_to(project.root).as_posix() in unreadable:
            continue
        try:
            snippet = read(project, path)
        except ProblemError as error:
            problems += error.problems
            continue
        twin = snippets.setdefault(snippet.id, snippet)
        if twin is not snippet:
            message = f"two snippets have the id {snippet.id!r}; the other is {project.relative(twin.path)}"
            cure = "rename one of them"
            problems.append(Problem(project.relative(path), 0, message, cure, "duplicate-snippet"))
    return [snippets[snippet_id] for snippet_id in sorted(snippets)], problems


def read_all(project: Project) -> tuple[dict[str, Snippet], dict[str, list[Problem]]]:
    """The snippets by id, and the problems of those that cannot be read, by the id that they would have."""
    of_files = [one for one in files.survey(project, project.snippets) if one.rule != "file-name"]
    snippets, problems = survey(project, files.unreadable(of_files))
    broken: dict[str, list[Problem]] = {}
    for one in (*of_files, *problems):
        name = one.path.removeprefix(f"{project.snippets.name}/").removesuffix(".py")
        broken.setdefault(name, []).append(one)
    return {one.id: one for one in snippets if one.id not in broken}, broken


def read(project: Project, path: Path) -> Snippet:
    """Read one snippet. Raises ProblemError on a bad name, syntax or header."""
    name = path.relative_to(project.root).as_posix()

    def fail(line: int, message: str, fix: str, rule: str) -> ProblemError:
        return ProblemError(Problem(name, line, message, fix, rule))

    snippet_id = path.relative_to(project.snippets).with_suffix("").as_posix().casefold()
    if not ID.fullmatch(snippet_id) or path.stem != path.stem.lower():
        cure = "use snippets/<part>/<name>.py in lower-case ASCII letters, digits and _"
        raise fail(0, f"{path.name!r} cannot be an example's name", cure, "snippet-name")
    source = path.read_text("utf-8")
    try:
        _parse(source, path.name)
    except SyntaxError as error:
        line = error.lineno or 0
        text = source.splitlines()[line - 1] if 0 < line <= source.count("\n") + 1 else ""
        if MAGIC.match(text):
            message = f"{text.strip()[:40]!r} is a line of a notebook: %, ! and ? mean something only there"
            raise fail(line, message, "delete the line: an example is a plain file", "syntax") from None
        raise fail(line, f"is not valid Python: {error.msg}", "correct the syntax", "syntax") from None
    return Snippet(snippet_id, path, source, _limits(source, fail))


def _title(line: str) -> str:
    """The text of a comment; empty for a line of code."""
    return line.lstrip("# ").rstrip(" .:") if line.startswith("#") else ""


@lru_cache(maxsize=1000)
def _parse(source: str, filename: str) -> ast.Module:
    return ast.parse(source, filename=filename)


def _statements(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """All statements, including nested ones: far fewer nodes than `ast.walk` visits."""
    for node in nodes:
        yield node
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            yield from _statements(getattr(node, field, ()))


def _limits(source: str, fail: Callable[[int, str, str, str], ProblemError]) -> Limits:
    """Limits set by a comment such as `# execbook: seconds=120, megabytes=3000`."""
    types = {"seconds": float, "megabytes": int, "output_kilobytes": int}
    settings: dict[str, Any] = {}
    for number, line in enumerate(source.splitlines(), 1):
        if not (header := HEADER.match(line)):
            continue
        for setting in header["settings"].split(","):
            name, _, value = (part.strip() for part in setting.partition("="))
            try:
                settings[name] = types[name](value)
                if not 0 < settings[name] < math.inf:
                    raise ValueError
            except (KeyError, ValueError):
                cure = f"write for example '# execbook: seconds=120'; known are {', '.join(types)}"
                raise fail(number, f"cannot read the limit {setting.strip()!r}", cure, "header") from None
    return Limits(**settings)


def _lines_inside_strings(tree: ast.Module) -> set[int]:
    """Numbers of the lines that continue a string from an earlier line.

    Read from the tree, as an f-string is one token in Python 3.11 and many in 3.12.
    """
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
        ):
            inside.update(range(node.lineno + 1, (node.end_lineno or node.lineno) + 1))
    return inside
