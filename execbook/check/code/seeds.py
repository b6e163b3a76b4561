"""Find random numbers without a seed by reading the syntax tree.

Only what is certain from the text is reported. A line that is random on purpose says so, with its reason:
`# unseeded: the two processes are meant to differ`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Set

from execbook.problems import Problem
from execbook.sources.snippets import Snippet

ON_PURPOSE = re.compile(r"#\s*unseeded:\s*\S")

NUMPY_TAKES_SEED = re.compile(r"default_rng|RandomState|SeedSequence|PCG64(?:DXSM)?|MT19937|Philox|SFC64")
NUMPY_DRAWS_NOTHING = re.compile(r"Generator|BitGenerator|seed|[gs]et_state")
PYTHON_DRAWS_NOTHING = re.compile(r"seed|Random|[gs]etstate")
KERAS_LAYERS = re.compile(
    r"(?:Einsum)?Dense|\w*Conv[123]D(?:Transpose)?|ConvLSTM[123]D|Embedding|LSTM|GRU|SimpleRNN|\w+Cell|"
    r"\w*Dropout(?:[123]D)?|GaussianNoise|(?:MultiHead|GroupQuery)Attention|Random\w+"
)
KERAS_INITIALISERS = re.compile(
    r"(?:random|truncated|glorot|he|lecun|variance_?scaling|orthogonal)_?\w*", re.IGNORECASE
)
SKLEARN = re.compile(
    r"train_test_split|resample|shuffle|(?:MiniBatch)?KMeans|Perceptron|TSNE|(?:Stratified)?ShuffleSplit|"
    r"(?:RandomForest|ExtraTrees?|GradientBoosting|Bagging|AdaBoost|MLP|SGD)(?:Classifier|Regressor)|"
    r"make_(?:blobs|moons|circles|classification|regression|gaussian_quantiles|swiss_roll|s_curve|friedman\d)"
)

SEED_ALL = "keras.utils.set_random_seed"
CURE_KERAS = (
    "call keras.utils.set_random_seed(0) before it; tf.random.set_seed does not fix a layer's weights"
)


def check(snippet: Snippet, name: str) -> Iterator[Problem]:
    """Each call that draws numbers which nothing has fixed. `name` is the file as problems name it."""
    names = _Names(snippet.tree)
    nodes = [node for node in ast.walk(snippet.tree) if isinstance(node, ast.Call)]
    calls = [(names.dotted(node.func), node) for node in nodes]
    seeded = {dotted for dotted, node in calls if node.args or node.keywords}
    lines = snippet.source.splitlines()
    for dotted, node in sorted(calls, key=lambda call: (call[1].lineno, call[1].col_offset)):
        package, _, function = dotted.rpartition(".")
        judge = JUDGES.get("sklearn" if package.startswith("sklearn.") else package)
        fault = judge(function, node, seeded) if judge else _fit(node, seeded)
        if fault and not ON_PURPOSE.search(lines[node.lineno - 1]):
            yield Problem(name, node.lineno, *fault, "snippet-seed")
            if fault[1] == CURE_KERAS:
                seeded.add(SEED_ALL)  # one call cures the rest, too


# Each judge gets a function's own name, the call, and which functions are called with an argument. It returns
# what is wrong and the cure, or None.
Fault = tuple[str, str] | None


def _numpy(function: str, call: ast.Call, seeded: Set[str]) -> Fault:
    if NUMPY_TAKES_SEED.fullmatch(function):
        if _given(call, "seed", "entropy", at=0):
            return None
        return f"{function}() without a seed gives other numbers each time", f"write {function}(0)"
    if NUMPY_DRAWS_NOTHING.fullmatch(function) or _global(seeded, "numpy.random.seed"):
        return None
    return (
        f"np.random.{function} draws from the global generator, which nothing has seeded",
        "make a generator with rng = np.random.default_rng(0) and draw from it",
    )


def _python(function: str, call: ast.Call, seeded: Set[str]) -> Fault:
    if PYTHON_DRAWS_NOTHING.fullmatch(function) or _global(seeded, "random.seed"):
        return None
    return f"random.{function} is called without a seed", "call random.seed(0) before it"


def _sklearn(function: str, call: ast.Call, seeded: Set[str]) -> Fault:
    if (
        not SKLEARN.fullmatch(function)
        or _given(call, "random_state")
        or _global(seeded, "numpy.random.seed")
    ):
        return None
    return f"{function} is random, but no seed is set", f"write {function}(…, random_state=0)"


def _keras_layer(function: str, call: ast.Call, seeded: Set[str]) -> Fault:
    if not KERAS_LAYERS.fullmatch(function) or _global(seeded) or _given(call, "seed"):
        return None
    for keyword in call.keywords:
        if keyword.arg in ("kernel_initializer", "embeddings_initializer"):
            named = isinstance(keyword.value, ast.Constant) and str(keyword.value.value)
            if not named or not KERAS_INITIALISERS.fullmatch(named):
                return None  # zeros, or an initialiser object, which is judged itself
    return f"the layer {function} is random, but no seed is set", CURE_KERAS


def _fit(call: ast.Call, seeded: Set[str]) -> Fault:
    """Of whatever object: what takes epochs is a Keras model, and shuffles the samples unless told not to."""
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    if not isinstance(call.func, ast.Attribute) or call.func.attr != "fit" or "epochs" not in given:
        return None
    shuffle = given.get("shuffle")
    if _global(seeded) or (isinstance(shuffle, ast.Constant) and shuffle.value is False):
        return None
    return "fit() shuffles the samples, but no seed is set", CURE_KERAS


def _keras_initialiser(function: str, call: ast.Call, seeded: Set[str]) -> Fault:
    if not KERAS_INITIALISERS.fullmatch(function) or _global(seeded) or _given(call, "seed"):
        return None
    return f"the initialiser {function} is random, but no seed is set", f"write {function}(…, seed=0)"


def _keras_random(function: str, call: ast.Call, seeded: Set[str]) -> Fault:
    if _global(seeded) or _given(call, "seed"):
        return None
    return f"keras.random.{function} is called without a seed", CURE_KERAS


def _tensorflow(function: str, call: ast.Call, seeded: Set[str]) -> Fault:
    harmless = function == "set_seed" or function.startswith("stateless_")
    if harmless or _global(seeded, "tensorflow.random.set_seed"):
        return None
    return f"tf.random.{function} is called without a seed", "call keras.utils.set_random_seed(0) before it"


JUDGES = {
    "numpy.random": _numpy,
    "random": _python,
    "sklearn": _sklearn,
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
    """What the names of a file stand for, as far as its imports say."""

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
