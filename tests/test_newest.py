"""The weekly report: what it asks for, and what it reports."""

from __future__ import annotations

import sys
from pathlib import Path

from execbook.baseline.tolerance import Tolerances
from execbook.records.store import Record
from tests.site.book import files_of
from tools import newest


def record(output: str, **values: float) -> Record:
    return Record(
        id="part/one",
        source="snippets/part/one.py",
        source_sha256="",
        key="",
        key_parts={},
        output=output,
        values=values,
        figures=[],
        seconds=0.1,
        peak_megabytes=1.0,
        ran_at="2026-11-23T00:00:00+00:00",
        versions={},
        platform="",
        confinement={},
    )


def test_versions_go_and_extras_and_markers_stay():
    asked = 'numpy==2.4.*  # why\nfonttools[woff]>=4\ntensorflow==2.21.0 ; sys_platform == "darwin"\n'
    assert newest.unpinned(asked) == ["fonttools[woff]", "numpy", 'tensorflow; sys_platform == "darwin"']


def test_a_report_changes_nothing_but_its_own_folder(mini_book, monkeypatch, capsys):
    (mini_book.root / "requirements.in").write_text("numpy==2.4.*\n")
    (mini_book.root / "requirements.txt").write_text("# the lock\n")
    broken = mini_book.snippets / "numbers/doubling.py"
    broken.write_text("gone = [].gone\n")
    asked = []
    monkeypatch.setattr(newest, "install", lambda names, folder: asked.append(names) or Path(sys.executable))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    before = files_of(mini_book.root)
    assert newest.main(mini_book.root) != 0
    assert asked == [["numpy"]]
    after = files_of(mini_book.root)
    assert {name for name in after if after[name] != before.get(name)} == {
        name for name in after if name.startswith("build/newest/")
    }
    report = capsys.readouterr().out
    assert "| numbers/doubling | FAILED |  | 1: " in report and "no attribute" in report
    assert "2 examples, 1 of them drifted or failed" in report


def test_only_packages_that_differ_are_listed():
    table = newest.versions_table(
        {"numpy": "2.4.6", "rich": "15", "old": "1"}, {"numpy": "2.5.0", "rich": "15"}
    )
    assert table[2:] == ["| numpy | 2.4.6 | 2.5.0 |", "| old | 1 | – |"]


def test_what_drifted_or_broke_is_in_one_table():
    said = "2 problems\nsnippets/part/fails.py:7: TypeError: a | b [error]\n    -> correct it\n"
    table = newest.examples_table(
        {
            "part/fails": (record("1"), None),
            "part/first_time": (None, record("1")),
            "part/lost": (record("1"), None),
            "part/moves": (record("0.1", loss=0.1), record("0.2", loss=0.2)),
            "part/prints": (record("a"), record("b")),
            "part/stays": (record("1", loss=0.5), record("1", loss=0.50001)),
        },
        Tolerances(),
        said,
    )
    assert table == [
        "| example | value | was | is | tolerance |",
        "|---|---|---|---|---|",
        "| part/fails | FAILED |  | 7: TypeError: a ¦ b [error] |  |",
        "| part/first_time |  | no record with the locked packages | runs |  |",
        "| part/lost | FAILED |  | see the output of the run |  |",
        "| part/moves | output 1 | 0.1 | 0.2 | ±0.0001 |",
        "| part/moves | value loss | 0.1 | 0.2 | ±2e-05 |",
        "| part/prints | output 1 | a | b | equal |",
        "",
        "6 examples, 5 of them drifted or failed",
    ]


def test_of_many_differences_some_are_listed():
    many = {f"v{n}": float(n) for n in range(1, 9)}
    moved = record("", **{name: value + 1 for name, value in many.items()})
    table = newest.examples_table({"part/one": (record("", **many), moved)}, Tolerances())
    assert table[-3] == f"| part/one | and {8 - newest.MAX_DIFFERENCES} more |  |  |  |"
