"""What the engine itself writes for readers: one file for each language, such as `en.toml`.

A text that a language lacks is that of English. `{}` in a text is a placeholder.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FALLBACK = "en"


@cache
def table(language: str, name: str) -> Mapping[str, Any]:
    """The texts of one table, in this language as far as it has them."""
    return _read(FALLBACK)[name] | _read(language).get(name, {})


def name_of(language: str, spoken: str) -> str:
    """The name of a language in the language `spoken`: `German`; its code if neither has a name for it."""
    return table(spoken, "languages").get(language, language)


@cache
def _read(language: str) -> dict[str, Any]:
    path = FOLDER / f"{language}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
