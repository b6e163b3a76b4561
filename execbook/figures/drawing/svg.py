"""Turn matplotlib's SVG into one for embedding in a page: small, no styles, colours of the palette."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import groupby
from xml.etree import ElementTree as ET

from execbook.figures.drawing import raster
from execbook.figures.drawing.svg_path import NUMBER, short, short_path

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"

TAB10 = (
    *("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd"),
    *("#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf"),
)
"""Matplotlib's C0 to C9, which become var(--fig-c0) to var(--fig-c9)."""

PRIMARIES = {"#0000ff": "var(--fig-c0)", "#008000": "var(--fig-c2)", "#ff0000": "var(--fig-c3)"}
"""The letters b, g and r: pure blue is invisible on a dark page."""

KEEP = "keep-greys"
"""Group id of what keeps its literal black, white and greys: data shown as shades."""

ON_COLOUR = "on-colour"
"""Group id of black or white text on a colour of the palette."""

LITERAL = "literal"
"""Class of a text that does not follow the page, as it is on a field that does not."""

MAX_BYTES = 400_000
"""Budget of a drawing: of a larger one, all that shows data is drawn as an image, and if that is not enough,
it is refused."""

INHERITED = (
    *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linejoin"),
    *("stroke-linecap", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit"),
)
SHAPES = {"path", "use", "rect", "circle", "text"}
LENGTHS = (
    *("x", "y", "dx", "dy", "width", "height", "transform", "font-size"),
    *("stroke-width", "stroke-dasharray", "stroke-dashoffset"),
)
MIN_JOINED = 10
"""At least so many equal markers in a row are drawn as one element."""

REFERENCE = re.compile(r"(?<=url\(#)[^)]+(?=\))")


def clean(raw: bytes | str, prefix: str, title: str, description: str) -> str:
    """Page-ready SVG from matplotlib's.

    prefix: of every id, so that a page can contain several figures. title, description: in the page's
    language. Colours follow the page through CSS variables. Only presentation attributes are used: the
    site's security policy forbids style attributes and elements.
    """
    root = ET.fromstring(raw)
    _remove(root, lambda element: element.tag in (SVG + "metadata", SVG + "style"))
    for element in root.iter():
        element.tag = element.tag.removeprefix(SVG)
        _plain_attributes(element)
    _drop_backgrounds(root)
    raster.make_small(root)
    _colour(root, keep=False)
    for element in root.iter():
        _short_numbers(element)
    _move_to_shapes(root)
    _short_ids(root, prefix)
    _flatten(root)
    _join_markers(root)
    _set_root(root, prefix, title, description)
    return ET.tostring(root, encoding="unicode").replace(" />", "/>")


def palette_colour(colour: str, keep: bool = False) -> str:
    """The page's colour for a colour of the snippet: `#1f77b4` -> `var(--fig-c0)`.

    keep: do not change black, white and greys, because they show data.
    """
    colour = colour.lower()
    if colour in TAB10 and not (keep and colour == TAB10[7]):
        return f"var(--fig-c{TAB10.index(colour)})"
    if colour in PRIMARIES and not keep:
        return PRIMARIES[colour]
    if keep or not re.fullmatch(r"#(..)\1\1", colour):
        return colour
    level = int(colour[1:3], 16)
    if level < 0x50:
        return "currentColor"
    if level < 0xA8:
        return "var(--fig-grey)"
    return "var(--fig-faint)" if level <= 0xF0 else "var(--fig-bg)"


def _plain_attributes(element: ET.Element) -> None:
    """Turn styles into presentation attributes, and remove layout whitespace."""
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if value:
            element.set(name.strip(), value.strip())
    element.attrib.pop("font-family", None)
    if (target := element.attrib.pop(XLINK + "href", None)) is not None:
        element.set("href", "".join(target.split()))
    if element.tag in ("text", "tspan"):
        element.text = (element.text or "").strip(" \n").replace("\xa0", " ")
    else:
        element.text = None
    element.tail = (element.tail or "").strip(" \n").replace("\xa0", " ") if element.tag == "tspan" else None


def _drop_backgrounds(root: ET.Element) -> None:
    """Remove the white backgrounds of figure and axes, except one that hides something behind it."""
    seen: list[tuple[float, float, float, float]] = []
    for group in (*root.findall("g[1]"), *root.findall("g[1]/g")):
        background, path = group.find("g"), group.find("g[1]/path")
        name = group.get("id", "")
        if background is None or path is None or not name.startswith(("figure", "axes")):
            continue
        if path.get("fill") != "#ffffff":
            continue
        numbers = [float(number) for number in NUMBER.findall(path.get("d", ""))]
        box = min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
        if not any(_overlap(box, other) for other in seen):
            group.remove(background)
        if name.startswith("axes"):
            seen.append(box)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _colour(element: ET.Element, keep: bool) -> None:
    keep = keep or element.get("id") == KEEP
    if element.get("id") == ON_COLOUR:
        for text in element.iter("text"):
            if text.get("class") != LITERAL:
                text.set("fill", "var(--fig-bg)")  # contrasts with every colour of the palette
    literal = element.attrib.pop("class", "") == LITERAL
    for name in ("fill", "stroke"):
        value = element.get(name)
        if value and value.startswith("#") and not literal:
            element.set(name, palette_colour(value, keep))
    if keep and element.tag in SHAPES and "fill" not in element.attrib:
        element.set("fill", "#000000")  # matplotlib omits black, and the page's default is not black
    if element.get("fill") == "currentColor":
        del element.attrib["fill"]
    for child in element:
        _colour(child, keep and element.tag != "defs")


def _short_numbers(element: ET.Element) -> None:
    """Round lengths to hundredths of a point, which is finer than any screen."""
    if element.get("stroke-dasharray") == "none":
        del element.attrib["stroke-dasharray"]
    for name in LENGTHS:
        if name in element.attrib:
            digits = 5 if name == "transform" else 2
            value = element.attrib[name]
            element.set(name, NUMBER.sub(lambda match, digits=digits: short(match[0], digits), value))
    if path := element.get("d"):
        element.set("d", short_path(path))


def _move_to_shapes(root: ET.Element) -> None:
    """Move attributes that all uses of a shape have in common to the shape."""
    uses: dict[str, list[ET.Element]] = defaultdict(list)
    for use in root.iter("use"):
        uses[use.get("href", "")[1:]].append(use)
    for definitions in root.iter("defs"):
        for shape in definitions:
            users = uses.get(shape.get("id", ""), [])
            for name in INHERITED if users else ():
                values = {user.get(name) for user in users}
                shape.attrib.pop(name, None)
                if len(values) == 1 and (value := values.pop()) is not None:
                    shape.set(name, value)
                    for user in users:
                        del user.attrib[name]


def _short_ids(root: ET.Element, prefix: str) -> None:
    """Number the referenced ids and remove the others."""
    names: dict[str, str] = {}

    def renamed(old: str) -> str:
        return names.setdefault(old, f"{prefix}-{len(names) + 1}")

    for element in root.iter():
        for name, value in element.items():
            if name == "href" and value.startswith("#"):
                element.set(name, "#" + renamed(value[1:]))
            elif "url(#" in value:
                element.set(name, REFERENCE.sub(lambda match: renamed(match[0]), value))
    for element in root.iter():
        if (name := element.attrib.pop("id", "")) in names:
            element.set("id", names[name])


def _flatten(parent: ET.Element) -> None:
    """Remove groups without attributes, keeping their children, and empty definitions."""
    children = []
    for child in parent:
        _flatten(child)
        if child.tag == "g" and not child.attrib:
            children += child
        elif len(child) or child.tag not in ("g", "defs"):
            children.append(child)
    parent[:] = children


def _join_markers(root: ET.Element) -> None:
    """Draw many equal markers as the vertices of one invisible line: a fifth of the size."""
    joined: set[str] = set()
    for parent in list(root.iter()):
        children: list[ET.Element] = []
        for target, run in groupby(parent, key=_plain_use):
            members = list(run)
            if target and len(members) >= MIN_JOINED:
                joined.add(target)
                vertices = " ".join(f"{use.get('x')} {use.get('y')}" for use in members)
                ends = dict.fromkeys(("marker-start", "marker-mid", "marker-end"), f"url(#{target}m)")
                line = {"d": f"M{vertices}".replace(" -", "-"), "fill": "none"}
                members = [ET.Element("path", line | ends)]
            children += members
        parent[:] = children
    used = {use.get("href") for use in root.iter("use")}
    for definitions in list(root.iter("defs")):
        for position, shape in enumerate(list(definitions)):
            if (name := shape.get("id")) in joined:
                attributes = {"id": f"{name}m", "markerUnits": "userSpaceOnUse", "overflow": "visible"}
                marker = ET.Element("marker", attributes)
                if f"#{name}" in used:
                    marker.append(ET.Element("use", href=f"#{name}"))
                    definitions.append(marker)
                else:
                    definitions[position] = marker
                    marker.append(shape)
                    del shape.attrib["id"]


def _plain_use(element: ET.Element) -> str:
    """The id of the shape of a `use` that sets only a position; empty for other elements."""
    plain = element.tag == "use" and set(element.keys()) <= {"x", "y", "href"}
    return element.get("href", "")[1:] if plain else ""


def _set_root(root: ET.Element, prefix: str, title: str, description: str) -> None:
    """Set the attributes, title and description of the root element."""
    left, top, width, height = map(float, root.get("viewBox", "").split())
    sizes = Counter(text.get("font-size") for text in root.iter("text"))
    common = sizes.most_common(1)[0][0] if sizes else None
    for text in root.iter("text"):
        if common and text.get("font-size") == common:
            del text.attrib["font-size"]
    root.attrib.clear()
    root.attrib.update(
        {
            "xmlns": SVG.strip("{}"),
            "viewBox": " ".join(short(number) for number in (left, top, width, height)),
            # A point is 4/3 of a CSS pixel: the size that the snippet chose.
            "width": str(round(width * 4 / 3)),
            "height": str(round(height * 4 / 3)),
            "role": "img",
            "aria-labelledby": f"{prefix}-title",
            "aria-describedby": f"{prefix}-desc",
            "fill": "currentColor",
            "stroke-linejoin": "round",
            # A label in a font wider than the layout font may exceed the edge.
            "overflow": "visible",
        }
        | ({"font-size": common} if common else {})
    )
    for position, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(tag, id=f"{prefix}-{tag}")
        element.text = text
        root.insert(position, element)


def _remove(root: ET.Element, matches: Callable[[ET.Element], bool]) -> None:
    for parent in list(root.iter()):
        parent[:] = [child for child in parent if not matches(child)]
