"""The faults, by what they concern."""

import unicodedata

from execbook.book import Book
from execbook.languages.translations.accept import accept
from execbook.project import Project
from tests import LANGUAGES
from tests.faults.injecting import Case, append, edit, in_both, remove, rename, write

EN, KO = "docs/en/index.md", "docs/ko/index.md"
DOUBLING, HALVING = "snippets/numbers/doubling.py", "snippets/numbers/halving.py"
LABELS = "words/labels.ko.toml"
COMMENTS = "words/comments/numbers.ko.toml"
LAST = r"\d+"


def _fence(case_id: str, block: str, *, rule: str = "fence-form", line: str = LAST) -> Case:
    how = f"write a code block that no test would run: {block.strip().splitlines()[0]!r}"
    return Case(
        f"fence-{case_id}", how, append(EN, f"\n{block}\n"), rf"docs/en/index\.md:{line}: ", rule, "C01"
    )


def _snippet(case_id: str, how: str, code: str, says: str, row: str, rule: str | None = None) -> Case:
    line = rf"snippets/numbers/doubling\.py:{LAST}: "
    return Case(case_id, how, append(DOUBLING, f"{code}\n"), line + says, rule, row)


def _rename_to_decomposed(project: Project) -> None:
    for language in LANGUAGES:
        page = project.docs / language / "numbers/halving.md"
        page.rename(page.with_name(unicodedata.normalize("NFD", "한글") + ".md"))


def _rename_snippet(project: Project) -> None:
    rename(DOUBLING, "snippets/numbers/double.py")(project)
    edit(COMMENTS, "[doubling]", "[double]")(project)


def _add_snippet(project: Project) -> None:
    write("snippets/numbers/lonely.py", '"""Print one."""\n\nprint(1)\n')(project)
    append(COMMENTS, '\n[lonely]\n"Print one." = "1을 출력합니다."\n')(project)


def _rename_published(project: Project) -> None:
    for language in LANGUAGES:
        rename(f"docs/{language}/numbers/halving.md", f"docs/{language}/numbers/halves.md")(project)
        for name in (f"docs/{language}/index.md", project.config(language).name):
            edit(name, "numbers/halving.md", "numbers/halves.md")(project)
    append("accepted/addresses.txt", "numbers/halves\n")(project)
    accept(Book(project), new=True)


EXAMPLES = [
    Case(
        "renamed-snippet",
        "rename a snippet that a page shows",
        _rename_snippet,
        r"docs/en/index\.md:11: .*numbers/doubling",
        "unknown-example",
        "S01",
    ),
    Case(
        "unknown-region",
        "ask for a part that the snippet does not have",
        in_both(lambda folder: edit(f"{folder}/numbers/halving.md", "region: halve", "region: quarter")),
        r"docs/en/numbers/halving\.md:\d+: .*'quarter'",
        "unknown-region",
        "S03",
    ),
    Case(
        "stray-include",
        "misspell an include: --8<-- doubling.py",
        append(EN, "\n--8<-- doubling.py\n"),
        r"docs/en/index\.md:\d+: has an include marker",
        "stray-include",
        "S05",
    ),
    Case(
        "escaped-include",
        'escape an include: ;--8<-- "doubling.py"',
        append(EN, '\n;--8<-- "doubling.py"\n'),
        r"docs/en/index\.md:\d+: has an include marker",
        "stray-include",
        "S06",
    ),
    Case(
        "orphan-snippet",
        "add a snippet that no page shows",
        _add_snippet,
        r"snippets/numbers/lonely\.py",
        "orphan-snippet",
        "C03",
    ),
    Case(
        "nothing-shown",
        "remove an example from both pages",
        in_both(lambda folder: edit(f"{folder}/index.md", "/// example | numbers/doubling\n///\n", "")),
        r"snippets/numbers/doubling\.py",
        "orphan-snippet",
        "C02",
    ),
    Case(
        "skipped-code",
        "make the test runner skip a code block",
        append(EN, "\n<!-- pytest-codeblocks:skip -->\n\n```python\n1 / 0\n```\n"),
        r"docs/en/index\.md:\d+: makes the test runner skip",
        "skipped-fence",
        "C02",
    ),
    Case(
        "typed-number",
        "type a number that a run produced",
        edit(EN, "{{ doubled | d }}", "96.00"),
        r"docs/en/index\.md:9: .*96\.00",
        "typed-number",
    ),
    Case(
        "unknown-value",
        "ask for a value that no run left",
        in_both(lambda folder: edit(f"{folder}/index.md", "{{ doubled | d }}", "{{ trebled | d }}")),
        r"docs/en/index\.md:9: .*trebled",
        "unknown-value",
    ),
]

