import subprocess
import sys
import threading
from pathlib import Path

import pytest

from execbook.project import Project
from execbook.site import swap


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.build.mkdir()
    project.site.mkdir()
    (project.site / "page").write_text("former")
    return project


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def make_new(project: Project, text: str = "new") -> None:
    with swap.new_site(project) as new:
        (new / "page").write_text(text)
        swap.put_in_place(project, new)


@pytest.mark.parametrize("one_step", [True, False], ids=["exchange", "two renames"])
def test_the_new_site_takes_the_place_of_the_former(project, monkeypatch, one_step):
    if not one_step:
        monkeypatch.setattr(swap, "exchange", lambda a, b: False)
    make_new(project)
    assert (project.site / "page").read_text() == "new"
    assert names(project.build) == []


def test_the_first_site_needs_no_former(tmp_path):
    project = Project(tmp_path)
    project.build.mkdir()
    make_new(project)
    assert (project.site / "page").read_text() == "new"


def test_a_site_that_is_not_put_in_place_leaves_nothing(project):
    with pytest.raises(ZeroDivisionError), swap.new_site(project) as new:
        (new / "page").write_text("half")
        1 / 0  # noqa: B018
    assert (project.site / "page").read_text() == "former"
    assert names(project.build) == []


def test_a_kill_between_two_renames_is_fixed(project):
    project.site.rename(project.build / swap.FORMER)
    (project.build / f"{swap.NEW}x").mkdir()
    swap.restore(project)
    assert (project.site / "page").read_text() == "former"
    assert names(project.build) == []


def test_a_kill_after_two_renames_keeps_the_new_site(project):
    (project.build / swap.FORMER).mkdir()
    swap.restore(project)
    assert (project.site / "page").read_text() == "former"
    assert names(project.build) == []


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="no other system can exchange folders")
def test_exchange_is_one_step_here(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/was").write_text("a")
    assert swap.exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b/was").read_text() == "a"
    assert names(tmp_path / "a") == []


def test_exchange_with_what_is_not_there_changes_nothing(tmp_path):
    (tmp_path / "a").mkdir()
    assert not swap.exchange(tmp_path / "a", tmp_path / "b")
    assert names(tmp_path) == ["a"]


def test_a_second_build_waits_for_the_first(project):
    waits, done = threading.Event(), threading.Event()

    def second() -> None:
        with swap.locked(project, waits.set):
            done.set()

    with swap.locked(project):
        thread = threading.Thread(target=second)
        thread.start()
        assert waits.wait(10)
        assert not done.is_set()
    thread.join(10)
    assert done.is_set()


def test_a_killed_build_holds_no_lock(project):
    code = (
        "import pathlib, sys, time; from execbook.site import swap; from execbook.project import Project\n"
        "with swap.locked(Project(pathlib.Path(sys.argv[1]))): print('held', flush=True); time.sleep(1000)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(project.root)], stdout=subprocess.PIPE)
    assert holder.stdout.readline() == b"held\n"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with swap.locked(project, lambda: pytest.fail("had to wait")):
        pass
