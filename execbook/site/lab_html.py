"""The cells of a lab on its page, and the button with which it is solved there."""

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


def with_button(
    html: str, part: str, offers: Offers, to_site_root: str, words: Wording, language: str
) -> str:
    """The page with a box below its title whose button begins the lab here, if it can be solved here."""
    offer = offers.labs.get(part)
    if not offer:
        return html
    attributes: Mapping[str, str] = {
        "data-run": f"{to_site_root}{offers.folder}/",
        "data-facts": f"{to_site_root}{scripts.FOLDER}/{offer.facts[language]}",
        "data-packages": " ".join(offer.packages),
    }
    named = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    start = example_html.run_button(offer.bytes, words, words.solve)
    return AFTER_TITLE.sub(f'\n<div class="xb-lab" id="xb-lab"{named}>{start}</div>', html, count=1)
