"""Find everything on a page that cannot be shown, or that Markdown would show as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from execbook.markdown.state import PageState
from execbook.problems import Problem, ProblemError, UnplacedProblem


def problems_of(state: PageState) -> list[Problem]:
    """All that is wrong with the page's form and references, each with its line. Nothing need be rendered."""
    page = state.page
    problems = list(page.problems)

    @contextmanager
    def at(line: int) -> Iterator[None]:
        try:
            yield
        except UnplacedProblem as found:
            problems.append(found.at(page.name, line))
        except ProblemError as error:
            problems.extend(error.problems)

    for example in page.examples:
        with at(example.line):
            if example.id:
                run, parts = state.run(example.id, example.region, example.show)
                state.captions(run, parts, example.caption)
    for value in page.values:
        with at(value.line):
            state.value(value.text[2:-2], latex=value.in_math)
    faulty = {problem.line for problem in problems}
    for formula in page.formulas:
        # Of a formula with a faulty value, the value is reported.
        if faulty.isdisjoint(range(formula.line, formula.line + formula.latex.count("\n") + 1)):
            with at(formula.line):
                state.formula(formula.latex, display=formula.display)
    return sorted(set(problems))


def missing_from(state: PageState) -> list[Problem]:
    """The examples, values and formulas of the source that have not been rendered as such.

    Markdown is silent when it does not recognise something, and shows its source instead.
    """
    page = state.page
    expected = [("example", one.id, one.line) for one in page.examples]
    expected += [("value", one.text, one.line) for one in page.values if not one.in_math]
    expected += [("formula", one.latex.strip(), one.line) for one in page.formulas]
    cures = {
        "example": "set the block apart by empty lines, and do not indent it",
        "value": "raw HTML cannot hold bound values",
        "formula": "put empty lines around $$ … $$, no formula into raw HTML, and \\$ for a dollar sign",
    }
    rendered = Counter(state.rendered)
    problems = []
    for kind, text, line in expected:
        if rendered[kind, text]:
            rendered[kind, text] -= 1
        else:
            shown = " ".join(text.split())
            message = f"Markdown does not take this for a{'n' * (kind == 'example')} {kind}: {shown}"
            problems.append(Problem(page.name, line, message, cures[kind], "not-rendered"))
    return problems
