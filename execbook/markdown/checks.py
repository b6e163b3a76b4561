"""Find everything on a page that cannot be rendered, or that Markdown would render as plain text."""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager

from execbook.claims.drawn import drawn_of
from execbook.claims.predictions import answers_of
from execbook.claims.relations import relation_of
from execbook.markdown.state import PageState
from execbook.problems import Problem, ProblemError, UnplacedProblem


def problems_of(state: PageState) -> list[Problem]:
    """All problems of the page's syntax and references, each with its line, without rendering anything."""
    page = state.page
    problems = list(page.problems)

    @contextmanager
    def at(line: int) -> Generator[None]:
        try:
            yield
        except UnplacedProblem as error:
            problems.append(error.at(page.name, line))
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
    for claim in page.claims:
        with at(claim.line):
            if claim.relation:
                relation_of(state.book, page, claim)
    for prediction in page.predictions:
        if not any(
            prediction.line <= problem.line <= prediction.last for problem in problems
        ):  # else these would follow
            with at(prediction.line):
                (drawn_of if prediction.figures else answers_of)(state.book, page, prediction)
    faulty_lines = {problem.line for problem in problems}
    for formula in page.formulas:
        # Of a formula with a faulty value, only the value is reported.
        if faulty_lines.isdisjoint(range(formula.line, formula.line + formula.latex.count("\n") + 1)):
            with at(formula.line):
                state.formula(formula.latex, display=formula.display)
    return sorted(set(problems))


def missing_from(state: PageState) -> list[Problem]:
    """The examples, values and formulas of the source that have not been rendered as such.

    Markdown silently shows the source of what it does not recognise.
    """
    page = state.page
    expected = [("example", one.id, one.line) for one in page.examples]
    expected += [("claim", one.relation, one.line) for one in page.claims]
    expected += [("prediction", one.question, one.line) for one in page.predictions]
    expected += [("value", one.text, one.line) for one in page.values if not one.in_math]
    expected += [("formula", one.latex.strip(), one.line) for one in page.formulas]
    cures = {
        "example": "put blank lines around the block, and do not indent it",
        "claim": "put blank lines around the block, and do not indent it",
        "prediction": "put blank lines around the block, and do not indent it",
        "value": "raw HTML cannot contain bound values",
        "formula": "put blank lines around $$ … $$, no formula into raw HTML, and write \\$ for a dollar",
    }
    rendered = Counter(state.rendered)
    problems = []
    for kind, text, line in expected:
        if rendered[kind, text]:
            rendered[kind, text] -= 1
        else:
            shown = " ".join(text.split())
            message = f"Markdown does not recognise this as a{'n' * (kind == 'example')} {kind}: {shown}"
            problems.append(Problem(page.name, line, message, cures[kind], "not-rendered"))
    return problems
