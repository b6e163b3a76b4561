"""Tables of words: text files with tabs between the columns, whose names are in the first line."""

import csv
from pathlib import Path
from typing import NamedTuple


class Table(NamedTuple):
    """columns: their names. rows: the number of the line and the cells by column, empty if missing."""

    columns: list[str]
    rows: list[tuple[int, dict[str, str]]]


def read_table(path: Path) -> Table:
    """The table in a file, without cells that have no column; an empty one if there is no such file."""
    if not path.is_file():
        return Table([], [])
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [(reader.line_num, {key: value or "" for key, value in row.items() if key}) for row in reader]
        return Table(list(reader.fieldnames or []), rows)
