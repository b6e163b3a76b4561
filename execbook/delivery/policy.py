"""The Content-Security-Policy of a page: nothing from elsewhere, and inline only the scripts that it names.

A page brings it along in a `<meta>`, because whoever hosts the site may not let us set headers.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

FIXED = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""What every page may do. Scripts may set single properties of a style; no directive forbids that."""

META = re.compile(r'\n?<meta http-equiv="content-security-policy" content="[^"]*">')
FIRST = '<meta charset="utf-8">'
INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)


def policy(scripts: Iterable[str]) -> str:
    """The policy of a page with these inline scripts. Equal scripts give equal policies."""
    allowed = "".join(f" {digest}" for digest in sorted(set(map(digest_of, scripts))))
    return "; ".join(
        f"{directive} {sources}{allowed if directive == 'script-src' else ''}"
        for directive, sources in FIXED.items()
    )


def digest_of(script: str) -> str:
    """How a policy names an inline script, by the SHA-256 of its text (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def runs(media_type: str) -> bool:
    """Whether a script of this type is run; `application/json` and its like are only data."""
    return media_type.lower() in ("", "module", "text/javascript", "application/javascript")


def with_policy(html: str) -> str:
    """The page with its policy behind the encoding, which says where its head begins."""
    html = META.sub("", html)
    scripts = [
        found["text"]
        for found in INLINE.finditer(html)
        if " src=" not in found["attributes"] and runs(_type(found["attributes"]))
    ]
    meta = f'{FIRST}\n<meta http-equiv="content-security-policy" content="{policy(scripts)}">'
    return html.replace(FIRST, meta, 1)


def _type(attributes: str) -> str:
    found = re.search(r'\stype="([^"]*)"', attributes)
    return found[1] if found else ""
