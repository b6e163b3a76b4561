"""One small problem for each rule over sources: it is found by that rule, in its file and line, and alone.

Covers execbook/sources/files.py: broken files are found.
Covers execbook/sources/places.py: links between pages are resolved.
Covers execbook/sources/pages/*.py: each part of a page is broken once.
"""

import pytest

from execbook.book import Book, pictures
from execbook.records import keys
from execbook.sources import labels

PAGES = "docs/*/part/halving.md"
EN = "docs/en/part/halving.md"
KO = "docs/ko/part/halving.md"
SNIPPET = "snippets/part/halving.py"
LABELS = "words/labels.ko.toml"
COMMENTS = "words/comments/part.ko.toml"
TEXT, FORMULA, RUN, EXAMPLE, CAPTION, VALUES, CODE, LINK = 9, 11, 15, 17, 18, 21, 23, 27
"""The lines of the parts of the page `halving`, the same in both languages."""


def both(rule, line):
    return [f"{rule} {EN}:{line}", f"{rule} {KO}:{line}"]


def test_a_book_without_problems_has_none(book):
    book.record()
    assert book.reported() == []


FENCE = "```python\nassert 1 / 2 == 0.5\n```\n"

EDITS = {
    # name: files, what is replaced, by what, the problems found
    "heading without id": (PAGES, " {#run}", "", both("heading-id", RUN)),
    "heading without id in one language": (EN, " {#run}", "", [f"heading-id {EN}:{RUN}"]),
    "id used twice": (PAGES, "\n[1]", "\n## Again {#run}\n\n[1]", both("duplicate-id", LINK)),
    "merge marker": (EN, "## Run", "<<<<<<< HEAD\n## Run", [f"merge-marker {EN}:{RUN}"]),
    "no description": (EN, "description: How often a number can be halved.\n", "", [f"front-matter {EN}:1"]),
    "no tags": (EN, "tags: [number]\n", "", [f"front-matter {EN}:1"]),
    "front matter that is no YAML": (EN, "title: ", "title: a: ", [f"front-matter {EN}:2"]),
    "front matter with a day that is none": (
        EN,
        "title: ",
        "day: 2026-02-31\ntitle: ",
        [f"front-matter {EN}:1"],
    ),
    "title of another page": (EN, "title: Halving", "title: Numbers", [f"duplicate-title {EN}:1"]),
    # Code blocks
    "unclosed fence": (PAGES, "0.5\n```", "0.5\n", both("unclosed-fence", CODE)),
    "fence with a title": (PAGES, "```python", '```python title="x"', both("fence-form", CODE)),
    "fence with attributes": (PAGES, "```python", "```{.python}", both("fence-form", CODE)),
    "fence with a capital": (PAGES, "```python", "```Python", both("fence-form", CODE)),
    "fence with a space": (PAGES, "```python", "``` python", both("fence-form", CODE)),
    "fence with an unknown language": (PAGES, "```python", "```pycon", both("fence-form", CODE)),
    "fence without a language": (PAGES, "```python", "```", both("fence-form", CODE)),
    "fence of tildes": (PAGES, FENCE, "~~~python\n1\n~~~\n", both("fence-form", CODE)),
    "fence of four backticks": (PAGES, FENCE, "````python\n1\n````\n", both("fence-form", CODE)),
    "fence in a list": (PAGES, FENCE, "- x\n\n    ```python\n    1\n    ```\n", both("fence-form", CODE + 2)),
    "fence in a quote": (PAGES, FENCE, "> ```python\n> 1\n> ```\n", both("fence-form", CODE)),
    "indented code": (PAGES, FENCE, "    print(1)\n", both("indented-code", CODE)),
    "skipped fence": (PAGES, FENCE, f"<!--pytest.mark.skip-->\n{FENCE}", both("skipped-fence", CODE)),
    # Blocks
    "include": (PAGES, "[1]", '--8<-- "x.py"\n\n[1]', both("stray-include", LINK)),
    "misspelt block": (PAGES, "[1]", "/// note a\n\n[1]", both("stray-block", LINK)),
    "end of no block": (PAGES, "[1]", "///\n\n[1]", both("stray-block-end", LINK)),
    "unclosed block": (PAGES, "[1]", "/// note\n\n[1]", both("unclosed-block", LINK)),
    "unknown block": (PAGES, "[1]", "/// nota\nx\n///\n\n[1]", both("unknown-block", LINK)),
    # Links
    "link to nowhere": (EN, "../index.md#home", "../nope.md", [f"broken-link {EN}:{LINK}"]),
    "link to a folder": (EN, "../index.md#home", "../part/", [f"broken-link {EN}:{LINK}"]),
    "link out of the language": (EN, "../index.md#home", "../../ko/index.md", [f"broken-link {EN}:{LINK}"]),
    "anchor to nowhere": (EN, "#home", "#nope", [f"broken-anchor {EN}:{LINK}"]),
    "anchor on the same page": (EN, "../index.md#home", "#nope", [f"broken-anchor {EN}:{LINK}"]),
    "absolute link": (EN, "../index.md#home", "/en/", [f"absolute-link {EN}:{LINK}"]),
    "link without scheme": (EN, "../index.md#home", "//example.org", [f"absolute-link {EN}:{LINK}"]),
    "malformed link": (EN, "../index.md#home", "http://[::1", [f"broken-link {EN}:{LINK}"]),
    "empty link": (EN, "../index.md#home", "", [f"broken-link {EN}:{LINK}"]),
    "link definition": (
        EN,
        "[1](../index.md#home)",
        "[1]\n\n[1]: ../nope.md",
        [f"broken-link {EN}:{LINK + 2}"],
    ),
    "image that is missing": (PAGES, "[1]", "![x](no.svg) [1]", both("broken-image", LINK)),
    "image of another host": (PAGES, "[1]", "![x](https://a.b/c.png) [1]", both("third-party", LINK)),
    "raw link": (EN, "[1](../index.md#home)", '<a href="../nope/">1</a>', [f"broken-link {EN}:{LINK}"]),
    "raw image": (EN, "[1]", '<img src="no.png"> [1]', [f"broken-image {EN}:{LINK}"]),
    "raw image of another host": (
        EN,
        "[1]",
        '<img src="//a.b/c.png"> [1]',
        [f"third-party {EN}:{LINK}", f"absolute-link {EN}:{LINK}"],
    ),
    # Raw HTML
    "script": (EN, "[1]", "<script>alert(1)</script>\n\n[1]", [f"raw-script {EN}:{LINK}"]),
    "event handler": (EN, "[1]", '<b onclick="f()">x</b> [1]', [f"raw-script {EN}:{LINK}"]),
    "event handler in attributes": (EN, "home)", 'home){onclick="f()"}', [f"raw-script {EN}:{LINK}"]),
    "script as link": (EN, "../index.md#home", "javascript:f", [f"raw-script {EN}:{LINK}"]),
    "mute image": (PAGES, "[1]", "![ ](../a.svg) [1]", both("image-alt", LINK)),
    # The two languages
    "level": (EN, "## Run it", "### Run it", [f"pair-headings {EN}:{RUN}"]),
    "other id": (KO, "{#run}", "{#ran}", [f"pair-headings {EN}:{RUN}"]),
    "heading too many": (KO, "[1]", "## 끝 {#end}\n\n[1]", [f"pair-headings {KO}:{LINK}"]),
    "region": (KO, "halving\n", "halving\n    region: Draw it\n", [f"pair-examples {EN}:{EXAMPLE}"]),
    "shown parts": (
        KO,
        "halving\n",
        "halving\n    show: [code, figures]\n",
        [f"pair-examples {EN}:{EXAMPLE}"],
    ),
    "example in another section": (
        EN,
        "## Run it {#run}\n\n/// example | part/halving\nHalve it\n///\n",
        "/// example | part/halving\nHalve it\n///\n\n## Run it {#run}\n",
        [f"pair-examples {EN}:{EXAMPLE - 2}"],
    ),
    "formula": (EN, "x_n / 2", "x_n / 3", [f"pair-formulas {EN}:{FORMULA}"]),
    "image in one language": (EN, "[1]", "![x](../a.svg) [1]", [f"pair-images {EN}:{LINK}"]),
    "value": (EN, "halves[0]", "halves[1]", [f"pair-values {KO}:{VALUES}"]),
    "value too many": (KO, ".1f }}.", ".1f }}, {{ share | .0% }}.", [f"pair-values {KO}:{VALUES}"]),
    "format of a value": (KO, "| .1f", "| .2f", [f"pair-values {KO}:{VALUES}"]),
    # Examples and values
    "unknown example": (
        PAGES,
        "| part/halving",
        "| part/havling",
        [*both("unknown-example", EXAMPLE), f"orphan-snippet {SNIPPET}:0"],
    ),
    "unknown region": (PAGES, "halving\n", "halving\n    region: Drew it\n", both("unknown-region", EXAMPLE)),
    "unknown option": (PAGES, "halving\n", "halving\n    reigon: Draw it\n", both("block-options", EXAMPLE)),
    "unknown value": (PAGES, "{{ number", "{{ numer", both("unknown-value", VALUES)),
    "value in code": (PAGES, "{{ number | .4f }}", "`{{ number | .4f }}`", both("value-in-code", VALUES)),
    "braces of another language in code": (PAGES, "{{ number", "`{{ site.title }}` {{ number", []),
    "float without format": (PAGES, " | .4f", "", both("value-format", VALUES)),
    "wrong format": (PAGES, "| .4f", "| d", both("value-format", VALUES)),
    "unknown part": (
        PAGES,
        "halving\n",
        "halving\n    show: [outputs]\n",
        both("block-options", EXAMPLE),
    ),
    "formula that is no LaTeX": (PAGES, "x_n / 2", "\\frac{x_n", both("formula", FORMULA + 2)),
    # Numbers
    "share": (EN, "Halve it", "Halve it by 57%", [f"typed-number {EN}:{TEXT}"]),
    "share with a space": (EN, "Halve it", "Halve it by 57 %", [f"typed-number {EN}:{TEXT}"]),
    "share in words": (KO, "나눕니다", "56.7퍼센트", [f"typed-number {KO}:{TEXT}"]),
    "decimal": (EN, "Halve it", "Halve it to 0.06", [f"typed-number {EN}:{TEXT}"]),
    "decimal below zero": (EN, "Halve it", "Halve it to −0.063", [f"typed-number {EN}:{TEXT}"]),
    "power of ten": (EN, "Halve it", "Halve it to 6.25 × 10⁻²", [f"typed-number {EN}:{TEXT}"]),
    "in a table": (EN, "[1]", "| a |\n|---|\n| 0.57 |\n\n[1]", [f"typed-number {EN}:{LINK + 2}"]),
    "in a caption": (EN, "Halve it\n///", "To 0.57\n///", [f"typed-number {EN}:{CAPTION}"]),
    # Navigation
    "page outside the navigation": (
        "mkdocs*.yml",
        "      - part/halving.md\n",
        "      - index.md\n",
        [f"orphan-page {EN}:0", f"orphan-page {KO}:0"],
    ),
    "entry without page": (
        "mkdocs*.yml",
        "  - index.md\n",
        "  - index.md\n  - no.md\n",
        ["nav-missing mkdocs.en.yml:5", "nav-missing mkdocs.yml:5"],
    ),
    "other order": (
        "mkdocs.en.yml",
        "  - index.md\n  - Numbers:\n      - part/halving.md\n",
        "  - Numbers:\n      - part/halving.md\n  - index.md\n",
        ["nav-differs mkdocs.en.yml:5"],
    ),
    "other depth": (
        "mkdocs.en.yml",
        "  - Numbers:\n      - part/halving.md\n",
        "  - part/halving.md\n",
        ["nav-differs mkdocs.en.yml:5"],
    ),
    "configuration that runs code": (
        "mkdocs.yml",
        "docs_dir:",
        "extra: !!python/object/apply:os.system [echo]\ndocs_dir:",
        ["config mkdocs.yml:2"],
    ),
    "configuration that is no YAML": ("mkdocs.en.yml", "nav:", "nav: [", ["config mkdocs.en.yml:4"]),
    # Snippets and labels
    "no docstring": (
        SNIPPET,
        '"""Halve a number until it is small."""\n',
        "",
        [f"snippet-docstring {SNIPPET}:1"],
    ),
    "too long": (SNIPPET, "# Draw it\n", "x = 1\n" * 40, [f"snippet-length {SNIPPET}:0"]),
    "import of the engine": (SNIPPET, "rng = ", "import execbook\nrng = ", [f"snippet-import {SNIPPET}:6"]),
    "relative import": (SNIPPET, "rng = ", "from . import x\nrng = ", [f"snippet-import {SNIPPET}:6"]),
    "path": (SNIPPET, "rng = ", 'open("/work/main/a.csv")\nrng = ', [f"snippet-path {SNIPPET}:6"]),
    "figure only saved": (SNIPPET, "plt.show()", 'plt.savefig("a.png")', [f"snippet-figure {SNIPPET}:17"]),
    "error only caught": (
        SNIPPET,
        "# Draw it\n",
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    print(error)\n",
        [f"snippet-error {SNIPPET}:16"],
    ),
    "no seed": (SNIPPET, "default_rng(0)", "default_rng()", [f"snippet-seed {SNIPPET}:6"]),
    "invalid Python": (SNIPPET, "number = 1.0", "number = = 1.0", [f"syntax {SNIPPET}:7"]),
    "unused label": (LABELS, '"number"', '"numbers of it"', [f"unused-label {LABELS}:3"]),
    "labels of no snippet": (LABELS, '"number"', '["part/no"]\n"number"', [f"unused-label {LABELS}:3"]),
    "unsorted labels": (LABELS, '"Halving"', '"steps" = "걸음"\n"Halving"', [f"unsorted-labels {LABELS}:3"]),
    # Comments in other languages
    "new comment": (SNIPPET, "print(f", "# Say it\nprint(f", [f"comment-missing {SNIPPET}:12"]),
    "changed comment": (
        SNIPPET,
        "# Draw it",
        "# Draw all",
        [f"comment-missing {SNIPPET}:14", f"comment-unused {COMMENTS}:3"],
    ),
    "comments of no snippet": (
        COMMENTS,
        "[halving]",
        "[halfing]\n[halving]",
        [f"comment-unused {COMMENTS}:1"],
    ),
    "comments in another order": (
        COMMENTS,
        '"Halve a number until it is small." = "반으로 나누기"\n"Draw it" = "그리기"\n',
        '"Draw it" = "그리기"\n"Halve a number until it is small." = "반으로 나누기"\n',
        [f"comment-order {COMMENTS}:3"],
    ),
    "a comment that ends the docstring": (
        COMMENTS,
        '"반으로 나누기"',
        '\'반으로"""\'',
        [f"comment-code {COMMENTS}:2"],
    ),
    "a comment to the engine": (COMMENTS, "그리기", "execbook: seconds=1", [f"comment-code {COMMENTS}:3"]),
    "comments that are no TOML": (COMMENTS, "[halving]", "[halving", [f"comments {COMMENTS}:1"]),
    "docstring that is printed": (
        SNIPPET,
        "print(f",
        "print(help(rng))\nprint(f",
        [f"reads-comments {SNIPPET}:12"],
    ),
    "labels that are no TOML": (LABELS, "[shared]", "[shared", [f"labels {LABELS}:1"]),
}


