"""A lab's page as Markdown, from the cells of its notebook, for whichever generator renders it."""

import re
from collections.abc import Iterator, Mapping
from html import escape

import nbformat
import yaml

from execbook.browser import offers
from execbook.languages.wording import WORDINGS, Wording
from execbook.markdown import example_html
from execbook.project import Project
from execbook.sources.places import NOTEBOOK
from execbook.takeaway import labs
from execbook.takeaway.labs import Lab

HEADING = re.compile(r"^(#+ .*)$", re.MULTILINE)
SAMP = re.compile(r"(?<=<samp>).*(?=</samp>)", re.DOTALL)
MARKS = str.maketrans({sign: f"&#{ord(sign)};" for sign in "`~$\\{/"})
"""Signs that would be taken for Markdown in what a cell printed."""


def page(project: Project, lab: Lab, language: str, printed: Mapping[str, str]) -> str:
    """The lab as a page of its own, with front matter, where no plugin reads notebooks.

    printed: what each code cell printed, by the cell's id. Raises ProblemError for an invalid lab.
    """
    notebook = labs.notebook(lab, language)
    meta = {
        "title": notebook.cells[0].source.partition("\n")[0].lstrip("# "),
        "description": description(notebook),
        "source": f"{lab.part}/{NOTEBOOK}",  # by which templates know a lab
    }
    below = {"": button(project, lab.part, language)}
    text = "\n\n".join(blocks(notebook, printed, below, WORDINGS[language]))
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n\n{text}\n"


def blocks(
    notebook: nbformat.NotebookNode, printed: Mapping[str, str], below: Mapping[str, str], words: Wording
) -> Iterator[str]:
    """The lab block by block.

    printed: by cell. below: HTML that comes after a section's heading, by section, and "" for the first.
    """
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            yield from _code_cell(cell, printed.get(cell.id, ""), words)
            continue
        section = cell.id.removeprefix("section-")
        source = cell.source.replace("<details>", '<details markdown="1">')
        after = f" {{#{section}}}" if section != cell.id else ""
        for html in filter(None, ("" if number else below.get(""), below.get(section))):
            after += f"\n\n{html}\n"
        yield HEADING.sub(lambda heading, after=after: heading[0] + after, source, count=1)


def _code_cell(cell: nbformat.NotebookNode, printed: str, words: Wording) -> Iterator[str]:
    """A script knows exercises and checks by their attributes; what only prepares them is folded."""
    role, _, name = cell.id.partition("-")
    if role in ("exercise", "check"):
        yield f'<div class="xb-cell" data-{role}="{name}" markdown="1">'
        end = "</div>"
    else:
        yield f'<details class="xb-plumbing" markdown="1">\n<summary>{words.plumbing}</summary>'
        end = "</details>"
    yield f"```python\n{cell.source}\n```"
    if printed:
        yield SAMP.sub(lambda text: text[0].translate(MARKS), example_html.output(printed, words))
    yield end


def button(project: Project, part: str, language: str) -> str:
    """A box with the button that begins the lab on its page; empty if it cannot be solved there."""
    found, words = offers.load(project), WORDINGS[language]
    offer = found.labs.get(part)
    if not offer:
        return ""
    attributes = found.attributes(offer, "../../../", language)  # from <language>/<part>/lab/
    named = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    start = example_html.run_button(offer.bytes, words, words.solve)
    return f'<div class="xb-lab" id="xb-lab"{named}>{start}</div>'


def description(notebook: nbformat.NotebookNode) -> str:
    """The first paragraph of a lab; empty if it begins with its title alone."""
    paragraphs = notebook.cells[0].source.split("\n\n")
    return " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else ""
