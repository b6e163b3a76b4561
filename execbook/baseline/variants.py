"""Accepted results of examples with other values of their knobs: what differs from the example's own."""

from collections.abc import Mapping
from typing import Any

from execbook.baseline.files import Baseline
from execbook.baseline.lines import Lines

GONE = None
"""Stands for a line that the example has, and not with this value."""


def lines_of(baseline: Baseline, name: str) -> Lines:
    """All accepted lines of an example, or of a variant, by its name; empty if nothing was accepted."""
    example_id, question, _ = name.partition("?")
    if not question or name not in baseline:
        return baseline.get(name, {})
    lines = {**baseline.get(example_id, {}), **baseline[name]}
    return {line: content for line, content in lines.items() if content is not GONE}


def kept(baseline: Baseline, name: str, lines: Lines) -> Lines:
    """What of these lines is kept under the name."""
    example_id, question, _ = name.partition("?")
    if not question:
        return lines
    own: Mapping = baseline.get(example_id, {})
    different = {line: content for line, content in lines.items() if line not in own or own[line] != content}
    gone: dict[str, Any] = dict.fromkeys((line for line in own if line not in lines), GONE)
    return {**different, **gone}
