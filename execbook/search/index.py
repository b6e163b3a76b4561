"""Reduce the search index that MkDocs writes, and add the part of the book that each page belongs to."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

LINKS_ONLY = "#next"
"""The last section of a page links to the next page, and would be found instead of it."""

_SPACES = re.compile(r"[ \t\n]+")
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_MARKUP = re.compile(r"</?(?:code|ul|ol|sub|sup)>")
_NEEDLESS_END = re.compile(r"</(?:p|li|pre)> ?(?=<(?:p|li|pre)>|$)")
"""HTML ends a paragraph, and `show.js` any block, where the next one begins."""


@dataclass(frozen=True)
class About:
    """What is known of a page beside its text. Only `part`, the title of its part, is shown.

    about: its description. names: what else it is called. leads: phrases that lead readers to it.
    """

    part: str = ""
    about: str = ""
    names: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


def slim(index: Mapping, pages: Mapping[str, About]) -> dict:
    """A copy of MkDocs' index without entries that should not be found.

    The entry of a page keeps its tags and gets what is known of it; sections have neither. pages: by address,
    such as `activations/relu/`.
    """
    docs = [
        _entry(doc, pages)
        for doc in index["docs"]
        if not doc["location"].endswith(LINKS_ONLY) and doc["location"] != "tags/"
    ]
    return {"config": index["config"], "docs": docs}


def _entry(doc: Mapping, pages: Mapping[str, About]) -> dict:
    entry = {"location": doc["location"], "title": doc["title"], "text": _text(doc["text"])}
    if "#" not in doc["location"]:
        about = pages.get(doc["location"], About())
        known = {name: getattr(about, name) for name in ("part", "about", "names", "leads")}
        entry |= {name: value for name, value in (*known.items(), ("tags", doc.get("tags"))) if value}
    return entry


def _text(html: str) -> str:
    """The text of a section. Paragraphs, list items and code keep their first tags, code its lines."""
    text = "".join(
        _code(re.sub(r"</?code>", "", piece))
        if piece.startswith("<pre>")
        else _SPACES.sub(" ", _MARKUP.sub("", piece))
        for piece in _CODE.split(html)
    )
    return _NEEDLESS_END.sub("", text)


def _code(text: str) -> str:
    """Code as results show it: without empty lines and columns, and indented by a space a level."""
    text = re.sub(r"(?<=\S) {2,}", " ", text)
    text = re.sub(r"\n( +)", lambda indent: "\n" + " " * -(-len(indent[1]) // 4), text)
    return re.sub(r"[ \n]*\n", "\n", text).replace("\n</pre>", "</pre>")


def to_json(index: Mapping) -> str:
    """The index as compact JSON."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))
