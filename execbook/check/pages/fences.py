"""Code blocks, in the one form that the test runner does not silently skip, and stray block markers.

pytest-codeblocks runs fences that are exactly ```python, ```sh or ```bash and silently skips all others. So
those three are run, a few more languages are only shown, and every other form is an error: titles,
attributes, capitals, a space before the language, tildes, four backticks, and indentation or quotes before
the fence (those would run, but a code block in a list or quote reads badly, and one form is enough).
"""

import re
from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page

PAGES = "docs/*/part/halving.md"

RUN = ("python", "sh", "bash")
SHOWN = ("text", "console", "toml", "yaml", "ini", "json")

INCLUDE = re.compile(r"-+8<-+")
SLASHES = re.compile(r"\s*/{3,}")
SKIP = re.compile(
    r"<!--[-\s]*(?:pytest\.mark|pytest-codeblocks:\s*(?:skip|importorskip|expect-(?:exception|error)))"
)


@rule(
    "fence-form",
    "A code block begins with three backticks and a known language, in the first column.",
    Break(PAGES, "```python", "```Python"),
    house=True,
)
@rule(
    "indented-code",
    "Code is in a fence: code that is only indented is not run.",
    Break(PAGES, "```python\nassert 1 / 2 == 0.5\n```\n", "    print(1)\n"),
    house=True,
)
@rule(
    "stray-include", "No include marker of another tool is used.", Break(PAGES, "[1]", '--8<-- "x.py"\n\n[1]')
)
@rule(
    "skipped-fence",
    "No code block is skipped by the tests.",
    Break(PAGES, "```python", "<!--pytest.mark.skip-->\n```python"),
    house=True,
)
@rule(
    "stray-block",
    "Slashes at the beginning of a line open or close a block.",
    Break(PAGES, "[1]", "/// note a\n\n[1]"),
)
def fences(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        yield from _page(page)


def _page(page: Page) -> Iterator[Problem]:
    lines = page.source.split("\n")  # as the page counts them; splitlines() also cuts at U+2028
    fenced: set[int] = set()
    for fence in page.fences:
        fenced.update(range(fence.line, (fence.last or fence.line) + 1))
        if fence.mark:
            yield from _form(page, fence.line, lines[fence.line - 1])
        else:
            message = "is code by indentation alone, which no test runs"
            cure = "put it into a fence such as ```python, in the first column"
            yield Problem(page.name, fence.line, message, cure, "indented-code")
    block_lines = {line for block in page.blocks for line in (block.line, block.last)}
    block_lines.update(problem.line for problem in page.problems if problem.rule == "stray-block-end")
    for number, line in enumerate(lines, 1):
        if INCLUDE.search(line):
            message = "has an include marker, which would be shown as text"
            yield Problem(page.name, number, message, "use a block: /// example | part/name", "stray-include")
        if SKIP.search(line):
            cure = "make it run; code that fails on purpose belongs in an example that catches the error"
            yield Problem(page.name, number, "makes the test runner skip a code block", cure, "skipped-fence")
        if number not in fenced and number not in block_lines and SLASHES.match(line):
            message = "neither opens nor closes a block, so its slashes would be shown as text"
            cure = "write '/// name' or '/// name | argument' to open, and as many slashes alone to close"
            yield Problem(page.name, number, message, cure, "stray-block")


def _form(page: Page, line: int, text: str) -> Iterator[Problem]:
    if text in {f"```{language}" for language in (*RUN, *SHOWN)}:
        return
    message = f"{text.strip()!r} is not an allowed form of a code block, so no test would run it"
    cure = (
        f"write three backticks in the first column and then one of {', '.join(RUN)} (run) or "
        f"{', '.join(SHOWN)} (only shown), and nothing else"
    )
    yield Problem(page.name, line, message, cure, "fence-form")
