"""Lighthouse's scores for a page, as on a phone with a slow line."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

CLI = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
NO_SCORE = ("notApplicable", "manual", "informative")


class LighthouseError(Exception):
    """Lighthouse could not judge a page."""


@dataclass(frozen=True)
class Scores:
    """Out of 100, and the layout shift. lost: the audits that cost points, by their ids.

    speed: of this machine, by Lighthouse's own benchmark. What a script takes is multiplied from it.
    """

    points: Mapping[str, int]
    shift: float
    speed: float
    lost: tuple[str, ...]


def scores(url: str, browser: Path, runs: int) -> Scores:
    """The median of some runs, category by category. Raises LighthouseError."""
    reports = [_report(url, browser) for _ in range(runs)]
    return Scores(
        {name: round(100 * median(_score(report, name) for report in reports)) for name in CATEGORIES},
        median(report["audits"]["cumulative-layout-shift"]["numericValue"] for report in reports),
        median(report["environment"]["benchmarkIndex"] for report in reports),
        tuple(sorted(set().union(*map(_lost, reports)))),
    )


def _score(report: dict, category: str) -> float:
    return report["categories"][category]["score"] or 0.0


def _lost(report: dict) -> set[str]:
    return {
        audit["id"]
        for category in report["categories"].values()
        for audit in category["auditRefs"]
        if audit["weight"]
        and (report["audits"][audit["id"]]["score"] or 0) < 0.9
        and report["audits"][audit["id"]]["scoreDisplayMode"]
        not in ("notApplicable", "manual", "informative")
    }


def _report(url: str, browser: Path) -> dict:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    node = shutil.which("node", path=path)
    if node is None or not CLI.is_file():
        raise LighthouseError("it is not installed: run `make audit`")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.json"
        command = [node, CLI, url, "--quiet", "--output=json", f"--output-path={target}"]
        command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
        done = subprocess.run(
            command, env=os.environ | {"CHROME_PATH": str(browser)}, capture_output=True, text=True
        )
        if not target.is_file():
            raise LighthouseError(f"{url}: {done.stderr.strip()[-500:]}")
        report = json.loads(target.read_text("utf-8"))
    if problem := report.get("runtimeError"):
        raise LighthouseError(f"{url}: {problem['message']}")
    return report
