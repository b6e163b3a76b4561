"""Change the engine in one place at a time, and see whether the tests notice (`make mutants`).

The mutants are made by the operators of mutmut, of the modules that everything on a page rests on, and drawn
with a fixed seed. Each is tried in a copy of the project, with the tests of its module. Those that survive
are printed; `judged.tsv` lists the ones that change nothing that can be observed, with the reason.
"""

import argparse
import contextlib
import csv
import difflib
import importlib
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ROOT / "build/mutmut"
JUDGED = Path(__file__).parent / "judged.tsv"
NUMBER = 300
SEED = 0
LEAST_SHARE = 0.9
"""Of the mutants that can be noticed, the share that has to be."""

TESTS = {
    "execbook/records/keys.py": ["tests/execbook/records/test_keys.py"],
    "execbook/claims/variations.py": ["tests/execbook/claims/test_variations.py"],
    "execbook/delivery/policy.py": ["tests/execbook/delivery/test_policy.py"],
    "execbook/baseline/compare.py": ["tests/execbook/baseline/test_compare.py"],
    "execbook/book/bindings.py": ["tests/execbook/book/test_bindings.py"],
    "execbook/runs/confine.py": ["tests/execbook/runs/test_confine.py"],
}
"""The modules of key, seeds, policy, comparison, binding and confinement, with their tests."""

Change = tuple[str, str, str]
"""A module, and its lines before and after."""


@dataclass(frozen=True)
class Mutant:
    """A module with one place changed. old, new: the lines that differ. text: the whole module."""

    module: str
    line: int
    old: str
    new: str
    text: str

    @property
    def change(self) -> Change:
        return self.module, self.old, self.new

    def __str__(self) -> str:
        old, new = self.old.split("\n"), self.new.split("\n")
        lines = [*(f"  - {line}" for line in old), *(f"  + {line}" for line in new)]
        return "\n".join([f"{self.module}:{self.line}", *lines])


def mutants(module: str, text: str) -> list[Mutant]:
    """All mutants of a module, each once, in the order of their places. Needs the packages of this tool."""
    libcst, mutators = map(importlib.import_module, ("libcst", "mutmut.mutation.mutators"))
    fixed = (libcst.Annotation, libcst.Decorator, libcst.Import, libcst.ImportFrom)

    def nodes(parent: Any) -> Iterator[Any]:
        for child in parent.children:
            if not isinstance(child, fixed):
                yield child
                yield from nodes(child)

    tree = libcst.parse_module(text)
    texts = dict.fromkeys(
        tree.deep_replace(node, changed).code
        for node in nodes(tree)
        for kind, operator in mutators.mutation_operators
        if isinstance(node, kind)
        for changed in operator(node)
    )
    return sorted((compared(module, text, one) for one in texts if one != text), key=lambda one: one.line)


def compared(module: str, text: str, changed: str) -> Mutant:
    """The mutant with the changed text of a module."""
    before, after = text.split("\n"), changed.split("\n")
    places = difflib.SequenceMatcher(None, before, after, False).get_opcodes()
    blocks = [place for kind, *place in places if kind != "equal"]
    (start, _, new_start, _), (_, end, _, new_end) = blocks[0], blocks[-1]
    old, new = ("\n".join(map(str.strip, lines)) for lines in (before[start:end], after[new_start:new_end]))
    return Mutant(module, start + 1, old, new, changed)


def judged(path: Path = JUDGED) -> dict[Change, str]:
    """Why mutants cannot be noticed. In the file, `⏎` is between lines."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return {(module, old.replace("⏎", "\n"), new.replace("⏎", "\n")): why for module, old, new, why in rows}


def copy(to: Path) -> Path:
    """A copy of the project's sources with its environment."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)
    if not (to / ".venv").exists():
        (to / ".venv").symlink_to(ROOT / ".venv")
    return to


def passes(project: Path, tests: Sequence[str], seconds: float) -> bool:
    """Whether all tests pass in time."""
    files = f"--basetemp={project}-files"  # where they usually are, a run first clears up after all others
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", files, *tests],
        cwd=project,
        env=settings | {"PYTHONDONTWRITEBYTECODE": "1"},  # it would be taken for that of the next mutant
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def survivors(drawn: Sequence[Mutant], tests: Mapping[str, Sequence[str]], jobs: int) -> Iterator[Mutant]:
    """Those with which all tests of their modules pass. Raises ValueError if the tests fail without."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder, ThreadPoolExecutor(jobs) as pool:
        copies = [copy(Path(folder, str(number))) for number in range(jobs)]
        limits: dict[str, float] = {}
        for module in dict.fromkeys(one.module for one in drawn):
            start = time.monotonic()
            if not passes(copies[0], tests[module], 600):
                raise ValueError(f"the tests of {module} fail without a change")
            limits[module] = 30 + 5 * (time.monotonic() - start)
        free: queue.Queue[Path] = queue.Queue()
        for project in copies:
            free.put(project)

        def survives(one: Mutant) -> bool:
            project = free.get()
            path = project / one.module
            unchanged = path.read_bytes()
            try:
                path.write_text(one.text, "utf-8")
                return passes(project, tests[one.module], limits[one.module])
            finally:
                path.write_bytes(unchanged)
                free.put(project)

        yield from (one for one, alive in zip(drawn, pool.map(survives, drawn), strict=True) if alive)


def table(drawn: Sequence[Mutant], alive: Sequence[Mutant], known: Mapping[Change, str]) -> list[str]:
    """By module: how many were drawn, were killed, survived, and can never be noticed."""
    rows = ["| module | mutants | killed | survived | equivalent |", "|---|---|---|---|---|"]
    for module in [*dict.fromkeys(one.module for one in drawn), ""]:
        of_module = [one for one in drawn if one.module == module or not module]
        left = [one for one in alive if one.module == module or not module]
        same = sum(one.change in known for one in left)
        counts = len(of_module), len(of_module) - len(left), len(left) - same, same
        rows.append(f"| {module or 'all'} | {' | '.join(map(str, counts))} |")
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__.splitlines()[0])
    parser.add_argument("--number", type=int, default=NUMBER, help=f"of mutants to draw (default: {NUMBER})")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the draw (default: {SEED})")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many are tried at a time")
    options = parser.parse_args(arguments)
    sys.path.append(str(PACKAGES))
    everything = [one for module in TESTS for one in mutants(module, (ROOT / module).read_text("utf-8"))]
    drawn = random.Random(options.seed).sample(everything, min(options.number, len(everything)))
    drawn.sort(key=lambda one: (one.module, one.line))
    start, known, alive = time.monotonic(), judged(), []
    for one in survivors(drawn, TESTS, options.jobs):
        alive.append(one)
        print(f"{one}\n  {known.get(one.change, 'no test notices')}\n", flush=True)
    report = "\n".join(table(drawn, alive, known))
    share = (len(drawn) - len(alive)) / (len(drawn) - sum(one.change in known for one in alive))
    seconds = time.monotonic() - start
    print(f"{report}\n\n{share:.1%} of those that can be noticed are killed; it took {seconds:.0f} s")
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8") as opened:
            opened.write(f"{report}\n")
    return int(share < LEAST_SHARE)


if __name__ == "__main__":
    sys.exit(main())