FENCES = [
    _fence("tilde", "~~~python\n1 / 0\n~~~"),
    _fence("four-ticks", "````python\n1 / 0\n````"),
    _fence("capitals", "```Python\n1 / 0\n```"),
    _fence("attributes", "```{.python}\n1 / 0\n```"),
    _fence("title", '```python title="a.py"\n1 / 0\n```'),
    _fence("short-name", "```py\n1 / 0\n```"),
    _fence("no-name", "```\n1 / 0\n```"),
    _fence("quoted", "> ```python\n> 1 / 0\n> ```"),
    _fence("in-list", "- one\n\n    ```python\n    1 / 0\n    ```"),
    _fence("in-admonition", "/// note\n    ```python\n    1 / 0\n    ```\n///"),
    _fence("indented", "Text.\n\n    1 / 0", rule="indented-code"),
]

RUNS = [
    _snippet("raises", "raise ValueError in a snippet", 'raise ValueError("no")', "ValueError: no", "C04"),
    _snippet(
        "endless",
        "an endless loop in a snippet",
        "# execbook: seconds=2\nwhile True:\n    pass",
        ".*2 s",
        "C06",
    ),
    _snippet("asks", "input() in a snippet", "input()", r"input\(\) waits", "C09"),
    _snippet(
        "leans-on-another",
        "read in one snippet what another one writes",
        'from pathlib import Path\n\nprint(Path("halving.txt").read_text())',
        "FileNotFoundError",
        "C08",
    ),
    _snippet(
        "log-line",
        "a log line on stderr",
        'import sys\n\nprint("2026-11-23 00:00:00 I tensorflow", file=sys.stderr)',
        "wrote to standard error",
        "O04",
    ),
    _snippet(
        "deprecated",
        "a DeprecationWarning in a snippet",
        'import warnings\n\nwarnings.warn("old", DeprecationWarning)',
        ".*DeprecationWarning: old",
        "O05",
    ),
    _snippet(
        "unseeded",
        "random numbers without a seed",
        "import numpy as np\n\nprint(np.random.rand(3))",
        ".*seed",
        "O02",
        "snippet-seed",
    ),
    _snippet(
        "network",
        "ask another host in a snippet",
        'import socket\n\nsocket.create_connection(("192.0.2.1", 80), timeout=3)',
        r"tried to reach the network: 192\.0\.2\.1",
        "X08",
    ),
    _snippet(
        "home",
        "read a file of the author's home in a snippet",
        'from pathlib import Path\n\nprint(Path("/root/.bashrc").read_text())',
        "PermissionError",
        "X08",
    ),
    _snippet(
        "environment",
        "ask for a variable of the author's environment in a snippet",
        'import os\n\nprint(os.environ["SECRET_TOKEN"])',
        "KeyError: 'SECRET_TOKEN'",
        "X08",
    ),
    _snippet(
        "too-much-output",
        "print without an end",
        'for number in range(10**7):\n    print("number", number)',
        "printed more than 64 kB",
        "",
    ),
]

FIGURES = [
    Case(
        "no-korean-comment",
        "a comment without Korean",
        edit(COMMENTS, '"Halve 100" = "100을 반으로 나누기"\n', ""),
        r"snippets/numbers/halving\.py:13: .*Halve 100",
        "comment-missing",
    ),
    Case(
        "comment-with-code",
        "Korean that ends a docstring, so that code follows",
        edit(COMMENTS, '"수가 커질 때까지 두 배로 늘립니다."', '\'두 배로 늘립니다."""; limit = 9 #\''),
        r"words/comments/numbers\.ko\.toml:2: .*doubling",
        "comment-code",
    ),
    Case(
        "no-korean-label",
        "a label without Korean",
        edit(HALVING, 'title="Halving"', 'title="Halved"'),
        r"snippets/numbers/halving\.py:\d+: .*Halved",
        None,
        "F03",
    ),
    Case(
        "missing-glyph",
        "a label that the font cannot draw",
        edit(LABELS, '"수"', '"𓀀"'),
        r"snippets/(numbers/halving\.py|labels\.ko\.toml).*𓀀",
        None,
        "F03",
    ),
    Case(
        "unused-label",
        "a Korean label that nothing uses",
        append(LABELS, '"zero" = "영"\n'),
        r"words/labels\.ko\.toml:\d+: .*zero",
        "unused-label",
    ),
]

FILES = [
    Case(
        "byte-order-mark",
        "a byte order mark and Windows line ends in a snippet",
        lambda project: write(
            DOUBLING, b"\xef\xbb\xbf" + (project.root / DOUBLING).read_bytes().replace(b"\n", b"\r\n")
        )(project),
        r"snippets/numbers/doubling\.py:1: begins with a byte order mark",
        None,
        "S08",
    ),
    Case(
        "not-utf-8",
        "a byte in a page that is not UTF-8",
        lambda project: write(EN, (project.root / EN).read_bytes() + b"\n\xff\n")(project),
        r"docs/en/index\.md:\d+: ",
        "encoding",
        "S09",
    ),
    Case(
        "merge-marker",
        "a merge left half done",
        append(EN, "\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n"),
        r"docs/en/index\.md:\d+: ",
        "merge-marker",
    ),
    Case(
        "decomposed-name",
        "a page whose name is decomposed Hangul",
        _rename_to_decomposed,
        r"docs/(en|ko)/numbers/.*\.md: ",
        "file-name",
        "L05",
    ),
    Case(
        "symbolic-link",
        "a page that is a link to a file elsewhere",
        lambda project: (project.docs / "en/passwords.md").symlink_to("/etc/passwd"),
        r"docs/en/passwords\.md: ",
        "symlink",
        "X08",
    ),
]

