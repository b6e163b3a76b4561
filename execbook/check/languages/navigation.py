"""Whether the navigation of both languages contains every page, in the same tree."""

from collections.abc import Iterator, Sequence

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.sources.configuration import Configuration, NavPage
from execbook.sources.places import lab_sources, source_of


@rule(
    "nav-missing",
    "Every entry of the navigation is a page.",
    Break("mkdocs*.yml", "  - index.md\n", "  - index.md\n  - no.md\n"),
)
@rule(
    "orphan-page",
    "Every page is in the navigation.",
    Break("mkdocs*.yml", "      - part/halving.md\n", "      - index.md\n"),
    house=True,
)
@rule(
    "nav-differs",
    "The navigation is the same tree in every language.",
    Break("mkdocs.en.yml", "  - Numbers:\n      - part/halving.md\n", "  - part/halving.md\n"),
)
def navigation(book: Book) -> Iterator[Problem]:
    try:
        configs = book.configurations
    except ProblemError:
        return  # reported by the rule `config`
    leading = configs[book.project.languages[0]]
    for language, config in configs.items():
        # With INHERIT a list is inherited as a whole or not at all.
        own = config if config.nav is not None else leading
        project, folder = book.project, book.project.docs / language
        pages = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}
        pages |= {f"{key}.ipynb" for key in lab_sources(project)}
        listed: set[str] = set()
        for entry in own.nav or []:
            listed.add(entry.path)
            if entry.path not in pages:
                source = _source(project, language, entry.path)
                message = f"the navigation names {entry.path!r}, but there is no {source}"
                cure = "write the page, or remove the entry"
                yield Problem(own.name, entry.line, message, cure, "nav-missing")
        for page in sorted(pages - listed):
            message = f"is not in the navigation of {own.name}, so readers cannot find it"
            cure = "add it to nav of both configurations"
            yield Problem(_source(project, language, page), 0, message, cure, "orphan-page")
        if config is not leading and config.nav is not None:
            yield from _differing(leading, leading.nav or [], config, config.nav)


def _source(project: Project, language: str, page: str) -> str:
    """The page's source as problems name it; of a symbolic link the link itself, not its target."""
    return source_of(project, language, page).relative_to(project.root).as_posix()


def _differing(
    leading: Configuration, expected: Sequence[NavPage], config: Configuration, found: Sequence[NavPage]
) -> Iterator[Problem]:
    """The first difference between two trees. Titles may differ."""
    for ours, theirs in zip(expected, found, strict=False):
        if (ours.path, ours.trail) != (theirs.path, theirs.trail):
            what = "is elsewhere in the tree" if ours.path == theirs.path else f"is {theirs.path!r} here"
            yield _difference(config, theirs.line, f"{ours.path!r} of {leading.name}:{ours.line} {what}")
            return
    if len(found) > len(expected):
        extra = found[len(expected)]
        yield _difference(config, extra.line, f"{extra.path!r} is not in the nav of {leading.name}")
    elif len(found) < len(expected):
        missing = expected[len(found)]
        last = found[-1].line if found else 0
        yield _difference(config, last, f"{missing.path!r} of {leading.name}:{missing.line} is missing here")


def _difference(config: Configuration, line: int, message: str) -> Problem:
    message = f"the navigation differs between the languages: {message}"
    return Problem(config.name, line, message, "give both the same tree", "nav-differs")
