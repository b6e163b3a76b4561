"""Python for readers' browsers in Node."""

from execbook.browser import node
from execbook.browser.runtime import CORE


def test_it_runs_a_file(ask):
    answer = ask("run.run", {"id": "a", "filename": "a.py", "source": "print(6 * 7)"})
    assert (answer["output"], answer["error"]) == ("42\n", "")


def test_an_interpreter_that_does_not_start_is_said_so(tmp_path):
    for name in CORE:
        (tmp_path / name).write_text("")
    with node.interpreter(tmp_path) as ask:
        assert "did not start" in ask("run.run", {})["fatal"]
