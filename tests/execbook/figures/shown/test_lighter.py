"""Large drawings take fewer bytes in a page, and show the same points in the same colours."""

import base64
import io
import random
import re
import zlib
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from execbook.figures.drawing.svg_path import NUMBER
from execbook.figures.shown.lighter import MIN_LENGTH, lighter

DISC = (
    "M0 1C.27 1 .52 .89 .71 .71 .89 .52 1 .27 1 0 1-.27 .89-.52 .71-.71 .52-.89 .27-1 0-1-.27-1-.52-.89-.71"
    "-.71-.89-.52-1-.27-1 0-1 .27-.89 .52-.71 .71-.52 .89-.27 1 0 1Z"
)
RANDOM = random.Random(0)
POINTS = [(round(RANDOM.uniform(0, 200), 2), round(RANDOM.uniform(0, 200), 2)) for _ in range(900)]


def drawing(inner: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">{inner}</svg>'


def string(shape: str) -> str:
    corners = " ".join(f"{x:.2f} {y:.2f}" for x, y in POINTS)
    ends = " ".join(f'marker-{end}="url(#m)"' for end in ("start", "mid", "end"))
    marker = f'<marker id="m" markerUnits="userSpaceOnUse" overflow="visible">{shape}</marker>'
    return drawing(f'<defs>{marker}</defs><path d="M{corners}" fill="none" {ends}/>')


def places(path: str, scale: float) -> list[tuple[float, float]]:
    """Where the corners are, of `M3 4l1-2 3 4` or `M3 4h0m1-2h0`."""
    numbers = [float(number) for number in NUMBER.findall(path.replace("h0", ""))]
    x = y = 0.0
    found = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x * scale, y * scale))
    return found


def on_grid(points: list[tuple[float, float]]) -> list[tuple[int, int]]:
    """Quarters of a point, sorted."""
    return sorted((round(x * 4), round(y * 4)) for x, y in points)


def zipped(text: str) -> int:
    return len(zlib.compress(text.encode(), 9))


def test_a_small_drawing_stays_as_it_is():
    small = drawing('<path d="M0 0 1 1"/>')
    assert len(small) < MIN_LENGTH and lighter(small) == small


def test_points_of_one_colour_keep_their_places_and_take_half():
    heavy = string('<path d="M0 0 1 1Z" fill="red" stroke="red"/>')
    light = lighter(heavy)
    assert zipped(light) < zipped(heavy) / 2
    root = ET.fromstring(light)
    path = root.find(".//{*}path[@marker-mid]")
    assert on_grid(places(path.get("d"), 1 / 4)) == on_grid(POINTS)
    assert path.get("transform") == "scale(.25)"
    assert root.find(".//{*}marker/{*}path").get("transform") == "scale(4)"


def test_points_with_an_edge_are_drawn_in_their_order():
    light = lighter(string('<path d="M0 0 1 1Z" fill="red" stroke="black"/>'))
    found = places(ET.fromstring(light).find(".//{*}path[@marker-mid]").get("d"), 1 / 4)
    assert [round(x, 0) for x, _ in found[:5]] == [pytest.approx(x, abs=0.7) for x, _ in POINTS[:5]]


def test_discs_in_the_colours_of_a_scale_become_dots_of_the_same_size_and_nearly_the_same_colours():
    colours = [f"#{n % 256:02x}{255 - n % 256:02x}80" for n in range(len(POINTS))]
    uses = "".join(
        f'<g clip-path="url(#c)"><use x="{x}" y="{y}" fill="{colour}" stroke="{colour}" href="#d"/></g>'
        for (x, y), colour in zip(POINTS, colours, strict=True)
    )
    heavy = drawing(f'<defs><path d="{DISC}" id="d"/></defs>{uses}')
    light = lighter(heavy)
    assert zipped(light) < zipped(heavy) / 2
    root = ET.fromstring(light)
    lines = root.findall(".//{*}path[@stroke-linecap]")
    assert on_grid([place for line in lines for place in places(line.get("d"), 1 / 4)]) == on_grid(POINTS)
    assert {line.get("stroke-width") for line in lines} == {"12"}  # four times its diameter and its edge
    assert all(re.fullmatch("#[0-9a-f]{3}", line.get("stroke")) for line in lines)
    assert len(root.findall("{*}g")) == 1


def test_discs_of_few_colours_and_other_shapes_stay_uses():
    for shape, colours in ((DISC, 3), ("M0 0 1 1Z", 200)):
        uses = "".join(
            f'<use x="{x:.2f}" y="{y:.2f}" fill="#{n % colours:06x}" stroke="#{n % colours:06x}" href="#d"/>'
            for n, (x, y) in enumerate(POINTS)
        )
        light = lighter(drawing(f'<defs><path d="{shape}" id="d"/></defs>{uses}'))
        assert light.count("<use") == len(POINTS)


def test_a_picture_keeps_every_pixel_in_fewer_bytes():
    picture = Image.new("RGBA", (300, 300))
    picture.putdata([(shade, shade, shade, 255) for shade in random.Random(0).choices(range(16), k=90_000)])
    target = io.BytesIO()
    picture.save(target, "PNG")
    address = "data:image/png;base64," + base64.b64encode(target.getvalue()).decode()
    light = ET.fromstring(lighter(drawing(f'<image href="{address}"/>'))).find("{*}image").get("href")
    assert len(light) < len(address) * 0.8
    again = Image.open(io.BytesIO(base64.b64decode(light.partition(",")[2]))).convert("RGBA")
    assert again.tobytes() == picture.tobytes()