@pytest.mark.parametrize(("files", "old", "new", "expected"), EDITS.values(), ids=EDITS)
def test_a_problem_in_a_text_is_found_by_its_rule_in_its_line(book, files, old, new, expected):
    if "comment" in f"{files}{expected}":
        book.translate_comments()
    book.edit(files, old, new)
    book.record()
    assert book.reported() == expected


SHORT = '"""Too little."""\n\nprint(1)\n'

FILES = {
    # name: what a test does to the book, the problems found
    "page missing in Korean": (
        lambda book: book.path(KO).unlink(),
        [f"missing-page {EN}:0", "broken-link docs/ko/index.md:8", "nav-missing mkdocs.yml:6"],
    ),
    "page missing in English": (
        lambda book: book.path(EN).unlink(),
        ["broken-link docs/en/index.md:8", f"missing-page {KO}:0", "nav-missing mkdocs.en.yml:6"],
    ),
    "page without content": (
        lambda book: [book.write(page, "---\ntitle: a\ndescription: b\n---\n") for page in (EN, KO)],
        [
            "broken-anchor docs/en/index.md:8",
            f"empty-page {EN}:0",
            "broken-anchor docs/ko/index.md:8",
            f"empty-page {KO}:0",
            f"orphan-snippet {SNIPPET}:0",
        ],
    ),
    "page as a link": (
        lambda book: (book.path(EN).unlink(), book.path(EN).symlink_to("../../ko/part/halving.md")),
        ["broken-link docs/en/index.md:8", f"symlink {EN}:0"],
    ),
    "page linked from elsewhere": (
        lambda book: book.path("docs/en/more.md").symlink_to("/etc/hosts"),
        ["symlink docs/en/more.md:0", "orphan-page docs/en/more.md:0"],
    ),
    "folder as a link": (
        lambda book: book.path("docs/en/more").symlink_to("part"),
        ["symlink docs/en/more:0"],
    ),
    "comments in no language of the book": (
        lambda book: book.write("words/comments/part.de.toml", '[halving]\n"Draw it" = "Zeichnen"\n'),
        ["comment-unused words/comments/part.de.toml:0"],
    ),
    "snippet as a link": (
        lambda book: book.path("snippets/part/other.py").symlink_to("halving.py"),
        ["symlink snippets/part/other.py:0"],
    ),
    "link to nothing": (
        lambda book: book.path("snippets/part/other.py").symlink_to("nothing.py"),
        ["symlink snippets/part/other.py:0"],
    ),
    "Hangul in a file's name": (
        lambda book: book.write("docs/ko/그림.svg", "<svg/>"),
        ["file-name docs/ko/그림.svg:0"],
    ),
    "byte order mark": (
        lambda book: book.write(EN, b"\xef\xbb\xbf" + book.path(EN).read_bytes()),
        [f"encoding {EN}:1"],
    ),
    "Windows line ends": (
        lambda book: book.write(EN, book.path(EN).read_bytes().replace(b"\n", b"\r\n")),
        [f"encoding {EN}:1"],
    ),
    "byte that is not UTF-8": (
        lambda book: book.write(EN, book.path(EN).read_bytes().replace(b"Halve it", b"Halve \xff", 1)),
        [f"encoding {EN}:{TEXT}"],
    ),
    "words saved by a spreadsheet": (
        lambda book: book.write("words/glossary.tsv", "\ufeffko\ten\n".encode()),
        ["encoding words/glossary.tsv:1"],
    ),
    "words in another encoding": (
        lambda book: book.write("words/search.tsv", "ko\ten\n층\tlayer\n".encode("cp949")),
        ["encoding words/search.tsv:2"],
    ),
    "snippet with Windows line ends": (
        lambda book: book.write(SNIPPET, book.path(SNIPPET).read_bytes().replace(b"\n", b"\r\n")),
        [f"encoding {SNIPPET}:1"],
    ),
    "snippet on no page": (
        lambda book: book.write("snippets/part/other.py", book.path(SNIPPET).read_bytes()),
        ["orphan-snippet snippets/part/other.py:0"],
    ),
    "snippet too short": (
        lambda book: (book.write("snippets/part/one.py", SHORT), show(book, "part/one")),
        ["snippet-length snippets/part/one.py:0"],
    ),
    "two snippets with one id": (
        lambda book: book.write("snippets/Part/halving.py", book.path(SNIPPET).read_bytes()),
        [f"duplicate-snippet {SNIPPET}:0"],
    ),
    "value in two examples": (
        lambda book: (
            book.write("snippets/part/two.py", book.path(SNIPPET).read_bytes()),
            show(book, "part/two"),
        ),
        [line for line in both("ambiguous-value", VALUES) for _ in range(2)],
    ),
    "lines in colour alone": (
        lambda book: book.panels.append({"series": [line("ReLU", "- 1.5"), line("tanh", "- 1.5")]}),
        [f"colour-alone {SNIPPET}:0"],
    ),
    "a drawing of too many bytes": (
        lambda book: setattr(book, "drawing", book.drawing + " " * 500_000),
        [f"figure-size {SNIPPET}:0"],
    ),
    "no configuration": (lambda book: book.path("mkdocs.en.yml").unlink(), ["config mkdocs.en.yml:0"]),
}


