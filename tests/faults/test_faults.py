"""Every fault is reported with place and cure, and leaves the former site unchanged."""

from collections.abc import Iterable

import pytest

from execbook.cli import main as cli
from execbook.problems import Problem, raise_if_any
from execbook.site import build as build_module
from tests.faults.cases import CASES
from tests.faults.injecting import Case, end_of

CHECKED = [case for case in CASES if case.rule]


def by_id(case: Case) -> str:
    return case.id


def test_each_case_has_a_name_of_its_own():
    assert len({case.id for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=by_id)
def test_it_is_reported_and_the_site_is_unchanged(mini_book, case, add_row):
    outcome = end_of(case, mini_book)
    assert not outcome.failures(case), outcome.said
    name = f"{case.id} {case.row}".strip()
    add_row(name, case.how, outcome.message(case), outcome.exit, "intact")


@pytest.mark.parametrize("case", CHECKED, ids=by_id)
def test_with_the_rule_switched_off_it_would_pass(mini_book, case, monkeypatch):
    """Proves that the case above can fail. The stages after the checks are skipped, as they take long."""

    def raise_if_others(problems: Iterable[Problem]) -> None:
        raise_if_any(problem for problem in problems if problem.rule != case.rule)

    monkeypatch.setattr(build_module, "raise_if_any", raise_if_others)
    monkeypatch.setattr(cli, "raise_if_any", raise_if_others)
    if not case.says.startswith("site"):
        for later in ("render_all", "check_site", "put_in_place"):
            monkeypatch.setattr(build_module, later, lambda *_: [])
        monkeypatch.setattr(build_module, "publish", lambda *_: None)
    assert end_of(case, mini_book).failures(case)
