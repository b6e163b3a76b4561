"""What came of examples and labs in readers' Python: `accepted/browser.tsv`. It saves every machine the runs.

A line contains a name (an example's id, or `lab` and an exercise), the key of what the outcome depends on,
and the outcome as JSON, separated by tabs. The key has no part of the engine: a change to how figures are
drawn does not change what a library computes, and the tests run some examples in browsers. `execbook here`
runs what is stale.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from execbook.browser.runtime import CORE, LOCK, Runtime
from execbook.problems import COMMAND, Problem, ProblemError
from execbook.project import Project
from execbook.takeaway.archives import sha256

FILE = "accepted/browser.tsv"
FIX = f"keep one side of the merge, then run: {COMMAND} here"
LENGTH = 16
"""Of a key: it tells apart the versions of one line."""

Accepted = Mapping[str, tuple[str, Mapping[str, Any]]]
"""Key and outcome by name."""


def key_of(runtime: Runtime, depends: Any) -> str:
    """The key of an outcome that depends on the runtime and on this, anything that JSON can say."""
    sums = [runtime.sums[name] for name in (*CORE, LOCK)]
    return sha256(json.dumps([sums, depends], sort_keys=True, ensure_ascii=False).encode())[:LENGTH]


def load(project: Project) -> Accepted:
    """The outcomes that are kept; none without a file. Raises ProblemError for a line that cannot be read."""
    path = project.path(FILE)
    found = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines() if path.is_file() else (), 1):
        try:
            name, key, content = line.split("\t")
            found[name] = key, dict(json.loads(content))
        except (ValueError, TypeError):
            problem = Problem(
                project.named(FILE), number, "is not a line of an outcome", FIX, "browser-outcome"
            )
            raise ProblemError(problem) from None
    return found


def save(project: Project, outcomes: Iterable[tuple[str, str, Mapping[str, Any]]]) -> None:
    """Keep these outcomes, each a name, a key and the outcome, and no others."""
    path = project.path(FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (
        f"{name}\t{key}\t{json.dumps(outcome, ensure_ascii=False, sort_keys=True)}\n"
        for name, key, outcome in sorted(outcomes)
    )
    path.write_text("".join(lines), "utf-8")
