"""Faults around a build: killed, no room, no network, no rights, two at once, a damaged store."""

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from execbook.project import Project
from execbook.site.swap import locked
from tests import ROOT
from tests.site.book import files_of

COMMAND = [sys.executable, "-m", "execbook", "build"]
NO_NETWORK = """
import os, socket
connect = socket.socket.connect

def refuse(self, address):
    if self.family == socket.AF_UNIX or address[0] in ("127.0.0.1", "::1"):
        return connect(self, address)
    with open(os.environ["ASKED"], "a") as file:
        print(address, file=file)
    raise OSError(101, "Network is unreachable")

socket.socket.connect = refuse
"""


def start(project: Project, *, command: list[str] = COMMAND, **environment: str) -> subprocess.Popen[str]:
    """Build in a process group of its own."""
    paths = os.pathsep.join(filter(None, [environment.pop("PYTHONPATH", ""), str(ROOT)]))
    return subprocess.Popen(
        command,
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": paths, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def ended(builder: subprocess.Popen[str]) -> tuple[int, str]:
    said, _ = builder.communicate(timeout=300)
    return builder.returncode, said


def change_style(project: Project) -> None:
    """Something that a build shows and that nothing has to follow, as a translation would."""
    sheet = project.theme / "overrides/assets/stylesheets/execbook.css"
    sheet.write_text(sheet.read_text("utf-8") + "h1 { letter-spacing: 0.125em; }\n", "utf-8")


def test_ten_kills_at_random_moments_harm_nothing(mini_book, add_row):
    former = files_of(mini_book.site)
    change_style(mini_book)
    generator = random.Random(0)
    begun = time.monotonic()
    assert ended(start(mini_book))[0] == 0
    seconds, wanted = time.monotonic() - begun, files_of(mini_book.site)
    assert wanted != former
    page = mini_book.docs / "ko/index.md"
    for _ in range(10):
        page.write_text(page.read_text("utf-8") + "\n", "utf-8")  # the same page, built again
        builder = start(mini_book)
        time.sleep(generator.uniform(0, seconds))
        with contextlib.suppress(PermissionError):  # macOS says so of a build that has just ended
            os.killpg(builder.pid, signal.SIGKILL)
        builder.communicate()
        assert files_of(mini_book.site) == wanted
    assert ended(start(mini_book))[0] == 0
    assert files_of(mini_book.site) == wanted
    assert not list(mini_book.build.glob("site.new-*"))
    add_row("ten-kills", "SIGKILL to all processes at ten random moments", "(none)", -9, "intact")


def test_a_full_disk_is_named_and_harms_nothing(mini_book, add_row):
    former = files_of(mini_book.site)
    change_style(mini_book)
    limited = ["sh", "-c", 'ulimit -f 60; exec "$@"', "sh", *COMMAND]  # blocks of 512 bytes
    exit_code, said = ended(start(mini_book, command=limited))
    assert exit_code == 1, said
    assert "File too large" in said and "\n    -> " in said and "Traceback" not in said
    assert files_of(mini_book.site) == former
    assert not list(mini_book.build.glob("site.new-*"))
    message = next(line for line in said.splitlines() if "File too large" in line)
    add_row("disk-full", "no file may be larger than 30 kB", message, exit_code, "intact")


def test_no_network_is_needed(mini_book, tmp_path, add_row):
    former = files_of(mini_book.site)
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK)
    asked = tmp_path / "asked"
    shutil.rmtree(mini_book.store)
    exit_code, said = ended(start(mini_book, PYTHONPATH=str(tmp_path), ASKED=str(asked)))
    assert exit_code == 0, said
    assert not asked.exists(), asked.read_text()
    assert set(files_of(mini_book.site)) == set(former)
    add_row("no-network", "every connection to another host is refused", "(none asked)", exit_code, "new")


def test_sources_are_only_read(mini_book, add_row):
    sources = [mini_book.docs, mini_book.snippets]
    before = [files_of(folder) for folder in sources]
    change_style(mini_book)
    before[0] = files_of(mini_book.docs)
    for folder in sources:
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)
    exit_code, said = ended(start(mini_book))
    assert exit_code == 0, said
    assert [files_of(folder) for folder in sources] == before
    assert any("0.125em" in sheet.read_text("utf-8") for sheet in mini_book.site.rglob("*.css"))
    add_row("read-only-sources", "docs/ and snippets/ may only be read", "(none)", exit_code, "new")


def test_two_builds_at_once_give_the_one_good_site(mini_book, add_row):
    former = files_of(mini_book.site)
    change_style(mini_book)
    with locked(mini_book):  # so that both are there before one of them can have ended
        builders = [start(mini_book), start(mini_book)]
        for builder in builders:
            assert any("waiting for another build" in line for line in iter(builder.stdout.readline, ""))
    ends = [ended(builder) for builder in builders]
    assert [exit_code for exit_code, _ in ends] == [0, 0], ends
    once = files_of(mini_book.site)
    assert once != former and not list(mini_book.build.glob("site.new-*"))
    add_row(
        "two-at-once", "two builds started at the same moment", "waiting for another build to end", 0, "new"
    )


def _cut_in_half(record: Path) -> None:
    record.write_bytes(record.read_bytes()[: record.stat().st_size // 2])


def _change_a_number(record: Path) -> None:
    text = record.read_text("utf-8")
    assert "96 after 5 steps" in text
    record.write_text(text.replace("96 after 5 steps", "97 after 5 steps"), "utf-8")


def _other_format(record: Path) -> None:
    data = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps({**data, "format": data["format"] + 1}), "utf-8")


def _remove(record: Path) -> None:
    shutil.rmtree(record.parent)


@pytest.mark.parametrize("damage", [_cut_in_half, _change_a_number, _other_format, _remove])
def test_a_damaged_record_is_run_again_and_never_shown(mini_book, damage, add_row):
    key = json.loads((mini_book.store / "current.json").read_text("utf-8"))["numbers/doubling"]
    record = mini_book.store / key / "record.json"
    damage(record)
    exit_code, said = ended(start(mini_book))
    assert exit_code == 0, said
    page = (mini_book.site / "ko/index.html").read_text("utf-8")
    assert "96 after 5 steps" in page and "97 after" not in page
    how = damage.__name__.strip("_").replace("_", " ")
    add_row("damaged-record", f"{how} in a record of the store", "(run again)", exit_code, "new, right")


def test_what_a_killed_run_left_in_the_store_is_no_record(mini_book, add_row):
    former = files_of(mini_book.site)
    (mini_book.store / ".new-killed").mkdir()
    (mini_book.store / ".new-killed" / "record.json").write_text("{", "utf-8")
    (mini_book.store / "current.json").write_text('{"numbers/doub', "utf-8")
    exit_code, said = ended(start(mini_book))
    assert exit_code == 0, said
    assert set(files_of(mini_book.site)) == set(former)
    add_row("half-written-store", "a half-written list of current records", "(run again)", exit_code, "new")
