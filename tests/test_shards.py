"""Several machines share the run of a book: `execbook run --shard 1/4` on the first of four, and so on.

Each has the sources and a store of its own. Their stores copied over each other, in any order, are the store
of a machine that has run all: the next run writes the list of current records again, of which one was left.
"""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from execbook.cli.main import main
from execbook.knobs import running
from execbook.project import Project
from execbook.runs import recording, runner
from tests.site.book import files_of
from tests.site.moving import make_moving_book

SHARDS = 4


@pytest.fixture
def without_a_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records say when and how long an example ran, which no two runs have in common."""

    def record_of(*arguments):
        record, texts = recording.record_of(*arguments)
        return replace(record, seconds=0.1, peak_megabytes=1.0, ran_at="2026-01-01T00:00:00+00:00"), texts

    for module in (runner, running):
        monkeypatch.setattr(module, "record_of", record_of)


def recorded(project: Project) -> set[str]:
    """The names of the examples in a store, with the values of their knobs."""
    lists = [json.loads((project.store / name).read_text()) for name in ("current.json", "knobs.json")]
    names = {name for one in lists for name in one}
    assert len(names) == len([*project.store.glob("*/record.json")])
    return names


def test_four_shards_give_the_site_of_one_run(
    tmp_path: Path,
    without_a_clock: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    sources = make_moving_book(tmp_path / "sources").root

    def command(machine: str, *arguments: str) -> Project:
        root = tmp_path / machine
        if not root.exists():
            shutil.copytree(sources, root)
        monkeypatch.chdir(root)
        assert main(arguments) == 0
        return Project(root)

    whole = command("whole", "build")
    shards = [command(f"shard-{n}", "run", "--shard", f"{n}/{SHARDS}") for n in range(1, SHARDS + 1)]
    parts = [recorded(shard) for shard in shards]
    assert all(parts)
    assert sorted(name for names in parts for name in names) == sorted(recorded(whole))

    merged = Project(tmp_path / "merged")
    for shard in shards:
        shutil.copytree(shard.store, merged.store, dirs_exist_ok=True)
    shutil.copytree(sources, merged.root, dirs_exist_ok=True)
    capsys.readouterr()
    command("merged", "run")
    assert capsys.readouterr().out.startswith(f"0 run, {len(recorded(whole))} fresh")
    command("merged", "build")
    assert files_of(merged.store) == files_of(whole.store)
    assert files_of(merged.site) == files_of(whole.site)
