"""A prediction is text without a script, and cannot say what was not recorded.

Covers execbook/sources/pages/predictions.py: how a prediction is written.
Covers execbook/claims/predictions.py: what its choices give.
Covers execbook/claims/drawn.py: the figures among which readers choose.
"""

import json

import pytest

from execbook.book import Book
from execbook.book.states import state_of
from execbook.sources.pages import parse_page
from execbook.takeaway.notebooks import notebook_of
from tests.execbook.booklet import add_run
from tests.execbook.markdown.conftest import example, problems

CHOOSE = """\
/// predict | How large is $z$, if not {{ a/logistic:tiny | .1e }}?
    right: z
    wrong:
      - z + 1
      - share[20]

- **{{ a/logistic:z | .1f }}** It *was* set
  so.
- **3** One more.
- **1** The share.
///

"""
TYPE = CHOOSE.replace("    right", "    within: 0.5\n    right")
RELATE = """\
/// predict | Which is larger?
    right: share[20] > share[0.5]
    wrong: share[20] < share[0.5]

- **The first** Yes.
- **The second** No.
///

"""
PICK = """\
/// predict | Which figure does $z$ draw?
    figures:
      - a/bars
      - a/bars?base=5
      - a/logistic

- With a base of **two**.
- That is the base of five,
  not of two.
- That is a curve.
///

"""
SHOWN = example("a/logistic")
BARS = example("a/bars")
SLOPES = example("a/slopes", "show: code")


def form(render, source: str, language: str = "en"):
    return render(source + SHOWN + SLOPES, language).select_one("form.xb-predict")


def test_a_prediction_is_a_form_with_its_reasons_in_the_text(render):
    asked = form(render, CHOOSE)
    assert asked["id"] == "predict-logistic"
    assert asked.legend.get_text() == "How large is z, if not 4.5 × 10⁻⁵?"
    items = asked.select("li")
    assert [item.b.get_text() for item in items] == ["1", "2.0", "3"], "by size, not as they are written"
    assert [item.input["type"] for item in items] == ["radio"] * 3
    assert [item.get("class") for item in items] == [None, ["xb-answer"], None]
    assert items[1].small.get_text() == "the answer" and not items[0].small
    assert " ".join(items[1].select_one(".xb-reason").get_text().split()) == "It was set so."
    assert items[1].em
    assert asked.select_one("[role=status]").get_text() == ""
    assert form(render, CHOOSE, "ko").select_one(".xb-ask button").get_text() == "확인"


def test_the_example_that_it_asks_for_is_folded_and_no_other(render):
    page = render(CHOOSE + SHOWN + SHOWN)
    first, second = page.select(".xb-example")
    assert first["data-asked"] == "predict-logistic"
    assert first.select_one(".xb-folded a")["href"] == "#predict-logistic"
    assert first.select_one(".xb-output"), "it is there without a script"
    assert not second.has_attr("data-asked") and not second.select_one(".xb-folded")


def test_an_example_that_shows_code_alone_is_passed_over(render):
    code = example("a/logistic", "show: code")
    first, second = render(CHOOSE + code + SHOWN).select(".xb-example")
    assert not first.has_attr("data-asked") and second.has_attr("data-asked")
    ((rule, line, _),) = problems(render, CHOOSE + code)
    assert (rule, line) == ("block-options", 1)
    ((rule, line, words),) = problems(render, CHOOSE.replace("z\n", "z\n    example: a/slopes\n", 1) + SLOPES)
    assert rule == "block-options" and "a/slopes" in words


def test_a_number_is_typed_within_a_tolerance(render):
    asked = form(render, TYPE)
    (field,) = asked.select("input")
    assert field["type"] == "number" and field["data-within"] == "0.5"
    assert [item["data-number"] for item in asked.select("li")] == ["1", "2", "3"]


