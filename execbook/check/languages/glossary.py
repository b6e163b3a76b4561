"""Whether both languages use the words of `words/glossary.tsv`: columns ko, en, avoid, also and judged.

avoid: words that stand for the term elsewhere but not here, of either language, with semicolons between them.
also: what may be said for the term as well; `train*` stands for every word that begins so.
judged: for which language a page that uses the term obliges the other: `ko`, `en`, `no`, or both if empty.
Words that mean other things too (unit, layer, 변수) are judged in one direction or not at all.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from execbook.book import Book
from execbook.check.rules import Stage, rule
from execbook.languages.spelling.passages import Passage, passages
from execbook.languages.translations.compare import other
from execbook.problems import Problem
from execbook.project import LANGUAGES

PLACE = "words/glossary.tsv"
HANGUL = re.compile("[가-힣]")


@dataclass(frozen=True)
class Term:
    """A row. said: finds what it is called in a language. known: finds that or a substitute for it."""

    said: Mapping[str, re.Pattern[str]]
    known: Mapping[str, re.Pattern[str]]
    names: Mapping[str, str]
    judged: tuple[str, ...]
    avoid: Mapping[str, re.Pattern[str]]


@rule("glossary-form", "Every row of the glossary has ko and en.", stage=Stage.PUBLISHING)
@rule("glossary-avoid", "No word that the glossary avoids is used.", stage=Stage.PUBLISHING)
@rule(
    "glossary-parity",
    "A page uses a term of the glossary in every language or in none.",
    stage=Stage.PUBLISHING,
)
def glossary(book: Book) -> Iterator[Problem]:
    """Without a glossary there is nothing to find."""
    path = book.project.root / PLACE
    if not path.is_file():
        return
    terms: list[Term] = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for row in rows:
            if all(row.get(language) for language in LANGUAGES):
                terms.append(_term(row))
            else:
                cure = "write ko, en, avoid, also and judged in this order, with one tab between two of them"
                yield Problem(PLACE, rows.line_num, "has no ko or no en", cure, "glossary-form")
    texts: dict[str, dict[str, list[Passage]]] = {}
    for passage in passages(book):
        yield from _avoided(passage, terms)
        if passage.name.endswith((".md", ".py")):
            page = re.sub("^docs/[a-z]+/", "", passage.name)
            texts.setdefault(page, {}).setdefault(passage.language, []).append(passage)
    for page in texts.values():
        if len(page) == len(LANGUAGES):
            yield from _unequal(page, terms)


def _term(row: Mapping[str, str]) -> Term:
    names = {language: _without_brackets(row[language]) for language in LANGUAGES}
    said = {language: _phrases(names[language]) for language in LANGUAGES}
    more = [word.strip() for word in (row.get("also") or "").split(";") if word.strip()]
    avoid = [word.strip() for word in (row.get("avoid") or "").split(";") if word.strip()]
    judged = (row.get("judged") or "").strip()
    return Term(
        {language: _pattern(said[language]) for language in LANGUAGES},
        {language: _pattern([*said[language], *more]) for language in LANGUAGES},
        names,
        () if judged == "no" else (judged,) if judged else LANGUAGES,
        {word: _pattern([word]) for word in avoid},
    )


def _without_brackets(cell: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", cell).strip()


def _phrases(cell: str) -> list[str]:
    return [phrase.strip() for phrase in re.split(r",| / ", cell) if phrase.strip()]


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases: Korean with or without blanks, English in its plural and other forms."""
    ways = []
    for phrase in phrases:
        parts = list(map(re.escape, phrase.rstrip("*").split()))
        stem = r"[\s-]+".join(parts)
        if HANGUL.search(phrase):
            ways.append(r"\s*".join(parts))
        else:
            ways.append(
                rf"(?<![A-Za-z.]){stem}" + ("" if phrase.endswith("*") else "(?:s|es|d|ed|ing)?(?![A-Za-z])")
            )
    return re.compile("|".join(ways) or r"(?!)", re.IGNORECASE)


def _avoided(passage: Passage, terms: Iterable[Term]) -> Iterator[Problem]:
    for term in terms:
        for word, pattern in term.avoid.items():
            if pattern.search(passage.text):
                name = term.names["ko" if HANGUL.search(word) else "en"]
                cure = f"say {name!r}, as {PLACE} has it"
                yield Problem(passage.name, passage.line, f"says {word!r}", cure, "glossary-avoid")


def _unequal(page: Mapping[str, list[Passage]], terms: Iterable[Term]) -> Iterator[Problem]:
    whole = {language: " ".join(passage.text for passage in found) for language, found in page.items()}
    for term in terms:
        for language in term.judged:
            silent = other(language)
            if term.known[silent].search(whole[silent]) or not term.said[language].search(whole[language]):
                continue
            first = next(
                (one for one in page[language] if term.said[language].search(one.text)), page[language][0]
            )
            yield Problem(
                page[silent][0].name,
                0,
                f"never says {term.names[silent]!r}, but {first.name}:{first.line} says "
                f"{term.names[language]!r}",
                f"use the word of {PLACE}; what may stand for it goes into the column `also`",
                "glossary-parity",
            )
