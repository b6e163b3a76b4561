"""The manual is made from what the engine says of itself.

Covers execbook/cli/new.py with tests/test_package.py, where a new book is built from the wheel.
"""

import re
from dataclasses import fields

from execbook.check.rules import all_rules
from execbook.cli import main
from execbook.settings import Settings
from tests import ROOT


def test_the_manual_is_what_the_command_prints(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main.main(["manual"]) == 0
    assert (ROOT / "MANUAL.md").read_text("utf-8") == capsys.readouterr().out


def test_the_manual_has_every_setting_rule_and_command():
    text = (ROOT / "MANUAL.md").read_text("utf-8")
    listed = set(re.findall(r"^- `([^`]+)`", text, re.MULTILINE))
    assert {one.name.replace("_", "-") for one in fields(Settings)} <= listed
    assert {one.name for one in all_rules()} <= listed
    assert {f"execbook {name}" for name in ("run", "check", "build", "serve", "new", "manual")} <= listed
