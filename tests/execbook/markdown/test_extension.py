"""What a page shows of examples, values and formulas, and the problems that it reports.

Covers execbook/markdown/*.py: pages are rendered with the whole extension, as readers get them.
Covers execbook/languages/wording.py: the words around an example, in both languages.
Covers execbook/generator/place.py: messages name the page.
"""

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from execbook.claims import outcomes
from execbook.languages.wording import WORDINGS
from execbook.markdown.figure_html import actions, drawing
from execbook.problems import ProblemError
from execbook.records.store import Store
from tests.execbook.booklet import LOGISTIC, SLOPES, add_run
from tests.execbook.markdown.conftest import EXTENSIONS, example, problems

# -- examples


def test_an_example_shows_code_output_figure_and_run(render):
    page = render(example("a/logistic", caption="It *rises* to {{ tiny | .1e }}."))
    section = page.select_one("section.xb-example")
    assert section["data-example"] == "a/logistic"
    assert section["id"] == "example-logistic"
    assert section["aria-label"] == "Example logistic.py"
    assert section.select_one(".xb-bar .xb-name").text == "logistic.py"
    assert section.select_one(".highlight.xb-code pre > code").text == LOGISTIC
    assert section.select_one(".xb-output pre > samp").text == "0.8808 <b>&amp;</b>\n"
    assert section.select_one("figure.xb-figure")["id"] == "figure-logistic-1"
    assert section.select_one("figure .xb-svg > svg > title").text == "Title"
    assert section.select_one("figcaption").decode_contents().startswith("It <em>rises</em> to <data")
    assert (
        section.select_one(".xb-meta").text == "Run on 3 November 2026 · 0.1 s · Python 3.11.7, NumPy 2.4.6"
    )
    classes = [child["class"][-1] for child in section.find_all(recursive=False)]
    assert classes == ["xb-bar", "xb-code", "xb-output", "xb-figure", "xb-meta"]


def test_an_output_says_how_far_a_reader_s_own_may_be_off_if_further_than_usual(project, render):
    assert "data-tolerance" not in render.html(example("a/logistic"))
    (project.root / "accepted").mkdir()
    override = '[[override]]\nexample = "a/logistic"\nrelative = 5e-3\ncounts = 2\nreason = "chaos"\n'
    (project.root / "accepted/tolerances.toml").write_text(override)
    assert render(example("a/logistic")).select_one(".xb-output")["data-tolerance"] == "0.005 2"


def test_a_figure_comes_with_its_file_and_its_data(render):
    figure = render(example("a/logistic"), "ko").figure
    files = "../figures/a/logistic/figure-1.ko"
    original = "../figures/a/logistic/figure-1.en.svg"
    assert [a["href"] for a in figure.select("a")] == [f"{files}.svg"] * 2 + [original, f"{files}.csv"]
    assert [cell.text for cell in figure.select("thead th, tbody th, tbody td")] == [
        *("z", "σ(z)"),
        *("0", "0.5"),
        *("1", "0.731"),
    ]


def test_a_figure_with_the_labels_of_the_code_is_its_own_original(render):
    figure = render(example("a/logistic"), "en").figure
    files = "../figures/a/logistic/figure-1.en"
    assert [a["href"] for a in figure.select("a")] == [f"{files}.svg", f"{files}.svg", f"{files}.csv"]


def test_a_wide_figure_keeps_its_text_readable_on_a_phone():
    svg = '<svg viewBox="0 0 9 9" width="{}" height="9"><text font-size="{}">a</text></svg>'
    assert 'class="xb-svg xb-w400"' in drawing(svg.format(550, 10), "")
    assert 'class="xb-svg xb-w560"' in drawing(svg.format(550, 7), "")
    assert 'class="xb-svg xb-w560"' in drawing(svg.format(550, 4), "")  # never larger than it is