def line(label, style):
    return {"label": label, "style": style}


def show(book, example_id):
    """Show one more example at the end of the page in both languages."""
    book.edit(PAGES, "[1]", f"/// example | {example_id}\n///\n\n[1]")


@pytest.mark.parametrize(("change", "expected"), FILES.values(), ids=FILES)
def test_a_problem_of_a_file_is_found(book, change, expected):
    change(book)
    book.record()
    assert book.reported() == expected


def test_lines_may_share_a_style_where_no_name_distinguishes_them(book):
    named, other, nameless = line("ReLU", "- 1.5"), line("tanh", "- o 1.5"), line("", "- 1.5")
    book.panels += [{"series": [named, other, nameless, nameless]}, {"series": [named]}]
    book.record()
    assert book.reported() == []


def test_a_decomposed_name_is_reported(book):
    book.write("docs/ko/\u1100\u1161.svg", "<svg/>")
    book.record()
    [problem] = book.problems()
    assert problem.rule == "file-name"
    assert "NFD" in problem.message


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("a { color: red; }\n/* { */\n@media print {\n  b { color: blue; }\n", 3),
        ('a { content: "}"; }\n}\n', 2),
    ],
)
def test_a_style_sheet_with_a_brace_too_few_or_too_many_is_reported(book, css, line):
    book.write("theme/own.css", css)
    book.record()
    assert book.reported() == [f"style-brace theme/own.css:{line}"]


