"""How a problem reads."""

from execbook.problems import Problem, ProblemError


def test_a_problem_names_place_fault_rule_and_cure():
    problem = Problem("docs/ko/a.md", 7, "no example 'x/y'", "use 'x/z'", "unknown-example")
    assert str(problem) == "docs/ko/a.md:7: no example 'x/y' [unknown-example]\n    -> use 'x/z'"


def test_what_is_not_known_is_left_out():
    assert str(Problem("docs/ko/a.md", 0, "is empty")) == "docs/ko/a.md: is empty"
    assert str(Problem("", 0, "no browser")) == "no browser"


def test_an_error_lists_its_problems_in_the_order_of_files_and_lines():
    error = ProblemError([Problem("b.md", 1, "late"), Problem("a.md", 9, "mid"), Problem("a.md", 2, "first")])
    assert str(error) == "a.md:2: first\na.md:9: mid\nb.md:1: late"
