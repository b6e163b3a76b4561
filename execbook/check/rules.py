"""What a rule is: a function from the book to problems, registered under the names that its problems carry.

Every module of this package is imported and registers its rules; `execbook rules` lists them all. Beside each
rule is a change to the specimen book in `tests/execbook/check` that breaks it.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, partial
from typing import Any

from execbook.book import Book
from execbook.built.site import Site
from execbook.problems import Problem, did_you_mean, raise_if_any
from execbook.settings import FILE


class Stage(Enum):
    """When rules are run, and what they are given.

    SOURCES: the Book, before anything is built. PUBLISHING: the Book, for what an author may postpone but
    what blocks publishing; run only where the rules of SOURCES find nothing. SPELLING: the Book, with
    Hunspell set up. SITE: a built Site.
    """

    SOURCES = "sources"
    PUBLISHING = "publishing"
    SPELLING = "spelling"
    SITE = "site"


@dataclass(frozen=True)
class Break:
    """A change that breaks a rule: in all files that match `files`, `old` is replaced by `new`.

    Without `old`, `new` is the content of a new file.
    """

    files: str
    old: str = ""
    new: str = ""


Check = Callable[[Any], Iterable[Problem]]
"""Takes the subject of its stage, and returns every violation."""


@dataclass(frozen=True)
class Rule:
    """One rule.

    sentence: what it requires. breaks: None where a test breaks it in another way. house: whether it is a
    rule of the house, which a book may switch off; the others keep a page from showing what was not run.
    """

    name: str
    stage: Stage
    sentence: str
    check: Check
    breaks: Break | None
    house: bool = False


_rules: dict[tuple[Stage, str], Rule] = {}


def rule(
    name: str,
    sentence: str,
    breaks: Break | None = None,
    *,
    stage: Stage = Stage.SOURCES,
    house: bool = False,
) -> Callable[[Check], Check]:
    """Register a function as the rule `name`. One that checks several rules is registered under each."""

    def register(check: Check) -> Check:
        if (stage, name) in _rules:
            raise ValueError(f"there are two rules {name!r} for {stage.value}")
        _rules[stage, name] = Rule(name, stage, sentence, check, breaks, house)
        return check

    return register


publishing_rule = partial(rule, stage=Stage.PUBLISHING)
site_rule = partial(rule, stage=Stage.SITE)


@cache
def _load() -> None:
    """Import every module of this package, so that its rules register themselves."""
    import execbook.check as package

    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)


def all_rules() -> list[Rule]:
    """All rules, by stage and name."""
    _load()
    order = list(Stage)
    return sorted(_rules.values(), key=lambda rule: (order.index(rule.stage), rule.name))


def _not_switchable(names: Iterable[str]) -> Iterator[Problem]:
    house = {one.name for one in all_rules() if one.house}
    for name in sorted({*names} - house):
        known = any(one.name == name for one in all_rules())
        message = f"the rule {name!r} cannot be switched off" if known else f"there is no rule {name!r}"
        fix = "remove it from switched-off" if known else did_you_mean(name, house, "house rules")
        yield Problem(FILE, 0, message, fix, "settings")


def violations(stage: Stage, subject: Book | Site) -> list[Problem]:
    """The problems that the rules of a stage find, sorted by place.

    subject: the Book, or for SITE the built Site. Raises ProblemError if the book switches off what is no
    house rule, ValueError if a rule reports a problem under a name
    that it is not registered for.
    """
    project = subject.project if isinstance(subject, Book) else subject.book.project
    off = {*project.settings.switched_off}
    if stage is Stage.SOURCES:
        raise_if_any(_not_switchable(off))
    names: dict[Check, set[str]] = {}
    for one in all_rules():
        if one.stage is stage:
            names.setdefault(one.check, set()).add(one.name)
    found: list[Problem] = []
    for check, known in names.items():
        problems = list(check(subject))
        if unknown := {problem.rule for problem in problems} - known:
            raise ValueError(f"{check.__module__} reported {sorted(unknown)}, which it is not registered for")
        found += [problem for problem in problems if problem.rule not in off]
    return sorted(found)
