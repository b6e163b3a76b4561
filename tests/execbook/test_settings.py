from pathlib import Path

import pytest

from execbook import settings
from execbook.problems import ProblemError
from execbook.project import Project


def written(folder: Path, text: str) -> Path:
    (folder / settings.FILE).write_text(text, "utf-8")
    return folder


def test_a_book_without_settings_is_in_english(tmp_path):
    assert Project(tmp_path).languages == ("en",)
    assert Project(written(tmp_path, "[project]\nname = 'x'\n")).languages == ("en",)


def test_the_first_language_has_the_base_configuration(tmp_path):
    project = Project(written(tmp_path, '[tool.execbook]\nlanguages = ["de", "fr", "en"]\n'))
    names = [project.config(language).name for language in project.languages]
    assert names == ["mkdocs.yml", "mkdocs.fr.yml", "mkdocs.en.yml"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[tool.execbook]\nlanguages = []\n", 2, "languages = []"),
        ('[tool.execbook]\nlanguages = "de"\n', 2, "languages = 'de'"),
        ('[tool.execbook]\n\nlanguages = ["de", "de"]\n', 3, "is not valid"),
        ('[tool.execbook]\nlanguages = ["../de"]\n', 2, "is not valid"),
        ('[tool.execbook]\nlanguage = ["de"]\n', 2, "has no setting 'language'"),
        ("[tool.execbook\n", 0, "is not TOML"),
        ("[tool]\nexecbook = 1\n", 0, "is not a table"),
    ],
)
def test_a_wrong_setting_is_reported_with_its_line(tmp_path, text, line, says):
    with pytest.raises(ProblemError) as caught:
        _ = Project(written(tmp_path, text)).settings
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("pyproject.toml", line)
    assert says in problem.message and problem.fix
