"""Inject one fault into a small book that is run and built, call the real command, and check the result."""

import contextlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from execbook.cli import main as cli
from execbook.project import Project
from tests import LANGUAGES
from tests.site.book import files_of


@dataclass(frozen=True)
class Case:
    """One injected fault.

    id: short name. row: its number in the list of faults that this site was planned with, if it has one. how:
    the injection, in words. says: regular expression for the expected message, place first. rule: the rule
    that finds it; None where a run fails or cannot begin.
    """

    id: str
    how: str
    inject: Callable[[Project], None]
    says: str
    rule: str | None
    row: str = ""

    @property
    def pattern(self) -> str:
        """Regular expression for the message, up to the name of its rule."""
        return self.says + (rf".*\[{self.rule}\]" if self.rule else "")


@dataclass(frozen=True)
class Outcome:
    """The result of the command: its exit code, its output, and whether the former site is unchanged."""

    exit: int
    said: str
    intact: bool

    def failures(self, case: Case) -> list[str]:
        """Why this is not the required result of a fault; empty if it is."""
        found = []
        if self.exit == 0:
            found.append("the command reports success")
        if not (named := re.search(case.pattern, self.said)):
            found.append(f"nothing says {case.pattern!r}")
        elif "\n    -> " not in self.said[named.start() :]:
            found.append("no cure is given")
        if "Traceback" in self.said:
            found.append("the message is a traceback")
        if not self.intact:
            found.append("the former site is not in place")
        return found

    def message(self, case: Case) -> str:
        """The line that reports the fault."""
        named = re.search(case.pattern, self.said)
        start = self.said.rfind("\n", 0, named.start()) + 1 if named else 0
        return self.said[start:].partition("\n")[0]


def end_of(case: Case, project: Project) -> Outcome:
    """Inject the fault into `project`, which has no other, and build."""
    former = files_of(project.site)
    case.inject(project)
    out = io.StringIO()
    with contextlib.chdir(project.root), contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        exit_code = cli.main(["build"])
    left = list(project.build.glob("site.new-*"))
    return Outcome(exit_code, out.getvalue(), files_of(project.site) == former and not left)


def edit(name: str, old: str, new: str) -> Callable[[Project], None]:
    """Replace a text that occurs exactly once in the file."""

    def inject(project: Project) -> None:
        path = project.root / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")

    return inject


def append(name: str, text: str) -> Callable[[Project], None]:
    """Add a text to the end of a file."""

    def inject(project: Project) -> None:
        path = project.root / name
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    return inject


def in_both(change: Callable[[str], Callable[[Project], None]]) -> Callable[[Project], None]:
    """The same change in each language's folder, so that only the fault itself is wrong."""

    def inject(project: Project) -> None:
        for language in LANGUAGES:
            change(f"docs/{language}")(project)

    return inject


def write(name: str, content: str | bytes) -> Callable[[Project], None]:
    """Create a file, or replace its content."""

    def inject(project: Project) -> None:
        path = project.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    return inject


def remove(name: str) -> Callable[[Project], None]:
    return lambda project: (project.root / name).unlink()


def rename(old: str, new: str) -> Callable[[Project], None]:
    def inject(project: Project) -> None:
        (project.root / old).rename(project.root / new)

    return inject
