"""Reduce the search index that MkDocs writes, and add the part of the book that each page belongs to."""

import json
import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

LINKS_ONLY = "#next"
"""The last section of a page links to the next page, and would be found instead of it."""

_SPACES = re.compile(r"[ \t\n]+")
_CODE = re.compile(r"(<pre>.*?</pre>)", re.DOTALL)
_MARKUP = re.compile(r"</?(?:code|ul|ol|sub|sup)>")
_NEEDLESS_END = re.compile(r"</(?:p|li|pre)> ?(?=<(?:p|li|pre)>|$)")
"""HTML ends a paragraph, and `show.js` any block, where the next one begins."""

COMMON = 0.05
"""Lines that are in more than this share of all code tell no page from another: imports, `plt.show()`."""
FEW = 20
"""So few pieces of code say nothing about what is common."""


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
    common = _common(index["docs"])
    docs = [
        _entry(doc, pages, common)
        for doc in index["docs"]
        if not doc["location"].endswith(LINKS_ONLY) and doc["location"] != "tags/"
    ]
    return {"config": index["config"], "docs": docs}


def _common(docs: Collection[Mapping]) -> set[str]:
    """The lines of code that many examples have."""
    pieces = [set(_plain(code).splitlines()) for doc in docs for code in _CODE.findall(doc["text"])]
    count = Counter(line for lines in pieces for line in lines if line.strip())
    return {line for line, number in count.items() if len(pieces) >= FEW and number > COMMON * len(pieces)}


def _entry(doc: Mapping, pages: Mapping[str, About], common: Collection[str]) -> dict:
    entry = {"location": doc["location"], "title": doc["title"], "text": _text(doc["text"], common)}
    if "#" not in doc["location"]:
        about = pages.get(doc["location"], About())
        known = {name: getattr(about, name) for name in ("part", "about", "names", "leads")}
        entry |= {name: value for name, value in (*known.items(), ("tags", doc.get("tags"))) if value}
    return entry


def _text(html: str, common: Collection[str]) -> str:
    """The text of a section. Paragraphs, list items and code keep their first tags, code its lines."""
    text = "".join(
        f"<pre>{_code(_plain(piece), common)}</pre>"
        if piece.startswith("<pre>")
        else _SPACES.sub(" ", _MARKUP.sub("", piece))
        for piece in _CODE.split(html)
    )
    return _NEEDLESS_END.sub("", text)


def _plain(piece: str) -> str:
    return re.sub(r"</?(?:pre|code)>", "", piece)


def _code(text: str, common: Collection[str]) -> str:
    """Code as results show it: without empty lines and columns, and indented by a space a level.

    common: lines that are left out.
    """
    text = "\n".join(line for line in text.split("\n") if line not in common)
    text = re.sub(r"(?<=\S) {2,}", " ", text)
    text = re.sub(r"\n( +)", lambda indent: "\n" + " " * -(-len(indent[1]) // 4), text)
    return re.sub(r"[ \n]*\n", "\n", text).removesuffix("\n")


def to_json(index: Mapping) -> str:
    """The index as compact JSON."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))
