"""`build.json`: what a published site was built from, and its contents."""

import json
import os
import subprocess
from importlib.metadata import version
from pathlib import Path

from execbook.book import Book
from execbook.project import Project
from execbook.records.store import to_json
from execbook.sources.addresses import page_keys
from execbook.takeaway.archives import sha256

NAME = "build.json"
UNKNOWN = "unknown"
BUILDERS = ("mkdocs", "mkdocs-material", "math-core")


def publish(book: Book, site: Path, site_url: str) -> None:
    """Write `build.json` into an otherwise complete site. It contains neither time nor place of the build."""
    project = book.project
    commit, modified = commit_of(project)
    examples = json.loads((site / "examples.json").read_text("utf-8"))
    versions = {name: version(name) for name in BUILDERS}
    for example in examples:
        versions |= example["versions"]
    lock = project.root / "requirements.txt"
    facts = {
        "site": site_url,
        "commit": commit,
        "modified": modified,
        "requirements_sha256": sha256(lock.read_bytes()) if lock.is_file() else UNKNOWN,
        "versions": versions,
        "languages": {
            language: {
                "pages": len(page_keys(project, language)),
                "examples": sum(bool(example["pages"][language]) for example in examples),
            }
            for language in project.languages
        },
    }
    (site / NAME).write_text(to_json(facts), "utf-8")


def commit_of(project: Project) -> tuple[str, bool | None]:
    """The commit, and whether the files differ from it; `unknown` and None if this cannot be determined.

    SOURCE_COMMIT in the environment names it for sources without git, such as an archive. Whether those were
    changed is unknown.
    """
    if commit := os.environ.get("SOURCE_COMMIT"):
        return commit, None
    if not (project.root / ".git").exists():  # otherwise git would use a repository around this folder
        return UNKNOWN, None
    commit, changes = _git(project, "rev-parse", "HEAD"), _git(project, "status", "--porcelain")
    return (UNKNOWN, None) if commit is None or changes is None else (commit, bool(changes))


def _git(project: Project, *arguments: str) -> str | None:
    """The output of git; None if it is missing or fails."""
    command = ["git", "--no-optional-locks", "-C", str(project.root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
