"""What a book sets in its `pyproject.toml`, in the table `[tool.execbook]`; all of it has a default."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from execbook.problems import Problem, ProblemError, did_you_mean, raise_if_any

FILE = "pyproject.toml"
LANGUAGE = re.compile(r"[a-z]{2,3}")
FOLDER = re.compile(r"[A-Za-z0-9_-]+")


FOLDERS = ("accepted", "build", "docs", "labs", "site", "snippets", "theme", "words")


@dataclass(frozen=True)
class Settings:
    """The settings of a book.

    languages: codes such as `en`, one or more, each the name of a folder of pages. The first is the default
    of the site, and its navigation is the one that others are compared with.

    folders: other names for the folders `accepted`, `build`, `docs`, `labs`, `site`, `snippets`, `theme` and
    `words`, such as `docs = "pages"`.

    preload: packages that are imported once for all runs, because they are slow to import. Only such may be
    named as start no thread when they are imported.

    preload-last: modules of the slowest packages, which are imported while examples without them run.

    environment: variables that every run has, such as `TF_NUM_INTRAOP_THREADS = "1"`.

    switched-off: names of house rules that `check` does not apply, see `execbook rules`.

    package-names: how names of packages are written for readers, in the order in which a page lists them.

    pythons: versions of Python that readers may use; by default those with which the examples were run.

    missing-on-colab: packages of examples that a notebook on Colab has to install first.
    """

    languages: tuple[str, ...] = ("en",)
    folders: Mapping[str, str] = field(default_factory=dict)
    preload: tuple[str, ...] = ("matplotlib", "numpy", "pandas", "scipy", "sklearn")
    preload_last: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    switched_off: tuple[str, ...] = ()
    package_names: Mapping[str, str] = field(default_factory=dict)
    pythons: tuple[str, ...] = ()
    missing_on_colab: tuple[str, ...] = ()


def read(root: Path) -> Settings:
    """The settings of the book in the folder `root`. Raises ProblemError if they cannot be read."""
    try:
        text = (root / FILE).read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    try:
        table = tomllib.loads(text).get("tool", {}).get("execbook", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProblemError(Problem(FILE, 0, f"is not TOML: {error}", "correct it", "settings")) from None
    if not isinstance(table, dict):
        fix = "write [tool.execbook], and the settings below it"
        raise ProblemError(Problem(FILE, 0, "tool.execbook is not a table", fix, "settings"))
    return _checked(table, text)


def _checked(table: Mapping[str, Any], text: str) -> Settings:
    known = {one.name.replace("_", "-"): one.name for one in fields(Settings)}
    defaults = Settings()
    values: dict[str, Any] = {}
    problems = []
    for key, value in table.items():
        if key not in known:
            message, fix = f"[tool.execbook] has no setting {key!r}", did_you_mean(key, known, "settings")
        elif fix := _objection(key, value, isinstance(getattr(defaults, known[key]), tuple)):
            message = f"{key} = {value!r} is not valid"
        else:
            values[known[key]] = tuple(value) if isinstance(value, list) else value
            continue
        problems.append(Problem(FILE, _line(text, key), message, fix, "settings"))
    raise_if_any(problems)
    return Settings(**values)


def _objection(key: str, value: Any, is_list: bool) -> str:
    """What to write instead of this value; empty if it is valid."""
    if is_list:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            return 'write a list of texts, such as ["en"]'
        if len(set(value)) < len(value):
            return "name each once"
    elif not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        return 'write a table of texts, such as {docs = "pages"}'
    if key == "languages" and not (value and all(map(LANGUAGE.fullmatch, value))):
        return 'name one or more languages by their codes, such as ["en", "de"]'
    if key == "folders" and (unknown := value.keys() - set(FOLDERS)):
        return did_you_mean(min(unknown), FOLDERS, "folders")
    if key == "folders" and not all(map(FOLDER.fullmatch, value.values())):
        return "name folders within the project, without a slash"
    return ""


def _line(text: str, key: str) -> int:
    """The line of a setting, counted from 1; 0 if it is written in another form."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            inside = line.startswith("[tool.execbook]")
            if line.startswith(f"[tool.execbook.{key}]"):
                return number
        elif inside and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*[=.]", line.strip()):
            return number
    return 0