def test_what_an_unreadable_page_may_show_is_not_called_an_orphan(book):
    for language in ("ko", "en"):
        path = book.project.docs / language / "part/halving.md"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert {one.split()[0] for one in book.reported()} <= {"encoding", "no-record"}


def test_a_snippet_that_was_never_run_is_reported_once_and_at_the_snippet(book):
    assert book.reported() == [f"no-record {SNIPPET}:0"]


def test_a_record_of_another_text_does_not_count(book):
    book.record()
    book.edit(SNIPPET, "# Draw it", "# Draw them")
    assert book.reported() == [f"no-record {SNIPPET}:0"]


def test_a_figure_with_former_labels_does_not_count(book):
    book.key_parts = {"labels": "a label = ein Schild"}
    book.record()
    assert book.reported() == [f"stale-labels {SNIPPET}:0"]
    [snippet] = list(Book(book.project).snippets.values())
    book.key_parts = {"labels": keys.label_part(snippet, labels.load(book.project))}
    book.record()
    assert book.reported() == []


def test_a_message_says_what_is_wrong_and_what_to_do(book):
    book.edit(EN, "Halve it", "Halve it by 57%")
    book.record()
    [problem] = book.problems()
    assert "'57%'" in problem.message
    assert "recorded it as share" in problem.message
    assert "{{ share | .0% }}" in problem.fix


