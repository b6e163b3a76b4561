"""Smaller drawings of thousands of points for a page: visually the same, half the bytes when compressed.

The record is not changed, only the copy in a page, and only if it is large. A point moves by at most an
eighth of a typographic point, a sixth of a CSS pixel. Points coloured by a colour map are drawn colour by
colour, and each channel of a colour has sixteen levels.
"""

import base64
import io
import re
import zlib
from functools import lru_cache
from itertools import groupby
from xml.etree import ElementTree as ET

from execbook.figures.drawing.svg import SVG
from execbook.figures.drawing.svg_path import NUMBER, short

MIN_LENGTH = 8_000
"""Minimum length of a drawing that is reduced, in characters."""

GRID = 4
"""Coordinates are multiples of 1/GRID of a typographic point."""

COLUMN = 10
"""In grid steps: points are sorted into columns of this width, so that each is near the previous one."""

MIN_COLOURS = 64
"""At least so many colours are those of a colour map."""

PNG = "data:image/png;base64,"

Point = tuple[int, int]
"""In grid steps."""


@lru_cache(maxsize=512)
def lighter(svg: str) -> str:
    """The drawing for a page: the smaller one, when compressed, of `svg` and the reduced copy."""
    if len(svg) < MIN_LENGTH:
        return svg
    ET.register_namespace("", SVG.strip("{}"))
    root = ET.fromstring(svg)
    _join_groups(root)
    _discs_to_dots(root)
    _round_markers(root)
    for image in root.iter(f"{SVG}image"):
        image.set("href", _smaller_image(image.get("href", "")))
    light = ET.tostring(root, encoding="unicode").replace(" />", "/>")
    return min(svg, light, key=lambda text: len(zlib.compress(text.encode(), 9)))


def _join_groups(parent: ET.Element) -> None:
    """Join adjacent groups with the same attributes."""
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


def _discs_to_dots(root: ET.Element) -> None:
    """Draw discs coloured by a colour map as dots of a line's width, one line for each colour."""
    widths = {shape.get("id"): _disc(shape) for shape in root.iter(f"{SVG}path") if shape.get("id")}
    for parent in list(root.iter()):
        children: list[ET.Element] = []
        for width, run in groupby(
            parent, key=lambda child: _is_coloured(child) and widths.get(_target(child))
        ):
            members = list(run)
            if width and len({member.get("fill") for member in members}) >= MIN_COLOURS:
                members = [_line_of_dots(colour, points, width) for colour, points in _by_colour(members)]
            children += members
        parent[:] = children


def _disc(shape: ET.Element) -> float:
    """The diameter of a disc drawn by matplotlib, including its outline; 0 for other shapes."""
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
    """The positions of uses by their colours of three digits, in the order of first occurrence."""
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


def _round_markers(root: ET.Element) -> None:
    """Write the positions of joined markers in grid steps."""
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
                points.sort(key=_column_by_column)  # the order of drawing is not visible
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
    """Sort key: down one column and up the next."""
    column = point[0] // COLUMN
    return column, point[1] if column % 2 else -point[1]


def _steps(points: list[Point]) -> list[str]:
    """Path commands such as `M3 4`, `m1-2`: the first point, then relative moves to the others."""
    x, y = points[0]
    steps = [f"M{x} {y}"]
    for next_x, next_y in points[1:]:
        steps.append(f"m{next_x - x} {next_y - y}".replace(" -", "-"))
        x, y = next_x, next_y
    return steps


def _pairs(numbers: list[float]) -> list[tuple[float, float]]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _smaller_image(address: str) -> str:
    """A PNG data URL with a palette if the image has at most 256 opaque colours and that is smaller."""
    if not address.startswith(PNG):
        return address
    from PIL import Image

    image = Image.open(io.BytesIO(base64.b64decode(address.removeprefix(PNG)))).convert("RGBA")
    colours = image.getcolors(256)
    if not colours or image.getchannel("A").getextrema() != (255, 255):
        return address
    target = io.BytesIO()
    image.convert("RGB").quantize(len(colours)).save(target, "PNG", optimize=True)
    new = PNG + base64.b64encode(target.getvalue()).decode()
    return min(address, new, key=len)
