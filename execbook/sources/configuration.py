"""What the checks need of `mkdocs.yml` and its English sister: the navigation, with line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from execbook.problems import Problem, ProblemError
from execbook.project import Project

PYTHON = "tag:yaml.org,2002:python/"
ALLOWED = re.compile(r"name:(?:material|pymdownx|execbook)\.[\w.]+")
"""What a configuration may name of Python. Any other such tag can call any function when the file is read."""


@dataclass(frozen=True)
class NavPage:
    """One page in the navigation. `trail`: its place, as the index at each level."""

    path: str
    line: int
    trail: tuple[int, ...]


@dataclass(frozen=True)
class Config:
    """`nav`: None if the configuration has none of its own."""

    name: str
    nav: list[NavPage] | None


def load(project: Project, language: str) -> Config:
    """Read one language's configuration; tags such as `!ENV` or `!!python/name` are not followed.

    Raises ProblemError if the file is missing, no YAML, or would run code.
    """
    path = project.config(language)
    name = path.relative_to(project.root).as_posix()
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise ProblemError(
            Problem(name, 0, f"cannot be read: {error.strerror}", "restore it", "config")
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or error
        raise ProblemError(
            Problem(name, mark.line + 1 if mark else 0, f"is not YAML: {reason}", "mend it", "config")
        ) from None
    if problems := list(_python(name, root)):
        raise ProblemError(problems)
    entries = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    nav = entries.get("nav")
    return Config(name, list(_pages(nav, ())) if isinstance(nav, yaml.SequenceNode) else None)


def _python(name: str, node: yaml.Node | None) -> Iterator[Problem]:
    """Tags that run code, anywhere below a node."""
    if node is None:
        return
    tag = node.tag.removeprefix(PYTHON)
    if tag != node.tag and not ALLOWED.fullmatch(tag):
        yield Problem(
            name,
            node.start_mark.line + 1,
            f"!!python/{tag} would run code whenever the file is read",
            "take it out; only !!python/name of material, pymdownx and execbook is allowed",
            "config",
        )
    children = node.value if isinstance(node, yaml.CollectionNode) else []
    for child in children:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _python(name, part)


def _pages(node: yaml.Node, trail: tuple[int, ...]) -> Iterator[NavPage]:
    if isinstance(node, yaml.ScalarNode):
        if not node.value.startswith(("http://", "https://")):
            yield NavPage(node.value, node.start_mark.line + 1, trail)
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _pages(child, (*trail, index))
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            yield from _pages(child, trail)
