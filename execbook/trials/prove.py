"""Run all examples as other processors would, and see how far that takes them from the baseline.

What can be changed on one machine: the kernels of oneDNN and which instructions they use, those of NumPy, of
OpenBLAS (in NumPy and SciPy) and of the C library's mathematics, and the number of threads. That stands in
for other x86-64 processors; another architecture can only be tested on one.
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
    """One way to be another machine. fresh: threads would start in a parent, so nothing is forked."""

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
class Proved:
    """What became of one setting. failed: why, by example. deviations: the largest of each example first."""

    setting: str
    examples: int
    failed: dict[str, str]
    deviations: list[Deviation]

    @property
    def drifted(self) -> list[Deviation]:
        return [one for one in self.deviations if one.drifted]


def prove(
    book: Book, chosen: Sequence[Snippet], setting: str, done: Callable[[str], None] = lambda id: None
) -> Proved:
    """Run examples under one of the SETTINGS. Raises ProblemError when the baseline cannot be read.

    done: called with the id of each example that has ended.
    """
    baseline, declared = files.read(book.project), tolerances.load(book.project)
    asked = SETTINGS[setting]
    trials = [trial.Trial(one.id, one, one.source) for one in chosen if one.id in baseline]
    outcomes = trial.run(book, trials, asked.environment, fresh=asked.fresh, done=done)
    failed = {id: ended.problems[0].message for id, ended in outcomes.items() if ended.problems}
    found: list[Deviation] = []
    here = platform_name()
    for id in sorted(outcomes.keys() - failed):
        found += deviations(id, baseline[id], trial.lines_of_outcome(outcomes[id]), declared, here)
    return Proved(setting, len(trials), failed, sorted(found, key=lambda one: -one.ratio))


def summary(proved: Proved) -> str:
    """One line of the table: how many examples moved at all, and the largest deviation that is allowed."""
    moved = len({one.example for one in proved.deviations})
    worst = next(iter(proved.deviations), None)
    most = "nothing moved"
    if worst:
        share = "no tolerance" if math.isinf(worst.ratio) else f"{worst.ratio:.2g} of the tolerance"
        most = f"{share}: {worst.example} {worst.place}, {worst.was} -> {worst.is_}"
    counts = f"{proved.examples:4} run {len(proved.failed):3} failed {moved:4} moved"
    return f"{proved.setting:10} {counts} {len(proved.drifted):4} drifted   {most}"
