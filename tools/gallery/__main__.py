"""Run Matplotlib's own gallery through the engine, and list what fails and why (`make gallery`).

The examples come from the source archive of the locked version, and are a book in `build/gallery/book/`.
They run as those of this book do, in all its languages, with labels as they are. What is recorded runs again
only when it is stale. `expected.tsv` lists the failures that are meant: whatever differs from it fails, and
so does every fault of the engine, which is what fails with the engine only.
"""

import argparse
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

from execbook.problems import ProblemError
from execbook.project import Project
from tools.gallery import archive, kinds, runs, versus

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).with_name("expected.tsv")


def main(arguments: Sequence[str] | None = None, root: Path = ROOT, expected: Path = EXPECTED) -> int:
    parser = argparse.ArgumentParser(prog="make gallery", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these folders or examples")
    parser.add_argument("--accept", action="store_true", help="expect from now on what has come of them")
    parser.add_argument("--versus", action="store_true", help="measure against sphinx-gallery instead")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of --versus (default: 3)")
    options = parser.parse_args(arguments)
    project = Project(root)
    folder = project.build / "gallery"
    examples = archive.examples(archive.fetched(folder))
    if options.versus:
        refused = kinds.read(expected)
        try:
            print(versus.measured(folder, examples, refused, project.languages, options.rounds))
        except ProblemError as error:
            print(error, file=sys.stderr)
            return 1
        return 0
    ids = chosen(examples, options.names)
    if not ids:
        parser.error(f"there is no {' or '.join(options.names)}")
    found = runs.failures(runs.book_of(folder / "book", examples, project.languages), ids)
    print(kinds.report(found, len(ids)))
    return judge(found, ids, examples, expected, accept=options.accept)


def chosen(examples: Collection[str], names: Collection[str]) -> list[str]:
    """The ids that are named, also by their folder; all if none is named."""
    return [one for one in examples if not names or one in names or one.split("/")[0] in names]


def judge(
    found: dict[str, kinds.Failure],
    ids: Collection[str],
    examples: Collection[str],
    expected: Path,
    *,
    accept: bool,
) -> int:
    """Compare with what is expected. Returns the exit code: 1 for every difference and every fault."""
    before = kinds.read(expected)
    if accept:
        kept = {name: one for name, one in before.items() if name in examples and name not in ids}
        kinds.write(expected, kept | found)
        before = kinds.read(expected)
    if differences := kinds.differences(before, found, ids):
        print("\nother than expected:", *differences, sep="\n    ", file=sys.stderr)
        print(
            "correct the engine, or accept a refusal that is meant: make gallery ARGS=--accept",
            file=sys.stderr,
        )
    return int(bool(differences))


if __name__ == "__main__":
    sys.exit(main())
