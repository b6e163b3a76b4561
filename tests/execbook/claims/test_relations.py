"""What an author may write as the relation of a claim, and what is refused."""

import json

import pytest

from execbook.book import Book
from execbook.book.turned import named
from execbook.claims.relations import relation_of
from execbook.problems import UnplacedProblem
from execbook.sources.pages import parse_page
from tests.execbook.booklet import add_run, make_booklet

SEEDED = "rng = np.random.default_rng(0)\n"


@pytest.fixture
def book(tmp_path):
    project = make_booklet(tmp_path)
    values = {
        "share[0.5]": 0.2,
        "share[20]": 0.6,
        "left[relu, 1/n][2]": 3.0,
        "left[relu, 1/n][0]": 1.0,
        "left[relu, 1/n][1]": 2.0,
    }
    add_run(project, "a/net", SEEDED, values | {"n": 4, "loss[0]": 0.9, "loss[1]": 0.5, "best": "relu"})
    add_run(project, "a/other", SEEDED, {"n": 5})
    add_run(project, "b/fixed", "n = 5\n", {"n": 5})
    turned = {"rate=2&kind=b": 7.0, "rate=1&kind=b": 6.0, "rate=2&kind=a": 5.0}
    for setting, loss in turned.items():
        rate, kind = setting[5], setting[-1]
        source = f'{SEEDED}rate = {rate}\nkind = "{kind}"\n'
        add_run(
            project, "a/turned", source, {"loss": loss, "trace[0]": loss / 2, "trace[1]": loss}, key=setting
        )
    add_run(
        project,
        "a/turned",
        f'{SEEDED}rate = 1\nkind = "a"\n',
        {"loss": 4.0, "trace[0]": 2.0, "trace[1]": 4.0},
    )
    knob = '[turned]\nvalues.rate = [1, 2]\nvalues.kind = ["a", "b"]\n'
    (project.snippets / "a/knobs.toml").write_text(knob, "utf-8")
    index = {f"a/turned?{setting}": setting for setting in turned}
    (project.store / "knobs.json").write_text(json.dumps(index), "utf-8")
    return Book(project)


def relation(book, text: str, *options: str, shown: tuple[str, ...] = ("a/net",)):
    lines = "".join(f"/// example | {one}\n///\n\n" for one in shown)
    option = "".join(f"    {one}\n" for one in options)
    source = f"{lines}/// claim | {text}\n{option}\nA sentence.\n///\n"
    page = parse_page(source, book.project.docs / "en/a.md", "docs/en/a.md", "en", "a")
    assert not page.problems
    return relation_of(book, page, page.claims[0])


def holds(book, text: str, *options: str, **shown) -> bool:
    found = relation(book, text, *options, **shown)
    return found.holds(lambda example, name: named(book, example).record.values.get(name))


@pytest.mark.parametrize(
    "text",
    [
        "share[20] > share[0.5]",
        "share[20] - share[0.5] > 0.3 and n == 4",
        "left[relu, 1/n][2] > 2 * left[relu, 1/n][0]",
        'left["relu, 1/n"][-1] == 3',
        "loss[-1] < loss[0]",
        "max(loss) == loss[0] and len(loss) == 2",
        "all(share[s] > 0.1 for s in (0.5, 20))",
        "best == 'relu'",
        "not n > 4",
        "1.4 < abs(loss[0] - loss[1]) + 1.1 < 1.6",
    ],
)
def test_a_relation_over_recorded_values(book, text):
    assert holds(book, text)


@pytest.mark.parametrize(
    "text", ["share[20] < share[0.5]", "all(share[s] > 0.3 for s in (0.5, 20))", "sorted(loss) == loss"]
)
def test_a_relation_that_does_not_hold(book, text):
    assert not holds(book, text)


def test_several_examples_are_told_apart_by_their_names(book):
    both = ("a/net", "a/other")
    assert holds(book, "net.n < other.n", shown=both)
    assert holds(book, "n == 5", "example: a/other", shown=both)
    with pytest.raises(UnplacedProblem, match="more than one example"):
        relation(book, "n > 3", shown=both)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("share[20] >", "not Python"),
        ("share[20] - 1", "compares nothing"),
        ("max(loss)", "compares nothing"),
        ("-n", "compares nothing"),
        ("1 < 2", "uses no recorded value"),
        ("shares[20] > 1", "'shares"),
        ("share[21] > 1", "share"),
        ("other.n > 1", "no example 'other'"),
        ("open('x') == n", "cannot call 'open'"),
        ("(lambda: n)() > 1", "Lambda"),
        ("n.bit_length() > 1", "cannot call"),
    ],
)
def test_what_is_no_relation_is_refused_with_a_reason(book, text, message):
    with pytest.raises(UnplacedProblem, match=message) as error:
        relation(book, text)
    assert error.value.problem.fix


def test_a_claim_varies_something(book):
    with pytest.raises(UnplacedProblem, match="nothing changes with the seed"):
        relation(book, "n > 3", shown=("b/fixed",))
    with pytest.raises(UnplacedProblem, match="nothing changes with the split"):
        relation(book, "n > 3", "vary: split")
    assert relation(book, "n > 3", "vary: processor", shown=("b/fixed",))


def test_a_missing_value_does_not_hold(book):
    found = relation(book, "share[20] > share[0.5] or max(loss) > 0")
    assert not found.holds(lambda example, name: None)


@pytest.mark.parametrize(
    "text",
    [
        "loss(rate=2) == 5 and loss == 4",
        "loss(kind='b', rate=2) == 7",
        "loss(rate=1) == loss",
        "trace[0](rate=2) == 2.5",
        "max(trace(kind='b')) == 6",
        "all(loss(rate=2) > one for one in trace)",
        "turned.loss(rate=2) > turned.loss",
    ],
)
def test_a_relation_may_name_a_setting_of_a_knob(book, text):
    assert holds(book, text, shown=("a/turned", "a/net") if "turned." in text else ("a/turned",))


def test_a_value_at_a_setting_is_that_of_its_own_run(book):
    uses = relation(book, "loss(rate=2) > loss > loss(rate=1) - 1", shown=("a/turned",)).uses
    assert [use.example for use in uses] == ["a/turned?rate=2&kind=a", "a/turned", "a/turned"]


@pytest.mark.parametrize(
    ("text", "message", "shown"),
    [
        ("loss(rate=3) > loss", "no example has a knob with rate=3", ("a/turned",)),
        ("loss(speed=2) > loss", "no example has a knob with speed=2", ("a/turned",)),
        ("n(rate=2) > n", "no example has a knob with rate=2", ("a/net",)),
        ("loss(rate=n) > loss", "to no plain value", ("a/turned",)),
        ("losses(rate=2) > loss", "no value 'losses'", ("a/turned",)),
        ("max(trace, key=loss) > 1", "cannot call 'max'", ("a/turned",)),
    ],
)
def test_a_setting_that_was_not_run_is_refused(book, text, message, shown):
    with pytest.raises(UnplacedProblem, match=message) as error:
        relation(book, text, shown=shown)
    assert error.value.problem.fix
