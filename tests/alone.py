"""Run snippets as a reader does: a fresh interpreter, an empty folder, nothing of this project."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from execbook.records.store import Store
from execbook.sources.snippets import Snippet

AT_ONCE = 2
Runs = dict[str, Future[CompletedProcess[str]]]
RUNS = pytest.StashKey[Runs]()


@contextmanager
def running(snippets: Sequence[Snippet], store: Store, folder: Path) -> Iterator[Runs]:
    """The runs of `snippets` by id, the longest first, in `folder`.

    They take the time that nothing else needs.
    """
    seconds = {one.id: record.seconds if (record := store.current_record(one.id)) else 0 for one in snippets}
    longest_first = sorted(snippets, key=lambda one: -seconds[one.id])
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            yield {one.id: pool.submit(run, one, folder) for one in longest_first}
        finally:
            pool.shutdown(cancel_futures=True)


def run(snippet: Snippet, folder: Path) -> CompletedProcess[str]:
    home, empty = folder / "home", folder / snippet.id
    home.mkdir(exist_ok=True)
    empty.mkdir(parents=True)
    (empty / snippet.filename).write_text(snippet.source, "utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": str(home / "matplotlib"),
        "PYTHONHASHSEED": "0",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
    }
    return subprocess.run(
        ["nice", sys.executable, snippet.filename],
        cwd=empty,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=10 * snippet.limits.seconds,
    )
