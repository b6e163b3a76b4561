"""What all catalogues of translations share: TOML tables whose keys are the texts to translate."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from execbook.problems import Problem, ProblemError
from execbook.project import Project

POSITION = re.compile(r"\(at line (?P<line>\d+), column \d+\)$")


class Tables(NamedTuple):
    """The tables of a catalogue and its text; both are empty if there is no such file."""

    name: str
    text: str
    tables: dict[str, Any]

    def line(self, key: str, table: str | None = None) -> int:
        """The line of a key, of a table or in it, counted from 1; 0 if it is written in another form."""
        lines = list(enumerate(self.text.splitlines(), 1))
        heads = (f"[{table}]", f'["{table}"]', f"['{table}']")
        start = next((number for number, line in lines if line.strip() in heads), 0)
        starts = (json.dumps(key, ensure_ascii=False), f"'{key}'", key, f"[{key}]", f'["{key}"]')
        return next((n for n, line in lines if n > start and line.lstrip().startswith(starts)), 0)


def read_tables(project: Project, path: Path, rule: str) -> Tables:
    """Read a catalogue. Raises ProblemError, under this rule, if it cannot be read."""
    name = path.relative_to(project.root).as_posix()
    try:
        text = path.read_text("utf-8")
        return Tables(name, text, tomllib.loads(text))
    except FileNotFoundError:
        return Tables(name, "", {})
    except UnicodeDecodeError as error:
        raise ProblemError(
            Problem(name, 0, f"is not UTF-8: {error.reason}", "save the file as UTF-8", rule)
        ) from None
    except tomllib.TOMLDecodeError as error:
        line = int(place["line"]) if (place := POSITION.search(str(error))) else 0
        message = f"is not valid TOML: {POSITION.sub('', str(error)).strip()}"
        fix = 'write "text" = "translation", each text once'
        raise ProblemError(Problem(name, line, message, fix, rule)) from None
