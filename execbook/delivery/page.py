"""Read and rewrite the HTML of a page. With regular expressions, which take 0.3 s for all pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath

from execbook.delivery.policy import with_policy
from execbook.delivery.typography import outside_code, typeset
from execbook.generator.material import CONFIGURATION
from execbook.reuse.memo import Memo

STYLE_SHEET = re.compile(r'[ \n]*<link rel="stylesheet" href="(?P<up>[^":]*)assets/(?P<name>[^"]+\.css)">')
SCRIPT = re.compile(r'[ \n]*<script src="(?P<up>[^":]*)assets/(?P<name>[^"]+\.js)"></script>')
"""Scripts with other attributes, such as `data-alone`, are not joined."""

CANONICAL = re.compile(r'<link rel="canonical" href="(?P<address>[^"]*)">')
ALTERNATE = re.compile(r'\s*<link rel="alternate"[^>]*\shreflang="[^>]*>')
NEXT = re.compile(r'\s*<link rel="next"[^>]*>')
"""Firefox fetches what it leads to, which the policy forbids."""

ATTRIBUTE = re.compile(r'\s(hreflang|href)="([^"]*)"')

CLOSED = frozenset(("dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent"))
"""Attributes that scripts set only to values that occur on some page."""

NAMES = (re.compile(r' class="([^"]*)"'), re.compile(r' id="([^"]*)"'))
VALUES = {name: re.compile(rf' {name}="([^"]*)"') for name in CLOSED}
ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)")
FORMULA = re.compile(r"<math.*?</math>", re.DOTALL)
CLOSED_DETAILS = re.compile(r"<details(?![^>]*\sopen)[^>]*>(?:(?!<details).)*?</details>", re.DOTALL)
PRELOAD = re.compile(r'\n<link rel="preload" [^>]*>')
PRELOAD_FORM = '\n<link rel="preload" href="{up}assets/{font}" as="font" type="font/woff2" crossorigin>'
GAP = re.compile(r"(^|>)\s*\n\s*(<|$)")


@dataclass(frozen=True)
class Page:
    """A page as HTML. `sheets` and `scripts`: the files that it loads, such as `stylesheets/main.css`.

    memo: what was found before in pages with the same HTML.
    """

    html: str
    memo: Memo | None = field(default=None, compare=False, repr=False)

    @cached_property
    def sheets(self) -> tuple[str, ...]:
        head = self.html[: self.html.find("</head>")]
        return tuple(found["name"] for found in STYLE_SHEET.finditer(head))

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        late = self.html.find(CONFIGURATION)
        return tuple(found["name"] for found in SCRIPT.finditer(self.html, late)) if late >= 0 else ()

    def words(self) -> set[str]:
        """Elements, classes, ids, and `name=value` for the CLOSED attributes."""
        return self.memo.get(("words", self.html), self._words) if self.memo else self._words()

    def _words(self) -> set[str]:
        words = set(ELEMENT.findall(self.html))
        for pattern in NAMES:
            for value in set(pattern.findall(self.html)):
                words.update(value.split())
        for name, pattern in VALUES.items():
            words.update(f"{name}={value}" for value in set(pattern.findall(self.html)))
        return words

    def formulas(self) -> set[str]:
        return self.memo.get(("formulas", self.html), self._formulas) if self.memo else self._formulas()

    def _formulas(self) -> set[str]:
        return set(FORMULA.findall(self.html))

    @property
    def shows_formula(self) -> bool:
        """Whether a formula is visible initially, outside of closed `<details>`."""
        shown, former = self.html, ""
        while shown != former:
            shown, former = CLOSED_DETAILS.sub("", shown), shown
        return "<math" in shown

    def loading(self, sheet: str, script: str, font: str = "") -> Page:
        """The page with one style sheet and one script instead of all.

        font: is preloaded where formulas are visible, to avoid a layout shift when it arrives.
        """
        forms = '\n<link rel="stylesheet" href="{up}assets/{name}">'
        if font and self.shows_formula:
            forms += PRELOAD_FORM.format(up="{up}", font=font)
        html = _one(STYLE_SHEET, PRELOAD.sub("", self.html), 0, forms, sheet)
        late = html.find(CONFIGURATION)
        if late >= 0:
            html = _one(SCRIPT, html, late, '\n<script src="{up}assets/{name}"></script>', script)
        return Page(html)

    def with_alternates(self, file: PurePath, languages: Sequence[str]) -> Page:
        """The page with its address in every language, which a theme may lack or give of the home pages.

        file: its path in the site. Pages without a canonical address are unchanged.
        """
        canonical = CANONICAL.search(self.html)
        language, *rest = file.parent.parts or ("",)
        address = "/".join((language, *rest, ""))
        if len(languages) == 1 or language not in languages or not canonical:
            return self
        if not canonical["address"].endswith(address):
            return self
        base = canonical["address"].removesuffix(address)
        found = {one["language"]: one["address"] for one in map(_alternate, ALTERNATE.findall(self.html))}
        wanted = {one: base + "/".join((one, *rest, "")) for one in languages}
        if wanted.items() <= found.items():
            return self
        links = "".join(f'\n<link rel="alternate" hreflang="{one}" href="{wanted[one]}">' for one in wanted)
        html = ALTERNATE.sub("", self.html)
        return Page(html.replace(canonical[0], canonical[0] + links, 1))

    def completed(self) -> Page:
        """The page with its policy, its typography (see `typography`), less white space, and no next page."""
        return Page(with_policy(typeset(_without_gaps(NEXT.sub("", self.html)))))


def _alternate(link: str) -> dict[str, str]:
    """Language and address of a link to the page in another language."""
    attributes = dict(ATTRIBUTE.findall(link))
    return {"language": attributes.get("hreflang", ""), "address": attributes.get("href", "")}


def _one(pattern: re.Pattern[str], html: str, start: int, form: str, name: str) -> str:
    """Replace the first match of the pattern by `form`, and remove the others."""
    forms = [form]

    def replace(found: re.Match[str]) -> str:
        return forms.pop().format(up=found["up"], name=name) if forms else ""

    return html[:start] + pattern.sub(replace, html[start:])


def _without_gaps(html: str) -> str:
    """Shorten white space with a line break between two tags to the line break."""
    return outside_code(html, lambda part: GAP.sub(r"\1\n\2", part))
