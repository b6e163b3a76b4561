import pytest

from execbook.problems import ProblemError
from execbook.sources import labels, snippets


def catalogue(mini_project, text: str) -> labels.Catalogue:
    project = mini_project()
    project.words.mkdir(exist_ok=True)
    project.labels("ko").write_text(text, "utf-8")
    return labels.load(project)["ko"]


def snippet(mini_project, source: str, snippet_id: str = "part/a"):
    project = mini_project({snippet_id: source})
    return snippets.read(project, project.snippets / f"{snippet_id}.py")


def test_a_snippet_depends_on_the_entries_whose_words_it_contains(mini_project):
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


def test_a_language_without_a_catalogue_has_the_labels_as_they_are(mini_project):
    project = mini_project({"part/a": "label = 'loss'\n"})
    assert labels.load(project) == {}
    drawn = labels.for_run({}, project.languages, snippet(mini_project, "label = 'loss'\n"))
    assert drawn == {"ko": None, "en": None}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[shared]\n"a word" = \n', 2, "not valid TOML"),
        ('[shared]\n"a word" = "낱말"\n"a word" = "낱말"\n', 3, "not valid TOML"),
        ('[shared]\n"a word" = "낱말"\n"of {}" = "의"\n', 3, "differ in {}"),
        ('[shared]\n"a word" = ""\n', 2, "is not a text"),
        ('[shared]\n"a word" = 3\n', 2, "is not a text"),
        ('[shared]\n\n"{}" = "{}"\n', 3, "would match every label"),
        ('"a word" = "낱말"\n', 1, "is in no table"),
    ],
)
def test_an_invalid_catalogue_is_reported_with_its_line(mini_project, text, line, words):
    with pytest.raises(ProblemError) as caught:
        catalogue(mini_project, text)
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("words/labels.ko.toml", line)
    assert words in problem.message


def test_a_catalogue_in_another_encoding_is_reported(mini_project):
    project = mini_project(labels={})
    project.labels("ko").write_bytes('[shared]\n"value" = "값"\n'.encode("euc-kr"))
    with pytest.raises(ProblemError, match="not UTF-8"):
        labels.load(project)
