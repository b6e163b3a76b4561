"""The audit of what is locked: advisories are reported, and what was not asked does not pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from execbook.takeaway.lockfile import NAME, pins
from tools import advisories

HASH = "    --hash=sha256:4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274\n"
LOCK = (
    f"six==1.17.0 \\\n{HASH}"
    f"six==1.16.0 ; python_version < '3.12' \\\n{HASH}    # via rich\n"
    f"rich==15.0.0 \\\n{HASH}"
)
NPM = json.dumps(
    {
        "name": "one",
        "lockfileVersion": 3,
        "packages": {"": {"dependencies": {"a": "1.0.0"}}, "node_modules/a": {"version": "1.0.0"}},
    }
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (folder := tmp_path / "tools/one").mkdir(parents=True)
    (folder / "package-lock.json").write_text(NPM)
    (folder / "package.json").write_text('{"name": "one", "dependencies": {"a": "1.0.0"}}')
    (tmp_path / NAME).write_text(LOCK)
    return tmp_path


@pytest.fixture
def tools_say(monkeypatch):
    """Let the tools answer without being started: pip-audit with these advisories, npm with this text."""

    def say(python: dict[str, list[dict]] | None, npm: str) -> None:
        def run(command: list[str], errors: bool = True) -> str:
            if "pip_audit" in command and python is not None:
                lock = Path(command[command.index("--requirement") + 1]).read_text("utf-8")
                assert ";" not in lock
                answer = [
                    {"name": pin.name, "version": pin.version, "vulns": python[pin.name]}
                    for pin in pins(lock)
                    if pin.name in python
                ]
                Path(command[command.index("--output") + 1]).write_text(json.dumps({"dependencies": answer}))
            return "what the tool complained of" if errors else npm

        monkeypatch.setattr(advisories, "_run", run)

    return say


SOUND = json.dumps({"auditReportVersion": 2, "vulnerabilities": {}})


def test_an_audit_without_its_source_is_not_passed(project, monkeypatch, capsys):
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "npm_config_registry"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert advisories.main(project) == 2
    python, npm = capsys.readouterr().out.splitlines()
    assert python.startswith("NOT CHECKED, so not passed: requirements.txt: ") and "127.0.0.1" in python
    assert npm.startswith("NOT CHECKED, so not passed: tools/one/package-lock.json: ")


def test_all_is_asked_for_and_nothing_found(project, tools_say, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    tools_say({"six": [], "rich": []}, SOUND)
    assert advisories.main(project) == 0
    assert capsys.readouterr().out == "no locked package has a known vulnerability\n"
    assert (tmp_path / "summary.md").read_text().startswith("- no locked package")


def test_what_is_found_is_reported_with_its_cure(project, tools_say, capsys):
    known = [{"id": "PYSEC-1", "fix_versions": ["1.18.0"]}]
    npm = json.dumps({"vulnerabilities": {"a": {"range": "<2", "severity": "high"}}})
    tools_say({"six": known, "rich": [{"id": "PYSEC-2", "fix_versions": []}]}, npm)
    assert advisories.main(project) == 1
    assert sorted(capsys.readouterr().out.splitlines()) == [
        "one: a <2: high",
        "rich 15.0.0: PYSEC-2, fixed in –",
        "six 1.16.0: PYSEC-1, fixed in 1.18.0",
        "six 1.17.0: PYSEC-1, fixed in 1.18.0",
    ]


@pytest.mark.parametrize(
    ("python", "npm", "says"),
    [
        (None, SOUND, "requirements.txt: what the tool complained of"),
        ({"six": []}, SOUND, "requirements.txt: no answer for rich 15.0.0"),
        ({"six": [], "rich": []}, "", "package-lock.json: what the tool complained of"),
        ({"six": [], "rich": []}, "{}", "package-lock.json: what the tool complained of"),
        ({"six": [], "rich": []}, '{"message": "x", "error": {}}', "what the tool complained of"),
        ({"six": [], "rich": []}, "<html>", "what the tool complained of"),
    ],
    ids=["no answer", "half an answer", "npm silent", "npm empty", "npm refused", "npm behind a portal"],
)
def test_half_an_answer_is_not_passed(project, tools_say, capsys, python, npm, says):
    tools_say(python, npm)
    assert advisories.main(project) == 2
    assert says in capsys.readouterr().out
    assert "no locked package" not in capsys.readouterr().out


def test_every_locked_version_is_asked_for():
    locked = pins((advisories.ROOT / NAME).read_text("utf-8"))
    parts = advisories.batches(locked)
    assert sum(map(len, parts)) == len(locked)
    assert all(len({pin.name for pin in part}) == len(part) for part in parts)
    again = pins("".join(advisories.without_marker(pin) for pin in locked))
    assert [(pin.name, pin.version, pin.hashes) for pin in again] == [
        (pin.name, pin.version, pin.hashes) for pin in locked
    ]
    assert all(pin.requirement.marker is None for pin in again)
