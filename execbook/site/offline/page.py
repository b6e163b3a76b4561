"""Convert a page for use from disk, where the address of a folder does not show its `index.html`."""

import posixpath
import re
from collections.abc import Set
from urllib.parse import unquote, urlsplit

from execbook.generator.material import CONFIGURATION

TAG = re.compile(r"<(?:a|area|link)\s[^>]*>")
ADDRESS = re.compile(r'(?<=\shref=")[^"]*')
REFRESH = re.compile(r'(?<=<meta http-equiv="refresh" content="0; url=)[^"]*')
ONLINE = re.compile(
    r'<meta http-equiv="content-security-policy"[^>]*>\n?'  # 'self' does not match files on disk
    r'|<link rel="(?:canonical|alternate|preload)"[^>]*>\n?'
    r'|<(li|tr|p) class="xb-online">.*?</\1>\n?'
    r'|<div class="xb-lab"[^>]*>.*?</div></div>\n?|<div class="xb-go"[^>]*>.*?</div>\n?',
    re.DOTALL | re.IGNORECASE,
)


def offline_page(html: str, file: str, files: Set[str]) -> str:
    """The converted page at `file` of a site that contains `files`. All paths are from the root."""
    html = ONLINE.sub("", html)
    html = TAG.sub(
        lambda tag: ADDRESS.sub(lambda address: address_on_disk(address[0], file, files), tag[0]), html
    )
    html = REFRESH.sub(lambda address: address_on_disk(address[0], file, files), html)
    if CONFIGURATION in html:
        shim = f'<script src="{"../" * file.count("/")}iframe_worker/shim.js"></script>\n'
        html = html.replace(CONFIGURATION, shim + CONFIGURATION, 1)
    return html


def address_on_disk(address: str, file: str, files: Set[str]) -> str:
    """A relative address on the page `file`, with the name of the file that a server would send."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or address.startswith(("/", "#", "?")):
        return address
    found = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
    if found in files:
        return address
    return parts._replace(path=posixpath.join(parts.path, "index.html")).geturl()


def exists(address: str, file: str, files: Set[str]) -> bool:
    """Whether an address on the page `file` is one of `files`, on the page itself, or on another host."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or address.startswith(("#", "?")):
        return True
    found = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
    return found in files