def test_the_page_s_language_decides_words_figure_and_date(render):
    page = render(example("a/logistic"), "ko")
    assert page.section["aria-label"] == "예제 logistic.py"
    assert page.select_one(".xb-download").text == "내려받기"
    assert page.select_one(".xb-label").text == "출력"
    assert page.select_one("svg > text").text == "제목"
    assert page.select_one(".xb-meta").text == "2026년 11월 3일 실행 · 0.1초 · Python 3.11.7, NumPy 2.4.6"


def test_what_a_run_did_not_leave_is_not_shown(render):
    section = render(example("a/slopes")).section
    assert section.select_one(".xb-code").text.strip() == SLOPES.strip()
    assert not section.select(".xb-output, figure, figcaption")


def test_show_picks_parts_and_the_bar_and_the_run_stay(render):
    section = render(example("a/logistic", "show: [figures]")).section
    assert section.select(".xb-bar, .xb-meta")
    assert section.figure
    assert not section.select(".xb-code, .xb-output")
    assert render(example("a/logistic", "show: output")).select_one(".xb-output")


def test_copying_takes_the_whole_file_even_of_a_region(render):
    for options in ([], ["region: logistic"], ["region: Try it"]):
        code = render(example("a/logistic", *options)).select_one("code")
        assert copied(code) == LOGISTIC


def copied(code):
    """What the button copies: Material prefers the attribute, and a script sets it from the text else."""
    box = code.find_parent(attrs={"data-copy": True})
    return box["data-copy"] if box else code.text


def test_the_parts_that_can_be_copied_alone_are_listed_the_shown_one_first(render):
    parts = render(example("a/logistic", "region: Try it")).select_one(".xb-bar")["data-parts"].split("\n")
    assert [part.partition(" ")[2] for part in parts] == ["Try it", "logistic"]
    first, last = map(int, parts[1].split()[0].split("-"))
    assert LOGISTIC.splitlines()[first - 1 : last][0] == "def logistic(z):"
    assert "data-parts" not in render.html(example("a/slopes"))


def test_a_region_shows_its_lines_and_says_which(render):
    section = render(example("a/logistic", "region: logistic")).section
    assert section.code.text == 'def logistic(z):\n    return 1 / (1 + np.exp(-z))  # "<&>"\n'
    assert section.select_one(".xb-lines").text == "lines 6–7"
    assert section.select_one(".xb-name").text == "logistic.py"


def test_code_is_exact_down_to_blank_lines_and_odd_characters(project, render):
    source = '\n\nx = "`{{ a | b }}` $y$ \\u2212 é 한 \t <&amp;> \'"\n\n\n'
    add_run(project, "a/odd", source, {}, output="\n  {{ z | .1f }} $y$ *a*\n\n")
    section = render(example("a/odd")).section
    assert copied(section.code) == section.code.text == source
    assert section.samp.text == "\n  {{ z | .1f }} $y$ *a*\n\n"


def test_code_looks_like_the_site_s_other_code(render):
    page = render('```python\nx = "a"\n```\n\n' + example("a/slopes"))
    plain, ours = page.select("div.highlight")
    assert set(ours["class"]) - {"xb-code"} == set(plain["class"])
    assert [child.name for child in ours.pre.children] == [child.name for child in plain.pre.children]
    assert ours.select_one("span.s1, span.s2")["class"]


def test_line_ids_do_not_collide_with_those_of_other_code(project):
    settings = {
        "execbook.markdown": {"root": str(project.root)},
        "pymdownx.highlight": {"line_spans": "__span", "anchor_linenums": True},
    }
    source = f"```python\nx = 1\n```\n\n{example('a/slopes')}\n{example('a/logistic')}"
    page = BeautifulSoup(
        Markdown(extensions=EXTENSIONS, extension_configs=settings).convert(source), "html.parser"
    )
    ids = [element["id"] for element in page.select("[id]")]
    assert any(element_id.startswith("__span") for element_id in ids)
    assert len(ids) == len(set(ids))


def test_an_example_shown_twice_has_its_own_ids_each_time(render):
    page = render(example("a/logistic") + "\n" + example("a/logistic", "show: [figures]"))
    assert [section["id"] for section in page.select("section[id]")] == [
        "example-logistic",
        "example-logistic-2",
    ]
    assert [one["href"] for one in page.select(".xb-permalink")] == [
        "#example-logistic",
        "#example-logistic-2",
    ]
    ids = [element["id"] for element in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for svg in page.select("svg"):
        inside = {element["id"] for element in svg.select("[id]")}
        assert {svg["aria-labelledby"], svg["aria-describedby"]} <= inside
        assert svg.g["clip-path"].removeprefix("url(#").removesuffix(")") in inside
        assert svg.use["href"].removeprefix("#") in inside


def test_two_examples_of_one_name_have_their_own_ids(project, render):
    add_run(project, "b/slopes", "x = 1\n", {})
    page = render(example("a/slopes") + "\n" + example("b/slopes"))
    assert [section["id"] for section in page.select("section[id]")] == ["example-slopes", "example-slopes-2"]


def test_each_figure_has_its_paragraph_of_the_caption(project, render):
    add_run(project, "a/many", "x = 1\n", {}, figures=3)
    page = render(example("a/many", caption="First\nline.\n\nSecond `{{ x }}`."))
    captions = [figure.figcaption and figure.figcaption.text for figure in page.select("figure")]
    assert captions == ["First\nline.", "Second {{ x }}.", None]
    assert [figure["id"] for figure in page.select("figure")] == [f"figure-many-{n}" for n in (1, 2, 3)]


def test_an_example_inside_other_blocks_and_in_a_list(render):
    source = "/// details | More\n\n//// example | a/slopes\n////\n\nText {{ loss[0] | .1f }}.\n///\n"
    assert render(source).select_one("details > section.xb-example code")
    source = "1. Item\n\n    /// example | a/slopes\n    ///\n\n2. Next\n"
    assert render(source).select_one("li > section.xb-example code").text == SLOPES


def test_search_passes_over_what_is_no_text(render):
    section = render(example("a/logistic", caption="Words.")).section
    skipped = {name for element in section.select("[data-search-exclude]") for name in element["class"]}
    assert skipped == {"xb-bar", "xb-label", "xb-svg", "xb-actions", "xb-meta"}


def test_no_styles_and_no_scripts(render):
    html = render.html(
        example("a/logistic") + "\n$$\n\\begin{cases} 1 & z \\end{cases}\n$$\n\n{{ tiny | .1e }}\n"
    )
    assert " style=" not in html
    assert "<style" not in html
    assert "<script" not in html


# -- values


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Share {{ share[0.5] | .0% }}.", "p"),
        ("## Share {{ share[0.5] | .0% }} {#share}", "h2#share"),
        ("| a | b |\n|---|---|\n| x | {{ share[0.5] | .0% }} |", "td"),
        ("[share {{ share[0.5] | .0% }}](#example-logistic)", "a"),
        ("**{{ share[0.5] | .0% }}**", "strong"),
        ("- {{ share[0.5] | .0% }}", "li"),
        ("/// note | Of {{ share[0.5] | .0% }}\n///", ".admonition-title"),
        ("Text[^1]\n\n[^1]: Of {{ share[0.5] | .0% }}.", ".footnote"),
        ("Of {{ a/logistic:share[0.5]\n| .0% }}.", "p"),
    ],
)
def test_values_work_wherever_there_is_text(render, before, after):
    page = render(f"{before}\n\n{example('a/logistic')}")
    (value,) = page.select(f"{after} data.xb-value")
    assert value.text == "57%"
    assert value["value"] == "0.5671"
    assert value["title"] == "a/logistic: share[0.5]"


def test_values_inside_formulas_are_latex(render):
    page = render(f"$p = {{{{ tiny | .1e }}}} \\frac{{{{{{ share[20] }}}}}}{{2}}$\n\n{example('a/logistic')}")
    assert page.math.msup.text == "10−5"
    assert page.math.mfrac.text == "12"
    assert not page.select("data")


