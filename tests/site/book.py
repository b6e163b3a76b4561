"""Books to build in tests: a miniature of two pages with the real site's theme, and the real one."""

import re
import shutil
from pathlib import Path

from execbook.book import Book
from execbook.browser.examples import FOLDER
from execbook.browser.runtime import LIST
from execbook.knobs import running
from execbook.languages.translations.accept import accept
from execbook.project import Project
from tests import LANGUAGES, ROOT, SETTINGS
from tools.copies import copy_of

MINI = Path(__file__).parent / "mini"
RUNNABLE = Path(__file__).parent / "runnable"
"""What a miniature also has whose examples run in browsers."""
NAV = """\
nav:
  - index.md
  - numbers:
      - numbers/halving.md
"""


def make_mini_book(root: Path) -> Project:
    """Two pages and snippets under the real configurations, with a `nav` of their own; nothing has run.

    The pictures stay behind, as they show what the real snippets leave. Both languages are declared equal,
    but for one section that is excused.
    """
    shutil.copytree(MINI, root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "theme", root / "theme", ignore=shutil.ignore_patterns("pictures"))
    (root / "pyproject.toml").write_text(SETTINGS, "utf-8")
    project = Project(root)
    for language in LANGUAGES:
        text = Project(ROOT).config(language).read_text("utf-8")
        text, replaced = re.subn(r"(?m)^nav:\n(?:[ #].*\n)+", NAV, text)
        assert replaced == 1
        project.config(language).write_text(text, "utf-8")
    accept(Book(project), new=True)
    accept(Book(project), ["numbers/halving#run"], reason="so that there is one", behind="ko")
    return project


def has_runtime() -> bool:
    """Whether Python for browsers is there."""
    return (Project(ROOT).runtime / LIST).is_file()


def make_runnable_book(root: Path) -> Project:
    """The miniature with a page for each set of packages, a lab, and Python for browsers; nothing has run."""
    shutil.copytree(RUNNABLE, root)
    project = make_mini_book(root)
    own, comments = (
        project.words / f"comments/{name}.ko.toml" for name in ("averages_and_clusters", "numbers")
    )
    comments.write_text(f"{own.read_text('utf-8')}\n{comments.read_text('utf-8')}", "utf-8")
    own.unlink()
    for language in LANGUAGES:
        config = project.config(language)
        text = config.read_text("utf-8")
        pages = NAV + "      - numbers/running.md\n      - numbers/lab.ipynb\n"
        config.write_text(text.replace(NAV, pages), "utf-8")
    with (project.accepted / "addresses.txt").open("a", encoding="utf-8") as addresses:
        addresses.write("numbers/lab\nnumbers/running\n")
    accept(Book(project), new=True)
    share_runtime(project, f"{FOLDER}-of-tests")
    return project


def share_runtime(project: Project, kept: str = FOLDER) -> None:
    """Give a book the real one's Python for browsers, if that is there.

    kept: the folder of the real one's cache in which it keeps what came of its runs there.
    """
    if not has_runtime():
        return
    real = Project(ROOT)
    project.build.mkdir(exist_ok=True)
    project.runtime.symlink_to(real.runtime, target_is_directory=True)
    ours, theirs = project.build / "cache" / FOLDER, real.build / "cache" / kept
    theirs.mkdir(parents=True, exist_ok=True)
    ours.parent.mkdir(exist_ok=True)
    ours.symlink_to(theirs, target_is_directory=True)


def run_all(project: Project) -> None:
    """Bring every record of a project up to date; a snippet that fails, fails the test."""
    report = running.run(project)
    assert not report.failed, "\n".join(map(str, report.failed))


def copy_of_real_book(root: Path) -> Project:
    """The real sources in their own folder with the real records. A build there changes nothing real."""
    project = copy_of(Project(ROOT), root)
    project.build.mkdir()
    project.store.symlink_to(Project(ROOT).store, target_is_directory=True)
    # A card's name in the cache says all that it was drawn from, so the real ones may be used.
    cards = Project(ROOT).build / "cache" / "cards"
    cards.mkdir(parents=True, exist_ok=True)
    (project.build / "cache").mkdir()
    (project.build / "cache" / "cards").symlink_to(cards, target_is_directory=True)
    share_runtime(project)
    return project


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
