"""What tests of the engine share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from execbook.project import Project
from execbook.runs.forkserver import ForkServer
from execbook.runs.task import Outcome, Task
from tests import SETTINGS

MakeProject = Callable[..., Project]
RunTask = Callable[..., Outcome]


@pytest.fixture
def mini_project(tmp_path: Path) -> MakeProject:
    """Make a small project on disk: `mini_project({"part/name": "source"}, {"English": "Korean"})`.

    Called again, it adds to the project or overwrites. Every test has a project of its own.
    """

    def make(snippets: dict[str, str] | None = None, labels: dict[str, str] | None = None) -> Project:
        project = Project(tmp_path / "book")
        project.root.mkdir(exist_ok=True)
        (project.root / "pyproject.toml").write_text(SETTINGS, "utf-8")
        project.snippets.mkdir(parents=True, exist_ok=True)
        project.config("ko").write_text("site_name: Mini\n", "utf-8")
        for snippet_id, source in (snippets or {}).items():
            path = project.snippets / f"{snippet_id}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(source, "utf-8")
        if labels is not None:
            entries = "".join(f'"{english}" = "{korean}"\n' for english, korean in labels.items())
            project.words.mkdir(exist_ok=True)
            project.labels("ko").write_text(f"[shared]\n{entries}", "utf-8")
        return project

    return make


@pytest.fixture(scope="session")
def bare_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkServer]:
    """A fork server that has loaded nothing."""
    with ForkServer(["matplotlib"], tmp_path_factory.mktemp("cache"), load=False) as server:
        server.read_message(server.light)
        yield server


@pytest.fixture
def run_task(bare_server: ForkServer) -> RunTask:
    """Run a snippet's text in a process of its own: `run_task("print(1)", seconds=2)`."""

    def run(source: str, **fields: object) -> Outcome:
        defaults = {
            "id": "part/a",
            "filename": "a.py",
            "seconds": 60,
            "megabytes": 1000,
            "output_kilobytes": 64,
            "draws": False,
            "labels": {"ko": {}, "en": None},
            "fresh": False,
        }
        with bare_server.submit(Task(**defaults | {"source": source} | fields), heavy=False) as connection:
            received = b"".join(iter(lambda: connection.recv(65536), b""))
        return Outcome.from_json(received.decode())

    return run
