"""The store keeps complete records only, and never hands out a damaged one."""

import json
import os
import time
from dataclasses import replace

import pytest

from execbook.project import Project
from execbook.records.store import DAY, Figure, Record, Store, for_browsers
from execbook.runs import runner


@pytest.fixture
def store(tmp_path):
    return Store(Project(tmp_path))


RECORD = Record(
    id="part/example",
    source="snippets/part/example.py",
    source_sha256="0" * 64,
    key="abc",
    key_parts={"snippet": "0"},
    output="한 줄\n",
    values={"loss": 0.5, "share[20]": 0.25},
    figures=[Figure({"ko": "figure-1.ko.svg", "en": "figure-1.en.svg"}, {}, {}, [], "figure-1.json")],
    seconds=0.1,
    peak_megabytes=30.0,
    ran_at="2026-11-23T00:00:00Z",
    versions={"python": "3.11.7"},
    platform="Linux x86_64",
    confinement={},
)
SVGS = {"figure-1.ko.svg": "<svg/>", "figure-1.en.svg": "<svg/>", "figure-1.json": "[]"}


def test_what_is_saved_is_loaded_unchanged(store):
    store.save(RECORD, SVGS)
    assert store.load("abc") == RECORD


def test_an_unknown_key_gives_nothing(store):
    assert store.load("abc") is None
    assert store.current() == {}
    assert store.current_record("part/example") is None


def test_the_current_record_follows_the_key_of_its_id(store):
    store.save(RECORD, SVGS)
    store.save(replace(RECORD, key="def", output="new\n"), SVGS)
    store.set_current({"part/example": "def"})
    assert store.current_record("part/example").output == "new\n"
    store.set_current({"part/example": "abc"})
    assert store.current_record("part/example").output == "한 줄\n"


def half_written(path):
    path.write_text(path.read_text("utf-8")[:40], "utf-8")


def of_another_version(path):
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | {"format": 0}), "utf-8")


def moved_from_another_key(path):
    path.write_text(path.read_text("utf-8").replace('"abc"', '"def"'), "utf-8")


def without_its_figure(path):
    (path.parent / "figure-1.en.svg").unlink()


@pytest.mark.parametrize(
    "damage", [half_written, of_another_version, moved_from_another_key, without_its_figure]
)
def test_a_damaged_record_counts_as_none(store, damage):
    store.save(RECORD, SVGS)
    damage(store.folder_of("abc") / "record.json")
    assert store.load("abc") is None


def test_saving_again_replaces_all_files_of_the_record(store):
    store.save(RECORD, SVGS)
    store.save(replace(RECORD, output="again\n", figures=[]), {})
    assert store.load("abc").output == "again\n"
    assert [path.name for path in store.folder.iterdir()] == ["abc"]


def test_what_json_lacks_is_published_as_text():
    values = for_browsers({"a": float("nan"), "b": float("-inf"), "c": 0.5, "d": True, "e": "x"})
    assert json.loads(json.dumps(values, allow_nan=False)) == {
        "a": "nan",
        "b": "-inf",
        "c": 0.5,
        "d": True,
        "e": "x",
    }


class Clock:
    """A clock that a test sets, in days since now."""

    def __init__(self):
        self.start, self.days = time.time(), 0.0

    def __call__(self) -> float:
        return self.start + self.days * DAY


def test_what_nothing_has_read_for_30_days_is_forgotten(tmp_path):
    clock = Clock()
    store = Store(Project(tmp_path), clock)
    for key in ("unread", "read", "current"):
        store.save(replace(RECORD, key=key), {})
    store.set_current({"part/a": "current"})
    (store.folder / ".new-left").mkdir()
    clock.days = 20
    assert store.load("read") and store.forget() == []
    clock.days = 31
    assert store.forget() == [".new-left", "unread"]
    assert store.load("unread") is None and store.load("read") and store.load("current")
    clock.days = 60
    assert store.forget() == []
    clock.days = 62
    assert store.forget() == ["read"]
    assert store.current_record("part/a")


def test_a_run_forgets_what_nothing_has_read(mini_project):
    project = mini_project({"part/a": "x = 1\n"})
    runner.run(project)
    (former,) = Store(project).current().values()
    runner.run(mini_project({"part/a": "x = 2\n"}))
    assert Store(project).load(former)
    long_ago = time.time() - 31 * DAY
    os.utime(Store(project).folder_of(former) / "seal", (long_ago, long_ago))
    runner.run(project)
    assert not Store(project).folder_of(former).exists()
