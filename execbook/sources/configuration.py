"""The part of each language's MkDocs configuration that the engine uses, with line numbers.

Only the file itself is read, without inherited settings, and tags such as `!ENV` are not resolved.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from execbook.problems import Problem, ProblemError, raise_if_any
from execbook.project import Project

PYTHON = "tag:yaml.org,2002:python/"
ALLOWED = re.compile(r"name:(?:material|pymdownx|execbook)\.[\w.]+")
"""The Python names that a configuration may use. Other Python tags could call any function on loading."""


@dataclass(frozen=True)
class NavPage:
    """One page in the navigation. trail: its position, as the index at each level."""

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
    """A setting that is a single text, and its first line."""

    value: str
    line: int


@dataclass(frozen=True)
class Configuration:
    """One language's configuration.

    name: the file, as problems name it. texts: the top-level settings that are texts, by name. nav: None if
    the configuration has no navigation of its own; nav_line: its first line. titles: those in the navigation,
    in its order. plugins: their names.
    """

    name: str
    texts: Mapping[str, Text]
    nav: list[NavPage] | None
    nav_line: int
    titles: list[str]
    parts: list[Part]
    plugins: frozenset[str]


def load(project: Project, language: str) -> Configuration:
    """Read one language's configuration. Raises ProblemError if it is missing, invalid, or would run code."""
    path = project.config(language)
    name = path.relative_to(project.root).as_posix()
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise ProblemError(
            Problem(name, 0, f"cannot be read: {error.strerror}", "restore it", "config")
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason, line = yaml_reason(error)
        raise ProblemError(Problem(name, line, f"is not YAML: {reason}", "correct it", "config")) from None
    raise_if_any(_python_tags(name, root))
    entries = {key.value: value for key, value in root.value} if isinstance(root, yaml.MappingNode) else {}
    nav = entries.get("nav")
    has_nav = isinstance(nav, yaml.SequenceNode)
    return Configuration(
        name,
        {
            key: Text(value.value, _line(value))
            for key, value in entries.items()
            if isinstance(value, yaml.ScalarNode)
        },
        list(_pages(nav, ())) if has_nav else None,
        _line(nav) if has_nav else 0,
        list(_titles(nav)),
        list(_parts(nav)) if has_nav else [],
        frozenset(_names(entries.get("plugins"))),
    )


def yaml_reason(error: Exception) -> tuple[str, int]:
    """Why a text is not YAML, and the line counted from 1; 0 if that is unknown."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return str(error), 0
    mark = error.problem_mark
    return error.problem or str(error), mark.line + 1 if mark else 0


def _python_tags(name: str, node: yaml.Node | None) -> Iterator[Problem]:
    """Tags that run code, in a node or below it."""
    if node is None:
        return
    tag = node.tag.removeprefix(PYTHON)
    if tag != node.tag and not ALLOWED.fullmatch(tag):
        message = f"!!python/{tag} would run code whenever the file is read"
        cure = "remove it; only !!python/name of material, pymdownx and execbook is allowed"
        yield Problem(name, _line(node), message, cure, "config")
    children = node.value if isinstance(node, yaml.CollectionNode) else []
    for child in children:
        for part in child if isinstance(child, tuple) else (child,):
            yield from _python_tags(name, part)


def _line(node: yaml.Node) -> int:
    """The first line of a node, counted from 1."""
    return node.start_mark.line + 1 if node.start_mark else 0


def _pages(node: yaml.Node, trail: tuple[int, ...]) -> Iterator[NavPage]:
    if isinstance(node, yaml.ScalarNode):
        if not node.value.startswith(("http://", "https://")):
            yield NavPage(node.value, _line(node), trail)
    elif isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _pages(child, (*trail, index))
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            yield from _pages(child, trail)


def _names(node: yaml.Node | None) -> Iterator[str]:
    """The names in a list or a mapping, as of plugins, whose entries may have options."""
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _names(item)
    elif isinstance(node, yaml.MappingNode):
        yield from (key.value for key, _ in node.value)


def _titles(nav: yaml.Node | None) -> Iterator[str]:
    for item in nav.value if isinstance(nav, yaml.SequenceNode) else ():
        for title, below in item.value if isinstance(item, yaml.MappingNode) else ():
            yield title.value
            yield from _titles(below)


def _parts(nav: yaml.SequenceNode) -> Iterator[Part]:
    """The parts in the order of the navigation, without sections that have no folder of their own."""
    for item in nav.value:
        for title, pages in item.value if isinstance(item, yaml.MappingNode) else ():
            if isinstance(pages, yaml.SequenceNode):
                paths = tuple(page.value for page in pages.value if isinstance(page, yaml.ScalarNode))
                if folder := next((path.split("/")[0] for path in paths if "/" in path), ""):
                    yield Part(folder, title.value, paths)
