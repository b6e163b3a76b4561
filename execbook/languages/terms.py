"""The terms of the book, from `words/glossary.tsv`, with their definitions from `words/definitions.tsv`.

Columns of the definitions: term (as in the glossary's column of the first language), page (where the term is
explained, such as `training/batch#steps`), and a sentence in each language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from execbook.project import Project
from execbook.sources.tables import read_table

GLOSSARY = "words/glossary.tsv"
DEFINITIONS = "words/definitions.tsv"
PAGE = "glossary"
"""The key of the page that lists all terms."""
LINK = "xb-term"
"""The class of a link from a term in a text to its entry on that page."""

_PARTICLES = (
    "들?(?:은|는|이|가|을|를|과|와|의|도|만|에|에는|에도|에서|에서는|로|으로|로는|으로는|로도|으로도|까지|부터|마다|보다|처럼|"
    "이나|나|이란|란|이라고|라고|입니다|이고|이며|인|이라면|라면|대로|뿐)"
)


@dataclass(frozen=True)
class Definition:
    """A term with its name and a sentence on it by language, and where it is explained.

    line: of `words/definitions.tsv`. page: a key such as `training/batch`. heading: an id on it, or empty.
    is_plain: by language, whether the term hardly occurs there in another meaning.
    """

    term: str
    line: int
    page: str
    heading: str
    names: Mapping[str, str]
    sentences: Mapping[str, str]
    is_plain: Mapping[str, bool]

    @property
    def id(self) -> str:
        """Of its entry on the page of all terms, the same in every language."""
        name = self.names.get("en", self.term)
        return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or f"term-{self.line}"

    def pattern(self, language: str) -> str:
        """Matches the term as a noun of its own: Korean with particles, English in singular and plural."""
        phrases = phrases_of(without_brackets(self.names[language]))
        parts = [r"[\s-]+".join(map(re.escape, phrase.split())) for phrase in phrases]
        if language == "ko":
            return rf"(?<![가-힣\w])(?:{'|'.join(parts)})(?=(?:{_PARTICLES})?(?![가-힣\w]))"
        return rf"(?<![\w.-])(?:{'|'.join(parts)})(?:s|es)?(?![\w-])"


def without_brackets(cell: str) -> str:
    """A cell of the glossary without explanations: `metric (scikit-learn)` is `metric`."""
    return re.sub(r"\s*\([^)]*\)", "", cell).strip()


def phrases_of(cell: str) -> list[str]:
    """The names of a term: `hard / soft clustering` and `ReLU, rectified linear unit` are two each."""
    return [phrase.strip() for phrase in re.split(r",| / ", cell) if phrase.strip()]


def judged_in(row: Mapping[str, str], languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages in which a term of the glossary has no other meaning, from its column `judged`."""
    judged = (row.get("judged") or "").strip()
    return tuple(language for language in languages if judged in ("", language))


def definitions(project: Project) -> list[Definition]:
    """The terms that have a definition, in the order of the file."""
    languages = project.languages
    glossary = read_table(project.path(GLOSSARY))
    terms = {row[languages[0]]: row for _, row in glossary.rows if all(map(row.get, languages))}
    found = []
    for line, row in read_table(project.path(DEFINITIONS)).rows:
        if (term := terms.get(row.get("term", ""))) and all(row.get(language) for language in languages):
            page, _, heading = row["page"].partition("#")
            judged = judged_in(term, languages)
            found.append(
                Definition(
                    row["term"],
                    line,
                    page,
                    heading,
                    {language: term[language] for language in languages},
                    {language: row[language] for language in languages},
                    {language: language in judged for language in languages},
                )
            )
    return found
