"""Turn matplotlib's SVG into one that stands inside a page: small, no styles, colours of the palette."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import groupby
from xml.etree import ElementTree as ET

from execbook.figures.drawing.svg_path import NUMBER, short, short_path

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"

TAB10 = (
    *("#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd"),
    *("#8c564b", "#e377c2", "#7f7f7f", "#bcbd22", "#17becf"),
)
"""Matplotlib's C0 to C9, which become var(--fig-c0) to var(--fig-c9)."""

PRIMARIES = {"#0000ff": "var(--fig-c0)", "#008000": "var(--fig-c2)", "#ff0000": "var(--fig-c3)"}
"""The letters b, g and r: plain blue cannot be seen on a dark page."""

KEEP = "keep-greys"
"""Group id that marks what keeps its literal black, white and greys: data shown as shades."""

ON_COLOUR = "on-colour"
"""Group id that marks black or white text upon a colour of the palette."""

INHERITED = (
    *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linejoin"),
    *("stroke-linecap", "stroke-dasharray", "stroke-dashoffset", "stroke-miterlimit"),
)
SHAPES = {"path", "use", "rect", "circle", "text"}
LENGTHS = (
    *("x", "y", "dx", "dy", "width", "height", "transform", "font-size"),
    *("stroke-width", "stroke-dasharray", "stroke-dashoffset"),
)
STRUNG = 10
"""From so many equal markers in a row on they are drawn as one element."""

REFERENCE = re.compile(r"(?<=url\(#)[^)]+(?=\))")


def clean(raw: bytes | str, prefix: str, title: str, description: str) -> str:
    """Page-ready SVG from matplotlib's.

    prefix: begins every id, so that several figures can stand on one page. title, description: in the page's
    language. Colours follow the page through CSS variables. Only presentation attributes are used: the
    site's security policy forbids style attributes and elements.
    """
    root = ET.fromstring(raw)
    _remove(root, lambda element: element.tag in (SVG + "metadata", SVG + "style"))
    for element in root.iter():
        element.tag = element.tag.removeprefix(SVG)
        _plain_attributes(element)
    _drop_backgrounds(root)
    _colour(root, keep=False)
    for element in root.iter():
        _short_numbers(element)
    _share_with_uses(root)
    _short_ids(root, prefix)
    _flatten(root)
    _string_together(root)
    _frame(root, prefix, title, description)
    return ET.tostring(root, encoding="unicode").replace(" />", "/>")


