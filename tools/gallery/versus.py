"""The same examples with the engine and with sphinx-gallery, two at a time, in turns.

The engine runs each in a process of its own, confined, and draws its figures in all languages of the book;
sphinx-gallery runs them in two processes and draws each figure and a thumbnail. Neither makes pages.
"""

import shutil
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from execbook.project import Project
from tools.bench.measuring import Cost, Row, in_turns, run, spend, table
from tools.environments import synced
from tools.gallery.runs import book_of

HERE = Path(__file__).parent
LOCK = HERE / "sphinx.txt"


def names(path: Path = HERE / "versus.txt") -> list[str]:
    """The examples to be compared."""
    return [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]


def measured(
    folder: Path, examples: Mapping[str, str], refused: Collection[str], languages: Iterable[str], rounds: int
) -> str:
    """A table of both, without the examples that the engine refuses.

    Raises ProblemError if one does not run all the others.
    """
    chosen = {one: examples[one] for one in names() if one not in refused}
    book = book_of(folder / "versus/execbook", chosen, languages)
    sphinx, python = (
        sources(folder / "versus/sphinx", chosen),
        synced(folder / "sphinx-gallery", sys.executable, LOCK),
    )
    rows = [
        Row("execbook", lambda: _run_ours(book), len(chosen)),
        Row("sphinx-gallery", lambda: _run_theirs(sphinx, python), len(chosen)),
    ]
    in_turns(rows, rounds)
    return "\n".join(table(rows))


def _run_ours(book: Project) -> Cost:
    shutil.rmtree(book.build, ignore_errors=True)
    return run(book)


def _run_theirs(source: Path, python: Path) -> Cost:
    for name in ("gallery", "made"):
        shutil.rmtree(source / name, ignore_errors=True)
    return spend([str(python), "-m", "sphinx", "--quiet", ".", "made"], source, {})


def sources(folder: Path, examples: Mapping[str, str]) -> Path:
    """The same examples as sphinx-gallery wants them."""
    shutil.rmtree(folder, ignore_errors=True)
    parts = {name.split("/")[0] for name in examples}
    headings = {f"examples/{part}/GALLERY_HEADER.rst": f"{part}\n{'=' * len(part)}\n" for part in parts}
    files = {
        "index.rst": "Gallery\n=======\n",
        "conf.py": (HERE / "conf.py").read_text("utf-8"),
        "examples/GALLERY_HEADER.rst": "Examples\n========\n",
        **headings,
        **{f"examples/{name}.py": text for name, text in examples.items()},
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder
