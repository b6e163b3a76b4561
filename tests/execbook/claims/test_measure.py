"""A book's claims are measured, kept, and found wrong where they are.

Covers execbook/claims/needs.py: what has to be measured. Covers execbook/claims/outcomes.py: the files.
Covers execbook/claims/evaluate.py, execbook/claims/conditions.py and execbook/claims/shown.py: what is found.
Covers execbook/cli/claims.py and execbook/check/claims: through the command and the rules.
"""

import pytest

from execbook.book import Book
from execbook.check.rules import Stage, violations
from execbook.claims import measure, outcomes
from execbook.claims.evaluate import evaluated
from execbook.cli.main import main
from execbook.problems import ProblemError
from execbook.trials import trial
from tests import LANGUAGES, edit

COIN = """\
import random

random.seed(0)
high = 10 + random.random()
low = random.random()
coin = random.random()
trace = [low, high]
assert coin < 0.99


def train(run, rate=0.1, size=200):
    return rate * size


for run, rate, size in (("well", 0.1, 200), ("many", 0.1, 400), ("both", 0.5, 20)):
    result = train(run, rate, size=size)
"""

PAGE = """\
---
title: Coin
description: A coin.
tags: [coin]
---

# Coin {{#coin}}

/// example | part/coin{conditions}
///

{claim}

{text}
"""

TRUE = "/// claim | high > low\nHigh is higher.\n///"


@pytest.fixture
def mini(mini_project, monkeypatch):
    project = mini_project({"part/coin": COIN})
    monkeypatch.chdir(project.root)

    def write(claim=TRUE, text="", conditions="") -> list:
        """Write the page in both languages, measure, and return the problems before publishing."""
        for language in LANGUAGES:
            path = project.docs / language / "part/coin.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGE.format(claim=claim, text=text, conditions=conditions))
        assert main(["claims", "--stale"]) == 0
        return problems(project)

    write.project = project
    return write


def problems(project) -> list:
    found = violations(Stage.PUBLISHING, Book(project))
    return [one for one in found if one.rule.startswith("claim")]


def test_a_true_claim_is_measured_with_twenty_seeds_and_kept(mini, capsys):
    assert mini() == []
    assert "measured part/coin" in capsys.readouterr().out
    kept = outcomes.read(mini.project)["part/coin"]["seed"]
    assert kept.trials == tuple(map(str, range(20)))
    assert kept.values.keys() == {"high", "low"}  # and nothing that no page uses
    assert len(set(kept.values["high"])) == 20
    assert main(["claims"]) == 0
    assert "docs/ko/part/coin.md:12: 20 of 20 (seed): high > low" in capsys.readouterr().out


def test_a_false_relation_is_found_with_a_table(mini):
    (found,) = mini("/// claim | coin > 0.5\nMore than half.\n///")
    assert found.rule == "claim-fails" and found.line == 12
    assert "docs/ko/part/coin.md:12, docs/en/part/coin.md:12" in found.message
    lines = found.message.splitlines()[1:]
    assert lines[0].split() == ["seed", "coin", "holds"] and len(lines) == 21
    assert {line.split()[-1] for line in lines[1:]} == {"yes", "no"}


def test_a_sentence_may_say_how_often_it_holds(mini):
    claim = "/// claim | coin > 0.5\nIn {{{{ held }}}} of {{{{ tried }}}} runs.\n///"
    assert mini(claim.replace("{{{{", "{{").replace("}}}}", "}}")) == []


def test_two_digits_too_many_are_found_with_the_spread(mini):
    one = mini(text="It is {{ coin | .3f }}.")
    assert {(problem.rule, problem.path) for problem in one} == {
        ("claim-digits", f"docs/{language}/part/coin.md") for language in LANGUAGES
    }
    assert "standard deviation of 0.2" in one[0].message or "standard deviation of 0.3" in one[0].message
    assert mini(text="It is {{ coin | .1f }}.") == []
    for page, text in (
        ("en", "In this run {{ coin | .3f }}."),
        ("ko", "이 실행에서는 {{ coin | .3f }}입니다."),
    ):
        edit(mini.project, f"docs/{page}/part/coin.md", "It is {{ coin | .1f }}.", text)
    assert problems(mini.project) == []


PREDICTION = """/// predict | Which?
    right: high > low
    wrong: high < low

- **{{ coin | .1f }}** {{ low | .1f }}
- **Neither** No.
///

/// example | part/coin
///
"""


def test_a_prediction_asks_for_the_values_of_one_run_and_needs_no_claim(mini):
    values = "{{ coin | .1f }} {{ low | .1f }}"
    assert mini(text=values) == []
    for language in LANGUAGES:
        path = mini.project.docs / language / "part/coin.md"
        path.write_text(path.read_text().replace(TRUE, "").replace(values, PREDICTION))
    assert problems(mini.project) == []


def test_a_section_of_values_that_vary_needs_a_claim_or_a_reason(mini):
    assert mini(text="{{ coin | .1f }} {{ low | .1f }}") == []
    path = [mini.project.docs / language / "part/coin.md" for language in LANGUAGES]
    for one in path:
        one.write_text(one.read_text().replace(TRUE, ""))
    found = problems(mini.project)
    assert [one.rule for one in found] == ["claim-missing"] * 2
    assert "coin, low" in found[0].message
    before = [one.read_text() for one in path]
    for reasons, missing in (
        (("한 번 실행한 결과입니다.", "This is one run."), ["claim-missing"] * 2),
        (("한 번 실행한 결과이므로 동전에 달려 있습니다.", "This is one run: it is a coin."), []),
        (("한 번 실행한 결과입니다. 동전이기 때문입니다.", "One run, because it is a coin."), []),
        (("동전에 따라 달라지므로 한 번 실행한 결과만 봅니다.", "One run, because it is a coin."), []),
    ):
        for one, text, reason in zip(path, before, reasons, strict=True):
            one.write_text(f"{text}\n{reason}\n")
        assert [one.rule for one in problems(mini.project)] == missing