def test_a_number_is_typed_in_the_unit_in_which_it_is_shown(render):
    percent = TYPE.replace("right: z", "right: share[0.5]").replace("a/logistic:z | .1f", "share[0.5] | .0%")
    percent = percent.replace("z + 1", "0.64").replace("**3**", "**64%**").replace("**1**", "**100 %**")
    asked = form(render, percent)
    assert [item["data-number"] for item in asked.select("li")] == ["57", "64", "100"]
    assert asked.select_one(".xb-typed").get_text(strip=True).endswith("%")


def test_a_number_may_be_shown_with_an_exponent(render):
    tiny = CHOOSE.replace("right: z", "right: tiny").replace("a/logistic:z | .1f", "tiny | .1e")
    asked = form(render, tiny.replace("z + 1", "10 * tiny").replace("**3**", "**4.5 × 10⁻⁴**"))
    assert [item.b.get_text() for item in asked.select("li")] == ["4.5 × 10⁻⁵", "4.5 × 10⁻⁴", "1"]


def test_choices_may_be_relations(render):
    asked = form(render, RELATE)
    assert asked.select_one(".xb-answer b").get_text() == "The first"
    both = form(render, RELATE + RELATE)
    assert both["id"] == "predict-logistic"


def test_a_value_may_come_of_a_function_or_a_sign(render):
    called = (
        CHOOSE.replace("right: z", "right: max(z, tiny)").replace("z + 1", "-z").replace("**3**", "**−2**")
    )
    assert [item.b.get_text() for item in form(render, called).select("li")] == ["−2", "1", "2.0"]


def test_two_predictions_of_a_page_have_ids_of_their_own(render):
    page = render(RELATE + SHOWN + RELATE + SHOWN)
    ids = [one["id"] for one in page.select("form")]
    assert ids == ["predict-logistic", "predict-logistic-2"]
    assert [one["data-asked"] for one in page.select("[data-asked]")] == ids


def test_a_prediction_in_a_fold_works_as_elsewhere(render):
    inner = (RELATE + SHOWN).replace("///", "////")
    assert render(f"/// details | Solution\n\n{inner}\n///\n").select_one("details form .xb-answer")


@pytest.mark.parametrize(
    ("source", "old", "new", "rule", "says"),
    [
        (CHOOSE, "z + 1", "z + 0", "prediction", "is 2.0, as the right one"),
        (CHOOSE, "**3**", "**4**", "prediction", "does not show z + 1, which is 3"),
        (CHOOSE, "a/logistic:z | .1f", "a/slopes:z | d", "prediction", "say the same"),
        (CHOOSE, "right: z", "right: share[0.5]", "prediction", "does not show share[0.5]"),
        (CHOOSE, "right: z", "right: 2", "prediction", "no recorded value"),
        (CHOOSE, "right: z", "right: zz", "claim-relation", "'zz'"),
        (CHOOSE, "z + 1", "1 / (z - z)", "prediction", "cannot be calculated"),
        (CHOOSE, "z + 1", "z > 1", "prediction", "relations and others are values"),
        (CHOOSE, "right", "wright", "block-options", "no option 'wright'"),
        (CHOOSE, "- **3** One more.\n", "", "block-options", "2 choices for 3 expressions"),
        (CHOOSE, "**3** One more.", "3 One more.", "block-options", "in bold"),
        (CHOOSE, "**3** One more.", "**3**", "block-options", "its reason"),
        (
            CHOOSE,
            "How large is $z$, if not {{ a/logistic:tiny | .1e }}?",
            "",
            "block-options",
            "asks nothing",
        ),
        (TYPE, "0.5\n", "1.5\n", "prediction", "within 1.5 of the right one"),
        (TYPE, "within: 0.5", "within: much", "block-options", "within cannot be 'much'"),
        (RELATE, "share[20] > ", "share[20] == ", "prediction", "does not hold, though it is right"),
        (RELATE, "wrong: share[20] < ", "wrong: share[20] != ", "prediction", "is right, though"),
        (RELATE, "    wrong", "    within: 1\n    wrong", "prediction", "cannot be typed"),
        (RELATE, "    wrong", "    example: a/slopes\n    wrong", "block-options", "a/slopes"),
    ],
)
def test_what_a_prediction_cannot_say_is_a_problem_with_its_line(render, source, old, new, rule, says):
    assert old in source
    last = example("a/slopes", "show: code")
    found = problems(render, source.replace(old, new, 1) + SHOWN + last)
    assert [words for one, line, words in found if one == rule and says in words and line > 0]


