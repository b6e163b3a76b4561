"""The terms of the book, from `words/glossary.tsv`, with their definitions from `words/definitions.tsv`.

Columns of the definitions: term (as in the glossary's column of the first language), page (where the term is
explained, such as `training/batch#steps`), and a sentence in each language.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from execbook.project import Project

GLOSSARY = "words/glossary.tsv"
DEFINITIONS = "words/definitions.tsv"
PAGE = "glossary"
"""The key of the page that lists all terms."""

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
        phrases = re.split(r",| / ", _without_brackets(self.names[language]))
        parts = [r"[\s-]+".join(map(re.escape, phrase.split())) for phrase in phrases if phrase.strip()]
        if language == "ko":
            return rf"(?<![가-힣\w])(?:{'|'.join(parts)})(?=(?:{_PARTICLES})?(?![가-힣\w]))"
        return rf"(?<![\w.-])(?:{'|'.join(parts)})(?:s|es)?(?![\w-])"


def _without_brackets(cell: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", cell).strip()


def rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of a table, each with the number of its line; none if there is no such file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(reader.line_num, {key: value or "" for key, value in row.items() if key}) for row in reader]


def definitions(project: Project) -> list[Definition]:
    """The terms that have a definition, in the order of the file."""
    languages = project.languages
    glossary = [row for _, row in rows(project.root / GLOSSARY)]
    terms = {row[languages[0]]: row for row in glossary if all(map(row.get, languages))}
    found = []
    for line, row in rows(project.root / DEFINITIONS):
        if (term := terms.get(row.get("term", ""))) and all(row.get(language) for language in languages):
            page, _, heading = row["page"].partition("#")
            judged = term.get("judged", "").strip()
            found.append(
                Definition(
                    row["term"],
                    line,
                    page,
                    heading,
                    {language: term[language] for language in languages},
                    {language: row[language] for language in languages},
                    {language: judged in ("", language) for language in languages},
                )
            )
    return found
