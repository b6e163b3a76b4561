"""The runtime that `make runtime` put together is read as it is, or refused."""

import pytest

from execbook.browser import runtime
from execbook.browser.runtime import LIST
from execbook.problems import ProblemError
from execbook.project import Project


def test_a_project_may_have_none(tmp_path):
    assert runtime.load(Project(tmp_path)) is None


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda folder: (folder / "numpy.whl").write_bytes(b"other"), "numpy.whl:0: has the SHA-256"),
        (lambda folder: (folder / "numpy.whl").unlink(), "numpy.whl:0: is missing"),
        (lambda folder: (folder / LIST).write_text("{"), "runtime.json:0: cannot be read"),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_reported(with_runtime, tmp_path, spoil, fault):
    project = with_runtime(Project(tmp_path))
    spoil(project.runtime)
    with pytest.raises(ProblemError) as caught:
        runtime.load(project)
    assert fault.replace(":0", "") in str(caught.value) and "put it together anew" in str(caught.value)


def test_an_import_brings_all_packages_that_it_needs(with_runtime, tmp_path):
    found = runtime.load(with_runtime(Project(tmp_path)))
    assert found.packages_for(["sklearn", "json"]) == ["numpy", "openblas", "scikit-learn"]
    assert found.packages_for(["numpy"]) == ["numpy", "openblas"]
    assert found.bytes(["openblas"]) - found.bytes([]) == len("openblas.whl")
