"""The index that MkDocs leaves, made smaller and with the part of the book that each page belongs to."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

Nav = Sequence[str | Mapping[str, "str | Nav"]]

LINKS_ONLY = "#next"
"""The last section of a page names the page after it, and would be found in its stead."""

_SPACES = re.compile(r"[ \t\n]+")
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_MARKUP = re.compile(r"</?(?:code|ul|ol|sub|sup)>")


def slim(index: Mapping, nav: Nav) -> dict:
    """A copy of MkDocs' index without what nobody looks for.

    A page's own entry keeps its tags and gets the name of its part of `nav` as `part`; sections have neither.
    """
    parts = parts_of(nav)
    docs = [
        _entry(doc, parts)
        for doc in index["docs"]
        if not doc["location"].endswith(LINKS_ONLY) and doc["location"] != "tags/"
    ]
    return {"config": index["config"], "docs": docs}


def _entry(doc: Mapping, parts: Mapping[str, str]) -> dict:
    entry = {"location": doc["location"], "title": doc["title"], "text": _text(doc["text"])}
    if "#" not in doc["location"]:
        if part := parts.get(doc["location"]):
            entry["part"] = part
        if tags := doc.get("tags"):
            entry["tags"] = tags
    return entry


def _text(html: str) -> str:
    """Paragraphs, list items and code stay apart; spaces count in code alone."""
    return "".join(
        re.sub(r"</?code>", "", piece)
        if piece.startswith("<pre>")
        else _SPACES.sub(" ", _MARKUP.sub("", piece))
        for piece in _CODE.split(html)
    )


def parts_of(nav: Nav) -> dict[str, str]:
    """The part of the book that the page at each address belongs to: `activations/relu/` to `활성화 함수`."""
    parts = {}
    for entry in nav:
        if isinstance(entry, Mapping):
            for title, pages in entry.items():
                if not isinstance(pages, str):
                    parts.update({_address(page): title for page in pages if isinstance(page, str)})
    return parts


def _address(page: str) -> str:
    path = re.sub(r"\.(?:md|ipynb)$", "", page)
    path = re.sub(r"(?:^|/)index$", "", path)
    return f"{path}/" if path else ""


def to_json(index: Mapping) -> str:
    """The text of an index, as short as it can be."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))
