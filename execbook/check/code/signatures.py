"""Parameters of installed packages' functions and classes, read from their sources without importing them.

Importing what the book's snippets call of scikit-learn, SciPy and mlxtend takes three seconds; reading it
takes 0.2 s. Compiled functions have no source, and so no parameters here.
"""

import ast
import functools
import importlib.util
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

IMPORT = re.compile(
    r"^[ \t]*from[ \t]+(?P<dots>\.*)(?P<module>[\w.]*)[ \t]+import[ \t]+(?P<names>\([^)]*\)|.*)", re.MULTILINE
)
NAME = re.compile(r"(?P<name>\w+|\*)(?:\s+as\s+(?P<alias>\w+))?")
COMMENT = re.compile(r"#.*")
HEAD = re.compile(r"(?:.*\n)*?.*:[ \t]*$", re.MULTILINE)
BASES = re.compile(r"class \w+\(([^)]*)\)")


@dataclass(frozen=True)
class Signature:
    """positional: names of parameters that may be passed by position, in order. defaults: by name."""

    positional: tuple[str, ...]
    defaults: Mapping[str, ast.expr]

    @property
    def names(self) -> set[str]:
        """All parameters except keyword-only ones without a default."""
        return {*self.positional, *self.defaults}


@functools.cache
def read(dotted: str) -> Signature | None:
    """The signature of a function, class or method, such as `sklearn.cluster.KMeans`; None if not found."""
    module, _, name = dotted.rpartition(".")
    if found := _find(module, name):
        is_class = found[1].startswith("class")
        return _method(*found, "__init__") if is_class else _signature(found[1])
    module, _, owner = module.rpartition(".")
    found = _find(module, owner)
    return _method(*found, name) if found else None


def _signature(definition: str) -> Signature | None:
    head = HEAD.match(COMMENT.sub("", definition))
    try:
        [function] = ast.parse(f"{head[0]}...").body if head else [None]
    except SyntaxError:
        return None
    if not isinstance(function, ast.FunctionDef):
        return None
    arguments = function.args
    places = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    defaults = dict(zip(reversed(places), reversed(arguments.defaults), strict=False))
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default:
            defaults[argument.arg] = default
    return Signature(tuple(places), defaults)


def _method(module: str, owner: str, name: str) -> Signature | None:
    """The signature, without `self`, of a method of the class with the source `owner`, or of its bases."""
    if definition := _block(owner, name, indent="    "):
        signature = _signature(textwrap.dedent(definition))
        bound = signature and signature.positional[:1] in (("self",), ("cls",))
        return Signature(signature.positional[1:], signature.defaults) if bound else signature
    bases = BASES.match(owner)
    for base in NAME.findall(bases[1]) if bases else ():
        if (found := _find(module, base[0])) and (signature := _method(*found, name)):
            return signature
    return None


def _find(module: str, name: str, seen: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """The module that defines what `module` exposes under this name, and the source of the definition.

    seen: modules visited on the way, as some import each other.
    """
    path = _file(module)
    if path is None:
        return None
    if block := _block(_text(path), name):
        return module, block
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for source, original, known in _imports(path):
        if known in (name, "*"):
            origin = importlib.util.resolve_name(source, package)
            found = origin not in seen and _find(
                origin, name if known == "*" else original, seen | {module, origin}
            )
            if found:
                return found
    return None


def _block(text: str, name: str, indent: str = "") -> str:
    """The source of a definition: up to the next line at its indentation that does not continue it."""
    pattern = rf"^{indent}(?:class|def) {re.escape(name)}\b.*\n(?:{indent}[ \t)\]}}#].*\n|[ \t]*\n)*"
    found = re.search(pattern, text, re.MULTILINE)
    return found[0] if found else ""


@functools.cache
def _imports(path: Path) -> list[tuple[str, str, str]]:
    """The imports of a file: source module, name there, name here. `*` stands for all names."""
    return list(_read_imports(_text(path)))


def _read_imports(text: str) -> Iterator[tuple[str, str, str]]:
    for found in IMPORT.finditer(text):
        for name in NAME.finditer(found["names"]):
            yield found["dots"] + found["module"], name["name"], name["alias"] or name["name"]


@functools.cache
def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _file(module: str) -> Path | None:
    """The path of a module's source; None if its package is not installed.

    Only the top-level package is looked up, which imports nothing.
    """
    package, *inner = module.split(".")
    spec = importlib.util.find_spec(package) if package else None
    if not (spec and spec.submodule_search_locations):
        return None
    place = Path(spec.submodule_search_locations[0], *inner)
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
