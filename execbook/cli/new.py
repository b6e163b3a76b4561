"""The command `new`: a small book to begin with, from the three files in `template/`."""

from collections.abc import Sequence
from pathlib import Path
from string import Template

from execbook.generator import material
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.settings import FILE, LANGUAGE
from execbook.words import name_of

TEMPLATE = Path(__file__).parent / "template"
OTHER = """\
INHERIT: mkdocs.yml
theme:
  language: {language}
markdown_extensions:
  execbook.markdown:
    language: {language}
"""
"""The configuration of a language that is not the first."""


def create(folder: Path, languages: Sequence[str]) -> Project:
    """Create a book in `folder`, which must be empty or not exist. Raises ProblemError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ProblemError(Problem(str(folder), 0, "is not empty", "name a new folder", "new"))
    known = material.languages()
    for language in languages:
        if not LANGUAGE.fullmatch(language) or language not in known:
            fix = f"use one of {', '.join(sorted(known))}"
            raise ProblemError(
                Problem("", 0, f"the theme does not know the language {language!r}", fix, "new")
            )
    if len({*languages}) < len(languages):
        raise ProblemError(Problem("", 0, "a language is named twice", "name each once", "new"))
    names = ", ".join(f'"{language}"' for language in languages)
    files = {
        FILE: f"[tool.execbook]\nlanguages = [{names}]\n",
        "snippets/first/halving.py": _text("halving.py"),
    }
    for language in languages:
        files[f"docs/{language}/index.md"] = _text("index.md")
    files["mkdocs.yml"] = Template(_text("mkdocs.yml")).substitute(language=languages[0])
    if len(languages) > 1:
        files["mkdocs.yml"] += _switch(languages)
    files |= {f"mkdocs.{language}.yml": OTHER.format(language=language) for language in languages[1:]}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Project(folder)


def _text(name: str) -> str:
    return (TEMPLATE / name).read_text("utf-8")


def _switch(languages: Sequence[str]) -> str:
    """The theme's language switch."""
    entries = "".join(
        f"    - name: {name_of(language, language)}\n      link: ../{language}/\n      lang: {language}\n"
        for language in languages
    )
    return f"extra:\n  alternate:\n{entries}"