def test_braces_in_code_stay(render):
    source = (
        "`{{ a | b }}` and\n\n| `{{ a | b }}` | x |\n|---|---|\n\n```\n{{ a | b }}\n```\n\n    {{ a | b }}\n"
    )
    page = render(source)
    assert [code.text.strip() for code in page.select("code")] == ["{{ a | b }}"] * 4
    assert render("\\{{ a }}").text == "{{ a }}"


def test_a_negative_index_says_where_the_value_is(render):
    value = render("{{ loss[-1] | .3f }}\n\n" + example("a/slopes")).data
    assert (value.text, value["title"]) == ("0.125", "a/slopes: loss[2]")


def test_values_in_headings_reach_the_table_of_contents(project):
    md = Markdown(extensions=EXTENSIONS, extension_configs={"execbook.markdown": {"root": str(project.root)}})
    md.convert("# Of {{ a/logistic:share[0.5] | .0% }}, $x^2$ and `{{ a | b }}` {#x}\n")
    assert md.toc_tokens[0]["name"] == "Of 57%, x2 and {{ a | b }}"


# -- formulas


def test_formulas_are_mathml_and_display_scrolls_in_a_named_box(render):
    page = render("In $x_1$ line.\n\n$$\nx < \\max_i z_i\n$$\n")
    assert page.p.math.msub
    box = page.select_one("div.xb-math")
    assert box.math["display"] == "block"
    assert (box["tabindex"], box["role"], box["aria-label"]) == ("0", "group", "Formula")
    assert render("$$\nx\n$$", "ko").div["aria-label"] == "수식"


def test_markdown_leaves_the_inside_of_formulas_alone(render):
    page = render("$a_1 * b_1 * c$ and $\\{a\\}$ and $[x](y)$ and $p_{{a|b}}$")
    assert not page.select("em, a")
    assert [math.text for math in page.select("math")] == ["a1∗b1∗c", "{a}", "[x](y)", "pa|b"]


def test_no_space_comes_between_a_formula_and_what_follows(render):
    assert "</math><strong>" in render.html("$a$**b**")


def test_dollars_that_make_no_formula_stay(render):
    assert render("It costs $5 or \\$6.").p.text == "It costs $5 or $6."
    for text in ("From $5,000–$50,000.", "US$5에서 US$9까지", "$5만~$10만", "한 채에 $10이고 두 채에 $20"):
        page = render(text)
        assert page.p.text == text and not page.find("math")


def test_bars_in_formulas_are_no_cells_of_a_table(render):
    page = render("| a | b |\n|---|---|\n| $P(A|B)$ | `$x|y$` |\n")
    cells = [cell.text for cell in page.select("td")]
    assert cells == ["P(A|B)", "$x|y$"]


def test_a_page_without_the_engine_s_things_is_left_alone(render):
    assert render.html("# A {#a}\n\nText & *more*.") == '<h1 id="a">A</h1>\n<p>Text &amp; <em>more</em>.</p>'


def test_one_converter_can_convert_many_pages(project):
    md = Markdown(extensions=EXTENSIONS, extension_configs={"execbook.markdown": {"root": str(project.root)}})
    first = md.convert(example("a/logistic"))
    md.reset()
    assert md.convert(example("a/logistic")) == first


# -- problems


def test_all_problems_of_a_page_are_reported_together_with_their_lines(render):
    source = "\n".join(
        [
            "{{ share[0.6] | .2f }} and {{ z }}",  # 1
            "",
            example("a/logistik"),  # 3
            "$$",  # 6
            "x +",
            "\\foo",
            "$$",
            "",
            example("a/logistic", "region: logistik"),  # 11
            example("a/slopes"),
        ]
    )
    assert {(rule, line) for rule, line, _ in problems(render, source)} == {
        ("ambiguous-value", 1),
        ("unknown-value", 1),
        ("unknown-example", 3),
        ("formula", 9),
        ("unknown-region", 12),
    }


