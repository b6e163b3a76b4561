"""Labs: guided exercises as notebooks, in all languages from one source, `labs/<part>.py`.

The source is a script in jupytext's percent format. The metadata of a cell declares its purpose:

- `lang="en"`: only in that language's notebook. Cells without it are in all.
- `section="logistic"` on a Markdown cell: the id of its heading, the same in all languages.
- `exercise="logistic"`: code that the reader completes. `check="logistic"`: checks the reader's answer.
- `solution="logistic"`: a correct answer, folded. `wrong="logistic"`: a wrong one, which no notebook has. It
  begins with what the page says to a reader who makes that mistake: see `execbook.browser.lab_exercises`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jupytext
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from execbook import words
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.sources.places import NOTEBOOK, lab_sources
from execbook.takeaway.notebooks import PYTHON, save

SOLUTION_BLOCK = "<details>\n<summary>{}</summary>\n\n```python\n{}\n```\n\n</details>"
CELL_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class Lab:
    """One lab's source. part: the chapter it belongs to. name: its file. cells: as jupytext reads them."""

    part: str
    name: str
    text: str
    cells: list[nbformat.NotebookNode]

    @property
    def exercises(self) -> list[str]:
        return [cell.metadata["exercise"] for cell in self.cells if "exercise" in cell.metadata]

    def answers(self, role: str, exercise: str) -> list[str]:
        """The sources of the cells with this role (`solution`, `wrong`, `check`) for one exercise."""
        return [cell.source for cell in self.cells if cell.metadata.get(role) == exercise]

    def line_of(self, role: str, name: str) -> int:
        """The first line of the first cell with this setting; 0 if there is none."""
        lines = enumerate(self.text.splitlines(), 1)
        setting = f'{role}="{name}"'
        return next((number for number, line in lines if line.startswith("# %%") and setting in line), 0)


def labs(project: Project) -> list[Lab]:
    """All labs, sorted by part. Raises ProblemError if one has incomplete exercises."""
    return [read_lab(project, path) for path in lab_sources(project).values()]


def read_lab(project: Project, path: Path) -> Lab:
    """Read one lab. Each exercise must have one check, one solution and at least one wrong answer."""
    name = project.relative(path)
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        cure = "save the file as UTF-8"
        raise ProblemError(Problem(name, line, f"is not UTF-8: {error.reason}", cure, "lab")) from None
    lab = Lab(path.stem, name, text, jupytext.reads(text, fmt="py:percent").cells)
    problems = []
    for exercise in lab.exercises:
        for role, needed in (("check", 1), ("solution", 1), ("wrong", None)):
            count = len(lab.answers(role, exercise))
            if count == 0 or (needed and count != needed):
                message = f"the exercise {exercise!r} has {count} cells for {role}"
                cure = f'{"keep one of them" if count else "add a cell"}: # %% {role}="{exercise}"'
                problems.append(Problem(name, lab.line_of("exercise", exercise), message, cure, "lab"))
    if problems:
        raise ProblemError(problems)
    return lab


def notebook(lab: Lab, language: str, answers: dict[str, str] | None = None) -> nbformat.NotebookNode:
    """The reader's notebook, without outputs.

    answers: code by exercise, in place of the reader's; if given, the solutions are omitted. Raises
    ProblemError for duplicate or invalid cell ids.
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
            made = new_markdown_cell(
                SOLUTION_BLOCK.format(words.table(language, "lab")["solution"], cell.source)
            )
        else:
            made = new_code_cell((answers or {}).get(settings.get("exercise"), cell.source))
        role = next(
            (role for role in ("section", "exercise", "check", "solution") if role in settings), "cell"
        )
        made["id"] = f"{role}-{settings.get(role, len(cells) + 1)}"
        cells.append(made)
    if problems := list(_faulty_ids(lab, [cell["id"] for cell in cells], language)):
        raise ProblemError(problems)
    result = new_notebook(cells=cells, metadata=PYTHON)
    nbformat.validate(result)
    return result


def _faulty_ids(lab: Lab, ids: list[str], language: str) -> Iterator[Problem]:
    """Ids that nbformat rejects, or replaces by random ones, which would change with every build."""
    for cell_id, count in Counter(ids).items():
        if count > 1 or not CELL_ID.fullmatch(cell_id):
            role, _, name = cell_id.partition("-")
            message = f"the {role} {name!r} " + (
                f"occurs {count} times in {language}"
                if count > 1
                else "has a name that is not a valid cell id"
            )
            cure = "give each a unique name of at most 50 English letters, digits, - and _"
            yield Problem(lab.name, lab.line_of(role, name), message, cure, "lab")


def write(project: Project, language: str) -> list[Path]:
    """Write the notebooks of all labs in one language. Returns their paths.

    Raises ProblemError for an invalid lab.
    """
    paths = []
    for lab in labs(project):
        path = project.notebooks / language / lab.part / NOTEBOOK
        save(path, nbformat.writes(notebook(lab, language)) + "\n")
        paths.append(path)
    return paths
