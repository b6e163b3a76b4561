"""The cells of a lab on its page, and how the page begins: to be solved there, or where else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

import nbformat

from execbook.browser import scripts
from execbook.browser.offers import Offers
from execbook.languages.wording import Wording
from execbook.markdown import example_html

AFTER_TITLE = re.compile(r"(?<=</h1>)")


def code_cell(cell: nbformat.NotebookNode, output: str, words: Wording) -> Iterator[str]:
    """A code cell as Markdown, block by block. output: the block that stands for what it printed, or empty.

    A script knows exercises and checks by their attributes; what only prepares them is folded.
    """
    role, _, name = cell.id.partition("-")
    if role in ("exercise", "check"):
        yield f'<div class="xb-cell" data-{role}="{name}" markdown="1">'
        end = "</div>"
    else:
        yield f'<details class="xb-plumbing" markdown="1">\n<summary>{words.plumbing}</summary>'
        end = "</details>"
    yield f"```python\n{cell.source}\n```"
    if output:
        yield output
    yield end


def with_beginning(
    html: str, part: str, offers: Offers, to_site_root: str, colab: str, words: Wording, language: str
) -> str:
    """The page with a box below its title: the button that begins it here, or where it can be opened instead.

    colab: the address that opens it there, if there is one.
    """
    if not offers.folder:
        return html
    offer = offers.labs.get(part)
    if offer:
        attributes: Mapping[str, str] = {
            "data-run": f"{to_site_root}{offers.folder}/",
            "data-facts": f"{to_site_root}{scripts.FOLDER}/{offer.facts[language]}",
            "data-packages": " ".join(offer.packages),
        }
        named = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        start = example_html.run_button(offer.bytes, words, words.solve)
        box = f'<div class="xb-lab" id="xb-lab"{named}>{start}</div>'
    else:
        links = f'<a class="md-button md-button--primary" href="lab.ipynb" download>{words.take_notebook}</a>'
        if colab:
            links += f' <a class="md-button" href="{escape(colab)}">{words.open_colab}</a>'
        box = f'<div class="xb-elsewhere"><p>{words.lab_elsewhere}</p><p>{links}</p></div>'
    return AFTER_TITLE.sub(f"\n{box}", html, count=1)


def colab_address(repository: str, language: str, key: str) -> str:
    """Where Colab opens the page's notebook; empty if the repository is not on GitHub."""
    _, is_there, place = repository.rstrip("/").partition("://github.com/")
    notebook = f"{place}/blob/notebooks/{language}/{key}.ipynb"
    return f"https://colab.research.google.com/github/{notebook}" if is_there else ""
