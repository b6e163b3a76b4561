"""Reduce the search index that MkDocs writes, and add the part of the book that each page belongs to."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

LINKS_ONLY = "#next"
"""The last section of a page links to the next page, and would be found instead of it."""

_SPACES = re.compile(r"[ \t\n]+")
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_MARKUP = re.compile(r"</?(?:code|ul|ol|sub|sup)>")


def slim(index: Mapping, parts: Mapping[str, str]) -> dict:
    """A copy of MkDocs' index without entries that should not be found.

    The entry of a page keeps its tags and gets the title of its part as `part`; sections have neither. parts:
    titles by the pages' addresses, such as `activations/relu/`.
    """
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
    """The text of a section. Paragraphs, list items and code keep their tags, code its white space."""
    return "".join(
        re.sub(r"</?code>", "", piece)
        if piece.startswith("<pre>")
        else _SPACES.sub(" ", _MARKUP.sub("", piece))
        for piece in _CODE.split(html)
    )


def to_json(index: Mapping) -> str:
    """The index as compact JSON."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))