def test_a_prediction_without_an_example_after_it_is_a_problem(render):
    ((rule, line, words),) = problems(render, SHOWN + "\n" + CHOOSE)
    assert rule == "block-options" and "put the block before the example" in words and line > 3


def test_in_a_notebook_the_answer_is_folded_and_so_is_the_output(project):
    for source, listed in ((CHOOSE, True), (TYPE, False)):
        page = parse_page(source + SHOWN, project.docs / "a.md", "docs/en/a.md", "en", "a")
        made = notebook_of(page, Book(project), "https://example.org/")
        text, folded, rest = made.partition("<details><summary>the answer</summary>")
        assert folded and "**How large is $z$, if not 4.5 × 10⁻⁵?**" in text
        assert ("- **2.0**" in text) is listed and "It *was*" not in text
        assert "- **2.0** It *was* set" in rest and "///" not in made and "wrong" not in made
        assert '"outputs_hidden": true' in rest


@pytest.fixture
def bars(project, render):
    """Renders pages that can show `a/bars`, whose knob has two values, `a/pair` and `a/double`."""
    add_run(project, "a/bars", "base = 5\n", {"base": 5}, figures=1, title="Bars [5]", key="a-bars-5")
    add_run(project, "a/bars", "base = 2\n", {"base": 2}, figures=1, title='"Bars"')
    add_run(project, "a/pair", "pair = 1\n", {}, figures=2, title="Two")
    add_run(project, "a/double", "double = 1\n", {}, figures=1)
    (project.snippets / "a/knobs.toml").write_text("[bars]\nvalues.base = [2, 5]\n", "utf-8")
    (project.store / "knobs.json").write_text(json.dumps({"a/bars?base=5": "a-bars-5"}), "utf-8")
    return render


def test_the_choices_may_be_figures_that_were_recorded(bars):
    for language, alts in (
        ("en", ['"Bars". What', "Bars [5]. What", "Title. What"]),
        ("ko", ['제목 "Bars". 설명', "제목 Bars [5]. 설명", "제목. 설명"]),
    ):
        asked = bars(PICK + BARS, language).select_one("form.xb-predict")
        items = asked.select("ul.xb-drawn > li")
        assert [item.b.get_text() for item in items] == ["A", "B", "C"]
        assert len({item.label.input["value"] for item in items}) == 3
        by_choice = sorted(items, key=lambda item: item.input["value"])
        pictures = [item.select("label img") for item in by_choice]
        assert [[one["alt"] for one in pair] for pair in pictures] == [[alt] * 2 for alt in alts]
        assert by_choice[0]["class"] == ["xb-answer"] and by_choice[0].small
        assert by_choice[0].select_one(".xb-reason strong").get_text() == "two"
        for light, dark in pictures:
            assert light["src"].endswith(".light.svg#only-light") and light["loading"] == "lazy"
            name = light.find_parent("label").input["aria-label"]
            assert name == f"{light.find_parent('label').b.get_text()}. {light['alt']}"
            assert dark["src"] == light["src"].replace("light", "dark")
            assert "bars" not in light["src"] and not light.find_parent("p")
        example = bars(PICK + BARS, language).select_one(".xb-example")
        assert example["data-asked"] == asked["id"] == "predict-bars"


def test_figures_have_the_same_order_in_every_language(bars):
    orders = [
        [item.input["value"] for item in bars(PICK + BARS, one).select(".xb-drawn li")]
        for one in ("ko", "en")
    ]
    assert orders[0] == orders[1]