@pytest.mark.parametrize(
    "text",
    [
        "`0.57` of them",
        "$0.57$ of them",
        "{{ share | .2f }} of them",
        "0.58 of them, 0.570 of them, 56%",
        "version 1.0.57, 10.57, 57 of them, 5 to 7",
        "1.5e99999 of them, 2 × 10⁻⁹⁹⁹⁹⁹",
        "[57 times](https://example.org/0.57%)",
    ],
)
def test_these_are_no_typed_results(book, text):
    book.edit(PAGES, "[1]", f"{text}\n\n[1]")
    book.record()
    assert book.reported() == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0.3 of them", False),  # near some entry of any long list
        ("0.305 of them", True),  # losses[61]
        ("0.9 of them", True),  # the last entry
        ("0.7 of them", True),  # an entry that the page quotes elsewhere
    ],
)
def test_of_a_long_list_only_the_distinctive_entries_count(book, text, found):
    book.values = {f"losses[{number}]": (number + 0.01) / 200 for number in range(180)}
    book.edit(PAGES, "{{ number | .4f }}, {{ halves[0] | .1f }}", "{{ losses[140] | .1f }}")
    book.edit(EN, "Halve it", text)
    book.record()
    assert book.reported() == ([f"typed-number {EN}:{TEXT}"] if found else [])


