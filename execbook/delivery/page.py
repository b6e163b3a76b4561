"""What delivery reads and writes in a page. By patterns, so that all pages pass in a third of a second."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from execbook.delivery.policy import with_policy
from execbook.generator.material import CONFIGURATION

STYLE_SHEET = re.compile(r'[ \n]*<link rel="stylesheet" href="(?P<up>[^":]*)assets/(?P<name>[^"]+\.css)">')
SCRIPT = re.compile(r'[ \n]*<script src="(?P<up>[^":]*)assets/(?P<name>[^"]+\.js)"></script>')
"""What has another attribute, such as `data-alone`, stays by itself."""

CLOSED = ("dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent")
"""Attributes to which no script gives a value that stands on no page."""

NAMES = (re.compile(r' class="([^"]*)"'), re.compile(r' id="([^"]*)"'))
VALUES = {name: re.compile(rf' {name}="([^"]*)"') for name in CLOSED}
ELEMENT = re.compile(r"<([a-z][a-z0-9-]*)")
FORMULA = re.compile(r"<math.*?</math>", re.DOTALL)
CLOSED_DETAILS = re.compile(r"<details(?![^>]*\sopen)[^>]*>(?:(?!<details).)*?</details>", re.DOTALL)
PRELOAD = re.compile(r'\n<link rel="preload" [^>]*>')
PRELOAD_FORM = '\n<link rel="preload" href="{up}assets/{font}" as="font" type="font/woff2" crossorigin>'
KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
PIECE = re.compile(r"<[^>]*>|[^<]+")
WITHIN_A_LINE = re.compile(r"</(?:a|code|data|em|math|small|span|strong|sub|sup)>")
WORD_JOINER = "\u2060"
"""Shows nothing, and forbids a line to end here (Unicode Standard Annex 14, class WJ)."""
CLINGING = re.compile(r"[가-힣.,;:!?)’”]")
PARTICLE = re.compile(r"(?<=[)\]%])(?=[가-힣])")
GAP = re.compile(r"(^|>)\s*\n\s*(<|$)")


@dataclass(frozen=True)
class Page:
    """A page as HTML. `sheets` and `scripts`: the files that it asks for, as `stylesheets/main.css`."""

    html: str

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
        words = set(ELEMENT.findall(self.html))
        for pattern in NAMES:
            for value in set(pattern.findall(self.html)):
                words.update(value.split())
        for name, pattern in VALUES.items():
            words.update(f"{name}={value}" for value in set(pattern.findall(self.html)))
        return words

    def formulas(self) -> set[str]:
        return set(FORMULA.findall(self.html))

    @property
    def shows_formula(self) -> bool:
        """Whether it shows a formula at once, outside what the reader has to open."""
        shown, former = self.html, ""
        while shown != former:
            shown, former = CLOSED_DETAILS.sub("", shown), shown
        return "<math" in shown

    def loading(self, sheet: str, script: str, font: str = "") -> Page:
        """With one style sheet and one script in place of all.

        font: is asked for early where formulas show, so that they need not move when it comes.
        """
        forms = '\n<link rel="stylesheet" href="{up}assets/{name}">'
        if font and self.shows_formula:
            forms += PRELOAD_FORM.format(up="{up}", font=font)
        html = _one(STYLE_SHEET, PRELOAD.sub("", self.html), 0, forms, sheet)
        late = html.find(CONFIGURATION)
        if late >= 0:
            html = _one(SCRIPT, html, late, '\n<script src="{up}assets/{name}"></script>', script)
        return Page(html)

    def complete(self) -> Page:
        """With its policy, without blanks that nobody sees, and with particles kept at their words."""
        return Page(with_policy(_with_particles_held(_without_gaps(self.html))))


def _one(pattern: re.Pattern[str], html: str, start: int, form: str, name: str) -> str:
    """The first of what the pattern finds becomes `form`, the others go."""
    forms = [form]

    def replace(found: re.Match[str]) -> str:
        return forms.pop().format(up=found["up"], name=name) if forms else ""

    return html[:start] + pattern.sub(replace, html[start:])


def _outside_code(html: str, change: Callable[[str], str]) -> str:
    """The page with all changed but what stands in code, scripts and their like."""
    parts = KEPT.split(html)
    for position in range(0, len(parts), 3):
        parts[position] = change(parts[position])
    for position in range(2, len(parts), 3):
        parts[position] = ""  # the tag's name, which the pattern had to remember
    return "".join(parts)


def _without_gaps(html: str) -> str:
    """Between two tags a line break with any blanks looks like a line break."""
    return _outside_code(html, lambda part: GAP.sub(r"\1\n\2", part))


def _with_particles_held(html: str) -> str:
    """No line begins with what clings to the formula, bracket or percent sign before it, such as a particle.

    Between letters `word-break: keep-all` sees to that. What is held stays as it is. Only in the article, as
    titles elsewhere have to be the same as the names that screen readers are told.
    """
    start, end = html.find("<article"), html.rfind("</article>")
    return html[:start] + _outside_code(html[start:end], _hold) + html[end:] if 0 <= start < end else html


def _hold(part: str) -> str:
    pieces, hold = [], False
    for piece in PIECE.findall(part):
        if piece.startswith("<"):
            hold = piece == "</math>" or (hold and bool(WITHIN_A_LINE.fullmatch(piece)))
        else:
            joint = WORD_JOINER if hold and CLINGING.match(piece) else ""
            piece = joint + PARTICLE.sub(WORD_JOINER, piece)
            hold = piece[-1] in ")]%"
        pieces.append(piece)
    return "".join(pieces)
