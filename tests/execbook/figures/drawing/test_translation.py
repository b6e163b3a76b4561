import pytest

from execbook.figures.drawing.translation import MissingLabel, translate


def test_an_equal_entry_is_taken():
    assert translate("value", {"value": "값"}) == "값"


def test_a_pattern_keeps_the_texts_of_its_gaps_in_order():
    entries = {"{} of {} epochs": "{}/{} 에포크"}
    assert translate("3 of 10 epochs", entries) == "3/10 에포크"


def test_the_text_of_a_gap_is_translated_if_it_is_an_entry():
    entries = {"derivative of {}": "{}의 도함수", "ReLU": "렐루"}
    assert translate("derivative of ReLU", entries) == "렐루의 도함수"
    assert translate("derivative of tanh", entries) == "tanh의 도함수"


def test_the_pattern_with_most_words_wins():
    entries = {"{} loss": "{} 손실", "training {} loss": "훈련 {} 손실"}
    assert translate("training mean loss", entries) == "훈련 mean 손실"


def test_an_equal_entry_wins_over_a_pattern():
    assert translate("log loss", {"{} loss": "{} 손실", "log loss": "로그 손실"}) == "로그 손실"


@pytest.mark.parametrize("text", ["a+b", "a.b", "(1) a"])
def test_signs_in_a_pattern_are_only_signs(text):
    assert translate(f"{text} loss 5", {f"{text} loss {{}}": "손실 {}"}) == "손실 5"


def test_a_label_may_have_several_lines():
    assert translate("epoch\n12", {"epoch\n{}": "에포크\n{}"}) == "에포크\n12"


@pytest.mark.parametrize(
    "text", ["", "0.5", "−1", "10⁻¹²", "z", "x₁", "xⁿ", "σ(z)", "y = f(x)", "1e-05", r"$\sigma(z)$", "p − y"]
)
def test_text_without_words_needs_no_korean(text):
    assert translate(text, {}) == text


@pytest.mark.parametrize("text", ["loss", "tanh(z)", "net input $z$", "$5 or $6 each"])
def test_text_with_words_needs_korean(text):
    with pytest.raises(MissingLabel) as caught:
        translate(text, {"los": "x", "loss {}": "손실 {}"})
    assert caught.value.text == text
