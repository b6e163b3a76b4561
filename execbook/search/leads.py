"""What leads readers to a page though it is not written there: former titles, messages, complaints.

`words/leads.tsv` has the columns page, kind, ko and en. page is a key, which may be a former one. kind says
how the words are meant: a `title` names the page as its own title does; a `question` is what readers say; a
`message` is what a program writes, in which names and numbers of a reader's own may stand. Several titles or
questions are separated by semicolons. A message is the same in both languages and is given under en.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from execbook.problems import Problem, ProblemError, did_you_mean, raise_if_any
from execbook.project import Project
from execbook.sources.addresses import folder_of, page_keys, published
from execbook.sources.tables import read_table

LEADS = "leads.tsv"
KINDS = ("title", "message", "question")
RULE = "search-leads"


@dataclass
class Leads:
    """The words that lead to one page: `titles` name it, `phrases` describe when a reader needs it."""

    titles: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)


def expected_columns(project: Project) -> list[str]:
    """The columns of the list: after page and kind one for each language."""
    return ["page", "kind", *project.languages]


def leads(project: Project, language: str) -> Mapping[str, Leads]:
    """The leads of a language by the pages' addresses, such as `activations/relu/`; none without the list.

    Raises ProblemError for a row that names no page or no kind, or lacks its words.
    """
    found: dict[str, Leads] = defaultdict(Leads)
    path = project.words / LEADS
    if not path.is_file():
        return found
    place = project.relative(path)
    keys = page_keys(project)
    moved = {address.key: address.target for address in published(project) if address.target}
    problems = []
    columns, rows = read_table(path)
    if columns != (expected := expected_columns(project)):
        raise ProblemError(_problem(place, 1, "has other columns", f"they are {', '.join(expected)}"))
    for line, row in rows:
        cells = {column: row[column].strip() for column in expected}
        key, kind = moved.get(cells["page"], cells["page"]), cells["kind"]
        words = cells.get("en", cells[language]) if kind == "message" else cells[language]
        if key not in keys:
            problems.append(
                _problem(place, line, f"names no page: {key!r}", did_you_mean(key, keys, "pages"))
            )
        elif kind not in KINDS:
            problems.append(
                _problem(place, line, f"names no kind: {kind!r}", did_you_mean(kind, KINDS, "kinds"))
            )
        elif not any(cells[one] for one in project.languages):
            problems.append(_problem(place, line, "has no words", "add them, or remove the row"))
        elif words:
            of_page = found[folder_of(key)]
            if kind == "message":
                of_page.phrases.append(words)
            else:
                several = [phrase for part in words.split(";") if (phrase := part.strip())]
                (of_page.titles if kind == "title" else of_page.phrases).extend(several)
    raise_if_any(problems)
    return found


def _problem(place: str, line: int, message: str, cure: str) -> Problem:
    return Problem(place, line, message, cure, RULE)
