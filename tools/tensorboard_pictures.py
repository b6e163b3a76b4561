"""Take the screenshots of TensorBoard that pages show (`make pictures`).

Each shows the real TensorBoard with the logs of the page's own snippet, which is run first. Only stale ones
are taken; `--force` takes all.
"""

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from execbook.book import Book, pictures
from execbook.book.pictures import Picture
from execbook.project import Project
from tests.site.browser import QUIET, find_browser

PACKAGES = ("tensorflow", "keras", "tensorboard")
"""Packages whose minor version determines the logs and how they are shown."""

PROJECT = Project(Path(__file__).resolve().parent.parent)
MAX_BYTES = 120_000
"""Maximum size of one file."""

WIDTH = 1080
SCALE = 1.5
"""Device pixels per CSS pixel."""

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")
TIMEOUT = 60.0
"""Seconds to wait for TensorBoard, or for its page to stop changing."""


@dataclass(frozen=True)
class View:
    """One screenshot. tab: the dashboard. query: its settings. prepare: actions on the page before."""

    example: str
    tab: str
    query: str
    height: int
    prepare: Callable[[Page], None]


def main(arguments: list[str]) -> int:
    known = {snippet.id: snippet for snippet in Book(PROJECT).snippets.values()}
    listed = {picture.name: picture for picture in pictures.load(PROJECT) if picture.name in VIEWS}
    fresh = {
        name
        for name, picture in listed.items()
        if "--force" not in arguments and not any(pictures.staleness(PROJECT, picture, known))
    }
    wanted = {name: view for name, view in VIEWS.items() if name not in fresh}
    for example in dict.fromkeys(view.example for view in wanted.values()):
        with tempfile.TemporaryDirectory() as folder, browser() as window:
            run_snippet(example, Path(folder))
            with tensorboard(Path(folder)) as url:
                for name, view in wanted.items():
                    if view.example == example:
                        make(window, url, name, view)
                        listed[name] = Picture(name, example, pictures.key_of(known[example], PACKAGES))
                        print(f"made {name}", flush=True)
    pictures.save(PROJECT, list(listed.values()), "make pictures")
    kept = {path for name in VIEWS for path in pictures.files_of(PROJECT, name).values()}
    for path in set(pictures.folder_of(PROJECT).iterdir()) - kept:
        path.unlink()
    print(f"{len(wanted)} made, {len(fresh)} fresh")
    return 0


def run_snippet(example_id: str, folder: Path) -> None:
    """Run a snippet in `folder` as a reader does. Raises CalledProcessError if it fails."""
    settings = {"MPLBACKEND": "agg", "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
    command = [sys.executable, PROJECT.snippets / f"{example_id}.py"]
    subprocess.run(command, cwd=folder, env=os.environ | settings, check=True, stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def tensorboard(folder: Path) -> Generator[str]:
    """Serve `logs` in `folder` with the real TensorBoard, on a free port of this machine.

    Yields its address once it has read all runs, which is some time after it starts to answer. Raises
    RuntimeError with its output if it fails or times out.
    """
    runs = {path.parent.relative_to(folder / "logs").as_posix() for path in folder.glob("logs/**/*tfevents*")}
    command = [sys.executable, "-m", "tensorboard.main", "--logdir", "logs", "--host", "127.0.0.1"]
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            [*command, "--port", "0"], cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        try:
            until = time.monotonic() + TIMEOUT
            while not (address := ADDRESS.search(_text(output))) or not runs <= _runs(address[0]):
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"TensorBoard did not start\n{_text(output)}")
                time.sleep(0.1)
            yield address[0]
        finally:
            process.terminate()  # its data server ends with it
            process.wait()


@contextlib.contextmanager
def browser() -> Generator[Browser]:
    if (path := find_browser()) is None:
        raise SystemExit("there is no browser: run `make browser`, or set BROWSER to one")
    with sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield window
        window.close()


def make(window: Browser, url: str, name: str, view: View) -> None:
    """Write the files of one screenshot. Raises RuntimeError if one is too large."""
    for scheme, path in pictures.files_of(PROJECT, name).items():
        size: ViewportSize = {"width": WIDTH, "height": view.height}
        context = window.new_context(viewport=size, device_scale_factor=SCALE)
        page = context.new_page()
        page.goto(f"{url}?darkMode={str(scheme == 'dark').lower()}&{view.query}#{view.tab}")
        view.prepare(page)
        shot = stable_screenshot(page)
        context.close()
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.open(io.BytesIO(shot)).convert("RGB").save(path, quality=80, method=6)
        if path.stat().st_size > MAX_BYTES:
            raise RuntimeError(f"{path.name} has {path.stat().st_size} bytes (most: {MAX_BYTES})")


def stable_screenshot(page: Page) -> bytes:
    """A screenshot in PNG, as soon as two consecutive ones are equal."""
    until = time.monotonic() + TIMEOUT
    before, now = b"", page.screenshot()
    while before != now:
        if time.monotonic() > until:
            raise RuntimeError("the page does not stop changing")
        page.wait_for_timeout(1000)
        before, now = now, page.screenshot()
    return now


def show_curves(page: Page) -> None:
    """Two charts side by side: close the settings, which take the space of one."""
    page.wait_for_selector("scalar-card-data-table >> text=validation >> nth=1")
    page.click("button:has-text('Settings')")


def unfold_graph(page: Page) -> None:
    """Open the model and its first layer by double clicks, as readers do."""
    for node in ("iris_1", "iris_1/hidden_1"):
        page.dblclick(f'g.node[data-name="{node}"] > g.nodeshape')
        page.wait_for_selector(f'g.node[data-name^="{node}/"]')
        stable_screenshot(page)
    page.click("text=Legend")
    page.click("text=Fit to screen")


def show_histograms(page: Page) -> None:
    page.wait_for_selector("text=dead units/hidden")


VIEWS = {
    "tensorboard_curves": View(
        "training/tensorboard_curves", "timeseries", "tagFilter=epoch_(accuracy|loss)", 590, show_curves
    ),
    "tensorboard_graph": View("training/tensorboard_graph", "graphs", "", 660, unfold_graph),
    "tensorboard_diagnose": View("training/tensorboard_diagnose", "histograms", "", 940, show_histograms),
}
"""The screenshots by name."""


def _runs(url: str) -> set[str]:
    with urlopen(f"{url}data/runs", timeout=TIMEOUT) as answer:
        return set(json.load(answer))


def _text(file) -> str:
    file.seek(0)
    return file.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
