"""The command line: what it prints, where, and with which exit code.

Covers execbook/__main__.py: started as a process.
Covers execbook/cli/*.py: its subcommands.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from execbook import check
from execbook.cli.main import BUG, INTERRUPTED, PROBLEMS, UNREAD, main
from execbook.problems import Problem, ProblemError
from execbook.runs import runner
from execbook.serve import session
from execbook.site import build
from tests import ROOT

COMMANDS = ["run", "explain", "check", "build", "serve"]
PROBLEM = Problem("docs/ko/page.md", 7, "the page is odd", "make it even", "odd-page")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two examples, as the current folder."""
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "snippets/part").mkdir(parents=True)
    (tmp_path / "snippets/part/one.py").write_text('print("one")\n')
    (tmp_path / "snippets/part/two.py").write_text('print("two")\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def failing(project: Path) -> Path:
    (project / "snippets/part/two.py").write_text('print("so far")\nraise ValueError("no further")\n')
    return project


def fail(*_: object, **__: object) -> None:
    raise KeyError("lost")


def interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    text = capsys.readouterr().out
    for command in COMMANDS:
        assert f"\n    {command} " in text


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_of_its_own(command: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    assert f"usage: execbook {command}" in capsys.readouterr().out


def test_help_loads_nothing_heavy():
    heavy = "{'matplotlib', 'mkdocs', 'numpy', 'rich', 'tensorflow', 'watchdog'}"
    code = (
        "import sys; from execbook.cli.main import main\n"
        "try: main(['--help'])\n"
        f"except SystemExit: print('loaded:', sorted({heavy} & set(sys.modules)))"
    )
    output = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout
    assert output.endswith("loaded: []\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "required: COMMAND"),
        (["walk"], "invalid choice: 'walk'"),
        (["run", "--jobs", "0"], "'0' is not a number from 1 on"),
        (["run", "--shard", "3/2"], "'3/2' is not a part such as 1/4"),
        (["run", "--shard", "half"], "'half' is not a part such as 1/4"),
        (["explain"], "required: ID"),
    ],
)
def test_wrong_usage_is_explained(
    arguments: list[str], complaint: str, project: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert complaint in capsys.readouterr().err


def test_outside_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    assert main(["run"]) == PROBLEMS
    assert "no mkdocs.yml" in capsys.readouterr().err


def test_second_run_has_nothing_to_do(project: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["run"]) == 0
    first = capsys.readouterr()
    assert first.out.startswith("2 run, 0 fresh")
    assert "[2/2] part/" in first.err
    assert main(["run"]) == 0
    second = capsys.readouterr()
    assert second.out.startswith("0 run, 2 fresh")
    assert second.err == ""


@pytest.mark.parametrize(
    ("arguments", "ran"),
    [
        (["part/one"], 1),
        (["snippets/part/one.py"], 1),
        (["--shard", "2/2", "--jobs", "1"], 1),
        (["--force"], 2),
        (["--fresh-interpreter"], 2),
    ],
)
def test_run_can_be_narrowed(
    arguments: list[str], ran: int, project: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["run", *arguments]) == 0
    assert capsys.readouterr().out.startswith(f"{ran} run, 0 fresh")


def test_failing_example_is_reported_and_the_others_finish(failing: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["run"]) == PROBLEMS
    printed = capsys.readouterr()
    assert printed.out.startswith("1 run, 0 fresh, 1 failed")
    assert "snippets/part/two.py:2: ValueError: no further" in printed.err
    assert "so far" in printed.err
    assert "1 problem\n" in printed.err
    assert "Traceback" not in printed.err


def test_unknown_example_is_named(project: Path, capsys: pytest.CaptureFixture[str]):
    for command in ("run", "explain"):
        assert main([command, "part/three"]) == PROBLEMS
        assert "'part/three'" in capsys.readouterr().err


def test_explain_shows_what_changed(project: Path, capsys: pytest.CaptureFixture[str]):
    main(["run"])
    capsys.readouterr()
    assert main(["explain", "part/one"]) == 0
    fresh = capsys.readouterr().out
    assert fresh.startswith("part/one is fresh")
    assert "->" not in fresh
    (project / "snippets/part/one.py").write_text('print("uno")\n')
    main(["explain", "part/one"])
    first, *parts = capsys.readouterr().out.splitlines()
    assert first.startswith("part/one would run again")
    assert [line.split()[0] for line in parts if "->" in line] == ["snippet"]


def test_check_prints_problems_of_sources_and_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    in_site = Problem("site/ko/index.html", 3, "an image is missing")
    monkeypatch.setattr(check, "check_sources", lambda _: [PROBLEM])
    monkeypatch.setattr(check, "check_site", lambda *_: [in_site], raising=False)
    assert main(["check"]) == PROBLEMS
    printed = capsys.readouterr().err
    assert "docs/ko/page.md:7: the page is odd [odd-page]\n    -> make it even" in printed
    assert "an image is missing" not in printed
    (project / "site").mkdir()
    assert main(["check"]) == PROBLEMS
    assert "site/ko/index.html:3: an image is missing" in capsys.readouterr().err


def test_check_without_problems_says_what_it_checked(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(check, "check_sources", lambda _: [])
    monkeypatch.setattr(check, "check_site", lambda *_: [], raising=False)
    assert main(["check"]) == 0
    assert "no site/ yet" in capsys.readouterr().out


def test_build_runs_examples_first_and_stops_at_a_failure(
    failing: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    built = []
    monkeypatch.setattr(build, "build", lambda project, progress: built.append(project.root))
    assert main(["build"]) == PROBLEMS
    assert "no further" in capsys.readouterr().err
    assert built == []
    (failing / "snippets/part/two.py").write_text('print("two")\n')
    assert main(["build"]) == 0
    assert built == [failing]


def test_serve_runs_what_is_not_fresh_at_every_change(
    failing: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    seen = []

    def serve_two_changes(project, port, run):
        seen.append((port, [problem.path for problem in run()]))
        (failing / "snippets/part/two.py").write_text('print("two")\n')
        seen.append((port, run()))

    monkeypatch.setattr(session, "serve", serve_two_changes)
    assert main(["serve", "--port", "8123"]) == 0
    assert seen == [(8123, ["snippets/part/two.py"]), (8123, [])]


def test_every_problem_is_printed(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def refuse(*_: object, **__: object):
        raise ProblemError([PROBLEM, Problem("b.py", 2, "second")])

    monkeypatch.setattr(runner, "run", refuse)
    assert main(["run"]) == PROBLEMS
    printed = capsys.readouterr().err
    assert "docs/ko/page.md:7" in printed
    assert "b.py:2: second" in printed
    assert "2 problems" in printed
    assert "Traceback" not in printed


def test_ctrl_c(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr(runner, "run", interrupt)
    assert main(["run"]) == INTERRUPTED
    assert "interrupted" in capsys.readouterr().err


def test_bug_is_short_and_keeps_its_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(runner, "run", fail)
    assert main(["run"]) == BUG
    printed = capsys.readouterr().err
    assert len(printed.splitlines()) == 2
    assert "KeyError: 'lost'" in printed
    kept = Path(printed.split()[-1])
    assert kept.is_relative_to(project / "build")
    assert "raise KeyError" in kept.read_text()


@pytest.mark.parametrize("arguments", [["rules"], ["check"], ["run", "part/one"], ["--help"]], ids=" ".join)
@pytest.mark.parametrize("both", [False, True], ids=["output", "output and errors"])
def test_output_that_nobody_reads_any_more_ends_quietly(failing: Path, arguments: list[str], both: bool):
    """As of `execbook check | head -1`, whose reader has gone."""
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-m", "execbook", *arguments],
        cwd=failing,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=writing,
        stderr=writing if both else subprocess.PIPE,
        text=True,
    )
    os.close(writing)
    expected = {PROBLEMS} if arguments == ["check"] and not both else {UNREAD}
    assert result.returncode in (expected | {0} if arguments == ["--help"] else expected)
    assert both or "Broken" not in result.stderr
    assert not (failing / "build/traceback.txt").exists()