def test_a_hidden_cause_is_found(mini):
    conditions = "\n    conditions: {{well: {{size: 200}}, {}: {{size: {}}}}}"
    assert mini(conditions=conditions.format("many", 400)) == []
    found = mini(conditions=conditions.format("both", 20))
    assert {one.rule for one in found} == {"claim-causes"}
    assert "rate, size" in found[0].message
    assert mini(conditions=conditions.format("both", 20), text="Both `rate` and `size` differ.") == []
    (found, _) = mini(conditions=conditions.format("none", 21))
    assert "size=21" in found.message


def test_what_changed_is_stale_and_a_new_wording_is_not(mini):
    mini()
    path = mini.project.snippets / "part/coin.py"
    for language in LANGUAGES:
        edit(mini.project, f"docs/{language}/part/coin.md", "high > low", "high > 5 + low")
    assert problems(mini.project) == []
    path.write_text(COIN.replace("10 +", "20 +"))
    assert main(["run"]) == 0
    (found,) = problems(mini.project)
    assert found.rule == "claim-stale" and "claims part/coin`" in found.fix
    assert main(["claims", "--stale"]) == 0
    assert problems(mini.project) == []


def test_a_value_that_a_page_starts_to_quote_needs_no_new_run(mini, capsys):
    mini()
    capsys.readouterr()
    mini(text="It is {{ coin | .1f }}.")
    assert "0 trials run, 20 known" in capsys.readouterr().out
    assert "coin" in outcomes.read(mini.project)["part/coin"]["seed"].values


def test_a_trial_that_fails_does_not_hold(mini):
    source = COIN.replace("coin < 0.99", "coin < 0.5")
    (mini.project.snippets / "part/coin.py").write_text(source)
    (found,) = mini()
    assert found.rule == "claim-fails"
    kept = outcomes.read(mini.project)["part/coin"]["seed"]
    assert kept.failed and all("AssertionError" in why for why in kept.failed.values())


def test_a_slow_example_has_five_trials_and_all_must_hold(mini, monkeypatch):
    monkeypatch.setattr(measure, "SLOW", -1.0)
    mini()
    assert len(outcomes.read(mini.project)["part/coin"]["seed"].trials) == 5
    book = Book(mini.project)
    page = book.pages["en"]["part/coin"]
    one = evaluated(book, page, page.claims[0])
    assert one and one.is_enough and one.tried == 5
    kept = outcomes.read(mini.project)["part/coin"]["seed"]
    values = {**kept.values, "low": (99.0, *kept.values["low"][1:])}
    measured = outcomes.Measured(kept.key, kept.trials, {}, values)
    outcomes.write(mini.project, "part/coin", {"seed": measured})
    assert [one.rule for one in problems(mini.project)] == ["claim-fails"]


def test_a_trial_that_the_machine_was_too_slow_for_is_run_again(mini, monkeypatch):
    source = COIN.replace("import random\n", "import random\nimport time\n") + "time.sleep(0.3)\n"
    (mini.project.snippets / "part/coin.py").write_text(source)
    monkeypatch.setattr(trial, "TIME_FACTOR", 0.003)
    assert [one.rule for one in mini()] == ["claim-stale"]
    monkeypatch.undo()
    monkeypatch.chdir(mini.project.root)
    assert mini() == []


def test_processors_are_varied(mini):
    assert mini(TRUE.replace("low\n", "low\n    vary: processor\n\n")) == []
    kept = outcomes.read(mini.project)["part/coin"]["processor"]
    assert "sse" in kept.trials and len(set(kept.values["high"])) == 1


def test_a_broken_file_is_named(mini):
    mini()
    path = outcomes.path_of(mini.project, "part/coin")
    path.write_text(path.read_text().replace("key", "kez"))
    with pytest.raises(ProblemError, match=r"accepted/claims/part/coin\.tsv: cannot be read"):
        outcomes.read(mini.project)
    assert [one.rule for one in problems(mini.project)] == ["claim-stale"]


def test_a_claim_compares_what_a_knob_gives_with_every_seed(mini):
    path = mini.project.snippets / "part/coin.py"
    path.write_text(path.read_text("utf-8") + "bias = 0\nshifted = low + bias\n", "utf-8")
    (mini.project.snippets / "part/knobs.toml").write_text("[coin]\nvalues.bias = [0, 2, 20]\n", "utf-8")
    assert main(["run"]) == 0
    assert mini("/// claim | shifted(bias=2) > shifted\nMore bias is more.\n///") == []
    known = outcomes.read(mini.project)
    assert known.keys() == {"part/coin", "part/coin?bias=2"}
    own, more = (known[one]["seed"].values["shifted"] for one in ("part/coin", "part/coin?bias=2"))
    assert len({*more}) == 20 and more == pytest.approx([one + 2 for one in own], abs=1e-4)
    (found,) = mini("/// claim | shifted(bias=2) < shifted\nLess.\n///")
    assert found.rule == "claim-fails" and "coin?bias=2.shifted" in found.message
    (mini.project.snippets / "part/knobs.toml").write_text("[coin]\nvalues.bias = [0, 20]\n", "utf-8")
    assert {one.rule for one in problems(mini.project)} >= {"claim-stale"}