@pytest.mark.parametrize(
    ("source", "rule", "words"),
    [
        (example("a/rleu"), "unknown-example", "no example 'a/rleu'"),
        (example("a/logistik"), "unknown-example", "did you mean 'a/logistic'?"),
        (example("a/logistic", "region: logistc"), "unknown-region", "did you mean 'logistic'?"),
        (example("a/logistic", "show: [picture]"), "block-options", "code, output, figures"),
        (example("a/logistic", "figure: 1"), "block-options", "'figure'"),
        (example("a/slopes", "show: [output]"), "nothing-to-show", "no output"),
        (example("a/slopes", caption="Words."), "caption", "1 paragraphs of caption for 0 figures"),
        ("/// example | a/slopes\n\nText\n", "unclosed-block", "///"),
        ("{{ nothing | .2f }}\n\n" + example("a/slopes"), "unknown-value", "'nothing'"),
        ("{{ a/slopes:nam }}", "unknown-value", "did you mean 'name'?"),
        ("{{ b/slopes:name }}", "unknown-example", "did you mean 'a/slopes'?"),
        ("{{ a/slopes:loss[0] }}", "value-format", "needs a format"),
        ("{{ a/slopes:name | .2f }}", "value-format", "'f'"),
        ("$x = {{ a/slopes:nam }}$", "unknown-value", "did you mean 'name'?"),
        ("$\\alpa$", "formula", "alpa"),
    ],
)
def test_a_problem_says_what_is_wrong_and_how_to_fix_it(render, source, rule, words):
    ((found, line, text),) = problems(render, source)
    assert (found, line) == (rule, 1)
    assert words in text


def test_an_unknown_language_is_a_problem_of_the_configuration(render):
    with pytest.raises(ProblemError, match=r"mkdocs\.yml: .*'de'"):
        render("Text", "de")


def test_an_example_that_has_not_been_run_says_so(project, render):
    (project.snippets / "a" / "slopes.py").write_text(SLOPES + "x = 1\n", "utf-8")
    ((rule, _, text),) = problems(render, example("a/slopes"))
    assert rule == "stale-record"
    assert "execbook run" in text
    Store(project).set_current({})
    assert problems(render, example("a/logistic"))[0][0] == "no-record"


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("Text\n$$\nx\n$$\n", 2, "blank lines"),
        ("<div>\n{{ a/slopes:name }}\n</div>\n", 2, "raw HTML"),
        ("<p>$x$</p>\n", 1, "raw HTML"),
    ],
)
def test_what_markdown_would_show_as_source_is_reported(render, source, line, words):
    ((rule, found, text),) = problems(render, source)
    assert (rule, found) == ("not-rendered", line)
    assert words in text


# -- chapters


def test_a_list_of_chapters_has_the_figures_of_an_example(render):
    page = render("/// chapters | a/logistic\n- **[One](one.md)** What is it?\n///\n")
    [card] = page.select("div.xb-chapters > ul > li")
    drawing, text = card.find_all(recursive=False)
    assert drawing.svg["role"] == "img" and drawing.title.text == "Title"
    assert text.strong.a["href"] == "one.md" and text.text == "One What is it?"


def test_chapters_and_figures_that_do_not_pair_are_an_error(render):
    [(rule, line, words)] = problems(render, "Text\n\n/// chapters | a/logistic\n- One\n- Two\n///\n")
    assert (rule, line) == ("chapters", 3)
    assert words.startswith("2 chapters, but 'a/logistic' draws 1 figures")
    [(rule, line, _)] = problems(render, "/// chapters | a/none\n- One\n///\n")
    assert (rule, line) == ("unknown-example", 1)


def test_a_table_scrolls_by_itself_without_a_script(render):
    document = render("| a | b |\n|---|---|\n| 1 | 2 |\n\nAnd then.\n")
    box = document.select_one(".md-typeset__scrollwrap > .md-typeset__table > table").parent.parent
    assert box.find_next_sibling("p").get_text() == "And then."


