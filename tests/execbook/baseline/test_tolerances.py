"""What `accepted/tolerances.toml` may contain."""

import pytest

from execbook.baseline import tolerances
from execbook.baseline.tolerance import DEFAULT, Tolerance
from execbook.problems import ProblemError
from execbook.project import Project

GOOD = '[[override]]\nexample = "a/one"\nlines = ["output *"]\nrelative = 0.01\nreason = "chaotic"\n'


@pytest.fixture
def declare(tmp_path):
    (tmp_path / "accepted").mkdir()

    def write(text: str) -> Project:
        (tmp_path / "accepted/tolerances.toml").write_text(text, "utf-8")
        return Project(tmp_path)

    return write


def test_the_tolerance_of_an_output_is_the_default_or_what_is_declared(declare, tmp_path):
    assert tolerances.load(Project(tmp_path)).of_output("a/one") == DEFAULT
    project = declare(GOOD)
    assert tolerances.load(project).of_output("a/one") == Tolerance(relative=0.01)
    assert tolerances.load(project).of_output("a/two") == DEFAULT


def test_the_last_override_that_fits_counts(declare):
    wider = GOOD.replace("0.01", "0.1").replace('"output *"', '"output 2", "value x[0]"')
    found = tolerances.load(declare(GOOD + wider + GOOD.replace("a/one", "a/two")))
    assert found.of("a/one", "output 1").relative == 0.01
    assert found.of("a/one", "output 2").relative == 0.1
    assert found.of("a/one", "value x[0]").relative == 0.1
    assert found.of("a/one", "value x0") == found.of("a/one", "more output 1") == DEFAULT


def test_every_kind_of_tolerance_can_be_declared(declare):
    text = GOOD.replace("relative = 0.01", 'absolute = 1e-3\ncounts = 2\nplatform = "Darwin arm64"')
    found = tolerances.load(declare(text))
    assert found.of("a/one", "output 1", "Darwin arm64") == Tolerance(absolute=1e-3, counts=2)
    assert found.of("a/one", "output 1", "Linux x86_64") == DEFAULT


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (GOOD.replace('reason = "chaotic"', 'reason = " "'), "needs an example and a reason"),
        (GOOD.replace("relative", "relativ"), "unknown field 'relativ'"),
        (GOOD.replace("relative = 0.01\n", ""), "changes nothing"),
        (GOOD.replace('"a/one"', "a/one"), "line 2"),
        (
            GOOD.replace('["output *"]', '"output *"'),
            "lines of the override of a/one are not a list of texts",
        ),
        (GOOD.replace('"output *"', "1"), "lines of the override of a/one are not a list of texts"),
        (GOOD.replace("0.01", '"0.01"'), "relative of the override of a/one is not a number"),
        (
            GOOD.replace("relative = 0.01", 'absolute = "1"'),
            "absolute of the override of a/one is not a number",
        ),
        (GOOD.replace("relative = 0.01", "counts = [1]"), "counts of the override of a/one is not a number"),
        (GOOD.replace("[[override]]", "[override]"), "write [[override]]"),
    ],
)
def test_a_malformed_declaration_is_named(declare, text, complaint):
    with pytest.raises(ProblemError, match=r"accepted/tolerances\.toml: .*\[tolerance\]") as caught:
        tolerances.load(declare(text))
    assert complaint in str(caught.value)