def test_a_sign_that_only_looks_like_a_line_end_moves_no_line(book):
    book.edit(PAGES, "\n## ", "\nOne\u2028two\x0cthree\n\n## ")
    book.record()
    assert book.reported() == []


def test_values_may_change_places_within_a_section(book):
    book.edit(KO, "{{ number | .4f }}, {{ halves[0] | .1f }}", "{{ halves[0] | .1f }}, {{ number | .4f }}")
    book.record()
    assert book.reported() == []


def test_words_in_a_formula_may_differ(book):
    book.edit(EN, "\\text{Halving}", "\\text{another word}")
    book.record()
    assert book.reported() == []


@pytest.mark.parametrize(
    "text",
    [
        "[a](../index.md)",
        "[a](#run)",
        "[a](#example-halving)",
        "[a](halving.md#halving)",
        "[a](../../examples.json)",
        "[a](../../snippets/part/halving.py)",
        "[a](https://example.org)",
        "<https://example.org>",
        "![a](../a.svg)",
        '<a href="../../">a</a>',
        '<a href="../halving/#run">a</a>',
        '<img src="../../a.svg" alt="a">',
        '`<script>` and `<a href="/x">`',
    ],
)
def test_these_links_are_sound(book, text):
    book.edit(PAGES, "[1]", f"{text} [1]")
    book.record()
    assert book.reported() == []


