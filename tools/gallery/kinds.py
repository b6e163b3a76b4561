"""Why examples of the gallery fail: kinds of reasons, and which are expected."""

import csv
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from execbook.problems import Problem

FAULT = "engine fault"
HEAD = ("example", "kind", "says")

MARKS = {
    "animation": ("animates its figure, of which a page shows one frame", r"is an animation"),
    "unshown": ("draws a figure and never shows it", r"drawn but never shown"),
    "usetex": ("asks for LaTeX", r"usetex"),
    "blank": ("shows axes and nothing in them", r"is blank: nothing is drawn"),
    "large": ("draws more than a page may carry", r"takes \d+ kB as a drawing"),
    "font": ("chooses a font", r"sets the font|findfont|font"),
    "window": (
        "needs a window, or a library of windows",
        r"no display|TclError|interactive framework|Qt binding|PyGObject|'(gi|wx|PyQt\d|PySide\d|tkinter)\b",
    ),
    "package": ("imports a package that is not installed", r"ModuleNotFoundError|ImportError"),
}
"""Kinds by what the message says, in this order; of all others the kind is the rule of the problem."""
SIBLING = "sibling"
MEANINGS = {
    FAULT: "the engine fails, and not the example",
    SIBLING: "imports another example, and an example is one file",
    **{kind: meaning for kind, (meaning, _) in MARKS.items()},
    "network": "reads from the network",
}


@dataclass(frozen=True)
class Failure:
    """Why an example was not recorded. says: the first line of the message."""

    kind: str
    says: str


def kind_of(problem: Problem, siblings: Collection[str] = ()) -> str:
    """siblings: names of the examples in the same folder."""
    missing = re.search(r"No module named '(\w+)", problem.message)
    if missing and missing[1] in siblings:
        return SIBLING
    message = problem.message.split("\n")[0]
    return next((kind for kind, (_, mark) in MARKS.items() if re.search(mark, message)), problem.rule)


def read(path: Path) -> dict[str, Failure]:
    """The failures that are expected, by example."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return {example: Failure(kind, says) for example, kind, says in rows}


def write(path: Path, failures: Mapping[str, Failure]) -> None:
    """Expect these failures, but no engine fault."""
    rows = [
        HEAD,
        *((name, one.kind, one.says) for name, one in sorted(failures.items()) if one.kind != FAULT),
    ]
    path.write_text(
        "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows), "utf-8"
    )


def differences(
    expected: Mapping[str, Failure], found: Mapping[str, Failure], ids: Collection[str]
) -> list[str]:
    """What is otherwise than expected of the examples `ids`, a line each. Engine faults are always."""
    lines = []
    for name in sorted(ids):
        before, now = expected.get(name), found.get(name)
        if now is None:
            if before:
                lines.append(f"{name}: runs; expected was {before.kind}")
        elif now.kind == FAULT or before is None or now.kind != before.kind:
            was = f"; expected was {before.kind}" if before else ""
            lines.append(f"{name}: {now.kind}: {now.says}{was}")
    return lines


def report(found: Mapping[str, Failure], number: int) -> str:
    """All failures by kind. number: of examples in all."""
    faults = sum(one.kind == FAULT for one in found.values())
    lines = [f"{number} examples: {number - len(found)} run, {len(found) - faults} refused, {faults} faults"]
    kinds = sorted({one.kind for one in found.values()}, key=lambda kind: (kind != FAULT, kind))
    for kind in kinds:
        of_kind = {name: one for name, one in found.items() if one.kind == kind}
        meaning = f": {MEANINGS[kind]}" if kind in MEANINGS else ""
        lines += ["", f"{kind} ({len(of_kind)}){meaning}"]
        lines += [f"    {name}: {one.says}" for name, one in of_kind.items()]
    return "\n".join(lines)
