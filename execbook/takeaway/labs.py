"""Labs: guided exercises as notebooks, in both languages from one source, `labs/<part>.py`.

The source is a script in jupytext's percent format. A cell says by its settings what it is for:

- `lang="ko"` or `lang="en"`: only in that language's notebook. Cells without it are shared.
- `section="logistic"` on a Markdown cell: the id of its heading, the same in both languages.
- `exercise="logistic"`: a start that the reader completes. `check="logistic"`: tells whether that is right.
- `solution="logistic"`: a right answer, folded. `wrong="logistic"`: a wrong one, which only the tests see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jupytext
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from execbook.problems import Problem, ProblemError
from execbook.project import LANGUAGES, Project

FOLD = "<details>\n<summary>{}</summary>\n\n```python\n{}\n```\n\n</details>"
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
SOLUTION = {"ko": "풀이", "en": "Solution"}


@dataclass(frozen=True)
class Lab:
    """One lab's source. part: the chapter it belongs to. cells: as jupytext reads them."""

    part: str
    path: Path
    cells: list[nbformat.NotebookNode]

    @property
    def exercises(self) -> list[str]:
        return [cell.metadata["exercise"] for cell in self.cells if "exercise" in cell.metadata]

    def answers(self, role: str, exercise: str) -> list[str]:
        """The sources of the cells with this role (`solution`, `wrong`, `check`) for one exercise."""
        return [cell.source for cell in self.cells if cell.metadata.get(role) == exercise]


def labs(project: Project) -> list[Lab]:
    """All labs, sorted by part. Raises ProblemError for one whose exercises are not complete."""
    return [read_lab(project, path) for path in sorted(project.labs.glob("*.py"))]


def read_lab(project: Project, path: Path) -> Lab:
    """Read one lab. Each exercise must have one check, one solution and at least one wrong answer."""
    name = project.relative(path)
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        cure = "save the file as UTF-8"
        raise ProblemError(Problem(name, 0, f"is not UTF-8: {error.reason}", cure, "lab")) from None
    lab = Lab(path.stem, path, jupytext.reads(text, fmt="py:percent").cells)
    problems = []
    for exercise in lab.exercises:
        for role, needed in (("check", 1), ("solution", 1), ("wrong", None)):
            count = len(lab.answers(role, exercise))
            if count == 0 or (needed and count != needed):
                message = f"the exercise {exercise!r} has {count} cells for {role}"
                cure = f'{"keep one of them" if count else "add a cell"}: # %% {role}="{exercise}"'
                problems.append(Problem(name, 0, message, cure, "lab"))
    if problems:
        raise ProblemError(problems)
    return lab


def notebook(lab: Lab, language: str, answers: dict[str, str] | None = None) -> nbformat.NotebookNode:
    """The reader's notebook, without outputs.

    answers: code by exercise that stands in for the reader's; where it is given, the solutions are left out.
    Raises ProblemError where the ids of its cells are not what a notebook may have.
    """
    cells = []
    for cell in lab.cells:
        settings = cell.metadata
        if settings.get("lang", language) != language or "wrong" in settings:
            continue
        if cell.cell_type == "markdown":
            made = new_markdown_cell(cell.source)
        elif "solution" in settings:
            if answers is not None:
                continue
            made = new_markdown_cell(FOLD.format(SOLUTION[language], cell.source))
        else:
            made = new_code_cell((answers or {}).get(settings.get("exercise"), cell.source))
        role = next(
            (role for role in ("section", "exercise", "check", "solution") if role in settings), "cell"
        )
        made["id"] = f"{role}-{settings.get(role, len(cells) + 1)}"
        cells.append(made)
    if problems := list(_faulty_ids(lab, [cell["id"] for cell in cells], language)):
        raise ProblemError(problems)
    made = new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python"},
        },
    )
    nbformat.validate(made)
    return made


def _faulty_ids(lab: Lab, ids: list[str], language: str) -> Iterator[Problem]:
    """Ids that nbformat refuses, or replaces by random ones, so that no notebook would ever be up to date."""
    for id, count in Counter(ids).items():
        if count > 1 or not CELL_ID.fullmatch(id):
            role, _, name = id.partition("-")
            message = f"the {role} {name!r} " + (
                f"stands {count} times in {language}" if count > 1 else "has a name that no cell may have"
            )
            cure = "give each a name of its own, at most 50 letters of English, digits, - and _"
            yield Problem(f"labs/{lab.path.name}", 0, message, cure, "lab")


def place_of(project: Project, lab: Lab, language: str) -> Path:
    """Where the reader's notebook is kept: beside the chapter's pages, so that Colab can open it there."""
    return project.docs / language / lab.part / "lab.ipynb"


def write_all(project: Project) -> list[Path]:
    """Write every notebook that is not as its source makes it; returns those that were written."""
    written = []
    for _, path, text in _behind(project):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        written.append(path)
    return written


def stale(project: Project) -> list[Problem]:
    """The notebooks that are not as their source makes them."""
    return [
        Problem(
            project.relative(path),
            0,
            f"is not what {project.relative(lab.path)} makes",
            "run `make labs`",
            "stale-lab",
        )
        for lab, path, _ in _behind(project)
    ]


def _behind(project: Project) -> Iterator[tuple[Lab, Path, str]]:
    """Each notebook that is not as its source makes it: its lab, its place, and what it should say."""
    for lab in labs(project):
        for language in LANGUAGES:
            path = place_of(project, lab, language)
            text = nbformat.writes(notebook(lab, language)) + "\n"
            if not path.is_file() or path.read_text("utf-8") != text:
                yield lab, path, text
