from pathlib import Path

import pytest

from execbook.problems import ProblemError
from execbook.project import Project
from tests.site import book
from tests.site.book import files_of
from tests.site.moving import make_growing_book
from tools.bench.__main__ import measure
from tools.bench.measuring import Cost, Row, table


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "snippets/part").mkdir(parents=True)
    (tmp_path / "snippets/part/one.py").write_text('print("one")\n')
    return Project(tmp_path)


def runs(project: Project, rounds: int, parts: tuple[str, ...] = ()) -> list[Row]:
    (rows,) = measure(project, rounds, ["runs"], parts)
    return rows


def test_all_ways_are_measured_in_each_round(project: Project):
    rows = runs(project, rounds=2)
    assert [row.items for row in rows] == [1, 1, 1]
    for row in rows:
        assert len(row.costs) == 2
        assert all(min(cost.seconds, cost.processor, cost.megabytes) > 0 for cost in row.costs)


def test_one_part_can_be_measured_alone(project: Project):
    (project.snippets / "other").mkdir()
    (project.snippets / "other/two.py").write_text('print("two")\n')
    assert runs(project, 1, ("part",))[0].items == 1
    assert runs(project, 1)[0].items == 2
    with pytest.raises(ProblemError, match="snippets/nowhere"):
        runs(project, 1, ("nowhere",))


def test_the_projects_own_records_stay(project: Project):
    project.store.mkdir(parents=True)
    (project.store / "current.json").write_text("{}")
    runs(project, rounds=1)
    assert [path.name for path in project.build.iterdir()] == ["store"]
    assert [path.name for path in project.store.iterdir()] == ["current.json"]


def test_failing_example_cannot_be_measured(project: Project):
    (project.snippets / "part/one.py").write_text('raise ValueError("no")\n')
    with pytest.raises(ProblemError, match="ValueError: no"):
        runs(project, rounds=1)


def test_builds_and_growth_are_measured_in_copies(tmp_path: Path):
    project = make_growing_book(tmp_path / "book")
    book.run_all(project)
    before = files_of(project.root)
    own, *grown = measure(project, 1, ["builds", "growth"])
    assert files_of(project.root) == before
    cold, same, sentence, snippet, check = (row.costs[0].stages for row in own)
    assert all("rendering pages" in stages for stages in (cold, sentence, snippet))
    assert "[1/1] numbers/doubling (0 running, 0 left" in "".join(snippet)
    assert any(line.startswith("nothing has changed") for line in same) and "no problems" in check
    ran, *_ = grown
    for row, (new, fresh) in zip(ran, [(14, 0), (28, 14)], strict=True):
        assert row.items == new
        assert any(line.startswith(f"{new} run, {fresh} fresh") for line in row.costs[0].stages)
    assert [[row.items for row in rows] for rows in grown[1:]] == [[14, 42], [4, 8], [4, 8], [4, 8]]


def test_table_compares_medians_with_the_first_way():
    def row(name: str, items: int, *seconds: float) -> Row:
        return Row(name, lambda: Cost(0, 0, 0), items, costs=[Cost(one, one / 2, 100) for one in seconds])

    _, fork, plain = table([row("fork", 5, 1.0, 9.0, 2.0), row("plain", 10, 8.0, 7.0, 60.0)])
    assert fork.split() == [
        "fork",
        "5",
        "2.00",
        "1.00",
        "to",
        "9.00",
        "400.0",
        "1.000",
        "200.0",
        "1.000",
        "100",
    ]
    assert plain.split() == [
        *("plain", "10", "8.00", "7.00", "to", "60.00"),
        *("800.0", "2.000", "400.0", "2.000", "100"),
    ]
