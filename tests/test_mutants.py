"""`make mutants`: whether the tests of a module notice a change in it. Covers tools/mutants/."""

import shutil
from pathlib import Path

import pytest

from tests import ROOT
from tools.mutants import __main__ as tool

MODULE = "part.py"
TEXT = """\
def larger(a, b):
    if a > b:
        return a
    return b
"""
TEST = """\
from part import larger

def test_larger():
    assert larger(1, 2) == 2
    assert larger(2, 1) == 2
"""
EQUIVALENT = TEXT.replace("a > b", "a >= b")
WRONG = TEXT.replace("a > b", "a < b")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / MODULE).write_text(TEXT)
    (tmp_path / "test_part.py").write_text(TEST)
    monkeypatch.setattr(tool, "copy", lambda to: Path(shutil.copytree(tmp_path, to)))
    return tmp_path


def test_a_mutant_is_where_its_lines_differ():
    one = tool.compared(MODULE, TEXT, EQUIVALENT)
    assert one.change == (MODULE, "if a > b:", "if a >= b:")
    assert str(one) == "part.py:2\n  - if a > b:\n  + if a >= b:"


def test_only_mutants_that_no_test_notices_survive(project):
    drawn = [tool.compared(MODULE, TEXT, changed) for changed in (WRONG, EQUIVALENT, "def (")]
    alive = list(tool.survivors(drawn, {MODULE: ["test_part.py"]}, jobs=2))
    assert [one.new for one in alive] == ["if a >= b:"]
    assert tool.table(drawn, alive, {}) == [
        "| module | mutants | killed | survived | equivalent |",
        "|---|---|---|---|---|",
        "| part.py | 3 | 2 | 1 | 0 |",
        "| all | 3 | 2 | 1 | 0 |",
    ]
    assert tool.table(drawn, alive, {alive[0].change: "equal numbers"})[-1] == "| all | 3 | 2 | 0 | 1 |"


def test_tests_that_fail_anyway_are_no_measure(project):
    (project / MODULE).write_text(WRONG)
    with pytest.raises(ValueError, match="fail without a change"):
        list(tool.survivors([tool.compared(MODULE, WRONG, TEXT)], {MODULE: ["test_part.py"]}, jobs=1))


def test_what_never_ends_is_noticed(project):
    (project / MODULE).write_text("while True: pass\n")
    assert not tool.passes(project, ["test_part.py"], seconds=3)


def test_the_modules_and_their_tests_exist_and_what_is_judged_is_in_them():
    for module, tests in tool.TESTS.items():
        assert (ROOT / module).is_file() and all((ROOT / test).is_file() for test in tests)
    for (module, old, _), why in tool.judged().items():
        lines = [line.strip() for line in (ROOT / module).read_text("utf-8").split("\n")]
        assert why and set(old.split("\n")) <= set(lines)
