"""How recorded values look on a page."""

import pytest

from execbook.records.numbers import show, show_latex


@pytest.mark.parametrize(
    ("value", "format", "text", "latex"),
    [
        (0.5671, ".2f", "0.57", "0.57"),
        (0.5671, ".0%", "57%", r"57\%"),
        (-0.25, ".2f", "−0.25", "-0.25"),
        (0.000045, ".1e", "4.5 × 10⁻⁵", r"4.5 \times 10^{-5}"),
        (-6.02e23, ".2e", "−6.02 × 10²³", r"-6.02 \times 10^{23}"),
        (1e-12, "g", "1 × 10⁻¹²", r"1 \times 10^{-12}"),
        (12345678, ",", "12,345,678", "12{,}345{,}678"),
        (12345678, "_", "12_345_678", r"12\_345\_678"),
        (-3, None, "−3", "-3"),
        (True, None, "True", r"\text{True}"),
        ("a-b_c", None, "a-b_c", r"\text{a-b\_c}"),
        ("50%", ">5", "  50%", r"\text{  50\%}"),
        (float("-inf"), ".1f", "−∞", r"-\infty"),
        (float("nan"), ".1f", "NaN", r"\text{NaN}"),
    ],
)
def test_text_and_latex(value, format, text, latex):
    assert show(value, format) == text
    assert show_latex(value, format) == latex


@pytest.mark.parametrize("write", [show, show_latex])
@pytest.mark.parametrize(
    ("value", "format", "words"),
    [(0.5, None, "needs a format"), (0.5, "d", "'d'"), ("x", ".2f", "'f'"), (1, ".2q", "'q'")],
)
def test_a_format_that_does_not_suit_says_why(write, value, format, words):
    with pytest.raises(ValueError, match=words):
        write(value, format)
