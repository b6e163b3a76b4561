"""What a build offers in readers' browsers, and what it puts into the site for that."""

import pytest

from execbook.book import Book
from execbook.browser import offers, publish
from execbook.browser.publish import FEW, prepare
from execbook.problems import COMMAND
from tests import ROOT
from tests.execbook.booklet import add_run, make_booklet

SAME = {"error": "", "differs": {"output": "", "figures": "", "mirrored": False}}
OTHER = {"error": "", "differs": {"output": "output 1: 1 instead of 2", "figures": "", "mirrored": False}}


@pytest.fixture
def project(tmp_path):
    project = make_booklet(tmp_path)
    project.theme.symlink_to(ROOT / "theme", target_is_directory=True)
    return project


def test_without_a_runtime_nothing_is_offered_and_the_build_says_so(project, tmp_path):
    said = []
    made = prepare(Book(project), 1, said.append)
    assert made == offers.load(project) == offers.Offers()
    assert said == ["no Python for readers' browsers in build/runtime, so no example runs there"]
    publish.publish(Book(project), tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_only_what_gives_the_recorded_result_is_offered(project, with_runtime, fake_interpreter):
    with_runtime(project)
    fake_interpreter.answers["run.run"] = lambda task: dict(SAME if task["id"] == "a/logistic" else OTHER)
    made = prepare(Book(project), 1)
    assert made.examples.keys() == {"a/logistic"}
    assert made.examples["a/logistic"].packages == ["numpy", "openblas"]


def test_what_has_not_changed_is_not_run_again(project, with_runtime, fake_interpreter):
    with_runtime(project)
    fake_interpreter.answers["run.run"] = lambda task: dict(SAME)
    first, asked = prepare(Book(project), 1), len(fake_interpreter.asked)
    assert prepare(Book(project), 1) == first and len(fake_interpreter.asked) == asked == 2


def test_a_build_does_not_keep_its_author_waiting(project, with_runtime, fake_interpreter):
    with_runtime(project)
    for number in range(FEW):
        add_run(project, f"a/more_{number}", f"print({number})\n", {}, output=f"{number}\n")
    said = []
    assert prepare(Book(project), 1, said.append).examples == {}
    assert fake_interpreter.asked == [] and f"run `{COMMAND} here`" in said[0]


def test_the_site_has_every_file_that_a_page_names(project, with_runtime, fake_interpreter, tmp_path):
    with_runtime(project)
    fake_interpreter.answers["run.run"] = lambda task: dict(SAME)
    made, site = prepare(Book(project), 1), tmp_path / "site"
    publish.publish(Book(project), site)
    assert (site / made.folder / "run.js").is_file() and (site / made.folder / "manifest.json").is_file()
    for offer in made.examples.values():
        for name in offer.facts.values():
            assert (site / "run" / name).is_file()
    (served,) = (site / "run/files").glob("*-numpy.whl")
    assert served.read_bytes() == b"numpy.whl"
