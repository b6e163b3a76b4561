"""Run the examples with other versions of their packages, and keep what comes of it (`make versions`).

The environments are those of `accepted/versions.toml`, each locked with hashes in a file beside this one.
What has changed runs again; the outcomes are kept in `accepted/versions.tsv`.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from uv import find_uv_bin

from execbook.book import Book
from execbook.project import Project
from execbook.runs import runner
from execbook.versions import environments, outcomes
from execbook.versions.environments import Environment
from execbook.versions.outcomes import Outcome
from tools.environments import synced
from tools.lock import first_line

ROOT = Path(__file__).resolve().parents[2]
INSIDE = Path(__file__).with_name("inside.py")
RESOLVING = {"older": ["--exclude-newer", "2025-10-01"], "newest": ["--prerelease", "allow", "--upgrade"]}
"""Options of uv for each lock: nothing that came later, or everything that has come."""


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    parser = argparse.ArgumentParser(prog="versions", description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="these examples (default: all that are stale)")
    parser.add_argument("--all", action="store_true", help="every example, also if nothing has changed")
    parser.add_argument("--lock", action="store_true", help="lock the environments again, and run nothing")
    options = parser.parse_args(arguments)
    project = Project(root)
    found = environments.load(project)
    if options.lock:
        return max(lock(project, one) for one in found)
    changed = False
    for environment in found:
        changed |= update(project, environment, options.ids, every=options.all)
    return int(changed)


def update(project: Project, environment: Environment, ids: Sequence[str], *, every: bool) -> bool:
    """Run examples in an environment and keep the outcomes. Returns whether one changed under its key.

    ids: these; none means those that are stale, or with `every` all.
    """
    book = Book(project)
    chosen = [one.id for one in runner.choose(book.all_snippets(), ids or None)]
    stale = {example_id for example_id, name in outcomes.stale(book) if name == environment.name}
    if not (ids or every):
        chosen = [one for one in chosen if one in stale]
    kept = {
        place: outcome
        for place, outcome in outcomes.read(project).items()
        if place[0] in book.snippets and place[1] in {one.name for one in environments.load(project)}
    }
    changed = False
    print(f"{environment.name}: {len(chosen)} examples to run", flush=True)
    for example_id, outcome in run(project, environment, chosen) if chosen else ():
        place = example_id, environment.name
        former = kept.get(place)
        if former and example_id not in stale and former[1] != outcome:
            changed = True
            print(f"    {example_id} was: {summary(former[1])}")
        if not outcome.holds or outcome.warning or ids:
            print(f"    {example_id}: {summary(outcome)}", flush=True)
        kept[place] = outcomes.key_of(book, example_id, environment), outcome
        outcomes.write(project, kept)
    outcomes.write(project, kept)
    return changed


def run(project: Project, environment: Environment, ids: Sequence[str]) -> Iterator[tuple[str, Outcome]]:
    """What comes of these examples, each as soon as it has ended. Raises CalledProcessError."""
    python, book = made(project, environment), Book(project)
    command = [python, "-B", "-s", "-u", INSIDE, project.root, *ids]
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=settings, text=True, encoding="utf-8") as runs:
        for line in runs.stdout or ():
            example_id, lines, problems = json.loads(line)
            yield example_id, outcomes.outcome_of(book, example_id, lines, problems)
    if runs.returncode:
        raise subprocess.CalledProcessError(runs.returncode, command)


def summary(outcome: Outcome) -> str:
    """One line about an outcome."""
    if outcome.error:
        return outcome.error
    if outcome.place:
        more = f", and {outcome.more} more" if outcome.more else ""
        return f"{outcome.place}: {outcome.was} -> {outcome.now}{more}"
    return f"holds, with {outcome.warning}" if outcome.warning else "holds"


def made(project: Project, environment: Environment) -> Path:
    """The Python of an environment, which is created where it is missing or locked otherwise."""
    folder = project.build / "versions" / environment.name
    return synced(folder, environment.python, project.root / environment.lock, "about 2 GB")


def lock(project: Project, environment: Environment) -> int:
    """Write the lock of an environment from the `.in` file beside it. Returns uv's exit code."""
    target = project.root / environment.lock
    asked = target.with_suffix(".in")
    code = subprocess.run(
        [
            *(find_uv_bin(), "pip", "compile", "--quiet", "--generate-hashes", "--no-header"),
            *("--python-version", environment.python, "--python-platform", "x86_64-manylinux_2_28"),
            *RESOLVING.get(environment.name, ()),
            *(asked.name, "--output-file", target.name),
        ],
        cwd=target.parent,
    ).returncode
    if code == 0:
        head = first_line(asked.read_text("utf-8"), asked.name, "make versions ARGS=--lock")
        target.write_text(head + target.read_text("utf-8"), "utf-8")
    return code


if __name__ == "__main__":
    sys.exit(main())