def palette_colour(colour: str, keep: bool = False) -> str:
    """What stands in the page for a colour that a snippet chose: `#1f77b4` -> `var(--fig-c0)`.

    keep: black, white and greys stay as they are, because they show data.
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
    """Styles become presentation attributes, layout whitespace goes."""
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
    """Remove the white sheets behind figure and axes, but not one that hides something beneath it."""
    figure = root.find("g")
    seen: list[tuple[float, float, float, float]] = []
    for group in [figure, *figure.findall("g")]:
        sheet = group.find("g[1]/path")
        id = group.get("id", "")
        if sheet is None or not id.startswith(("figure", "axes")) or sheet.get("fill") != "#ffffff":
            continue
        numbers = [float(number) for number in NUMBER.findall(sheet.get("d", ""))]
        box = min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])
        if not any(_overlap(box, other) for other in seen):
            group.remove(group.find("g[1]"))
        if id.startswith("axes"):
            seen.append(box)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _colour(element: ET.Element, keep: bool) -> None:
    keep = keep or element.get("id") == KEEP
    if element.get("id") == ON_COLOUR:
        for text in element.iter("text"):
            text.set(
                "fill", "var(--fig-bg)"
            )  # the palette stands out from it, so it stands out from the palette
    for name in ("fill", "stroke"):
        value = element.get(name)
        if value and value.startswith("#"):
            element.set(name, palette_colour(value, keep))
    if keep and element.tag in SHAPES and "fill" not in element.attrib:
        element.set("fill", "#000000")  # matplotlib omits black, and the page's default is not black
    if element.get("fill") == "currentColor":
        del element.attrib["fill"]
    for child in element:
        _colour(child, keep and element.tag != "defs")


def _short_numbers(element: ET.Element) -> None:
    """Hundredths of a point are finer than any screen."""
    if element.get("stroke-dasharray") == "none":
        del element.attrib["stroke-dasharray"]
    for name in LENGTHS:
        if name in element.attrib:
            digits = 5 if name == "transform" else 2
            value = element.attrib[name]
            element.set(name, NUMBER.sub(lambda match, digits=digits: short(match[0], digits), value))
    if "d" in element.attrib:
        element.set("d", short_path(element.get("d")))


def _share_with_uses(root: ET.Element) -> None:
    """What all uses of a shape have in common is said once, at the shape."""
    uses: dict[str, list[ET.Element]] = defaultdict(list)
    for use in root.iter("use"):
        uses[use.get("href")[1:]].append(use)
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
    """Number the ids that something refers to and drop the others."""
    names: dict[str, str] = {}

    def new(old: str) -> str:
        return names.setdefault(old, f"{prefix}-{len(names) + 1}")

    for element in root.iter():
        for name, value in element.items():
            if name == "href" and value.startswith("#"):
                element.set(name, "#" + new(value[1:]))
            elif "url(#" in value:
                element.set(name, REFERENCE.sub(lambda match: new(match[0]), value))
    for element in root.iter():
        if (id := element.attrib.pop("id", None)) in names:
            element.set("id", names[id])


def _flatten(parent: ET.Element) -> None:
    """Dissolve groups that say nothing and drop empty definitions."""
    children = []
    for child in parent:
        _flatten(child)
        if child.tag == "g" and not child.attrib:
            children += child
        elif len(child) or child.tag not in ("g", "defs"):
            children.append(child)
    parent[:] = children


def _string_together(root: ET.Element) -> None:
    """Draw many equal markers as the corners of one invisible line: a fifth of the size."""
    strung: set[str] = set()
    for parent in list(root.iter()):
        children: list[ET.Element] = []
        for target, run in groupby(parent, key=_plain_use):
            members = list(run)
            if target and len(members) >= STRUNG:
                strung.add(target)
                corners = " ".join(f"{use.get('x')} {use.get('y')}" for use in members)
                ends = dict.fromkeys(("marker-start", "marker-mid", "marker-end"), f"url(#{target}m)")
                line = {"d": f"M{corners}".replace(" -", "-"), "fill": "none"}
                members = [ET.Element("path", line | ends)]
            children += members
        parent[:] = children
    used = {use.get("href") for use in root.iter("use")}
    for definitions in list(root.iter("defs")):
        for position, shape in enumerate(list(definitions)):
            if (id := shape.get("id")) in strung:
                marker = ET.Element("marker", id=f"{id}m", markerUnits="userSpaceOnUse", overflow="visible")
                if f"#{id}" in used:
                    marker.append(ET.Element("use", href=f"#{id}"))
                    definitions.append(marker)
                else:
                    definitions[position] = marker
                    marker.append(shape)
                    del shape.attrib["id"]


def _plain_use(element: ET.Element) -> str:
    """The id of the shape that is shown as it is, but for its place; empty for other elements."""
    plain = element.tag == "use" and set(element.keys()) <= {"x", "y", "href"}
    return element.get("href", "")[1:] if plain else ""


def _frame(root: ET.Element, prefix: str, title: str, description: str) -> None:
    left, top, width, height = (float(number) for number in root.get("viewBox").split())
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
            # A point is 4/3 of a CSS pixel: the size that the snippet asked for.
            "width": str(round(width * 4 / 3)),
            "height": str(round(height * 4 / 3)),
            "role": "img",
            "aria-labelledby": f"{prefix}-title",
            "aria-describedby": f"{prefix}-desc",
            "fill": "currentColor",
            "stroke-linejoin": "round",
            # A label in a wider font than ours may reach over the edge.
            "overflow": "visible",
        }
        | ({"font-size": common} if common else {})
    )
    for position, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(tag, id=f"{prefix}-{tag}")
        element.text = text
        root.insert(position, element)


def _remove(root: ET.Element, condemned) -> None:
    for parent in list(root.iter()):
        parent[:] = [child for child in parent if not condemned(child)]
