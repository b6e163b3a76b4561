"""A page as a Jupyter notebook in its language: prose, code, and what the recorded run printed and drew."""

import html
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from execbook.book import Book
from execbook.book.bindings import bind
from execbook.book.turned import knobs_of
from execbook.claims.drawn import drawn_of
from execbook.claims.evaluate import Evaluation, evaluated
from execbook.claims.shown import filled, rows, summary
from execbook.figures.shown.standalone import standalone
from execbook.languages.wording import WORDINGS
from execbook.records import numbers
from execbook.sources.knobs import shown
from execbook.sources.pages import Block, Example, Page, Prediction
from execbook.sources.pages.block_kinds import KINDS
from execbook.sources.pages.inline import ATTRIBUTES
from execbook.words import table

HEADING_ID = re.compile(r"\s*\{#[\w-]+\}\s*$")
VALUE = re.compile(r"(?<!\\)\{\{.*?\}\}")
PICTURE = re.compile(
    r"!\[(?P<text>[^\]]*)\]\((?!\w+:)(?P<file>[^)\s#]+)(?P<scheme>#only-\w+)?\)(?:\{[^{}]*\})?"
)
PYTHON = {
    "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
    "language_info": {"name": "python"},
}
"""The metadata of every notebook."""
UNQUOTED = ("details", "claim", "knob")
"""Blocks whose text is shown as text; that of others is a quotation."""
CHOICE = re.compile(r" *[-*+] +\*\*.+?\*\*")
"""A choice of a prediction, without its reason."""
BULLET = re.compile(r" *[-*+] +")
BRACKETS = str.maketrans({"[": r"\[", "]": r"\]"})
PAGE_LINK = re.compile(r"\]\((?!\w+:|\))([^)\s#]+\.md)?(#[^)\s]*)?\)")


def notebook_of(page: Page, book: Book, site_url: str) -> str:
    """The page as notebook JSON, format 4. The same page and records give the same text.

    site_url: root of the published site, for links to other pages.
    """
    return _written(page, list(_cells(page, book, site_url)))


def notebook_to_run(page: Page, book: Book, site_url: str) -> str:
    """The same for Colab: without outputs, and with a cell that installs what Colab lacks."""
    cells = list(_cells(page, book, site_url))
    for cell in cells:
        if cell.cell_type == "code":
            cell.outputs = []
    modules = set().union(*(book.snippets[example.id].modules for example in page.examples))
    if missing := [name for name in book.project.settings.missing_on_colab if name in modules]:
        first = next(number for number, cell in enumerate(cells) if cell.cell_type == "code")
        cells.insert(first, new_code_cell(f"%pip install --quiet {' '.join(missing)}"))
    return _written(page, cells)


def _written(page: Page, cells: list[nbformat.NotebookNode]) -> str:
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"cell-{number}"  # nbformat generates random ones
    notebook = new_notebook(cells=cells, metadata={**PYTHON, "title": page.meta.get("title", "")})
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


def save(path: Path, text: str) -> None:
    """Write a notebook unless the file is up to date: another process may be reading it."""
    if not path.is_file() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _cells(page: Page, book: Book, site_url: str) -> Iterator[nbformat.NotebookNode]:
    text: list[str] = []
    examples = {example.line: example for example in page.examples}
    run: set[str] = set()
    asked = {one.example for one in page.predictions}
    for number, line in _lines(page, book, site_url):
        example = examples.get(number)
        if example is None:
            text.append(line)
            continue
        if markdown := "\n".join(text).strip():
            yield new_markdown_cell(markdown)
        text = [line]
        if example.id not in run:
            run.add(example.id)
            cell = _code_cell(example, book, page.language)
            if example.id in asked:
                cell.metadata["jupyter"] = {"outputs_hidden": True}
            yield cell
            text += _also_run(example, book, page.language)
    if markdown := "\n".join(text).strip():
        yield new_markdown_cell(markdown)


def _lines(page: Page, book: Book, site_url: str) -> Iterator[tuple[int, str]]:
    """The page's lines as plain Markdown. The line of an example becomes its caption."""
    source = page.source.split("\n")  # as the page reader counts lines
    bound = _bound_texts(page, book)
    blocks = {block.line: block for block in page.blocks}
    examples = {example.line: example for example in page.examples}
    claims = {claim.last: evaluated(book, page, claim) for claim in page.claims}
    ends = {block.last for block in page.blocks}
    fenced = {line for fence in page.fences for line in range(fence.line, fence.last + 1)}
    base = f"{site_url}{page.language}/"
    asked = {one.line: one for one in page.predictions}
    inside = {n: claims[one.last] for one in page.claims for n in range(one.line, one.last)}

    def plain(number: int) -> str:
        texts = list(bound.get(number, ()))
        line = source[number - 1]
        if number not in fenced:
            line = filled(line, inside[number]) if number in inside else line
            line = VALUE.sub(lambda match: _shown(match[0], texts), line)
            line = PICTURE.sub(lambda match: _picture(match, page.key, base), line)
            line = PAGE_LINK.sub(lambda match: f"]({_address(match, page.key, base)})", line)
            line = ATTRIBUTES.sub("", HEADING_ID.sub("", line) if line.startswith("#") else line)
        return line

    quoted_to = 0
    number = page.body - 1
    while (number := number + 1) <= len(source):
        if number in examples:
            example = examples[number]
            first = number + 1 + sum(line.startswith("    ") for line in source[number : example.last])
            caption = "\n".join(plain(line) for line in range(first, example.last)).strip()
            yield number, f"*{caption}*" if caption else ""
            number = example.last
        elif number in asked:
            yield number, _question(asked[number], plain, book, page, site_url)
            number = asked[number].last
        elif number in blocks:
            block = blocks[number]
            quoted_to = block.last if block.name not in UNQUOTED else quoted_to
            yield number, _title(block) if KINDS[block.name].titled else ""
            number += len(block.options)
        elif number in ends:
            outcome = claims.get(number)
            yield number, f"\n{_mark(outcome, page.language)}" if outcome else ""
        else:
            yield number, f"> {plain(number)}".rstrip() if number < quoted_to else plain(number)


