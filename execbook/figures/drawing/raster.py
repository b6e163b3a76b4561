"""The images in a drawing: smaller, and marks of one colour in the colours of the page."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

# NumPy and Pillow are loaded where a figure is drawn, not wherever a name of this room is imported.
if TYPE_CHECKING:
    from PIL import Image

PNG = "data:image/png;base64,"
MARKS = "marks"
"""Begin of the id of an image of thousands of marks."""
MAX_IMAGE_BYTES = 120_000
"""An image that takes more is reduced to 256 colours, and then to half of its resolution."""


def make_small(root: ET.Element) -> None:
    """Make large images smaller, and let marks of one colour follow the page."""
    from PIL import Image

    for parent in list(root.iter()):
        for position, image in enumerate(list(parent)):
            address = image.get("href", "")
            if image.tag != "image" or not address.startswith(PNG):
                continue
            marks = image.get("id", "").startswith(MARKS)
            if not marks and len(address) < MAX_IMAGE_BYTES:
                continue
            picture = Image.open(io.BytesIO(base64.b64decode(address.removeprefix(PNG)))).convert("RGBA")
            if marks and (colour := _only_colour(picture)):
                alpha = picture.getchannel("A").point(lambda level: round(level / 17) * 17)
                image.set("href", _png(Image.merge("LA", (Image.new("L", picture.size, 255), alpha))))
                name = image.attrib.pop("id")
                box = {key: image.attrib.get(key, "") for key in ("x", "y", "width", "height", "transform")}
                mask = ET.Element("mask", id=f"{name}-mask")
                mask.append(image)
                filled = ET.Element("rect", box | {"fill": colour, "mask": f"url(#{name}-mask)"})
                group = ET.Element("g")
                group.extend((mask, filled))
                parent[position] = group
            elif len(address) >= MAX_IMAGE_BYTES:
                image.set("href", _small_png(picture))


def _only_colour(picture: Image.Image) -> str:
    """The colour of all visible pixels; empty if they have several."""
    import numpy as np

    pixels = np.asarray(picture)
    seen = pixels[pixels[..., 3] > 100][:, :3].astype(int)
    if not len(seen) or (np.abs(seen - np.median(seen, axis=0)) > 8).any(axis=1).mean() > 0.01:
        return ""
    red, green, blue = np.median(seen, axis=0).astype(int)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _small_png(picture: Image.Image) -> str:
    """As a data URL, with at most 256 colours, at half of the resolution if that is still too large."""
    from PIL import Image

    address = _png(picture.quantize(256, method=Image.Quantize.FASTOCTREE))
    if len(address) > MAX_IMAGE_BYTES and min(picture.size) > 100:
        half = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
        return min(address, _small_png(half), key=len)
    return address


def _png(picture: Image.Image) -> str:
    target = io.BytesIO()
    picture.save(target, "PNG", optimize=True)
    return PNG + base64.b64encode(target.getvalue()).decode()
