"""Which calls of scikit-learn, SciPy, mlxtend and Keras are random, by their arguments.

A function that takes a seed is random, unless the table says that it is deterministic with these arguments.
Where that depends on the number of samples, the table assumes fewer than a thousand. The value of an argument
that is not a literal is unknown, so the call counts as deterministic: only certain findings are reported.
"""

import ast
import re

from execbook.check.code.signatures import Signature

SEEDS = ("random_state", "rng", "seed", "random_seed", "qrng")
"""Names of the parameter that takes a seed."""

UNSET = (None, "deprecated")
"""Defaults of such a parameter with which the function is random; any other default is a seed itself."""

DETERMINISTIC: dict[str, dict[str, tuple[object, ...]]] = {
    # Samples keep their order.
    r"(?:Stratified|Group|StratifiedGroup)?KFold|check_cv|train_test_split": {"shuffle": (False,)},
    r"learning_curve|LearningCurveDisplay\.from_estimator": {"shuffle": (False,)},
    r"fetch_\w+|StackingCV\w+|paired_ttest_kfold_cv": {"shuffle": (False,)},
    r"SGD\w+|PassiveAggressive\w+": {"shuffle": (False,), "early_stopping": (False,)},
    r"make_(?:moons|circles)": {"shuffle": (False,), "noise": (None, 0)},
    r"(?:Classifier|Regressor)Chain": {"order": (None,)},
    # A splitter has its own seed; with a number of folds, no seed can be given any more.
    r"TargetEncoder": {"cv": ()},
    r"TunedThresholdClassifierCV": {
        "cv": (None, "prefit", *range(2, 101))
    },  # a fraction is split off at random
    # The solver uses all samples at once, or the coordinates in cyclic order.
    r"LogisticRegression(?:CV)?": {"solver": ("lbfgs", "newton-cg", "newton-cholesky")},
    r"Ridge|RidgeClassifier|ridge_regression": {
        "solver": ("auto", "svd", "cholesky", "lsqr", "sparse_cg", "lbfgs")
    },
    r"(?:MultiTask)?(?:Lasso|ElasticNet)(?:CV)?": {"selection": ("cyclic",)},
    r"Lars|LassoLars": {"jitter": (None,)},
    r"SVC|NuSVC": {"probability": (False, "deprecated")},
    # "auto" solves the dual, which shuffles, for fewer samples than features or where the loss requires it.
    r"LinearSVC": {"dual": (False, "auto"), "loss": ("squared_hinge",)},
    r"LinearSVR": {"dual": (False, "auto"), "loss": ("squared_epsilon_insensitive",)},
    # The decomposition is exact. "auto" approximates only matrices with many rows and many columns.
    r"PCA": {"svd_solver": ("auto", "full", "covariance_eigh")},
    r"KernelPCA": {"eigen_solver": ("auto", "dense")},
    r"TruncatedSVD": {"algorithm": ("arpack",)},
    r"LocallyLinearEmbedding|locally_linear_embedding": {"eigen_solver": ("dense",)},
    r"NMF|MiniBatchNMF|non_negative_factorization": {
        "init": (None, "nndsvd", "nndsvda", "custom"),
        "shuffle": (False,),
    },
    # The initial values are given, or computed from the data.
    r"KMeans|k_means|TSNE|smacof": {"init": ()},
    r"MDS": {"init": ("classical_mds",)},
    r"FastICA|fastica": {"w_init": ()},
    r"NeighborhoodComponentsAnalysis": {"init": ("auto", "pca", "lda", "identity")},
    r"GaussianProcess\w+": {"n_restarts_optimizer": (0,)},
    r"kmeans": {"k_or_guess": ()},
    r"kmeans2": {"minit": ("matrix",)},
    r"svds|eigsh?": {"v0": ()},
    # All samples are used, or all up to this number.
    r"silhouette_score": {"sample_size": (None,)},
    r"extract_patches_2d|PatchExtractor": {"max_patches": (None,)},
    r"KBinsDiscretizer|QuantileTransformer|quantile_transform": {"subsample": (None, 10_000, 200_000)},
    r"PredictionErrorDisplay\.from_\w+": {"subsample": (None, 1_000)},
    r"PartialDependenceDisplay(?:\.from_estimator)?": {"kind": ("average",)},
    r"HistGradientBoosting\w+": {"early_stopping": ("auto", False), "max_features": (1,)},
    r"\w*Attention|LSTM|GRU|SimpleRNN|\w+Cell|ConvLSTM[123]D": {"dropout": (0,), "recurrent_dropout": (0,)},
    # The method itself is deterministic.
    r"DummyClassifier": {"strategy": ("prior", "most_frequent", "constant")},
    r"IterativeImputer": {
        "sample_posterior": (False,),
        "imputation_order": ("ascending", "descending", "roman", "arabic"),
        "n_nearest_features": (None,),
    },
    r"Sobol|Halton": {"scramble": (False,)},
    r"check_grad": {"direction": ("all",)},
    r"MonteCarloMethod": {"rvs": ()},
    r"permutation_test": {"method": ("exact",)},
    r"LinearRegression": {"method": ("direct", "qr", "svd")},
    r"Adaline": {"minibatches": (None,)},
    # A distribution draws only when sampled; the order of the nodes changes the last digit at most.
    r"rv_continuous|rv_discrete": {"seed": (None,)},
    r"BarycentricInterpolator|barycentric_interpolate": {"rng": (None,)},
}
"""By function: the constants with which it is deterministic, if all of these parameters have one of theirs.

An entry applies to functions that have one of the parameters. `()` is for parameters that also take an array:
with a constant the function is random, and an expression is assumed to be an array.
"""


def is_random(dotted: str, call: ast.Call, signature: Signature) -> bool:
    """Whether a call without a seed is certainly random. dotted: the function's full name."""
    for pattern, parameters in DETERMINISTIC.items():
        known = {name: constants for name, constants in parameters.items() if name in signature.names}
        if known and re.search(rf"\.(?:{pattern})$", dotted):
            return not all(
                _is_deterministic(argument(call, signature, name), constants)
                for name, constants in known.items()
            )
    return True


def argument(call: ast.Call, signature: Signature, name: str) -> ast.expr | None:
    """The value of a parameter in a call, or else its default; None if unknown."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    if name in signature.positional:
        place = signature.positional.index(name)
        if any(isinstance(value, ast.Starred) for value in call.args[: place + 1]):
            return None
        if place < len(call.args):
            return call.args[place]
    return signature.defaults.get(name)


def _is_deterministic(value: ast.expr | None, constants: tuple[object, ...]) -> bool:
    return not isinstance(value, ast.Constant) or value.value in constants