def _question(one: Prediction, plain: Callable[[int], str], book: Book, page: Page, site_url: str) -> str:
    """A prediction: the question and its choices, and the answer in a line that opens."""
    words = table(page.language, "predict")
    ends = [*(choice.line for choice in one.choices[1:]), one.last]
    listed = [
        "\n".join(map(plain, range(choice.line, end))) for choice, end in zip(one.choices, ends, strict=True)
    ]
    question = plain(one.line).partition("|")[2].strip()
    if one.figures:
        drawn = drawn_of(book, page, one)
        alts = (html.escape(figure.alt).translate(BRACKETS) for figure in drawn)
        choices = [
            f"**{figure.letter}** ![{alt}]({site_url}{figure.address('light')})\n"
            for figure, alt in zip(drawn, alts, strict=True)
        ]
        letters = {figure.choice: figure.letter for figure in drawn}
        listed = [BULLET.sub(f"- **{letters[n]}** ", text, count=1) for n, text in enumerate(listed)]
    else:
        shown = [match[0] for text in listed if (match := CHOICE.match(text))]
        choices = [] if one.within is not None else [*sorted(shown), ""]
    summary = f"<details><summary>{words['answer']}</summary>"
    return "\n".join([f"**{question}**", "", *choices, summary, "", *listed, "", "</details>"])


def _mark(one: Evaluation, language: str) -> str:
    """How often a claim holds, in a line that opens to the spread of its values."""
    spreads = "".join(
        f"<br><code>{html.escape(name, quote=False)}</code> {low} … {high}"
        for name, low, _, high in rows(one)
    )
    relation = html.escape(one.relation.text, quote=False)
    return f"<details><summary>{summary(one, language)}</summary><code>{relation}</code>{spreads}</details>"


def _shown(braces: str, texts: list[tuple[str, str]]) -> str:
    """The text of the next bound value of the line. Braces that are not a value, as in code, are kept."""
    return texts.pop(0)[1] if texts and texts[0][0] == braces else braces


def _title(block: Block) -> str:
    title = f"**{block.argument}**"
    return title if block.name == "details" else f"> {title}"


def _address(match: re.Match[str], key: str, base: str) -> str:
    """The address on the published site of a link to another page's source."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(key), match[1] or f"{Path(key).name}.md"))
    directory = re.sub(r"(?:(^|/)index)?\.md$", r"\1", target).rstrip("/")
    return f"{base}{directory}/".replace("/./", "/").rstrip("/") + "/" + (match[2] or "")


def _picture(match: re.Match[str], key: str, base: str) -> str:
    """The published picture. Of a pair for light and dark palette, only the light one is kept."""
    if match["scheme"] == "#only-dark":
        return ""
    file = posixpath.normpath(posixpath.join(posixpath.dirname(key), match["file"]))
    return f"![{match['text']}]({base}{file})"


def _bound_texts(page: Page, book: Book) -> dict[int, list[tuple[str, str]]]:
    """The source and the formatted text of each bound value, by line and in order."""
    shown = [example.id for example in page.examples]
    texts: dict[int, list[tuple[str, str]]] = {}
    for value in page.values:
        bound = bind(book, value.example, value.name, shown)
        write = numbers.show_latex if value.in_math else numbers.show
        texts.setdefault(value.line, []).append((value.text, write(bound.value, value.format)))
    return texts


def _also_run(example: Example, book: Book, language: str) -> list[str]:
    """The other values of its knob, which a reader of the notebook can put into the code."""
    knob = knobs_of(book).get(example.id)
    if knob is None or not knob.values:
        return []
    listed = [
        f"`{name}` = {', '.join(f'`{shown(value)}`' for value in values[1:])}"
        for name, values in knob.values.items()
    ]
    return ["", f"*{WORDINGS[language].also_run.format(' · '.join(listed))}*"]


def _code_cell(example: Example, book: Book, language: str) -> nbformat.NotebookNode:
    run = book.run(example.id)
    outputs = []
    if run.record.output:
        outputs.append(new_output("stream", name="stdout", text=run.record.output))
    for index, figure in enumerate(run.record.figures):
        picture = standalone(book.svg(example.id, index, language))
        description = figure.title[language] or figure.description[language]
        outputs.append(new_output("display_data", data={"image/svg+xml": picture, "text/plain": description}))
    source = book.shown(example.id, language).source.rstrip("\n")
    return new_code_cell(source, outputs=outputs, execution_count=None)
