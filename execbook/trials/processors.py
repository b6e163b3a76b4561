"""Settings that make a run behave as on another processor.

One machine can vary oneDNN and its instructions, those of NumPy, of OpenBLAS (in NumPy and SciPy) and of
the C library's mathematics, and the number of threads. That simulates other x86-64 processors;
another architecture has to be tested itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


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
