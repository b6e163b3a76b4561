"""References between pages and snippets: examples, regions, values, formulas, snippets on no page."""

from collections.abc import Iterator

from execbook.book import RUN_IT, Book
from execbook.book.bindings import bind
from execbook.check.rules import Break, rule
from execbook.markdown.checks import problems_of
from execbook.markdown.state import PageState
from execbook.problems import Problem, ProblemError, UnplacedProblem
from execbook.records import keys
from execbook.sources.labels import Catalogue
from execbook.sources.pages import Page

EN, PAGES = "docs/en/part/halving.md", "docs/*/part/halving.md"
SNIPPET = "snippets/part/halving.py"
PREDICTION = """/// predict | x
    right: halves[0]
    wrong: 2 * halves[1]

- **0.5** x

- **0.5** x
///

"""
NOT_RUN = ("no-record", "stale-record")


@rule(
    "unknown-example",
    "Every example that a page shows is a snippet.",
    Break(PAGES, "| part/halving", "| part/havling"),
)
@rule(
    "unknown-region",
    "Every region that a page shows exists in its snippet.",
    Break(PAGES, "halving\n", "halving\n    region: Drew it\n"),
)
@rule("nothing-to-show", "Every part that a page shows of an example was produced by its run.")
@rule(
    "caption",
    "An example has no more captions than figures.",
    Break(EN, "Halve it\n///", "One\n\nTwo\n\nThree\n///"),
)
@rule(
    "unknown-value",
    "Every value that a page quotes was recorded by a run.",
    Break(PAGES, "{{ number", "{{ numer"),
)
@rule(
    "claim-relation",
    "A claim is a relation over recorded values, and what it varies changes something.",
    Break(PAGES, "halves[0] > halves[1]", "halve[0] > halves[1]"),
)
@rule(
    "prediction",
    "Of a prediction's choices the first is what was recorded, and no other is.",
    Break(PAGES, "/// example", PREDICTION + "/// example"),
)
@rule("ambiguous-value", "A value that several examples of a page recorded names its example.")
@rule("value-format", "The format of a quoted value fits its type.", Break(PAGES, "| .4f", "| d"))
@rule("formula", "Every formula can be rendered.", Break(PAGES, "x_n / 2", "\\frac{x_n"))
def references(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        yield from _references(book, page)


def _references(book: Book, page: Page) -> Iterator[Problem]:
    """Problems that the Markdown extension would raise, except those reported of the snippets themselves."""
    unknown = page.shown_ids - book.records.keys()  # their values are unknown, too, as a consequence
    for problem in problems_of(PageState(book, page, page.language)):
        reported = problem in page.problems or problem.path != page.name or problem.rule in NOT_RUN
        if not reported and not (problem.rule == "unknown-value" and unknown):
            yield problem


@rule(
    "value-in-code",
    "No value that a run has recorded is quoted in a code span, which shows its braces as typed.",
    Break(PAGES, "{{ number | .4f }}", "`{{ number | .4f }}`"),
)
def values_in_code(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        shown = sorted(page.shown_ids & book.records.keys())
        for value in page.in_code:
            try:
                bind(book, value.example, value.name, shown)
            except UnplacedProblem as error:
                if error.problem.rule != "ambiguous-value":
                    continue  # braces of another language, such as a template's
            message = f"{value.text} stands in a code span, where it is shown as typed"
            yield Problem(page.name, value.line, message, "write it without the backticks", "value-in-code")


@rule(
    "orphan-snippet",
    "Every snippet is shown on some page.",
    Break("snippets/part/other.py", new='"""Nothing."""\n'),
    house=True,
)
@rule("no-record", "Every snippet has a record of a run of its current text.")
@rule("stale-labels", "Figures are drawn with the current translations of their labels.")
def shown_snippets(book: Book) -> Iterator[Problem]:
    shown = {example_id for page in book.all_pages() for example_id in page.shown_ids}
    hidden = bool(book.unreadable(book.project.docs))  # an unreadable page may show it
    for example_id, snippet in book.snippets.items():
        name = book.project.relative(snippet.path)
        if example_id not in shown and not hidden:
            cure = f"show it with '/// example | {example_id}', or delete it"
            yield Problem(name, 0, "is shown on no page", cure, "orphan-snippet")
        elif example_id in shown and example_id not in book.records:
            yield Problem(name, 0, "has no record of a run of its current text", RUN_IT, "no-record")
        elif example_id in shown and _has_stale_labels(book, example_id):
            message = "the translation of its figures' labels has changed since its last run"
            yield Problem(name, 0, message, RUN_IT, "stale-labels")


def _has_stale_labels(book: Book, example_id: str) -> bool:
    before = book.records[example_id].key_parts.get("labels")
    snippet = book.snippets[example_id]
    if before is None or not keys.draws(snippet):
        return False
    try:
        entries = book.relevant_labels(snippet)
    except ProblemError:
        return False  # invalid labels are reported by the rule `labels`
    catalogues = {language: Catalogue(own={example_id: own}) for language, own in entries.items()}
    return before != keys.label_part(snippet, catalogues)
