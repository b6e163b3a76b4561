"""Whether texts use phrases of `words/phrases.tsv`, which says for each what to write and where it is right.

phrase: a stem in Korean, which begins a word; whole words in English. unless: phrases that contain it and are
right, separated by semicolons. A synonym of a term stands in the glossary instead.
"""

import re
from collections.abc import Iterable, Iterator

from execbook.book import Book
from execbook.check.rules import publishing_rule
from execbook.languages.spelling.passages import HANGUL, Passage, passages
from execbook.problems import Problem
from execbook.sources.tables import read_table

PHRASES = "words/phrases.tsv"
COLUMNS = ("language", "phrase", "write", "unless")


@publishing_rule(
    "phrase-form",
    "Every row of the phrases has a language of the book, a phrase and what to write instead.",
    house=True,
)
@publishing_rule("phrase", "No text has a phrase that the book has decided against.", house=True)
def phrases(book: Book) -> Iterator[Problem]:
    """A project without such a table has nothing to check."""
    place, found = book.project.named(PHRASES), []
    for line, row in read_table(book.project.path(PHRASES)).rows:
        if row.get("language") not in book.project.languages or not row.get("phrase") or not row.get("write"):
            languages = ", ".join(book.project.languages)
            cure = f"write {', '.join(COLUMNS)}, separated by tabs; the languages are {languages}"
            yield Problem(place, line, "is no phrase of a language", cure, "phrase-form")
        else:
            found.append((row["language"], row["phrase"], _pattern(row), row["write"]))
    for lines in _paragraphs(passages(book)) if found else ():
        text = " ".join(one.text for one in lines)
        for language, phrase, pattern, instead in found:
            wrong = (
                [match for match in pattern.finditer(text) if match[1]]
                if language == lines[0].language
                else []
            )
            for match in wrong[:1]:
                said = _line_of(lines, match.start(1))
                cure = f"write {instead}, or add to `unless` in {place} where {phrase!r} is right"
                yield Problem(said.name, said.line, f"says {phrase!r}", cure, "phrase")


def _paragraphs(texts: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Lines that follow one another, as a phrase may continue in the next line."""
    lines: list[Passage] = []
    for one in texts:
        if lines and (one.name, one.line, one.language) != (
            lines[0].name,
            lines[-1].line + 1,
            lines[0].language,
        ):
            yield lines
            lines = []
        lines.append(one)
    if lines:
        yield lines


def _line_of(lines: Iterable[Passage], place: int) -> Passage:
    for one in lines:
        found = one
        place -= len(one.text) + 1
        if place < 0:
            break
    return found


def _pattern(row: dict[str, str]) -> re.Pattern[str]:
    """Matches what is right first, and catches in its group what is not."""
    right = [_spaced(one.strip()) for one in (row.get("unless") or "").split(";") if one.strip()]
    wrong = _spaced(row["phrase"])
    edges = ("(?<![가-힣])", "") if HANGUL.search(row["phrase"]) else (r"\b", r"\b")
    return re.compile("|".join([*right, f"{edges[0]}({wrong}){edges[1]}"]), re.IGNORECASE)


def _spaced(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))