@pytest.fixture
def pictured(book):
    """The book with a picture of what its snippet leaves, which its page shows."""
    [snippet] = list(Book(book.project).snippets.values())
    key = pictures.key_of(snippet, ["numpy"])
    for path in pictures.files_of(book.project, "halves").values():
        book.write(path.relative_to(book.project.root).as_posix(), b"picture")
    pictures.save(book.project, [pictures.Picture("halves", snippet.id, key)], "make it")
    book.edit(PAGES, "[1]", "![a](../assets/pictures/halves.light.webp#only-light) [1]")
    return book


PICTURES = "accepted/pictures.toml"


def test_a_fresh_picture_may_be_shown(pictured):
    pictured.record()
    assert pictured.reported() == []


def test_a_picture_of_a_former_snippet_is_stale_and_says_how_to_renew(pictured):
    pictured.edit(SNIPPET, "# Draw it", "# Draw them")
    pictured.record()
    [problem] = pictured.problems()
    assert (problem.rule, problem.path, problem.line) == ("stale-picture", PICTURES, 3)
    assert "'halves'" in problem.message
    assert "head of accepted/pictures.toml" in problem.fix


def test_a_picture_from_other_versions_is_stale(pictured):
    pictured.edit(PICTURES, 'numpy = "', 'numpy = "0.')
    pictured.record()
    assert pictured.reported() == [f"stale-picture {PICTURES}:3"]


