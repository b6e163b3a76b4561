"""Run examples with the settings of other processors, and measure how far they deviate from the baseline.

One machine can vary oneDNN and its instructions, those of NumPy, of OpenBLAS (in NumPy and SciPy) and of
the C library's mathematics, and the number of threads. That simulates other x86-64 processors;
another architecture has to be tested itself.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from execbook.baseline import files, tolerances
from execbook.baseline.compare import Deviation, deviations
from execbook.book import Book
from execbook.records.keys import platform_name
from execbook.sources.snippets import Snippet
from execbook.trials import trial


@dataclass(frozen=True)
class Setting:
    """Simulates one machine. fresh: do not fork, as the settings make a parent start threads."""

    what: str
    environment: Mapping[str, str] = field(default_factory=dict)
    fresh: bool = False


OLD = {
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX512F,-AVX2,-FMA",
    "NPY_DISABLE_CPU_FEATURES": "X86_V3 X86_V4 AVX512_ICL",
    "ONEDNN_MAX_CPU_ISA": "SSE41",
    "OPENBLAS_CORETYPE": "Nehalem",
}
ONEDNN = {"TF_ENABLE_ONEDNN_OPTS": "1"}

SETTINGS = {
    "same": Setting("the recorded settings again"),
    "onednn": Setting("TensorFlow with oneDNN, as it comes", ONEDNN),
    "sse": Setting("no AVX, no FMA, anywhere", OLD),
    "onednn-sse": Setting("the same, with oneDNN", OLD | ONEDNN),
    "avx2": Setting(
        "AVX2 but no AVX-512",
        {
            "NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL",
            "ONEDNN_MAX_CPU_ISA": "AVX2",
            "OPENBLAS_CORETYPE": "Haswell",
            **ONEDNN,
        },
    ),
    "threads-2": Setting(
        "TensorFlow on two threads", {"TF_NUM_INTRAOP_THREADS": "2", "TF_NUM_INTEROP_THREADS": "2"}
    ),
    "threads-4": Setting(
        "every library on four threads",
        {
            "OMP_NUM_THREADS": "4",
            "OPENBLAS_NUM_THREADS": "4",
            "TF_NUM_INTRAOP_THREADS": "4",
            "TF_NUM_INTEROP_THREADS": "4",
        },
        fresh=True,
    ),
}


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


def prove(
    book: Book, chosen: Sequence[Snippet], setting: str, done: Callable[[str], None] = lambda _: None
) -> ProofResult:
    """Run examples under one of the SETTINGS. Raises ProblemError if the baseline cannot be read.

    done: called with the id of each example that has ended.
    """
    baseline, declared = files.read(book.project), tolerances.of_book(book)
    chosen_setting = SETTINGS[setting]
    trials = [trial.Trial(one.id, one, one.source) for one in chosen if one.id in baseline]
    outcomes = trial.run(book, trials, chosen_setting.environment, fresh=chosen_setting.fresh, done=done)
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
