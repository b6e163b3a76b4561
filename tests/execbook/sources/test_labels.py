import pytest

from execbook.problems import ProblemError
from execbook.sources import labels, snippets


def catalogue(mini_project, text: str) -> labels.Catalogue:
    project = mini_project()
    project.words.mkdir(exist_ok=True)
    project.labels.write_text(text, "utf-8")
    return labels.load(project)


def snippet(mini_project, source: str, id: str = "part/a"):
    project = mini_project({id: source})
    return snippets.read(project, project.snippets / f"{id}.py")


def test_a_snippet_depends_on_the_entries_whose_words_it_holds(mini_project):
    text = """\
[shared]
"the value" = "값"
"epoch {} of {}" = "{}/{} 에포크"
"epoch {} in {}" = "{} {} 에포크 안"
"lost" = "잃음"
["part/a"]
"alcohol" = "알코올"
["part/b"]
"ash" = "재"
"""
    book = catalogue(mini_project, text)
    source = 'ax.set_title(f"epoch {i} of {n}")\nax.set_ylabel("the " "value")\n'
    assert book.relevant(snippet(mini_project, source)) == {
        "the value": "값",
        "epoch {} of {}": "{}/{} 에포크",
        "alcohol": "알코올",
    }
    assert "ash" in book.relevant(snippet(mini_project, source, "part/b"))


def test_a_snippets_own_entry_wins(mini_project):
    book = catalogue(mini_project, '[shared]\n"class" = "클래스"\n["part/a"]\n"class" = "등급"\n')
    assert book.relevant(snippet(mini_project, "label = 'class'\n")) == {"class": "등급"}


def test_a_project_without_a_catalogue_has_an_empty_one(mini_project):
    assert labels.load(mini_project()) == labels.Catalogue()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[shared]\n"a word" = \n', 2, "not valid TOML"),
        ('[shared]\n"a word" = "낱말"\n"a word" = "낱말"\n', 3, "not valid TOML"),
        ('[shared]\n"a word" = "낱말"\n"of {}" = "의"\n', 3, "differ in {}"),
        ('[shared]\n"a word" = ""\n', 2, "is no text"),
        ('[shared]\n"a word" = 3\n', 2, "is no text"),
        ('[shared]\n\n"{}" = "{}"\n', 3, "would fit every label"),
        ('"a word" = "낱말"\n', 1, "stands in no table"),
    ],
)
def test_a_faulty_catalogue_is_reported_with_its_line(mini_project, text, line, words):
    with pytest.raises(ProblemError) as caught:
        catalogue(mini_project, text)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("words/labels.ko.toml", line)
    assert words in problem.message


def test_a_catalogue_in_another_encoding_is_reported(mini_project):
    project = mini_project(labels={})
    project.labels.write_bytes('[shared]\n"value" = "값"\n'.encode("euc-kr"))
    with pytest.raises(ProblemError, match="not UTF-8"):
        labels.load(project)
