"""What has passed: `accepted/alone.tsv`. It saves every machine the runs; `make alone` runs what is stale.

A line contains a name and the key of what its run depends on, separated by a tab. A failure is never kept.
"""

from collections.abc import Iterable, Mapping

from execbook.problems import Problem, ProblemError
from execbook.project import Project

FILE = "accepted/alone.tsv"


def load(project: Project) -> dict[str, str]:
    """Key by name; none without a file. Raises ProblemError for a line that cannot be read."""
    path = project.path(FILE)
    found = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path.is_file() else (), 1):
        name, tab, key = line.partition("\t")
        if not (name and tab and key.isalnum()):
            message, fix = "is not a name and a key", "keep one side of the merge, then run: make alone"
            raise ProblemError(Problem(project.named(FILE), number, message, fix, "alone"))
        found[name] = key
    return found


def save(project: Project, passed: Mapping[str, str], names: Iterable[str]) -> None:
    """Keep what has passed, key by name, of what there is."""
    lines = (f"{name}\t{passed[name]}\n" for name in sorted(names) if name in passed)
    project.path(FILE).write_text("".join(lines), "utf-8")
