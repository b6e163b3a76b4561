import pytest

from execbook import labels, snippets
from execbook.problems import ProblemError


def catalogue(mini_project, text: str) -> labels.Catalogue:
    project = mini_project()
    project.labels.write_text(text, "utf-8")
    return labels.load(project)


def snippet(mini_project, source: str, id: str = "part/a"):
    project = mini_project({id: source})
    return snippets.read(project, project.snippets / f"{id}.py")


def test_an_equal_entry_is_taken():
    assert labels.translate("value", {"value": "값"}) == "값"


def test_a_pattern_carries_what_its_gaps_stand_for_in_order():
    entries = {"{} of {} epochs": "{}/{} 에포크"}
    assert labels.translate("3 of 10 epochs", entries) == "3/10 에포크"


def test_what_a_gap_stands_for_is_put_into_korean_where_it_is_an_entry():
    entries = {"derivative of {}": "{}의 도함수", "ReLU": "렐루"}
    assert labels.translate("derivative of ReLU", entries) == "렐루의 도함수"
    assert labels.translate("derivative of tanh", entries) == "tanh의 도함수"


def test_the_pattern_with_most_words_wins():
    entries = {"{} loss": "{} 손실", "training {} loss": "훈련 {} 손실"}
    assert labels.translate("training mean loss", entries) == "훈련 mean 손실"


def test_an_equal_entry_wins_over_a_pattern():
    assert labels.translate("log loss", {"{} loss": "{} 손실", "log loss": "로그 손실"}) == "로그 손실"


@pytest.mark.parametrize("text", ["a+b", "a.b", "(1) a"])
def test_signs_in_a_pattern_are_only_signs(text):
    assert labels.translate(f"{text} loss 5", {f"{text} loss {{}}": "손실 {}"}) == "손실 5"


def test_a_label_may_have_several_lines():
    assert labels.translate("epoch\n12", {"epoch\n{}": "에포크\n{}"}) == "에포크\n12"


@pytest.mark.parametrize(
    "text", ["", "0.5", "−1", "10⁻¹²", "z", "x₁", "xⁿ", "σ(z)", "y = f(x)", "1e-05", r"$\sigma(z)$", "p − y"]
)
def test_text_without_words_needs_no_korean(text):
    assert labels.translate(text, {}) == text


@pytest.mark.parametrize("text", ["loss", "tanh(z)", "net input $z$", "$5 or $6 each"])
def test_text_with_words_needs_korean(text):
    with pytest.raises(labels.MissingLabel) as caught:
        labels.translate(text, {"los": "x", "loss {}": "손실 {}"})
    assert caught.value.text == text


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
    assert (problem.path, problem.line) == ("snippets/labels.ko.toml", line)
    assert words in problem.message


def test_a_catalogue_in_another_encoding_is_reported(mini_project):
    project = mini_project()
    project.labels.write_bytes('[shared]\n"value" = "값"\n'.encode("euc-kr"))
    with pytest.raises(ProblemError, match="not UTF-8"):
        labels.load(project)
