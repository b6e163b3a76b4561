"""What a page says of a claim below its sentence, in each language."""

import re
from collections.abc import Sequence

from execbook import words
from execbook.claims.evaluate import Evaluation
from execbook.records.numbers import show
from execbook.sources.pages.blocks import COUNTS


def summary(one: Evaluation, language: str) -> str:
    """`held with 20 of 20 seeds`."""
    return words.table(language, "held")[one.vary].format(held=one.held, tried=one.tried)


def rows(one: Evaluation) -> Sequence[Sequence[str]]:
    """The spread of each value that the relation uses: its name, lowest, median and highest."""
    return [(row.name, *map(_short, (row.low, row.median, row.high))) for row in one.spreads()]


def filled(text: str, one: Evaluation | None) -> str:
    """A sentence with how often it holds. Without an outcome the numbers are missing, and a dash is shown."""
    counts = {"held": str(one.held), "tried": str(one.tried)} if one else {"held": "–", "tried": "–"}
    return COUNTS.sub(lambda match: counts[match["name"]], text)


def _short(number: float) -> str:
    text = show(float(number), ".3g")
    return re.sub(r"\.0$", "", text)
