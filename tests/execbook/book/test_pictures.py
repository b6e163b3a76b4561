"""The list of pictures of other programs, and when a picture is stale."""

import pytest

from execbook.book import Book, pictures
from execbook.book.pictures import Picture
from execbook.problems import ProblemError
from execbook.project import Project
from tests.execbook.booklet import make_booklet

ID = "a/logistic"
PACKAGES = ("matplotlib", "numpy")


@pytest.fixture
def project(tmp_path):
    project = make_booklet(tmp_path)
    pictures.folder_of(project).mkdir(parents=True)
    for path in pictures.files_of(project, "curve").values():
        path.write_bytes(b"picture")
    return project


def known(project):
    return {snippet.id: snippet for snippet in Book(project).snippets.values()}


def staleness(project, picture):
    return list(pictures.staleness(project, picture, known(project)))


def fresh(project):
    return Picture("curve", ID, pictures.key_of(known(project)[ID], PACKAGES))


def test_saved_pictures_are_loaded_sorted_by_name(project):
    curve = fresh(project)
    area = Picture("area", ID, curve.key)
    pictures.save(project, [curve, area], "make it")
    assert pictures.load(project) == [area, curve]


def test_a_project_without_a_list_has_no_pictures(tmp_path):
    assert pictures.load(Project(tmp_path)) == []


@pytest.mark.parametrize("text", ["[curve", 'curve = "a/logistic"\n', '[curve]\nsnippet = "0"\n'])
def test_an_unreadable_list_is_reported(project, text):
    project.accepted.mkdir()
    pictures.list_of(project).write_text(text, "utf-8")
    with pytest.raises(ProblemError, match="cannot be read"):
        pictures.load(project)


def test_the_key_contains_the_source_and_minor_versions(project):
    key = pictures.key_of(known(project)[ID], PACKAGES)
    assert len(key.pop("snippet")) == 64
    assert set(key) == set(PACKAGES)
    assert all(version.count(".") == 1 for version in key.values())


def test_a_picture_of_the_present_snippet_is_fresh(project):
    assert staleness(project, fresh(project)) == []


def test_a_picture_is_stale_when_its_snippet_has_changed(project):
    picture = fresh(project)
    path = project.snippets / f"{ID}.py"
    path.write_text(path.read_text("utf-8") + "print(1)\n", "utf-8")
    [reason] = staleness(project, picture)
    assert "before it was changed" in reason


def test_a_picture_is_stale_when_another_version_is_installed(project):
    picture = fresh(project)
    older = Picture(picture.name, ID, {**picture.key, "tensorboard": "1.0"})
    [reason] = staleness(project, older)
    assert reason.startswith("was made with tensorboard 1.0")


def test_a_picture_is_stale_without_its_snippet_or_a_file(project):
    (pictures.folder_of(project) / "curve.dark.webp").unlink()
    reasons = staleness(project, Picture("curve", "a/nothing", {}))
    assert reasons == [
        "has no file curve.dark.webp",
        "shows logs of 'a/nothing', and there is no such snippet",
    ]


def test_an_unreadable_snippet_is_not_reported_again(project):
    picture = fresh(project)
    assert list(pictures.staleness(project, picture, {})) == []
