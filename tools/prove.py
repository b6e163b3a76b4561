"""Run examples as other processors would, and measure how far they deviate (`make prove`)."""

import argparse
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from execbook.baseline import files, report, tolerances
from execbook.baseline.compare import Deviation, deviations
from execbook.book import Book
from execbook.project import Project
from execbook.records.keys import platform_name
from execbook.runs import runner
from execbook.sources.snippets import Snippet
from execbook.trials import trial
from execbook.trials.processors import SETTINGS

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="prove", description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these examples (default: all)")
    parser.add_argument("--setting", action="append", choices=SETTINGS, help="only this one; may be repeated")
    options = parser.parse_args(arguments)
    book = Book(Project(ROOT))
    chosen = runner.choose(book.all_snippets(), options.ids or None)
    bad = False
    for name in options.setting or SETTINGS:
        found = prove(book, chosen, name)
        bad |= bool(found.failed or found.drifted)
        print(summary(found), flush=True)
        for example_id, why in found.failed.items():
            print(f"    {example_id} failed: {why}")
        for row in report.table(found.drifted, report.Places(book)) if found.drifted else ():
            print(f"    {row}")
    return int(bad)


@dataclass(frozen=True)
class ProofResult:
    """The result of one setting. failed: the reason, by example. deviations: sorted, the largest first."""

    setting: str
    examples: int
    failed: dict[str, str]
    deviations: list[Deviation]

    @property
    def drifted(self) -> list[Deviation]:
        return [one for one in self.deviations if one.drifted]


def prove(book: Book, chosen: Sequence[Snippet], setting: str) -> ProofResult:
    """Run examples under one of the SETTINGS. Raises ProblemError if the baseline cannot be read."""
    baseline, declared = files.read(book.project), tolerances.of_book(book)
    chosen_setting = SETTINGS[setting]
    trials = [trial.Trial(one.id, one, one.source) for one in chosen if one.id in baseline]
    outcomes = trial.run(book, trials, chosen_setting.environment, fresh=chosen_setting.fresh)
    failed = {name: ended.problems[0].message for name, ended in outcomes.items() if ended.problems}
    found: list[Deviation] = []
    platform = platform_name()
    for name in sorted(outcomes.keys() - failed):
        lines = trial.lines_of_outcome(outcomes[name])
        found += deviations(name, baseline[name], lines, declared, platform)
    return ProofResult(setting, len(trials), failed, sorted(found, key=lambda one: -one.ratio))


def summary(result: ProofResult) -> str:
    """One line of the table: how many examples changed at all, and the largest deviation."""
    changed = len({one.example for one in result.deviations})
    largest = "nothing changed"
    if result.deviations:
        worst = result.deviations[0]
        ratio = "no tolerance" if math.isinf(worst.ratio) else f"{worst.ratio:.2g} of the tolerance"
        largest = f"{ratio}: {worst.example} {worst.place}, {worst.was} -> {worst.is_}"
    counts = f"{result.examples:4} run {len(result.failed):3} failed {changed:4} changed"
    return f"{result.setting:10} {counts} {len(result.drifted):4} drifted   {largest}"


if __name__ == "__main__":
    sys.exit(main())