LINKS = [
    Case(
        "broken-anchor",
        "a link to a section that is not there",
        in_both(lambda folder: edit(f"{folder}/index.md", "halving.md#halving", "halving.md#nowhere")),
        r"docs/en/index\.md:14: .*'nowhere'",
        "broken-anchor",
        "L01",
    ),
    Case(
        "broken-link",
        "a link to a folder in place of a page",
        in_both(lambda folder: edit(f"{folder}/index.md", "halving.md#halving", "halving/")),
        r"docs/en/index\.md:14: .*halving/",
        "broken-link",
        "L02",
    ),
    Case(
        "absolute-link",
        "a link from the host's root",
        in_both(lambda folder: edit(f"{folder}/index.md", "numbers/halving.md#halving", "/numbers/")),
        r"docs/en/index\.md:14: .*/numbers/",
        "absolute-link",
        "L02",
    ),
    Case(
        "no-heading-id",
        "a heading without an id",
        edit("docs/ko/numbers/halving.md", " {#run}", ""),
        r"docs/ko/numbers/halving\.md:\d+: ",
        "heading-id",
        "L03",
    ),
    Case(
        "out-of-navigation",
        "remove a page from the navigation",
        lambda project: (
            [
                edit(f"mkdocs{ending}.yml", "  - numbers:\n      - numbers/halving.md\n", "")(project)
                for ending in ("", ".en")
            ]
            and None
        ),
        r"docs/(en|ko)/numbers/halving\.md",
        "orphan-page",
        "L07",
    ),
    Case(
        "page-gone",
        "rename a page that was published",
        _rename_published,
        r"accepted/addresses\.txt:\d+: 'numbers/halving' was published",
        "lost-address",
        "L06",
    ),
]

LANGUAGES_APART = [
    Case(
        "page-missing",
        "delete the Korean page",
        remove("docs/ko/numbers/halving.md"),
        r"docs/ko/numbers/halving\.md",
        "missing-page",
        "T01",
    ),
    Case(
        "page-orphaned",
        "delete the English page, keep the Korean one",
        remove("docs/en/numbers/halving.md"),
        r"docs/en/numbers/halving\.md",
        "missing-page",
        "T06",
    ),
    Case(
        "section-missing",
        "add a section to the English page only",
        append(EN, "\n## More {#more}\n\nMore.\n"),
        r"docs/(ko|en)/index\.md(:\d+)?: ",
        "pair-headings",
        "T04",
    ),
    Case(
        "other-example",
        "show another example in Korean",
        edit(KO, "/// example | numbers/doubling", "/// example | numbers/halving"),
        r"docs/(ko|en)/index\.md(:\d+)?: ",
        "pair-examples",
        "T05",
    ),
    Case(
        "wrong-language",
        "build the English pages as Korean ones",
        edit("mkdocs.en.yml", "language: en\n  palette", "language: ko\n  palette"),
        r"site\.new-\w+/en/.*: ",
        "html-lang",
        "T07",
    ),
]

CODE_OF_OTHERS = [
    Case(
        "tag-runs-code",
        "!!python/object/apply in mkdocs.yml",
        append("mkdocs.yml", "\nx: !!python/object/apply:os.system ['touch /tmp/execbook-was-here']\n"),
        r"mkdocs\.yml:\d+: .*would run code",
        "config",
        "X03",
    ),
    Case(
        "script",
        "a <script> in a page",
        append(EN, "\n<script>alert(1)</script>\n"),
        r"docs/en/index\.md:\d+: ",
        "raw-script",
        "X04",
    ),
    Case(
        "javascript-link",
        "a javascript: link in a page",
        in_both(lambda folder: append(f"{folder}/index.md", "\n[x](javascript:alert(1))\n")),
        r"docs/en/index\.md:\d+: ",
        "raw-script",
        "X04",
    ),
    Case(
        "other-host",
        "a font from another host in the theme",
        edit(
            "theme/overrides/main.html",
            '<link rel="icon"',
            '<link rel="preload" as="style" href="https://fonts.example.org/x.css">\n  <link rel="icon"',
        ),
        r"site\.new-\w+/.*: .*fonts\.example\.org",
        "third-party",
        "X05",
    ),
]

CASES = [*EXAMPLES, *FENCES, *RUNS, *FIGURES, *FILES, *LINKS, *LANGUAGES_APART, *CODE_OF_OTHERS]
