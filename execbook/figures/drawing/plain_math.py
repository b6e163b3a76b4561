"""Labels with matplotlib's mathematics as plain text, for titles and descriptions."""

from __future__ import annotations

import re

from matplotlib import _mathtext_data

FORMULA = re.compile(r"(?<!\\)\$(.+?)(?<!\\)\$", re.DOTALL)
SCRIPTS = (re.compile(r"([\^_])([^\s{}])"), re.compile(r"([\^_])\{([^{}]*)\}"))
"""Scripts of one character first, as they may be nested in others."""
MARKUP = re.compile(r"\\(?:math[a-z]+|text|operatorname|left|right|quad)(?![A-Za-z])|\\[,;! ]")
COMMAND = re.compile(r"\\([A-Za-z]+)")
CONSTRUCTS = (
    (re.compile(r"\\sqrt\s*\{([^{}]*)\}"), r"√(\1)"),
    (re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}"), r"(\1)/(\2)"),
)
SUPERSCRIPTS = str.maketrans("0123456789+-−()nix", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱˣ")
SUBSCRIPTS = str.maketrans("0123456789+-−()ijkmnx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ᵢⱼₖₘₙₓ")


def plain(text: str) -> str:
    r"""A label as one line of plain text: `$\sigma(z)^{-1}$` -> `σ(z)⁻¹`."""
    text = FORMULA.sub(lambda match: _formula(match[1]), text)
    return " ".join(text.replace(r"\$", "$").split())


def _formula(inner: str) -> str:
    inner = MARKUP.sub("", inner)
    for pattern, form in CONSTRUCTS:
        inner = pattern.sub(form, inner)
    inner = re.sub(r"\((\w)\)/", r"\1/", inner)
    inner = re.sub(r"/\((\w)\)", r"/\1", inner)
    inner = COMMAND.sub(_symbol, inner)
    for pattern in SCRIPTS:
        inner = pattern.sub(_script, inner)
    return inner.replace("{", "").replace("}", "")


def _symbol(match: re.Match[str]) -> str:
    code = _mathtext_data.tex2uni.get(match[1])
    return chr(code) if code else match[1]


def _script(match: re.Match[str]) -> str:
    mark, inner = match.groups()
    table = SUPERSCRIPTS if mark == "^" else SUBSCRIPTS
    if all(ord(character) in table for character in inner):
        return inner.translate(table)
    return f"{mark}{inner}" if len(inner) == 1 else f"{mark}({inner})"
