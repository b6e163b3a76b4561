"""Put the frames of knobs into files of their own, which a page loads when its reader first moves one."""

import hashlib
import html
import re
from pathlib import Path

FRAMES = re.compile(r'<template data-frames="(?P<name>[^"]+)">(?P<text>[^<]+)</template>')
FOLDER = "knobs"


def set_apart(page: str, file: Path, site: Path) -> str:
    """The page with the addresses of its frames in their place.

    They are scripts, which load from disk too, and are named for their content. file: of the page.
    """
    up = "../" * (len(file.relative_to(site).parts) - 1)

    def write(found: re.Match[str]) -> str:
        content = f"execbook.frames={html.unescape(found['text'])};\n".encode()
        address = f"{FOLDER}/{found['name']}.{hashlib.sha256(content).hexdigest()[:8]}.js"
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_bytes(content)
        return f'<template data-frames="{up}{address}"></template>'

    return FRAMES.sub(write, page)
