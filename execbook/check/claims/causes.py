"""Whether two conditions that an example compares differ in one argument alone."""

from collections.abc import Iterator, Sequence

from execbook.book import Book
from execbook.check.claims import passages
from execbook.check.rules import Break, publishing_rule
from execbook.claims import outcomes
from execbook.claims.conditions import Conditions, differences, matching
from execbook.claims.outcomes import CALLS, Call
from execbook.problems import Problem, ProblemError
from execbook.sources.pages import Example, Page

COMPARED = "halving\n    conditions: {slow: {rate: 0.5}, fast: {rate: 0.25}}\n"


@publishing_rule(
    "claim-causes",
    "Conditions that an example compares differ in one argument of a call, or the text names all.",
    Break("docs/*/part/halving.md", "halving\n", COMPARED),
    house=True,
)
def causes(book: Book) -> Iterator[Problem]:
    try:
        known = book.once(outcomes.read)
    except ProblemError:
        return  # reported by `claim-stale`
    for page in book.all_pages():
        for example, conditions in page.conditions.items():
            if measured := known.get(example.id, {}).get(CALLS):
                yield from _of_example(page, example, conditions, measured.calls)


def _of_example(
    page: Page, example: Example, conditions: Conditions, calls: Sequence[Call]
) -> Iterator[Problem]:
    found: dict[str, list[Call]] = {}
    for name, condition in conditions.items():
        if not (ones := matching(condition, calls)):
            given = ", ".join(f"{key}={value}" for key, value in condition.items())
            message = f"{example.id} calls nothing with {given}, the condition {name!r}"
            yield Problem(page.name, example.line, message, "correct the condition", "claim-causes")
            continue
        if found:
            nearest, different = min(
                ((other, differences(other, found[other], name, ones)) for other in found),
                key=lambda pair: len(pair[1]),
            )
            text = passages.text(page, passages.section(page, example.line))
            code = [f"`{one.rpartition('.')[2]}`" for one in different]
            unnamed = [one for one in code if one not in text]
            if len(different) > 1 and unnamed:
                message = f"{name!r} differs from {nearest!r} in more than one cause: {', '.join(different)}"
                cure = f"change one alone, or name all in the section, as code: {', '.join(unnamed)}"
                yield Problem(page.name, example.line, message, cure, "claim-causes")
        found[name] = ones
