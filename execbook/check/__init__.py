"""The rules over the pages' and snippets' sources, and over the built site.

Each module holds the rules of one concern. Each rule has a name, which its problems carry, and a fixture that
trips it in `tests/execbook/check/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from execbook.baseline import drift
from execbook.built.site import load as load_site
from execbook.check import files, sources, styles
from execbook.check.code import catalogue, figures, pictures, snippets
from execbook.check.languages import glossary, navigation, pairs, particles, translations
from execbook.check.pages import examples, fences, headings, links, markup, prose, titles
from execbook.check.site import downloads as built_downloads
from execbook.check.site import examples as built_examples
from execbook.check.site import links as built_links
from execbook.check.site import pages as built_pages
from execbook.check.site import policy as built_policy
from execbook.problems import Problem, ProblemError
from execbook.project import LANGUAGES, Project
from execbook.sources import addresses, configuration
from execbook.sources.places import lab_sources

__all__ = ["check_before_publishing", "check_site", "check_sources"]

BEFORE_PUBLISHING: list[Callable[[Project], list[Problem]]] = [
    translations.check,
    glossary.check,
    particles.check,
    drift.check,
    addresses.check,
]
"""Rules that let an author see the page that he is writing, and let nobody publish it."""


def check_sources(project: Project) -> list[Problem]:
    """All faults of pages, snippets, labels and configurations, sorted by place.

    A file that is broken as such is reported for that alone, since its other faults would be echoes.
    """
    problems = files.check(project)
    unreadable = {p.path for p in problems if p.rule in ("symlink", "encoding", "merge-marker")}
    loaded, unread = sources.load(project, unreadable)
    problems += unread
    for page in loaded.all_pages():
        problems += headings.check(page)
        problems += fences.check(page)
        problems += markup.check(page)
        problems += prose.check(page, loaded.records)
    for pages in loaded.pages.values():
        problems += titles.check(pages.values())
    problems += pairs.check(project, loaded.pages)
    problems += links.check(loaded)
    problems += examples.check(loaded)
    problems += snippets.check(project, list(loaded.snippets.values()))
    problems += figures.check(loaded)
    problems += catalogue.check(loaded)
    problems += pictures.check(project, loaded.snippets)
    problems += styles.check(project)
    problems += _navigation(project)
    problems += _labs(project)
    if any(path.startswith("docs/") for path in unreadable):  # there it may be shown
        problems = [p for p in problems if p.rule != "orphan-snippet"]
    torn = {p.path for p in problems if p.rule == "unclosed-fence"}  # their code looks like text
    return sorted(p for p in problems if p.path not in torn or p.rule == "unclosed-fence")


def check_before_publishing(project: Project) -> list[Problem]:
    """What an author may leave for later, but no site is published with, sorted by place.

    Only of use where `check_sources` finds nothing.
    """
    return sorted(problem for rule in BEFORE_PUBLISHING for problem in rule(project))


def check_site(project: Project, folder: Path) -> list[Problem]:
    """All faults of the site built in `folder`, sorted by place; lines are those of the built files.

    What is wrong with the sources themselves is told by `check_sources` alone.
    """
    built = load_site(project, folder)
    loaded, _ = sources.load(project, set())
    problems = built_pages.check(built, loaded.pages)
    problems += built_links.check(built)
    problems += built_policy.check(built)
    problems += built_examples.check(built, loaded)
    problems += built_downloads.check(built)
    return sorted(problems)


def _labs(project: Project) -> list[Problem]:
    """What keeps labs from becoming notebooks."""
    problems: list[Problem] = []
    for path in lab_sources(project).values():
        from execbook.takeaway import labs  # jupytext is slow to import

        try:
            lab = labs.read_lab(project, path)
            for language in LANGUAGES:
                labs.notebook(lab, language)
        except ProblemError as error:
            problems += error.problems
    return problems


def _navigation(project: Project) -> list[Problem]:
    configs: Mapping[str, configuration.Config]
    try:
        configs = {language: configuration.load(project, language) for language in LANGUAGES}
    except ProblemError as error:
        return error.problems
    return navigation.check(project, configs)
