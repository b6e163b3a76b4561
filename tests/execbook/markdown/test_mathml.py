"""LaTeX becomes MathML that a strict page may hold."""

import re
from xml.etree import ElementTree

import pytest

from execbook.markdown.mathml import STYLES, convert
from execbook.problems import UnplacedProblem
from tests import ROOT


def text_of(latex: str) -> str:
    return " ".join("".join(convert(latex, display=False).itertext()).split())


def test_inline_and_display():
    assert convert("x", display=False).attrib == {}
    assert convert("x", display=True).attrib == {"display": "block"}


@pytest.mark.parametrize(
    ("latex", "shows"),
    [
        (r"\text{활성화 함수}", "활성화 함수"),
        (r"p < 1 \& q", "p<1&q"),
        (r"4.5 \times 10^{-5}", "4.5×10−5"),
        (r"\operatorname*{arg\,max}_i z_i", "arg maxi\u2061zi"),
        (r"57\,\%", "57%"),
    ],
)
def test_what_a_formula_shows(latex, shows):
    assert text_of(latex) == shows


LAYOUTS = [
    r"\begin{cases} 1 & z > 0 \\ 0 & z < 0 \end{cases}",
    r"\begin{aligned} a &= b \\ &= c \end{aligned}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
    r"\begin{array}{l|r} a & b \\ \hline c & d \end{array}",
]


@pytest.mark.parametrize("latex", LAYOUTS)
def test_layouts_carry_classes_and_no_styles(latex):
    mathml = ElementTree.tostring(convert(latex, display=True), encoding="unicode")
    assert " style=" not in mathml
    assert "<mtr>" in mathml


def test_alignment_survives_as_classes():
    cells = [cell.get("class", "") for cell in convert(LAYOUTS[1], display=True).iter("mtd")]
    assert cells[0].split() == ["xb-right", "xb-tight-right"]
    assert cells[1].split() == ["xb-left", "xb-tight-left"]


def test_two_formulas_of_the_same_text_are_two_elements():
    assert convert("x", display=False) is not convert("x", display=False)


@pytest.mark.parametrize(
    ("latex", "line", "words"),
    [
        (r"\foo{x}", 0, r"\foo"),
        ("a\n+ \\frac{1}", 1, "argument"),
        ("a_b_c", 0, "subscript"),
        (" ", 0, "empty"),
        (r"\color{red} x", 0, "color"),
        (r"\begin{align} a &= b \end{align}", 0, "width"),
    ],
)
def test_a_formula_that_cannot_be_shown_says_where_and_why(latex, line, words):
    with pytest.raises(UnplacedProblem) as caught:
        convert(latex, display=True)
    problem = caught.value.at("docs/en/a.md", 10)
    assert (problem.path, problem.line, problem.rule) == ("docs/en/a.md", 10 + line, "formula")
    assert words in problem.message
    assert problem.fix


def test_the_site_gives_every_class_its_meaning():
    styles = (ROOT / "theme" / "overrides" / "assets" / "stylesheets" / "execbook.css").read_text("utf-8")
    for style, name in STYLES.items():
        declared = style.partition(":")[0]
        assert not name or re.search(rf"\.{name} \{{[^}}]*\b{declared}:", styles), name