@pytest.mark.parametrize(
    ("old", "new", "rule", "says"),
    [
        ("a/logistic", "a/logistics", "unknown-example", "did you mean 'a/logistic'"),
        ("base=5", "base=6", "prediction", "no setting 'base=6'; did you mean 'a/bars?base=5'"),
        ("a/logistic", "a/logistic?z=1", "prediction", "remove what follows the question mark"),
        ("a/logistic", "a/slopes", "prediction", "the run left no figure"),
        ("a/logistic", "a/logistic#2", "prediction", "the run left 1 figure;"),
        ("a/logistic", "a/pair#3", "prediction", "the run left 2 figures"),
        ("a/bars?base=5", "a/bars", "prediction", "a/bars#1 and a/bars#1 are the same drawing"),
        ("a/bars?base=5", "a/double", "prediction", "are the same drawing"),
        ("a/bars?base=5", "a/pair", "", ""),
        ("a/bars?base=5\n      - a/logistic", "a/pair\n      - a/pair#2", "prediction", "same drawing"),
        (
            "- a/bars\n      - a/bars?base=5",
            "- a/bars?base=5\n      - a/bars",
            "block-options",
            "the first as the example's file",
        ),
        (
            "\n      - a/bars\n      - a/bars?base=5\n      - a/logistic",
            " a/bars",
            "block-options",
            "at least two",
        ),
        ("a/logistic", "'a/logistic # 2'", "block-options", "names no figure"),
        (
            "- a/bars\n",
            "- a/double\n",
            "block-options",
            "put the block before the example",
        ),
        ("\n\n- With", "\n    right: base\n\n- With", "block-options", "'right' says nothing"),
        ("\n\n- With", "\n    within: 1\n\n- With", "block-options", "'within' says nothing"),
        ("- That is a curve.\n", "", "block-options", "2 choices for 3 figures"),
    ],
)
def test_a_figure_that_cannot_be_chosen_is_a_problem_with_its_line(bars, old, new, rule, says):
    assert old in PICK
    source = PICK.replace(old, new, 1) + BARS
    if not rule:
        assert bars(source)
        return
    found = problems(bars, source)
    assert [words for one, line, words in found if one == rule and says in words and line == 1], found


def test_figures_that_are_described_alike_cannot_be_told_apart_by_who_hears_them(project, bars):
    add_run(project, "a/double", "double = 1\n", {}, figures=1, letters="other")
    alike = PICK.replace("a/bars?base=5", "a/double", 1) + BARS
    ((rule, line, words),) = problems(bars, alike)
    assert (rule, line) == ("prediction", 1) and "have the same description" in words
    told = alike.replace("- That is a", "- **A curve** That is a", 1)
    alts = [one["alt"] for one in bars(told).select(".xb-drawn img")]
    assert "A curve. Title. What" in alts and "Title. What" in alts
    assert "That is a curve" in bars(told).select_one(".xb-drawn").get_text()


def test_an_example_that_shows_no_figure_is_passed_over_by_a_question_for_one(bars):
    ((rule, line, words),) = problems(bars, PICK + example("a/bars", "show: code"))
    assert (rule, line) == ("block-options", 1) and "a/bars" in words


def test_in_a_notebook_the_figures_are_the_published_ones(project, bars):
    page = parse_page(PICK + BARS, project.docs / "a.md", "docs/en/a.md", "en", "a")
    made = json.loads(notebook_of(page, Book(project), "https://example.org/"))
    text, folded, rest = "".join(made["cells"][0]["source"]).partition("<details>")
    letters = [line[2] for line in text.split("\n") if line.startswith("**") and "](https" in line]
    assert letters == ["A", "B", "C"] and "![Bars \\[5\\]. What](https://example.org/choices/" in text
    assert folded and "base of **two**" in rest and "base of five,\n  not of two" in rest
    assert sorted(line[4] for line in rest.split("\n") if line.startswith("- **")) == ["A", "B", "C"]


def test_a_page_depends_on_the_examples_whose_figures_it_offers(project, bars):
    page = parse_page(PICK + BARS, project.docs / "a.md", "docs/en/a.md", "en", "a")
    before = state_of(Book(project), page)
    add_run(project, "a/logistic", "z = 3\n", {}, figures=1, title="New", key="a-logistic-new")
    assert state_of(Book(project), page) != before
