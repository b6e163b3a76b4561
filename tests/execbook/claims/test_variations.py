"""Seeds, splits and orders are replaced in a snippet's text, and nothing else is."""

import re
from inspect import signature
from pathlib import Path

import pytest

from execbook.claims.variations import rewritten, varies
from execbook.sources.snippets import Limits, Snippet


def snippet(source: str) -> Snippet:
    return Snippet("t/one", Path("one.py"), source, Limits())


def changed(source: str, vary: str = "seed", trial: int = 3) -> str:
    return rewritten(snippet(source), vary, trial)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("keras.utils.set_random_seed(0)\n", "keras.utils.set_random_seed(3)\n"),
        ("rng = np.random.default_rng(7)\n", "rng = np.random.default_rng(3)\n"),
        ("np.random.RandomState(123).permutation(5)\n", "np.random.RandomState(3).permutation(5)\n"),
        ("np.random.seed(1)\n", "np.random.seed(3)\n"),
        ("KMeans(3, random_state=0, n_init=1)\n", "KMeans(3, random_state=3, n_init=1)\n"),
        ("Dropout(0.5, seed=\n    1)\n", "Dropout(0.5, seed=\n    3)\n"),
        ('settings = {"random_state": 0}\n', 'settings = {"random_state": 3}\n'),
        ('한글 = "씨"; rng = default_rng(0)\n', '한글 = "씨"; rng = default_rng(3)\n'),
        ("default_rng(None), KFold(random_state=None)\n", "default_rng(None), KFold(random_state=None)\n"),
        ("makers[0](0), maker()(0), rng.seed(0)\n", "makers[0](0), maker()(0), rng.seed(3)\n"),
        ("range(0), KMeans(n_clusters=0, copy_x=True)\n", "range(0), KMeans(n_clusters=0, copy_x=True)\n"),
    ],
)
def test_a_literal_seed_becomes_that_of_the_trial(source, expected):
    assert changed(source) == expected


@pytest.mark.parametrize(
    "function",
    [
        *("random.seed", "random.Random", "np.random.RandomState", "np.random.SeedSequence"),
        *("keras.random.SeedGenerator", "tf.random.set_seed"),
    ],
)
def test_what_takes_a_seed_first_is_known(function):
    assert changed(f"{function}(0, 1)\n") == f"{function}(3, 1)\n"
    assert varies(snippet(f"{function}(0)\n"), "seed")


def test_several_different_seeds_stay_different_and_equal_ones_equal():
    text = changed("a = default_rng(5)\nb = default_rng(1)\nc = default_rng(5)\n")
    assert text == "a = default_rng(23)\nb = default_rng(3)\nc = default_rng(23)\n"


def test_a_computed_seed_is_moved_away_from_those_of_other_trials():
    found = []
    source = "found = [default_rng(s) for s in range(500)]\n"
    for trial in (0, 1, 2):
        names = {"default_rng": found.append}
        exec(changed(source, trial=trial), names)
    assert found[:500] == list(range(500)) and len(set(found)) == 1500


def test_a_generator_that_is_passed_on_stays_one():
    names = {"default_rng": lambda seed: ("generator", seed), "shuffle": lambda random_state: random_state}
    exec(changed("rng = default_rng(0)\nfound = shuffle(random_state=rng)\n"), names)
    assert names["found"] == ("generator", 3)


def test_a_function_of_the_file_passes_its_seed_on_once():
    source = "def draw(seed):\n    return default_rng(seed)\n\n\nfound = draw(seed=2)\n"
    names = {"default_rng": int}
    exec(changed(source, trial=1), names)
    assert names["found"] == 1002


def test_a_split_varies_alone():
    source = "train_test_split(X, random_state=0); KMeans(random_state=0)\n"
    assert changed(source, "split") == "train_test_split(X, random_state=3); KMeans(random_state=0)\n"
    assert changed("split_dataset(data, seed=0)\n", "split") == "split_dataset(data, seed=3)\n"
    assert not varies(snippet("KMeans(random_state=0)\n"), "split")


def test_the_order_of_batches_varies_after_the_weights_exist():
    text = changed("history = model.fit(X, y, epochs=2)\ndata.shuffle(9, seed=1)\n", "order")
    assert text.startswith(
        "history = (__import__('keras').utils.set_random_seed(3), model.fit(X, y, epochs=2))[1]"
    )
    assert "shuffle(9, seed=3)" in text
    assert not varies(snippet("tree.fit(X, y)\n"), "order")


def test_no_line_moves_and_warnings_of_other_seeds_are_ignored():
    source = '"""Doc."""\n\nimport warnings\n\nwarnings.warn("odd")\nx = default_rng(0)\n'
    text = changed(source)
    assert text.count("\n") == source.count("\n")
    exec(text, {"default_rng": int})


def test_the_processor_changes_no_text():
    assert changed("default_rng(0)\n", "processor") == "default_rng(0)\n"


def test_every_split_of_scikit_learn_that_draws_is_one():
    from sklearn import model_selection

    splits = [one for one in model_selection.__all__ if re.fullmatch(r"(?!Base).*(Split|Fold|_split)", one)]
    drawn = [one for one in splits if "random_state" in signature(getattr(model_selection, one)).parameters]
    assert len(drawn) > 8
    for name in drawn:
        assert varies(snippet(f"{name}(random_state=0)\n"), "split"), name
