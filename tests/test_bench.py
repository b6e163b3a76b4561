from pathlib import Path

import pytest

from execbook.problems import ProblemError
from execbook.project import Project
from tools import bench


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "snippets/part").mkdir(parents=True)
    (tmp_path / "snippets/part/one.py").write_text('print("one")\n')
    return Project(tmp_path)


def test_all_ways_are_measured_in_each_round(project: Project):
    measured = bench.measure(project, rounds=2)
    assert measured.examples == 1
    assert len(measured.seconds) == 3
    assert all(len(seconds) == 2 and min(seconds) > 0 for seconds in measured.seconds.values())


def test_one_part_can_be_measured_alone(project: Project):
    (project.snippets / "other").mkdir()
    (project.snippets / "other/two.py").write_text('print("two")\n')
    assert bench.measure(project, 1, ["part"]).examples == 1
    assert bench.measure(project, 1).examples == 2
    with pytest.raises(ProblemError, match="snippets/nowhere"):
        bench.measure(project, 1, ["nowhere"])


def test_the_projects_own_records_stay(project: Project):
    project.store.mkdir(parents=True)
    (project.store / "current.json").write_text("{}")
    bench.measure(project, rounds=1)
    assert [path.name for path in project.build.iterdir()] == ["store"]
    assert [path.name for path in project.store.iterdir()] == ["current.json"]


def test_failing_example_cannot_be_measured(project: Project):
    (project.snippets / "part/one.py").write_text('raise ValueError("no")\n')
    with pytest.raises(ProblemError, match="ValueError: no"):
        bench.measure(project, rounds=1)


def test_table_compares_medians_with_the_first_way():
    measured = bench.Measured({"fork": [1.0, 9.0, 2.0], "plain": [8.0, 7.0, 60.0]}, examples=5)
    head, _, fork, plain = bench.table(measured).splitlines()
    assert head.startswith("5 examples")
    assert "3 rounds" in head
    assert fork.split() == ["fork", "2.00", "1.000", "1.00", "to", "9.00"]
    assert plain.split() == ["plain", "8.00", "4.000", "7.00", "to", "60.00"]
