"""Why results were accepted that differ from the accepted ones: `accepted/reasons.tsv`.

A line contains an example's name and the reason for its last accepted drift, separated by a tab.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

from execbook.project import Project


def path_of(project: Project) -> Path:
    return project.accepted / "reasons.tsv"


def read(project: Project) -> dict[str, str]:
    """The reasons by example."""
    path = path_of(project)
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return {name: reason for name, _, reason in (line.partition("\t") for line in lines) if reason}


def write(project: Project, reasons: Mapping[str, str], gone: Collection[str] = ()) -> None:
    """Add these reasons, and remove those of deleted examples. Nothing is written if nothing changes."""
    former = read(project)
    present = {**former, **{name: " ".join(reason.split()) for name, reason in reasons.items()}}
    present = {name: reason for name, reason in sorted(present.items()) if name not in gone}
    if present != former:
        text = "".join(f"{name}\t{reason}\n" for name, reason in present.items())
        path_of(project).write_text(text, "utf-8")
