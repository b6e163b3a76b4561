"""Shorter numbers and paths for SVG, without a visible difference."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")

TOLERANCE = 0.04
"""In points; a twentieth of a CSS pixel."""


def short(number: float | str, digits: int = 2) -> str:
    """A number without redundant characters: `0.50` -> `.5`, `-0.001` -> `0`."""
    text = f"{float(number):.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    text = re.sub(r"^(-?)0\.", r"\1.", text)
    return "0" if text in ("-0", "-", "") else text


def short_path(data: str) -> str:
    """The same path without redundant points, digits, blanks and repeated commands."""
    parts: list[str] = []
    line: list[tuple[float, float]] = []
    implied = ""

    def write(command: str, numbers: Iterable[float]) -> None:
        nonlocal implied
        point = " ".join(short(number) for number in numbers)
        parts.append((" " if command == implied else command) + point)
        implied = {"M": "L", "Z": ""}.get(command, command)

    def end_line() -> None:
        for point in simplify(line)[1:]:
            write("L", point)
        line.clear()

    for command, text in COMMAND.findall(data):
        numbers = [float(number) for number in NUMBER.findall(text)]
        if command == "L" and line:
            line.append((numbers[0], numbers[1]))
            continue
        end_line()
        write(command.upper(), numbers)
        if numbers:
            line.append((numbers[-2], numbers[-1]))
    end_line()
    return "".join(parts).replace(" -", "-")


def simplify(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Omit points within TOLERANCE of the line through their neighbours (Douglas–Peucker algorithm)."""
    if len(points) < 3:
        return points
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    array = np.array(points)
    while spans:
        first, last = spans.pop()
        between = array[first + 1 : last] - array[first]
        chord = array[last] - array[first]
        length = np.hypot(*chord)
        if not len(between):
            continue
        # Beyond the chord, measure the distance to its nearer end; a closed line has a chord of length 0.
        along = np.clip(between @ chord / length**2, 0, 1) if length else np.zeros(len(between))
        distance = np.hypot(*(between - along[:, None] * chord).T)
        furthest = int(distance.argmax())
        if distance[furthest] > TOLERANCE:
            middle = first + 1 + furthest
            kept.add(middle)
            spans += [(first, middle), (middle, last)]
    return [points[index] for index in sorted(kept)]
