"""Drawings of thousands of points, lighter for a page: the same to the eye, half the bytes when zipped.

What a run recorded stays as it is; only the copy that stands in a page is changed, and only if it is heavy.
A point moves by an eighth of a typographic point at most, a sixth of a CSS pixel. Points in the colours of a
scale are drawn colour by colour, and each channel of a colour has sixteen steps.
"""

from __future__ import annotations

import base64
import io
import re
import zlib
from functools import lru_cache
from itertools import groupby
from xml.etree import ElementTree as ET

from execbook.figures.drawing.svg import SVG
from execbook.figures.drawing.svg_path import NUMBER, short

HEAVY = 8_000
"""Characters from which on a drawing is worth the while."""

GRID = 4
"""Steps to a point, in which places are said."""

COLUMN = 10
"""Steps: points are told column by column, so that each is near the one before."""

SCALE = 64
"""From so many colours on they are those of a scale."""

PNG = "data:image/png;base64,"

Point = tuple[int, int]


@lru_cache(maxsize=512)
def lighter(svg: str) -> str:
    """The drawing as it stands in a page."""
    if len(svg) < HEAVY:
        return svg
    ET.register_namespace("", SVG.strip("{}"))
    root = ET.fromstring(svg)
    _join_groups(root)
    _dot(root)
    _restring(root)
    for image in root.iter(f"{SVG}image"):
        image.set("href", _smaller_picture(image.get("href", "")))
    light = ET.tostring(root, encoding="unicode").replace(" />", "/>")
    return min(svg, light, key=lambda text: len(zlib.compress(text.encode(), 9)))


def _join_groups(parent: ET.Element) -> None:
    """Neighbouring groups that say the same become one."""
    children: list[ET.Element] = []
    for attributes, run in groupby(
        parent, key=lambda child: child.tag == f"{SVG}g" and sorted(child.items())
    ):
        first, *others = members = list(run)
        if attributes:
            for other in others:
                first.extend(other)
        children += [first] if attributes else members
    parent[:] = children
    for child in parent:
        _join_groups(child)


def _dot(root: ET.Element) -> None:
    """Draw discs in the colours of a scale as dots of a line's width, a line for each colour."""
    widths = {shape.get("id"): _disc(shape) for shape in root.iter(f"{SVG}path") if shape.get("id")}
    for parent in list(root.iter()):
        children: list[ET.Element] = []
        for width, run in groupby(
            parent, key=lambda child: _is_coloured(child) and widths.get(_target(child))
        ):
            members = list(run)
            if width and len({member.get("fill") for member in members}) >= SCALE:
                members = [_line_of_dots(colour, points, width) for colour, points in _by_colour(members)]
            children += members
        parent[:] = children


def _disc(shape: ET.Element) -> float:
    """The width of a disc as matplotlib draws it, its outline included; 0 for other shapes."""
    numbers = [float(number) for number in NUMBER.findall(shape.get("d", ""))]
    radius = max(map(abs, numbers), default=0.0)
    if len(numbers) != 2 + 8 * 6 or any(abs(x) + abs(y) < radius * 0.98 for x, y in _pairs(numbers)):
        return 0.0
    return 2 * radius + float(shape.get("stroke-width", 1))


def _is_coloured(use: ET.Element) -> bool:
    return set(use.keys()) == {"x", "y", "href", "fill", "stroke"} and use.get("fill") == use.get("stroke")


def _target(use: ET.Element) -> str:
    return use.get("href", "").removeprefix("#")


def _by_colour(uses: list[ET.Element]) -> list[tuple[str, list[Point]]]:
    """Points in steps of the grid, by colours of three digits, in the order in which these first occur."""
    points: dict[str, list[Point]] = {}
    for use in uses:
        colour = use.get("fill", "")
        if re.fullmatch("#[0-9a-f]{6}", colour):
            digits = (round(int(colour[place : place + 2], 16) / 17) for place in (1, 3, 5))
            colour = "#" + "".join(f"{digit:x}" for digit in digits)
        points.setdefault(colour, []).append(_on_grid(float(use.get("x", 0)), float(use.get("y", 0))))
    return list(points.items())


def _line_of_dots(colour: str, points: list[Point], width: float) -> ET.Element:
    return ET.Element(
        f"{SVG}path",
        {
            "stroke": colour,
            "d": "".join(f"{step}h0" for step in _steps(points)),
            "transform": f"scale({short(1 / GRID)})",
            "stroke-width": short(width * GRID),
            "stroke-linecap": "round",
        },
    )


def _restring(root: ET.Element) -> None:
    """Say strings of markers in steps of the grid."""
    markers = {marker.get("id"): marker for marker in root.iter(f"{SVG}marker")}
    shapes = {shape.get("id"): shape for shape in root.iter() if shape.get("id")}
    used = set()
    for path in root.iter(f"{SVG}path"):
        if reference := re.fullmatch(r"url\(#(.+)\)", path.get("marker-mid", "")):
            marker = markers[reference[1]]
            points = [
                _on_grid(x, y) for x, y in _pairs([float(n) for n in NUMBER.findall(path.get("d", ""))])
            ]
            if all(_has_one_colour(shapes.get(_target(shape), shape)) for shape in marker):
                points.sort(key=_column_by_column)  # it looks the same in whatever order they are drawn
            first, *others = _steps(points)
            path.set("d", first + "l" + " ".join(step[1:] for step in others).replace(" -", "-"))
            path.set("transform", f"scale({short(1 / GRID)})")
            used.add(reference[1])
    for name in used:
        for shape in markers[name]:
            shape.set("transform", f"scale({GRID})")


def _has_one_colour(shape: ET.Element) -> bool:
    return shape.get("stroke", "none") in ("none", shape.get("fill"))


def _on_grid(x: float, y: float) -> Point:
    return round(x * GRID), round(y * GRID)


def _column_by_column(point: Point) -> tuple[int, int]:
    """Down one column and up the next."""
    column = point[0] // COLUMN
    return column, point[1] if column % 2 else -point[1]


def _steps(points: list[Point]) -> list[str]:
    """`M3 4`, `m1-2`: a place, and from there to each of the others."""
    x, y = points[0]
    steps = [f"M{x} {y}"]
    for next_x, next_y in points[1:]:
        steps.append(f"m{next_x - x} {next_y - y}".replace(" -", "-"))
        x, y = next_x, next_y
    return steps


def _pairs(numbers: list[float]) -> list[tuple[float, float]]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _smaller_picture(address: str) -> str:
    """A picture in no more colours than it has."""
    if not address.startswith(PNG):
        return address
    from PIL import Image

    picture = Image.open(io.BytesIO(base64.b64decode(address.removeprefix(PNG)))).convert("RGBA")
    colours = picture.getcolors(256)
    if not colours or any(alpha != 255 for _, (*_, alpha) in colours):
        return address
    target = io.BytesIO()
    picture.convert("RGB").quantize(len(colours)).save(target, "PNG", optimize=True)
    new = PNG + base64.b64encode(target.getvalue()).decode()
    return min(address, new, key=len)