def test_a_picture_that_is_missing_is_reported_where_it_is_shown_too(pictured):
    pictured.path("theme/overrides/assets/pictures/halves.light.webp").unlink()
    pictured.record()
    assert pictured.reported() == [f"stale-picture {PICTURES}:3", *both("broken-image", LINK)]


def test_a_picture_of_nothing_known_is_reported(pictured):
    pictured.write("theme/overrides/assets/pictures/other.webp", b"picture")
    pictured.record()
    assert pictured.reported() == ["stray-picture theme/overrides/assets/pictures/other.webp:0"]


def test_a_list_of_pictures_that_is_no_toml_is_reported_alone(pictured):
    pictured.write(PICTURES, "[halves")
    pictured.record()
    assert pictured.reported() == [f"stale-picture {PICTURES}:0"]


def test_code_that_only_shows_is_allowed_in_some_languages(book):
    book.edit(PAGES, "[1]", "```text\n$ make serve {{ x }} /// 0.57\n## No heading\n```\n\n[1]")
    book.record()
    assert book.reported() == []


def test_a_configuration_may_name_what_comes_with_the_theme(book):
    book.edit(
        "mkdocs.yml",
        "docs_dir:",
        "e: !!python/name:material.extensions.emoji.to_svg\nu: !ENV [X, '']\ndocs_dir:",
    )
    book.record()
    assert book.reported() == []


def test_the_english_configuration_may_inherit_the_navigation(book):
    book.write("mkdocs.en.yml", "INHERIT: mkdocs.yml\ndocs_dir: docs/en\n")
    book.record()
    assert book.reported() == []


LAB = """\
# %% [markdown] section="lab"
# # Lab

# %% exercise="one"
answer = None

# %% check="one"
print(answer == 1)

# %% solution="one"
answer = 1

# %% wrong="one"
answer = 2
"""


def test_a_lab_is_a_page_of_both_languages(book):
    book.write("labs/part.py", LAB)
    book.record()
    assert book.reported() == ["orphan-page labs/part.py:0"] * 2
    book.edit("mkdocs*.yml", "halving.md\n", "halving.md\n      - part/lab.ipynb\n")
    book.edit("docs/*/part/halving.md", "(../index.md#home)", "(lab.ipynb)")
    assert book.reported() == []
    book.path("labs/part.py").unlink()
    missing = [p for p in book.problems() if p.rule == "nav-missing"]
    assert [p.path for p in missing] == ["mkdocs.en.yml", "mkdocs.yml"]
    assert all("there is no labs/part.py" in p.message for p in missing)
    assert f"broken-link {EN}:{LINK}" in book.reported()


def test_every_lab_that_makes_no_notebook_is_reported(book):
    for name in ("one", "two"):
        book.write(f"labs/{name}.py", LAB.replace("# %% check", "# %% other"))
    book.record()
    assert [one for one in book.reported() if "orphan" not in one] == [
        "lab labs/one.py:4",
        "lab labs/two.py:4",
    ]


def test_a_question_offers_the_same_figures_in_every_language(book):
    asked = (
        "/// predict | x\n    figures:\n      - part/halving\n      - part/halving#{}\n\n"
        "- x\n- y\n///\n\n/// example"
    )
    for language, number in (("ko", 2), ("en", 3)):
        book.edit(f"docs/{language}/part/halving.md", "/// example", asked.format(number))
    book.record()
    (found,) = (one for one in book.problems() if one.rule == "pair-predictions")
    assert "part/halving#3" in found.message and "part/halving#2" in found.message
