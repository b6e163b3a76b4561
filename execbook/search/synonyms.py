"""Synonyms for the search: groups of phrases with the same meaning, from two lists."""

import re

from execbook.project import Project
from execbook.sources.tables import read_table

GLOSSARY = "glossary.tsv"
MORE = "search.tsv"
"""Words that readers search for but that are not terms of the book. The column `also` replaces `avoid`."""


def synonyms(project: Project, language: str) -> list[list[str]]:
    """Groups of phrases with the same meaning, those that the pages of `language` use first.

    Empty for a project without these files.
    """
    groups = []
    for name, others in ((GLOSSARY, "avoid"), (MORE, "also")):
        for _, row in read_table(project.words / name).rows:
            cells = {column: row.get(column, "") for column in (*project.languages, others)}
            ours = phrases(cells[language])
            theirs = [phrase for cell in cells.values() for phrase in phrases(cell)]
            group = list(dict.fromkeys([*ours, *theirs]))
            if ours and len(group) > 1:
                groups.append(group)
    return groups


def phrases(cell: str) -> list[str]:
    """The phrases of a cell: `ReLU, rectified linear unit` and `임계값; 문턱값` are two each.

    Text in brackets explains a term and is left out, and so are cells that contain two terms (`A / B`).
    """
    if " / " in cell:
        return []
    without = re.sub(r"\s*\([^)]*\)", "", cell)
    return [phrase for part in re.split(r"[;,]", without) if (phrase := part.strip())]
