"""What is read from a page's source, with its lines."""

from pathlib import Path

import pytest

from execbook.book import Book
from execbook.project import Project
from execbook.sources.pages import Page, parse_page, read_page
from tests import ROOT, SETTINGS


def parse(source: str) -> Page:
    return parse_page(source, Path("page.md"), "docs/en/a/page.md", "en", "a/page")


def rules(page: Page) -> list[tuple[str, int]]:
    return [(problem.rule, problem.line) for problem in page.problems]


def prose(page: Page) -> list[tuple[int, str]]:
    return [(line, " ".join(text.split())) for line, text in page.prose]


def test_a_page_knows_its_language_key_and_settings(tmp_path):
    path = tmp_path / "docs" / "ko" / "activations" / "relu.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\ntitle: 렐루\ntags: [a, b]\n---\n\n# 렐루 {#relu}\n", "utf-8")
    page = read_page(Project(tmp_path), path)
    assert (page.name, page.language, page.key) == ("docs/ko/activations/relu.md", "ko", "activations/relu")
    assert page.meta == {"title": "렐루", "tags": ["a", "b"]}
    assert page.headings == [(6, 1, "relu", "렐루")]
    assert page.problems == []


def test_all_pages_come_by_language_and_path(tmp_path):
    (tmp_path / "pyproject.toml").write_text(SETTINGS, "utf-8")
    for name in ("ko/b.md", "ko/a/x.md", "en/b.md", "overrides/no.md"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# T {#t}\n", "utf-8")
    names = [page.name for page in Book(Project(tmp_path)).all_pages()]
    assert names == ["docs/ko/a/x.md", "docs/ko/b.md", "docs/en/b.md"]
    assert [page.name for page in Book(Project(tmp_path)).pages["en"].values()] == ["docs/en/b.md"]


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf# T {#t}\n", b"# T {#t}\r\n", b"# T {#t}\n\n\xff\n"])
def test_a_page_in_another_encoding_is_reported_and_still_read(tmp_path, raw):
    path = tmp_path / "docs" / "en" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    page = read_page(Project(tmp_path), path)
    assert [problem.rule for problem in page.problems] == ["encoding"]
    assert page.headings[0].id == "t"


@pytest.mark.parametrize(
    ("front_matter", "line"), [("title: a\ndescription: b: c\n", 3), ("- a list\n", 1)], ids=["colon", "list"]
)
def test_front_matter_without_settings_is_reported(front_matter, line):
    assert rules(parse(f"---\n{front_matter}---\n\n# T\n")) == [("front-matter", line)]


def test_headings_of_both_forms_and_those_without_id():
    page = parse(
        "# One {#one}\n\ntext\n\nTwo {#two .x}\n---\n\n### $z$ and {{ v | .2f }}\n\n```\n# no\n```\n"
    )
    assert page.headings == [
        (1, 1, "one", "One"),
        (5, 2, "two", "Two"),
        (8, 3, None, "$z$ and {{ v | .2f }}"),
    ]
    assert [(value.line, value.name) for value in page.values] == [(8, "v")]


def test_a_rule_below_a_paragraph_of_two_lines_or_a_table_makes_no_heading():
    assert parse("a\nb\n---\n\n| a |\n|---|\n| b |\n\n---\n").headings == []


def test_an_example_with_its_options_and_caption():
    page = parse("/// example | a/b\n    region: f\n    show: [code, output]\nWords {{ x | .1f }}.\n///\n")
    assert page.examples == [(1, 5, "a/b", "f", ("code", "output"), "Words {{ x | .1f }}.")]
    assert [(value.line, value.name, value.format) for value in page.values] == [(4, "x", ".1f")]
    assert prose(page) == [(4, "Words .")]


def test_a_block_inside_another_knows_its_depth_and_a_title_is_prose():
    page = parse("/// details | The answer\n    type: tip\n\n//// example | a/b\n////\nText\n///\n")
    assert [(b.name, b.line, b.last, b.depth, b.options) for b in page.blocks] == [
        ("details", 1, 7, 0, {"type": "tip"}),
        ("example", 4, 5, 1, {}),
    ]
    assert prose(page) == [(1, "The answer"), (6, "Text")]


@pytest.mark.parametrize(
    ("source", "rule", "line", "words"),
    [
        ("/// exmaple | a/b\n///\n", "unknown-block", 1, "'example'"),
        ("x\n\n/// example | a/b\ncaption\n", "unclosed-block", 3, "///"),
        ("x\n\n///\n", "stray-block-end", 3, ""),
        ("/// note | a\n/// example | a/b\n///\n///\n", "nested-block", 2, "slash"),
        ("/// example\n///\n", "block-options", 1, "example |"),
        ("/// example | a/b\n    regoin: f\n///\n", "block-options", 1, "'region'"),
        ("/// example | a/b\n    show: [figure]\n///\n", "block-options", 1, "figures"),
        ("/// note | a\n    type: [\n///\n", "block-options", 2, ""),
        ("x\n\n```python\nprint()\n", "unclosed-fence", 3, "```"),
        ("x {{ | .2f }}\n", "value-form", 1, "{{"),
    ],
)
def test_what_markdown_would_show_as_plain_text_is_reported(source, rule, line, words):
    problems = [problem for problem in parse(source).problems if problem.rule == rule]
    assert [problem.line for problem in problems] == [line]
    assert words in problems[0].fix
    assert problems[0].path == "docs/en/a/page.md"


def test_bound_values_with_example_key_and_index():
    page = parse("{{ n }} {{a/b:share[0.5] |.0%}}\n| {{ loss[-1] | .2f }} | {{ t[a: b] }} |\n")
    assert [(v.line, v.example, v.name, v.format) for v in page.values] == [
        (1, None, "n", None),
        (1, "a/b", "share[0.5]", ".0%"),
        (2, None, "loss[-1]", ".2f"),
        (2, None, "t[a: b]", None),
    ]


def test_code_and_escaped_braces_contain_no_values():
    page = parse(
        "`{{ a }}` \\{{ b }}\n\n```\n{{ c }}\n```\n\n    {{ d }}\n\n``x ` {{ e }}``\n<!-- {{ f }} -->\n"
    )
    assert page.values == []


def test_values_inside_formulas_need_a_space_after_the_braces():
    page = parse("$x_{{a}} = \\frac{{{ p | .2f }}}{2}$\n\n$$\ny\n= {{ q | .1f }}\n$$\n")
    assert [(v.line, v.name, v.in_math) for v in page.values] == [(1, "p", True), (5, "q", True)]
    assert [(f.line, f.display) for f in page.formulas] == [(1, False), (3, True)]


def test_formulas_are_not_looked_for_in_code_or_among_prices():
    page = parse("`$a$` costs $5 and 6 $\n\\$1\\$ \n- $ x$\n")
    assert page.formulas == []


def test_code_blocks_of_all_forms():
    page = parse(
        '```python title="x"\na\n\nb\n```\n\n~~~\n```\n~~~\n\n    indented\n    too\n\n'
        "- item\n\n    its second paragraph\n\n  ````sh\n  c\n  ````\n"
    )
    assert [(f.line, f.last, f.mark, f.info, f.text) for f in page.fences] == [
        (1, 5, "```", 'python title="x"', "a\n\nb"),
        (7, 9, "~~~", "", "```"),
        (11, 12, "", "", "    indented\n    too"),
        (18, 20, "````", "sh", "  c"),
    ]
    assert (16, "its second paragraph") in prose(page)


def test_a_comment_may_contain_a_fence_and_a_fence_a_comment():
    page = parse("<!--\n```\n-->\n\n```\n<!--\n```\n\ntext <!-- 5 --> end\n")
    assert [(f.line, f.last) for f in page.fences] == [(5, 7)]
    assert prose(page) == [(9, "text end")]


def test_links_images_definitions_and_raw_html():
    page = parse(
        '[a](b.md#c) ![d](e.svg "t")\n[![f](g.png)](h.md)\n[two][r] <https://x.org/>\n\n'
        "[r]: s.md\n[^1]: note 3.5\n\n<a href=\"t.md\"><img src='u.png'></a>\n\n`[no](no.md)`\n"
    )
    assert [(link.line, link.kind, link.target) for link in page.links] == [
        (1, "image", "e.svg"),
        (1, "link", "b.md#c"),
        (2, "image", "g.png"),
        (2, "link", "h.md"),
        (3, "link", "https://x.org/"),
        (5, "definition", "s.md"),
        (8, "html", "t.md"),
        (8, "html", "u.png"),
    ]


def test_prose_keeps_words_and_their_columns_only():
    page = parse("Take **57 %** of `0.5` and $0.25$, see [0.75](x0.1.md){.c-0.2} or https://a.org/0.3.\n")
    (line,) = page.prose
    assert "".join(line.text.split()) == "Take**57%**ofand,see0.75or"
    assert line.text.index("57") == page.source.index("57")


def test_the_model_pages_are_sound():
    project = Project(ROOT)
    for language in ("ko", "en"):
        page = read_page(project, project.docs / language / "activations" / "relu.md")
        assert page.problems == []
        assert [example.id for example in page.examples][:1] == ["activations/relu"]
        assert all(heading.id for heading in page.headings)
