"""What several processes of one test run share is made once, and what could not be made is made again."""

from types import SimpleNamespace

import pytest

from tests.shared import made_once


def asking(base, worker):
    """The request of a fixture, in a process of its own if `worker` is its name."""
    factory = SimpleNamespace(getbasetemp=lambda: base / worker)
    config = SimpleNamespace(workerinput={}) if worker else SimpleNamespace()
    (base / worker).mkdir(exist_ok=True)
    return SimpleNamespace(getfixturevalue=lambda name: factory, config=config)


@pytest.mark.parametrize("workers", [["gw0", "gw1"], ["", ""]])
def test_all_get_the_same_folder_made_once(tmp_path, workers):
    made = []

    def make(folder):
        folder.mkdir()
        made.append(folder)

    folders = {made_once(asking(tmp_path, worker), "book", make) for worker in workers}
    assert folders == {*made} and len(made) == 1
    assert made_once(asking(tmp_path, workers[0]), "another", make) not in folders


def test_after_a_failure_the_next_one_makes_it_from_nothing(tmp_path):
    def fail(folder):
        (folder / "half").mkdir(parents=True)
        raise OSError

    with pytest.raises(OSError):
        made_once(asking(tmp_path, "gw0"), "book", fail)
    made = made_once(asking(tmp_path, "gw1"), "book", lambda folder: folder.mkdir())
    assert not list(made.iterdir())