def test_a_diagram_has_no_fold_for_its_data():
    assert "<details" not in actions("../figures/a/b", WORDINGS["en"], [], False)


def measured(project, values: dict, failed: dict | None = None) -> None:
    """An example with a seed, and what it gave with other seeds."""
    add_run(project, "a/seeded", "rng = default_rng(0)\n", {"high": 0.9, "low": 0.1})
    trials = tuple(map(str, range(len(values["high"]))))
    outcomes.write(project, "a/seeded", {"seed": outcomes.Measured("k", trials, failed or {}, values)})


CLAIM = (
    "/// claim | high > low\n    example: a/seeded\n\nHigh is {{ a/seeded:high | .1f }}.\n\nAlways.\n///\n"
)


def test_a_claim_says_below_its_text_how_often_it_holds(project, render):
    measured(project, {"high": (0.9, 0.8, 0.7), "low": (0.1, 0.2, 0.8)})
    claim = render(CLAIM).select_one(".xb-claim")
    assert [one.get_text() for one in claim.find_all("p", recursive=False)] == ["High is 0.9.", "Always."]
    mark = claim.select_one("details.xb-held")
    assert mark.summary.get_text() == "held with 2 of 3 seeds" and not mark.has_attr("open")
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in mark.select("tr")]
    assert rows == [
        ["Value", "Lowest", "Median", "Highest"],
        ["high", "0.7", "0.8", "0.9"],
        ["low", "0.1", "0.2", "0.8"],
    ]
    assert "high > low" in mark.get_text()
    assert render(CLAIM, "ko").summary.get_text() == "시드 3개 중 2개에서 성립"


def test_a_claim_counts_in_its_own_sentence_and_in_a_solution(project, render):
    measured(project, {"high": (0.9, 0.8), "low": (0.1, 0.9)}, {"0": "it asserts more"})
    counting = CLAIM.replace("Always", "In {{ held }} of {{ tried }} runs, not `{{ held }}`")
    nested = f"/// details | Solution\n\n{counting.replace('///', '////')}\n///\n"
    text = " ".join(render(nested).details.get_text().split())
    assert "High is 0.9. In 0 of 2 runs, not {{ held }}. held with 0 of 2 seeds" in text


def test_a_claim_that_was_not_measured_is_plain_text(project, render):
    add_run(project, "a/seeded", "rng = default_rng(0)\n", {"high": 0.9, "low": 0.1})
    page = render(CLAIM)
    assert "High is 0.9." in page.get_text() and not page.find("details")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("high > low", "hihg > low", "claim-relation"),
        ("high > low", "", "block-options"),
        ("    example:", "    exmaple:", "block-options"),
        ("a/seeded\n\nHigh", "a/seeded\n    vary: sed\n\nHigh", "block-options"),
    ],
)
def test_a_claim_that_cannot_be_read_is_a_problem(project, render, old, new, rule):
    measured(project, {"high": (0.9,), "low": (0.1,)})
    with pytest.raises(ProblemError) as error:
        render(CLAIM.replace(old, new, 1))
    assert rule in {problem.rule for problem in error.value.problems}


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("이 값은 $z < 0$이면 작다.", "$이면"),
        ("기울기($z = 3$)가 크다.", "($)가"),
        ("**$z$에서는** 크다.", "$에서는"),
        ("값 [“$z$”](#a)은 크다.", "“$”"),
        ("a $z$, b", "$,"),
        ("a $z$ b", None),
        ("| a |\n| - |\n| $z$이면 작다 |", "$이면"),
    ],
)
def test_a_formula_is_not_torn_from_what_is_attached_to_it(render, written, whole):
    page = render(written, "ko")
    span = page.select_one(".xb-whole")
    assert page.select_one("math")
    assert (span is None) == (whole is None)
    if span:
        span.math.replace_with("$")
        assert span.get_text() == whole
