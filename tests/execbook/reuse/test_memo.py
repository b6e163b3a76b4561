"""Results are found again under their key, and under no other."""

import pytest

from execbook.project import Project
from execbook.reuse import memo as memo_module
from execbook.reuse.memo import KEPT, Memo


def never() -> str:
    raise AssertionError("made again")


def test_a_result_is_kept_for_later_commands(tmp_path):
    project = Project(tmp_path)
    first = Memo(project, "step")
    assert first.get(("page", 1), lambda: ["made"]) == ["made"]
    first.save()
    assert Memo(project, "step").get(("page", 1), never) == ["made"]
    assert Memo(project, "step").find(("page", 2)) is None
    assert Memo(project, "other").find(("page", 1)) is None


def test_a_result_is_each_reader_s_own(tmp_path):
    memo = Memo(Project(tmp_path), "step")
    memo.put("key", ["kept"])
    memo.find("key").append("changed by its reader")
    assert memo.find("key") == ["kept"]


def test_what_is_raised_is_not_kept(tmp_path):
    memo = Memo(Project(tmp_path), "step")
    with pytest.raises(AssertionError):
        memo.get("key", never)
    assert memo.get("key", lambda: "made") == "made"


def test_another_engine_finds_nothing(tmp_path, monkeypatch):
    memo = Memo(Project(tmp_path), "step")
    memo.put("key", "made")
    memo.save()
    monkeypatch.setattr(memo_module, "engine_state", lambda: "another")
    assert Memo(Project(tmp_path), "step").find("key") is None


@pytest.mark.parametrize("damage", [b"", b"\x80\x04", b"no pickle", b"(lp0\nI1\na."])
def test_damaged_results_are_made_again(tmp_path, damage):
    memo = Memo(Project(tmp_path), "step")
    memo.put("key", "made")
    memo.save()
    memo.file.write_bytes(damage)
    assert Memo(Project(tmp_path), "step").get("key", lambda: "made again") == "made again"


def test_results_that_nothing_uses_are_forgotten(tmp_path):
    project = Project(tmp_path)
    memo = Memo(project, "step")
    memo.put("unused", "old")
    memo.put("used", "old")
    memo.save()
    for number in range(KEPT + 1):
        later = Memo(project, "step")
        assert later.find("used") == "old"
        later.put(number, "new")
        later.save()
    assert Memo(project, "step").find("unused") is None
    assert Memo(project, "step").find("used") == "old"
