from execbook.problems import Problem
from execbook.runs.task import Outcome, Task


def test_a_task_survives_the_way():
    task = Task("part/a", "a.py", "print('한')\n", 1.5, 100, 64, True, {"loss": "손실"}, False)
    assert Task.from_json(task.to_json()) == task


def test_an_outcome_survives_the_way():
    outcome = Outcome(
        [Problem("", 3, "1 / 0", "fix it", "exception")], "out\n", values={"x": 1e-300, "y": "값"}
    )
    assert Outcome.from_json(outcome.to_json()) == outcome


def test_numbers_survive_to_the_last_digit():
    values = {"third": 1 / 3, "infinite": float("inf"), "large": 2**80}
    assert Outcome.from_json(Outcome(values=values).to_json()).values == values
