"""Whether claims hold: their outcomes are those of the present snippets, and say so."""

from collections.abc import Iterator

from execbook.baseline.report import columns
from execbook.book import Book
from execbook.book.turned import example_of, named, names_of
from execbook.check.rules import Break, publishing_rule
from execbook.claims import needs, outcomes
from execbook.claims.evaluate import Evaluation, evaluated
from execbook.problems import COMMAND, Problem, ProblemError
from execbook.sources.pages import Claim, Page

PAGES = "docs/*/part/halving.md"


@publishing_rule(
    "claim-stale",
    "What a claim rests on was measured with the present snippets and packages.",
    Break("snippets/part/halving.py", "number = 1.0", "number = 1.5"),
)
def fresh(book: Book) -> Iterator[Problem]:
    project = book.project
    try:
        known, _ = book.once(outcomes.read), book.labels
    except ProblemError as error:
        yield from (one for one in error.problems if one.rule == "claim-stale")
        return
    for example_id in known.keys() - names_of(book):
        name = project.relative(outcomes.path_of(project, example_id))
        yield Problem(name, 0, f"{example_id} is no longer an example", "delete the file", "claim-stale")
    for example_id, varied in needs.stale(book, known, book.once_of(needs.needs)).items():
        path = project.relative(named(book, example_id).snippet.path)
        for vary, why in varied.items():
            message = f"claims rest on trials of it ({vary}), but {why}"
            yield Problem(path, 0, message, f"run `{COMMAND} claims {example_of(example_id)}`", "claim-stale")


@publishing_rule(
    "claim-fails",
    "A claim holds with 19 of 20 seeds (5 of 5 where a run is slow), or says how often it does.",
    Break(PAGES, "halves[0] > halves[1]", "halves[0] < halves[1]"),
)
def holding(book: Book) -> Iterator[Problem]:
    for page in book.pages[book.project.languages[0]].values():
        for number, claim in enumerate(page.claims):
            try:
                one = evaluated(book, page, claim)
            except ProblemError:
                continue  # reported by `claim-relation` or `claim-stale`
            if one and not one.is_enough and not claim.counts:
                yield _failing(book, page, number, claim, one)


def _failing(book: Book, page: Page, number: int, claim: Claim, one: Evaluation) -> Problem:
    others = [book.pages[language].get(page.key) for language in book.project.languages[1:]]
    places = [f"{page.name}:{claim.line}"] + [
        f"{other.name}:{other.claims[number].line}"
        for other in others
        if other and number < len(other.claims)
    ]
    names = list(dict.fromkeys(name for _, _, values in one.trials for name in values))
    table = [(claim.vary, *names, "holds")] + [
        (name, *(_cell(values.get(used)) for used in names), "yes" if holds else "no")
        for name, holds, values in one.trials
    ]
    rows = "".join(f"\n    {row}" for row in columns(table))
    message = f"{claim.relation} holds in {one.held} of {one.tried} trials ({', '.join(places)}):{rows}"
    cure = "correct the sentence and its relation, or say in it how often it holds: {{ held }} of {{ tried }}"
    return Problem(page.name, claim.line, message, cure, "claim-fails")


def _cell(value: object) -> str:
    return "–" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)
