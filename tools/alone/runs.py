"""How readers run what they have taken away."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

SETTINGS = {"PYTHONHASHSEED": "0", "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
SHOWN = 2000
"""Characters of an error."""


def run_snippet(filename: str, source: str, same: Callable[[str], bool], seconds: float, folder: Path) -> str:
    """Why a snippet does not run by itself in an empty folder, a sentence; empty if it does.

    same: whether it printed what it should. If it leaves files, it runs once more beside them.
    """
    work = _work(folder)
    (work / filename).write_text(source, "utf-8")
    for again in ("", " once more in the same folder"):
        try:
            ended = subprocess.run(
                [sys.executable, filename],
                cwd=work,
                env=_environment(folder) | {"MPLBACKEND": "agg"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
                timeout=seconds,
            )
        except subprocess.TimeoutExpired:
            return f"run{again}, does not end within {seconds:.0f} s"
        if ended.returncode:
            return f"run{again}, fails: {ended.stderr[-SHOWN:]}"
        if not same(ended.stdout):
            return f"run{again}, prints something else than recorded: {ended.stdout[-SHOWN:]}"
        if {path.name for path in work.iterdir()} == {filename}:
            break
    return ""


def run_notebook(
    notebook: nbformat.NotebookNode, then: nbformat.NotebookNode | None, seconds: float, folder: Path
) -> str:
    """Why a notebook does not run by itself in an empty folder, a sentence; empty if it does.

    then: runs after it in the same folder. Without it, a notebook that leaves files runs once more.
    """
    work = _work(folder)
    for one, again in ((notebook, ""), (then or notebook, " once more in the same folder")):
        client = NotebookClient(
            nbformat.from_dict(one.copy()),
            timeout=seconds,
            kernel_name="python3",
            resources={"metadata": {"path": str(work)}},
        )
        try:
            client.execute(env=_environment(folder))
        except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
            return f"run{again}, fails: {str(error)[-SHOWN:]}"
        if then is None and not any(work.iterdir()):
            break
    return ""


def _work(folder: Path) -> Path:
    work = folder / "work"
    work.mkdir()
    return work


def _environment(folder: Path) -> dict[str, str]:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    places = {"PATH": os.environ["PATH"], "HOME": str(home), "MPLCONFIGDIR": str(home / "matplotlib")}
    return {**places, "LANG": "C.UTF-8", **SETTINGS}
