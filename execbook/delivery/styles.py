"""Remove unused rules from style sheets, which are half of the theme's, and needless white space.

A rule is removed only if it needs a class, an id, an element, a direction or a palette that occurs on no page
and in no script. Conditions that cannot be decided are assumed to match: states, other attributes, all in
`:not()`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

import tinycss2
from tinycss2 import ast

Nodes = Sequence[ast.Node]

VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
NAME = re.compile(r"--[\w-]+(?=:)")
CHOICES = ("is", "where", "-webkit-any", "-moz-any")
NESTING = ("media", "supports", "layer", "container")
KEYFRAMES = re.compile(r"@(?:-\w+-)?keyframes (.+)")
THEME_PREFIX = "--md-"
"""Unused variables of the theme are removed. Ours are kept, as figures use them, too."""


@dataclass(frozen=True)
class Known:
    """The names that occur in pages and scripts.

    words: classes, ids and elements; `name=value` for the attributes in `closed`; all other words of scripts.
    closed: attributes that have no other values than those.
    """

    words: Set[str]
    closed: Set[str] = frozenset()


@dataclass(frozen=True)
class _Rule:
    """`head{…}` with declarations, or, for @media and the like, with rules. Without either, a statement."""

    head: str
    declarations: tuple[str, ...] = ()
    rules: tuple[_Rule, ...] = ()


def reduce(css: str, known: Known) -> str:
    """The style sheet without rules that cannot match pages with only the `known` names."""
    rules = tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), known))
    declarations = list(_declarations(rules))
    names = set(known.words)
    while True:
        read = {
            name
            for one in declarations
            if not _is_unused_variable(one, names)
            for name in VARIABLE.findall(one)
        }
        if read <= names:
            break
        names |= read
    for one in declarations:
        if one.startswith(("animation", "-webkit-animation")):
            names |= set(re.findall(r"[\w-]+", one))
    return "".join(_write(rule, names) for rule in rules)


def _is_unused_variable(declaration: str, names: Set[str]) -> bool:
    """Whether it sets a variable of the theme that is never read."""
    name = NAME.match(declaration)
    return bool(name) and name[0].startswith(THEME_PREFIX) and name[0] not in names


def _declarations(rules: Sequence[_Rule]) -> Iterator[str]:
    for rule in rules:
        yield from rule.declarations
        yield from _declarations(rule.rules)


def _write(rule: _Rule, names: Set[str]) -> str:
    if (animation := KEYFRAMES.fullmatch(rule.head)) and animation[1] not in names:
        return ""
    if rule.head.endswith(";"):
        return rule.head
    body = "".join(_write(inner, names) for inner in rule.rules)
    body += ";".join(one for one in rule.declarations if not _is_unused_variable(one, names))
    return f"{rule.head}{{{body}}}" if body else ""


def _rules(nodes: Nodes, known: Known) -> Iterator[_Rule]:
    for node in nodes:
        if isinstance(node, ast.QualifiedRule):
            selectors = [_compact(one) for one in _split(node.prelude, ",") if _can_match(one, known)]
            if selectors:
                parts = (_compact(one) for one in _split(node.content, ";"))
                yield _Rule(",".join(selectors), declarations=tuple(filter(None, parts)))
        elif isinstance(node, ast.AtRule) and node.lower_at_keyword != "charset":
            head = f"@{node.at_keyword} {_compact(node.prelude)}".strip()
            if node.content is None:
                yield _Rule(f"{head};")
            elif node.lower_at_keyword in NESTING:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield _Rule(head, rules=tuple(_rules(inner, known)))
            else:
                yield _Rule(head, declarations=(_compact(node.content).rstrip(";"),))


def _can_match(selector: Nodes, known: Known) -> bool:
    """Whether this selector can match an element of some page."""
    before = ""
    for node in selector:
        if not _node_can_match(node, before, known):
            return False
        before = node.value if isinstance(node, ast.LiteralToken) else ""
    return True


def _node_can_match(node: ast.Node, before: str, known: Known) -> bool:
    match node:
        case ast.IdentToken() if before != ":":
            return (node.value if before == "." else node.lower_value) in known.words
        case ast.HashToken():
            return node.value in known.words
        case ast.SquareBracketsBlock():
            return _attribute_can_match(node.content, known)
        case ast.FunctionBlock() if node.lower_name in CHOICES:
            return any(_can_match(choice, known) for choice in _split(node.arguments, ","))
    return True


def _attribute_can_match(attribute: Nodes, known: Known) -> bool:
    match [node for node in attribute if not isinstance(node, ast.WhitespaceToken)]:
        case [
            ast.IdentToken() as name,
            ast.LiteralToken(value="="),
            ast.IdentToken() | ast.StringToken() as value,
        ]:
            return name.value not in known.closed or f"{name.value}={value.value}" in known.words
    return True


def _split(nodes: Nodes, sign: str) -> list[list[ast.Node]]:
    parts: list[list[ast.Node]] = [[]]
    for node in nodes:
        if isinstance(node, ast.LiteralToken) and node.value == sign:
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _compact(nodes: Nodes) -> str:
    """Serialise as CSS, with a space only where it may be significant."""
    kept = [node for node in nodes if not isinstance(node, ast.Comment)]
    while kept and isinstance(kept[0], ast.WhitespaceToken):
        kept.pop(0)
    while kept and isinstance(kept[-1], ast.WhitespaceToken):
        kept.pop()
    written = []
    for position, node in enumerate(kept):
        if not isinstance(node, ast.WhitespaceToken):
            written.append(_serialised(node))
            continue
        before, after = kept[position - 1], kept[position + 1]
        if (
            before not in (",", ";", ">", ":")
            and after not in (",", ";", ">")
            and not isinstance(after, ast.CurlyBracketsBlock)
        ):
            written.append(" ")
    return "".join(written)


def _serialised(node: ast.Node) -> str:
    if isinstance(node, ast.FunctionBlock):
        return f"{node.name}({_compact(node.arguments)})"
    if isinstance(node, ast.ParenthesesBlock | ast.SquareBracketsBlock | ast.CurlyBracketsBlock):
        return node.type[0] + _compact(node.content) + node.type[1]
    return node.serialize()
