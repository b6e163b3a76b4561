"""Render pages with MkDocs: each language in its own process, in parallel."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import multiprocessing
import os
import re
import sys
import traceback
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from execbook.book import Book, opened
from execbook.generator import material
from execbook.generator.imports import without_grammars
from execbook.generator.reused import Reused
from execbook.problems import Problem, ProblemError, disk_problem
from execbook.project import Project
from execbook.reuse.memo import Memo
from execbook.sources.places import source_of

if TYPE_CHECKING:  # MkDocs is slow to import, and only the processes that render need it
    from mkdocs.config.defaults import MkDocsConfig

LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains .*?link '(?P<text>[^']+)'")
NAV = re.compile(r"A (?:reference|relative path) to '(?P<text>[^']+)' is included in the 'nav'")


@dataclass(frozen=True)
class Job:
    """Render `language` of `project` into the folder `target`, to be published at `site_url`.

    cards: whether each page has an `og:image`, see `execbook.site.cards`.
    """

    project: Project
    language: str
    target: Path
    site_url: str
    cards: bool = False


def render_all(jobs: Iterable[Job]) -> list[Problem]:
    """Run all jobs in parallel and wait for all of them. Returns all problems."""
    context = multiprocessing.get_context("spawn")
    running = []
    try:
        for job in jobs:
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_send, args=(theirs, job), daemon=True)
            process.start()
            theirs.close()
            running.append((job, process, ours))
        return [problem for entry in running for problem in _receive(*entry)]
    finally:
        for _, process, _ in running:
            process.kill()
            process.join()


def _send(pipe: Connection, job: Job) -> None:
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):  # the parent reports it
        pipe.send(render(job))


def _receive(job: Job, process: BaseProcess, pipe: Connection) -> list[Problem]:
    try:
        return pipe.recv()
    except EOFError:
        process.join()
        config = job.project.relative(job.project.config(job.language))
        return [Problem(config, 0, f"MkDocs ended with exit code {process.exitcode}", "", "mkdocs")]


def render(job: Job) -> list[Problem]:
    """Build one language in this process. Warnings of MkDocs count as problems."""
    memo = memo_of(job)
    with collecting(job) as problems, environment(job):
        from mkdocs.commands.build import build

        book = Book(job.project)
        reused = Reused(book, memo, parameters_of(job))
        with opened(book), reused.converting():
            config = load(job)
            plugins: Any = config.plugins  # takes every object with methods named after events
            plugins["execbook/reused"] = reused
            build(config)
    if not problems:
        memo.save()
    return problems


def memo_of(job: Job) -> Memo:
    """The finished pages of former builds of this language."""
    return Memo(job.project, f"rendered-{job.language}")


def parameters_of(job: Job) -> tuple[object, ...]:
    """What a job's pages depend on that is neither in the book nor in its configuration."""
    return job.language, job.site_url, job.cards


@contextlib.contextmanager
def environment(job: Job) -> Generator[None]:
    """Set the environment variables of a build until the block ends."""
    former = dict(os.environ)
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # the time in sitemap.xml.gz
    os.environ.update(job.project.settings.environment)  # labs, as the snippets
    os.environ.update(material.WITHOUT_NOTICE)
    os.environ.update(LABS_CACHE=str(_labs_cache(job)), IPYTHONDIR=str(_kernel_settings(job)))
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(former)


def load(job: Job) -> MkDocsConfig:
    """The language's configuration, ready to build in its `environment`. Raises what MkDocs raises."""
    without_grammars()
    from mkdocs.config import load_config

    config_file = str(job.project.config(job.language))
    docs = str(job.project.docs / job.language)
    config = load_config(config_file, docs_dir=docs, site_dir=str(job.target), site_url=job.site_url)
    material.load_no_fonts(config.theme)
    config.extra["cards"] = job.cards
    if notebooks := config.plugins.get("mkdocs-jupyter"):
        _without_reading_all(notebooks)
    config.plugins.on_startup(command="build", dirty=False)
    return config


def _without_reading_all(notebooks: Any) -> None:
    """Let mkdocs-jupyter parse only files that `include` names: it would parse each page thrice."""
    is_notebook = notebooks.should_include

    def should_include(file: Any) -> bool:
        path = PurePath(file.abs_src_path or "")
        return any(map(path.match, notebooks.config["include"])) and is_notebook(file)

    notebooks.should_include = should_include


@contextlib.contextmanager
def collecting(job: Job) -> Generator[list[Problem]]:
    """A list that is filled, when the block ends, with the problems that MkDocs or the pages reported."""
    problems: list[Problem] = []
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield problems
    except ProblemError as error:
        problems += error.problems
        return
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        # SystemExit too: MkDocs aborts with it, and a plugin that exits with code 0 would look like success.
        if problem := disk_problem(error):
            problems.append(problem)
            return
        if not messages:
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(place.filename).name}:{place.lineno}"
            messages.append(f"MkDocs failed with {type(error).__name__} in {where}: {error}")
    finally:
        logger.removeHandler(handler)
    problems += [_problem_from(job, message) for message in messages]


def _labs_cache(job: Job) -> Path:
    """Where mkdocs-jupyter caches the labs that it has executed.

    Its cache key is the notebook alone, so the folder's name is a hash of the interpreter and the packages.
    Each language has its own folder, because a build deletes what it has not used itself.
    """
    lock = job.project.root / "requirements.txt"
    state = f"{sys.version}\n{lock.read_text('utf-8') if lock.is_file() else ''}"
    name = f"{job.language}-{hashlib.sha256(state.encode()).hexdigest()[:16]}"
    return job.project.build / "cache" / "labs" / name


def _kernel_settings(job: Job) -> Path:
    """A settings folder for the labs' kernels.

    It replaces the user's own, and silences the warning that a kernel on loopback is not encrypted.
    """
    folder = job.project.build / "cache" / f"ipython-{job.language}"
    (folder / "profile_default").mkdir(parents=True, exist_ok=True)
    settings = folder / "profile_default" / "ipython_kernel_config.py"
    settings.write_text("c.IPKernelApp.log_level = 'ERROR'\n", "utf-8")
    return folder


def _problem_from(job: Job, message: str) -> Problem:
    """A warning of MkDocs as a problem, with the line that causes it if that can be found."""
    config = job.project.config(job.language)
    path, text = config, None
    if match := LINK.search(message):
        path, text = source_of(job.project, job.language, match["page"]), match["text"]
    elif match := NAV.search(message):
        text = match["text"]
    return Problem(job.project.relative(path), _line_of(path, text), message, "", "mkdocs")


def _line_of(path: Path, text: str | None) -> int:
    if text is None or not path.is_file():
        return 0
    lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    return next((number for number, line in lines if text in line), 0)
