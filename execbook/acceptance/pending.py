"""What waits to be accepted, of all kinds, and accepting it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from execbook.book import Book
from execbook.problems import Problem, ProblemError, did_you_mean
from execbook.project import Project


@dataclass(frozen=True)
class Pending:
    """One thing that waits.

    kind: `translation`, `result`, `band`, `address` or `word`. name: of the section, example, page or word.
    pages: the keys of the pages that it is on. state: in a few words. change: what has changed, line by line.
    needs_reason: whether it is accepted only with a reason. blocked: what has to be done first; may be empty.
    """

    kind: str
    name: str
    pages: tuple[str, ...]
    state: str
    change: tuple[str, ...] = ()
    needs_reason: bool = False
    blocked: str = ""


@dataclass(frozen=True)
class Answer:
    """How things are accepted.

    reason: why a result may differ from the accepted one, or a language from the others. same: a section of
    which not all languages have changed still has the same meaning. behind: the language that is behind,
    where the changes do not show it. seeds: how many other seeds a training is measured with. done: called
    with the name of each such run that has ended.
    """

    reason: str = ""
    same: bool = False
    behind: str = ""
    seeds: int = 10
    done: Callable[[str], None] = lambda _: None


class Kind(NamedTuple):
    """How things of one kind are found and accepted. accept: returns lines to print."""

    find: Callable[[Book], Iterable[Pending]]
    accept: Callable[[Book, Sequence[Pending], Answer], list[str]]


def chosen(book: Book, everything: Sequence[Pending], names: Iterable[str]) -> list[Pending]:
    """The things with these names, or on the pages with these keys; all without names.

    Paths of pages, labs and snippets count as their names. Raises ProblemError for a name of nothing.
    """
    wanted = [_name(book.project, name) for name in names]
    if not wanted:
        return list(everything)
    known = {one.name for one in everything} | {page for one in everything for page in one.pages}
    known |= {page.key for page in book.all_pages()} | book.snippets.keys()
    if unknown := [name for name in wanted if name not in known]:
        message = f"there is nothing named {unknown[0]!r}"
        fix = did_you_mean(unknown[0], sorted(known), "pages, sections, examples or words")
        raise ProblemError(Problem("", 0, message, fix, "unknown-name"))
    return [one for one in everything if one.name in wanted or not {*wanted}.isdisjoint(one.pages)]


def refusals(items: Iterable[Pending], answer: Answer) -> list[Problem]:
    """Why some of these cannot be accepted with this answer."""
    found = []
    for one in items:
        if one.blocked:
            found.append(Problem("", 0, f"{one.name}: {one.state}", one.blocked, "accept"))
        elif needs_reason(one, answer):
            fix = 'correct it; or say why it is right: --reason "why"'
            if one.kind == "translation":
                fix = 'translate the change; or add --same if the meaning is the same, or --reason "why"'
            found.append(Problem("", 0, f"{one.name}: {one.state}", fix, "accept"))
    return found


def needs_reason(one: Pending, answer: Answer) -> bool:
    """Whether it can be accepted only with a reason, which the answer does not give."""
    return one.needs_reason and not answer.reason and not (answer.same and one.kind == "translation")


def table(items: Sequence[Pending]) -> list[str]:
    """A line for each, and below it what has changed."""
    kinds, names = (max((len(text) for text in texts), default=0) for texts in _columns(items))
    lines = []
    for one in items:
        notes = [one.state, *(["needs --reason"] if one.needs_reason else [])]
        lines.append(f"{one.kind:{kinds}}  {one.name:{names}}  {', '.join(notes)}")
        lines += [f"    {line}" for line in one.change]
        if one.blocked:
            lines.append(f"    -> first: {one.blocked}")
    return lines


def _columns(items: Sequence[Pending]) -> tuple[list[str], list[str]]:
    return [one.kind for one in items], [one.name for one in items]


def _name(project: Project, text: str) -> str:
    """The name for a path such as `docs/ko/training/xor.md`; other texts are unchanged."""
    text = project.usual(text)
    for folder in (*(f"docs/{language}/" for language in project.languages), "snippets/"):
        if text.startswith(folder):
            return text.removeprefix(folder).removesuffix(".md").removesuffix(".py")
    if text.startswith("labs/"):
        return f"{text.removeprefix('labs/').removesuffix('.py')}/lab"
    return text
