"""Run each snippet as a reader in Korea does on Windows: alone, its output piped in cp949 (`make windows`).

It needs nothing of the engine, which does not run there.
"""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SNIPPETS = Path(__file__).resolve().parent.parent / "snippets"
ENCODING = "cp949"
SECONDS = 600


def run(snippet: Path, environment: dict[str, str] | None = None) -> str:
    """Why a snippet failed; empty if it ran."""
    settings = os.environ | {"MPLBACKEND": "Agg", "PYTHONUTF8": "0", "PYTHONIOENCODING": ENCODING}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copy = Path(folder, snippet.name)
        copy.write_bytes(snippet.read_bytes())
        try:
            ended = subprocess.run(
                [sys.executable, copy.name],
                cwd=folder,
                env=settings | (environment or {}),
                capture_output=True,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            return f"still running after {SECONDS} s"
    if ended.returncode:
        return ended.stderr.decode(ENCODING, "replace")[-2000:]
    try:
        ended.stdout.decode(ENCODING)
    except UnicodeDecodeError as error:
        return f"printed what is not {ENCODING}: {error}"
    return ""


def main(folder: Path = SNIPPETS) -> int:
    """Run all and report. Returns the exit code."""
    snippets = sorted(folder.glob("*/*.py"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        problems = dict(zip(snippets, pool.map(run, snippets), strict=True))
    failed = {path: problem for path, problem in problems.items() if problem}
    for path, problem in failed.items():
        print(f"{path.relative_to(folder)}:\n{problem}\n")
    print(f"{len(snippets)} snippets, {len(failed)} failed")
    return 1 if failed or not snippets else 0


if __name__ == "__main__":
    sys.exit(main())
