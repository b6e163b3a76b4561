"""The Content-Security-Policy of a page: nothing from other hosts, and only listed inline scripts.

It is in a `<meta>` of the page, because some hosts do not allow headers to be set.
"""

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
"""The directives of every page. Scripts may still set single style properties; no directive forbids that."""

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
    """The source expression for an inline script: its SHA-256 (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def runs(media_type: str) -> bool:
    """Whether a script of this type is executed; others, such as `application/json`, are data."""
    return media_type.lower() in ("", "module", "text/javascript", "application/javascript")


def with_policy(html: str) -> str:
    """The page with its policy after the declaration of the encoding, at the beginning of the head."""
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
