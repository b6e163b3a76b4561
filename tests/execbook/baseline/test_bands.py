"""What other seeds give, and who is told when readers see something else.

Covers execbook/check/accepted/bands.py: the rule compares a record with its band.
Covers execbook/trials/seeds.py: bands come from runs under other seeds.
"""

import dataclasses
from pathlib import Path

import pytest

from execbook.baseline import bands
from execbook.baseline.bands import Band, Bands
from execbook.book import Book
from execbook.check.accepted.bands import bands as check
from execbook.cli.main import main
from execbook.problems import ProblemError
from execbook.records.store import Store
from execbook.runs import runner
from execbook.sources.snippets import Limits, Snippet
from execbook.trials import seeds
from tests.execbook.booklet import add_run, make_booklet

TRAINING = """\
import keras

for seed in range(2):
    keras.utils.set_random_seed(seed); 한글 = "set_random_seed(3)"
    model.fit(X, y)
keras.utils.set_random_seed(
    7
)
keras.utils.set_random_seed(seed=8)
"""

RANDOM = """\
import random


class utils:
    set_random_seed = random.seed


utils.set_random_seed(1)
loss, steady = random.random(), 1.0
print(f"{loss:.3f} {steady:.1f}")  # .fit(
"""


@pytest.fixture
def book(tmp_path):
    project = make_booklet(tmp_path)
    add_run(
        project, "t/fit", TRAINING, {"loss": 0.5, "size": 3}, output="loss 0.50 of 3, e 1e-05, slope −0.25\n"
    )
    return project


def checked(project, **entries) -> list[tuple[str, str]]:
    bands.write(project, entries and {id.replace("__", "/"): one for id, one in entries.items()})
    return [(problem.path, problem.rule) for problem in check(Book(project))]


def measured(low: float, high: float, *unusual: str, name: str = "value loss") -> Bands:
    return Bands(10, 0, "keras 3", {name: Band(low, high)}, unusual)


def test_every_seed_is_moved_and_nothing_else(book):
    (snippet,) = bands.trained(Book(book).snippets.values())
    assert snippet.id == "t/fit"
    changed = seeds.with_seed(snippet, 100)
    assert 'set_random_seed(seed + 100); 한글 = "set_random_seed(3)"' in changed
    assert "    7 + 100\n" in changed
    assert "(seed=8 + 100)" in changed
    assert len(changed) == len(TRAINING) + 3 * len(" + 100")


@pytest.mark.parametrize("line", ["model.fit(X)", "with tf.GradientTape():", "model.train_on_batch(X)"])
def test_what_trains_from_a_seed_has_bands(line):
    def snippet(source: str) -> Snippet:
        return Snippet("t/one", Path("one.py"), source, Limits())

    seeded, unseeded = snippet(f"keras.utils.set_random_seed(0)\n{line}\n"), snippet(f"{line}\n")
    assert bands.trained([seeded, unseeded, snippet("keras.utils.set_random_seed(0)\n")]) == [seeded]


@pytest.mark.parametrize(
    ("value", "holds", "contains"),
    [(1, True, True), (3, True, True), (0.5, True, False), (0.49, False, False), (3.51, False, False)],
)
def test_a_band_holds_its_ends_and_a_quarter_of_its_width_more(value, holds, contains):
    band = Band(1, 3)
    assert (band.holds(value), band.contains(value)) == (holds, contains)


def test_what_no_seed_moves_may_move_by_a_thousandth():
    assert Band(1, 1).holds(1.0009) and Band(1, 1).holds(0.9991)
    assert not Band(1, 1).holds(1.002) and not Band(1, 1).holds(0.998)


def test_numbers_are_those_that_are_printed_or_quoted_and_not_whole(book):
    record = Store(book).current_record("t/fit")
    assert bands.numbers(record, ["loss", "size", "gone"]) == {
        "value loss": 0.5,
        "output 1 number 1": 0.5,
        "output 1 number 3": 1e-05,
        "output 1 number 4": -0.25,
    }


def test_a_training_needs_bands_that_hold_what_readers_see(book):
    assert checked(book) == [("snippets/t/fit.py", "no-band")]
    assert checked(book, t__fit=measured(0.4, 0.6)) == []
    assert checked(book, t__fit=measured(0.51, 0.6)) == []  # a quarter of its width is still near enough
    assert checked(book, t__fit=measured(0.55, 0.6)) == [("snippets/t/fit.py", "unusual-seed")]
    assert checked(book, t__fit=measured(0.55, 0.6, "value loss")) == []
    assert checked(book, t__fit=measured(0.51, 0.6, "value loss")) == []  # as near as that either may be said
    assert checked(book, t__fit=measured(0.4, 0.6, "value loss")) == [("snippets/t/fit.py", "unusual-seed")]


def test_a_project_that_has_measured_bands_is_held_to_them(book):
    assert list(check(Book(book))) == []
    bands.write(book, {"t/fit": measured(0.55, 0.6)})
    assert [(one.path, one.rule) for one in check(Book(book))] == [("snippets/t/fit.py", "unusual-seed")]


def test_the_command_runs_what_is_stale_and_keeps_no_band_that_was_not_measured(
    mini_project, monkeypatch, capsys
):
    project = mini_project({"t/fit": RANDOM, "t/other": RANDOM})
    monkeypatch.chdir(project.root)
    with pytest.raises(SystemExit):
        main(["baseline", "bands", "--seeds", "0", "--accept"])
    assert "'0' is not a number from 1 on" in capsys.readouterr().err
    assert main(["baseline", "bands", "--seeds", "2", "--accept"]) == 0
    assert bands.read(project).keys() == {"t/fit", "t/other"}


def test_bands_of_nothing_are_told(book):
    good, gone = measured(0.4, 0.6), measured(0.4, 0.6, name="value lost")
    assert checked(book, t__fit=good, a__slopes=good) == [("accepted/bands.toml", "dead-band")]
    assert checked(book, t__fit=gone) == [("accepted/bands.toml", "dead-band")]


def test_what_is_written_is_read_again_and_what_is_broken_is_named(book):
    entries = {"t/fit": measured(0.55, 0.6, "value loss"), "t/other": measured(1e-9, 2e5, name='v "x"[0]')}
    entries["a/first"] = measured(0.123456, 0.654321)
    bands.write(book, entries)
    assert {id: dataclasses.asdict(one) for id, one in bands.read(book).items()} == {
        id: dataclasses.asdict(one) for id, one in entries.items()
    }
    assert list(bands.read(book)) == ["a/first", "t/fit", "t/other"]
    (book.root / bands.PLACE).write_text('["t/fit"]\nseeds = 3\n')
    with pytest.raises(ProblemError, match=r"accepted/bands\.toml: cannot be read"):
        bands.read(book)


def test_other_seeds_are_run_and_make_the_band(mini_project):
    project = mini_project({"t/fit": RANDOM})
    runner.run(project)
    measured = Book(project)
    found = seeds.measure(measured, measured.snippets.values(), 4)["t/fit"]
    assert (found.seeds, found.failed, list(found.bands)) == (4, 0, ["output 1 number 1"])
    assert 0 <= found.bands["output 1 number 1"].low < found.bands["output 1 number 1"].high <= 1
    assert any("output 1 number 1" in line for line in seeds.table({"t/fit": found}, {}, measured.records))
