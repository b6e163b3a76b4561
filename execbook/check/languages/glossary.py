"""Whether all languages use the words of `words/glossary.tsv`: a column for each, avoid, also and judged.

avoid: synonyms that this book does not use, of any language, separated by semicolons.
also: accepted variants of the term; `train*` stands for every word with this prefix.
judged: the language whose use of the term requires it in the others, `no` for none, all if empty.
Words with other meanings (unit, layer, 변수) are checked in one direction or not at all.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from execbook.book import Book
from execbook.check.rules import publishing_rule
from execbook.languages.spelling.passages import HANGUL, Passage, passages
from execbook.languages.terms import GLOSSARY, judged_in, phrases_of, without_brackets
from execbook.problems import Problem
from execbook.sources.tables import read_table


@dataclass(frozen=True)
class Term:
    """A row of the glossary. used: matches the term. accepted: matches the term or a variant."""

    used: Mapping[str, re.Pattern[str]]
    accepted: Mapping[str, re.Pattern[str]]
    names: Mapping[str, str]
    judged: tuple[str, ...]
    avoid: Mapping[str, re.Pattern[str]]


@publishing_rule("glossary-form", "Every row of the glossary has the term in every language.", house=True)
@publishing_rule("glossary-avoid", "No word that the glossary avoids is used.", house=True)
@publishing_rule(
    "glossary-parity",
    "A page uses a term of the glossary in every language or in none.",
    house=True,
)
def glossary(book: Book) -> Iterator[Problem]:
    """A project without a glossary has nothing to check."""
    project, languages = book.project, book.project.languages
    path, place = project.path(GLOSSARY), project.named(GLOSSARY)
    if not path.is_file():
        return
    terms: list[Term] = []
    for line, row in read_table(path).rows:
        if missing := [language for language in languages if not row.get(language)]:
            cure = f"write {', '.join(languages)}, avoid, also and judged, separated by tabs"
            yield Problem(place, line, f"has no {' and no '.join(missing)}", cure, "glossary-form")
        else:
            terms.append(_term(row, languages))
    texts: dict[str, list[Passage]] = {}
    for passage in passages(book):
        texts.setdefault(re.sub("^docs/[a-z]+/", "", project.usual(passage.name)), []).append(passage)
    words, memo = path.read_bytes(), book.memo("glossary")
    for found in texts.values():
        key = words, place, languages, [(one.name, one.line, one.language, one.text) for one in found]
        yield from memo.get(key, functools.partial(_problems_of, found, terms, languages, place))


def _problems_of(
    found: list[Passage], terms: list[Term], languages: tuple[str, ...], place: str
) -> list[Problem]:
    """Problems of one file, or of one page in all languages. place: the glossary's file."""
    problems = [problem for passage in found for problem in _avoided(passage, terms, place)]
    page: dict[str, list[Passage]] = {}
    for passage in found:
        if passage.name.endswith((".md", ".py")):
            page.setdefault(passage.language, []).append(passage)
    if len(page) == len(languages):
        problems += _missing_terms(page, terms, place)
    return problems


def _term(row: Mapping[str, str], languages: tuple[str, ...]) -> Term:
    names = {language: without_brackets(row[language]) for language in languages}
    phrases = {language: phrases_of(names[language]) for language in languages}
    variants = [word.strip() for word in (row.get("also") or "").split(";") if word.strip()]
    avoid = [word.strip() for word in (row.get("avoid") or "").split(";") if word.strip()]
    return Term(
        {language: _pattern(phrases[language]) for language in languages},
        {language: _pattern([*phrases[language], *variants]) for language in languages},
        names,
        judged_in(row, languages),
        {word: _pattern([word]) for word in avoid},
    )


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the phrases: Korean with or without spaces, English in its plural and other forms."""
    patterns = []
    for phrase in phrases:
        parts = list(map(re.escape, phrase.rstrip("*").split()))
        stem = r"[\s-]+".join(parts)
        if HANGUL.search(phrase):
            patterns.append(r"\s*".join(parts))
        else:
            patterns.append(
                rf"(?<![A-Za-z.]){stem}" + ("" if phrase.endswith("*") else "(?:s|es|d|ed|ing)?(?![A-Za-z])")
            )
    return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE)


def _avoided(passage: Passage, terms: Iterable[Term], place: str) -> Iterator[Problem]:
    for term in terms:
        for word, pattern in term.avoid.items():
            if pattern.search(passage.text):
                hangul = bool(HANGUL.search(word))
                alike = [one for one in term.names.values() if bool(HANGUL.search(one)) == hangul]
                name = alike[0] if len(alike) == 1 else term.names[passage.language]
                cure = f"write {name!r}, as in {place}"
                yield Problem(passage.name, passage.line, f"uses {word!r}", cure, "glossary-avoid")


def _missing_terms(page: Mapping[str, list[Passage]], terms: Iterable[Term], place: str) -> Iterator[Problem]:
    whole = {language: " ".join(passage.text for passage in found) for language, found in page.items()}
    for term in terms:
        for language in term.judged:
            if not term.used[language].search(whole[language]):
                continue
            first = next(
                (one for one in page[language] if term.used[language].search(one.text)), page[language][0]
            )
            for counterpart in page:
                if counterpart != language and not term.accepted[counterpart].search(whole[counterpart]):
                    message = (
                        f"never uses {term.names[counterpart]!r}, but {first.name}:{first.line} uses "
                        f"{term.names[language]!r}"
                    )
                    cure = f"use the term of {place}; accepted variants go into its column `also`"
                    yield Problem(page[counterpart][0].name, 0, message, cure, "glossary-parity")
