"""Labels with matplotlib's mathematics as plain text, for titles, descriptions and tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from matplotlib import _mathtext_data

FORMULA = re.compile(r"(?<!\\)\$(.+?)(?<!\\)\$", re.DOTALL)
TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[\^_{}\[\]]|'+|\s+|.", re.DOTALL)

SUPERSCRIPTS = str.maketrans("0123456789+-−()nixT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱˣᵀ")
SUBSCRIPTS = str.maketrans("0123456789+-−()ijkmnx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎ᵢⱼₖₘₙₓ")

FONTS = re.compile(r"\\(?:(?:math|text)[a-z]*|operatorname|mathdefault|overset|underset|limits)")
SPACES: Mapping[str, str] = dict.fromkeys(
    (r"\,", r"\:", r"\;", r"\ ", r"\quad", r"\qquad", r"\hspace", "~"), " "
)
SILENT = {r"\left", r"\right", r"\middle", r"\!", r"\displaystyle", r"\textstyle", r"\/"}
SIGNS: Mapping[str, str] = {
    r"\|": "‖",
    r"\top": "ᵀ",
    r"\dots": "…",
    r"\ldots": "…",
    r"\cdots": "⋯",
    r"\slash": "/",
    r"\lbrace": "{",
    r"\rbrace": "}",
    r"\{": "{",
    r"\}": "}",
    r"\$": "$",
    r"\%": "%",
    r"\_": "_",
    r"\&": "&",
    r"\le": "≤",
    r"\ge": "≥",
    r"\ne": "≠",
    r"\to": "→",
    r"\gets": "←",
    r"\langle": "⟨",
    r"\rangle": "⟩",
    r"\lVert": "‖",
    r"\rVert": "‖",
    r"\lvert": "|",
    r"\rvert": "|",
    r"\vert": "|",
    r"\Vert": "‖",
    r"\backslash": "\\",
    r"\#": "#",
    r"\lfloor": "⌊",
    r"\rfloor": "⌋",
    r"\lceil": "⌈",
    r"\rceil": "⌉",
    "-": "-",
    "*": "*",
}
ACCENTS: Mapping[str, str] = {
    r"\hat": "\u0302",
    r"\widehat": "\u0302",
    r"\bar": "\u0304",
    r"\overline": "\u0305",
    r"\vec": "\u20d7",
    r"\tilde": "\u0303",
    r"\widetilde": "\u0303",
    r"\dot": "\u0307",
    r"\ddot": "\u0308",
    r"\acute": "\u0301",
    r"\grave": "\u0300",
    r"\breve": "\u0306",
    r"\check": "\u030c",
    r"\mathring": "\u030a",
}
LARGE = {r"\sum": "∑", r"\prod": "∏", r"\int": "∫", r"\bigcup": "⋃", r"\bigcap": "⋂"}
FRACTIONS = {r"\frac", r"\dfrac", r"\tfrac", r"\cfrac"}


def plain(text: str) -> str:
    r"""A label as one line of plain text: `$\frac{1}{1+e^{-z}}$` -> `1/(1+e^(-z))`."""
    text = FORMULA.sub(lambda match: _Reader(match[1]).read(), text)
    return " ".join(text.replace(r"\$", "$").split())


class _Reader:
    """Reads a formula from its first sign to its last."""

    def __init__(self, formula: str):
        self.tokens = TOKEN.findall(formula)
        self.place = 0

    def read(self, end: str = "") -> str:
        """Up to a closing sign, or to the end."""
        found = ""
        while (token := self.take()) and token != end:
            if token in ("^", "_"):
                found += self.script(token)
            else:
                sign = self.sign(token)
                apart = token[1:].isalpha() and token.startswith("\\") and len(sign) > 1 and sign.isalpha()
                found += f" {sign}" if apart and found[-1:].isalnum() else sign
        return found

    def take(self) -> str:
        self.place += 1
        return self.tokens[self.place - 1] if self.place <= len(self.tokens) else ""

    def argument(self) -> str:
        """A group in braces, or the next sign."""
        token = self.take()
        while token.isspace():
            token = self.take()
        return self.read("}") if token == "{" else self.sign(token)

    def option(self) -> str:
        if self.place < len(self.tokens) and self.tokens[self.place] == "[":
            self.place += 1
            return self.read("]")
        return ""

    def sign(self, token: str) -> str:
        if token == "{":
            return self.read("}")
        if token == "}":
            return ""
        if token in FRACTIONS:
            return f"{_grouped(self.argument())}/{_grouped(self.argument())}"
        if token in (r"\binom", r"\genfrac"):
            return f"C({self.argument()}, {self.argument()})"
        if token == r"\sqrt":
            degree = self.option()
            return f"{degree.translate(SUPERSCRIPTS)}√({self.argument()})"
        if token in ACCENTS:
            inner = self.argument()
            return unicodedata.normalize("NFC", "".join(letter + ACCENTS[token] for letter in inner))
        if token in (r"\left", r"\right") and self.tokens[self.place : self.place + 1] == ["."]:
            self.place += 1
            return ""
        if token in SILENT:
            return ""
        if token in SPACES:
            return " "
        if FONTS.fullmatch(token):
            return self.argument() if self.tokens[self.place : self.place + 1] == ["{"] else ""
        if token in LARGE or token in SIGNS:
            return LARGE.get(token) or SIGNS[token]
        if token.strip("'") == "":
            return "′" * len(token)
        if token.isspace():
            return " "
        if token.startswith("\\"):
            code = _mathtext_data.tex2uni.get(token[1:])
            return chr(code) if code else token[1:]
        return token

    def script(self, mark: str) -> str:
        inner = self.argument()
        if not inner or inner.strip("′ᵀ") == "":
            return inner
        table = SUPERSCRIPTS if mark == "^" else SUBSCRIPTS
        if all(ord(character) in table for character in inner):
            return inner.translate(table)
        return f"{mark}{inner}" if len(inner) == 1 else f"{mark}({inner})"


def _grouped(text: str) -> str:
    """In brackets, unless it is a single letter, a number, or one term that needs none."""
    return text if len(text) == 1 or re.fullmatch(r"\d+(?:\.\d+)?|\w[²³]?", text) else f"({text})"
