"""What the engine needs of the languages' MkDocs configurations: texts, navigation, parts, with their lines.

Only the file itself is read, before anything is inherited, and tags such as `!ENV` are not followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
class Part:
    """A part of the book: a section of the navigation whose pages share a folder.

    name: the folder, as `activations`. title: in one language. pages: their sources, below the language's
    docs.
    """

    name: str
    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A setting that is a single text, and the line where it begins."""

    value: str
    line: int


@dataclass(frozen=True)
class Configuration:
    """One language's configuration.

    name: the file, as problems name it. texts: the top-level settings that are texts, by name. nav: None if
    the configuration has none of its own; nav_line: where it begins. titles: those of the navigation, in its
    order.
    """

    name: str
    texts: Mapping[str, Text]
    nav: list[NavPage] | None
    nav_line: int
    titles: list[str]
    parts: list[Part]


def load(project: Project, language: str) -> Configuration:
    """Read one language's configuration. Raises ProblemError if it is missing, no YAML, or would run code."""
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
            Problem(name, mark.line + 1 if mark else 0, f"is not YAML: {reason}", "correct it", "config")
        ) from None
    if problems := list(_python(name, root)):
        raise ProblemError(problems)
    entries = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    nav = entries.get("nav")
    own = isinstance(nav, yaml.SequenceNode)
    return Configuration(
        name,
        {
            key: Text(value.value, value.start_mark.line + 1)
            for key, value in entries.items()
            if isinstance(value, yaml.ScalarNode)
        },
        list(_pages(nav, ())) if own else None,
        nav.start_mark.line + 1 if own else 0,
        list(_titles(nav)),
        list(_parts(nav)) if own else [],
    )


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


def _titles(nav: yaml.Node | None) -> Iterator[str]:
    for item in nav.value if isinstance(nav, yaml.SequenceNode) else ():
        for title, below in item.value if isinstance(item, yaml.MappingNode) else ():
            yield title.value
            yield from _titles(below)


def _parts(nav: yaml.SequenceNode) -> Iterator[Part]:
    """The parts in the order of the navigation. A section without a folder of its own is none."""
    for item in nav.value:
        for title, pages in item.value if isinstance(item, yaml.MappingNode) else ():
            if isinstance(pages, yaml.SequenceNode):
                paths = tuple(page.value for page in pages.value if isinstance(page, yaml.ScalarNode))
                if below := [path for path in paths if "/" in path]:
                    yield Part(below[0].split("/")[0], title.value, paths)
