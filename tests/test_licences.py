"""Everything that is locked has a licence that is allowed, and others are reported with what to do."""

from __future__ import annotations

import json
from email.message import Message
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from tests import ROOT
from tools import licences

TABLE = """
allowed = ["MIT", "BSD", "MPL-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"]
names = { "BSD License" = "BSD", "The MIT one" = "MIT" }
packages = { copied = { licence = "GPL-3.0-only", reason = "installed only" } }
"""


def package(*lines: tuple[str, str]) -> Message:
    message = Message()
    for name, value in lines:
        message[name] = value
    return message


MIT = package(("License-Expression", "MIT"))
GPL = package(("Classifier", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)"))


def judged(folder: Path, npm: dict | None = None, **installed: Message) -> list[str]:
    """The problems of a project whose lock names these packages, and `copied`."""
    installed = {"copied": package(("License", "GPL-3.0-only")), **installed}
    for path in ("tools/one/package-lock.json", licences.TABLE):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / licences.TABLE).write_text(TABLE)
    (folder / licences.NAME).write_text("".join(f"{name}==1 \\\n    --hash=sha256:0\n" for name in installed))
    packages = {"": {"name": "one"}, **(npm or {})}
    (folder / "tools/one/package-lock.json").write_text(json.dumps({"packages": packages}))
    return [str(problem) for problem in licences.problems(folder, installed.__getitem__)]


def test_all_that_is_locked_may_be_used():
    assert list(map(str, licences.problems(ROOT))) == []


@pytest.mark.parametrize(
    "good",
    [
        MIT,
        package(("License-Expression", "GPL-3.0-only OR (MIT AND MPL-2.0)")),
        package(("License-Expression", "GPL-2.0 WITH Classpath-exception-2.0")),
        package(("License", "MIT")),
        package(("License", "The MIT one")),
        package(
            ("Classifier", "License :: OSI Approved"),
            ("Classifier", "License :: OSI Approved :: BSD License"),
        ),
    ],
    ids=lambda one: "; ".join(one.values()),
)
def test_an_allowed_licence_is_found_wherever_it_is_declared(tmp_path: Path, good: Message):
    assert judged(tmp_path, good=good) == []


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (package(), "bad does not declare its licence"),
        (package(("License", "Copyright 2026\n\nAll rights reserved.")), "bad does not declare its licence"),
        (package(("License-Expression", "MIT AND AGPL-3.0-only")), "the licence MIT AND AGPL-3.0-only"),
        (package(("License-Expression", "GPL-2.0")), "the licence GPL-2.0"),
        (package(("License", "free (for friends")), "the licence free (for friends"),
        (package(("License", "MIT"), *GPL.items()), "the licence “GNU General Public License v3 (GPLv3)”"),
    ],
)
def test_any_other_is_reported_with_package_line_and_cure(tmp_path: Path, bad: Message, says: str):
    (problem,) = judged(tmp_path, good=MIT, bad=bad)
    assert problem.startswith("requirements.txt:5: bad ") and says in problem
    assert "allow it in tools/licences.toml" in problem


def test_an_exception_is_for_the_licence_that_was_read(tmp_path: Path):
    (problem,) = judged(tmp_path, copied=package(("License", "AGPL-3.0-only")))
    assert "copied has the licence AGPL-3.0-only" in problem


def test_an_exception_for_nothing_is_reported(tmp_path: Path):
    judged(tmp_path)
    (tmp_path / licences.NAME).write_text("")
    assert "copied is not locked" in str(*licences.problems(tmp_path))


def test_what_is_not_installed_is_not_passed(tmp_path: Path):
    def nothing(name: str) -> Message:
        raise PackageNotFoundError(name)

    judged(tmp_path)
    assert "copied is not installed" in str(*licences.problems(tmp_path, nothing))


def test_packages_of_npm_are_judged_too(tmp_path: Path):
    npm = {
        "node_modules/good": {"version": "1", "license": "(MIT OR GPL-2.0)"},
        "node_modules/good/node_modules/@a/bad": {"version": "2", "license": "SEE LICENSE IN x"},
        "node_modules/silent": {"version": "3"},
    }
    bad, silent = judged(tmp_path, npm)
    assert bad.startswith("tools/one/package-lock.json: @a/bad has the licence SEE LICENSE IN x")
    assert silent.startswith("tools/one/package-lock.json: silent does not declare its licence")
