"""Write recorded values as a page shows them: true minus signs, powers of ten, LaTeX inside formulas."""

from __future__ import annotations

import re

Recorded = float | int | bool | str

EXPONENT = re.compile(r"(?P<mantissa>\d[\d.,_]*)[eE](?P<exponent>[+-]\d+)")
NOTHING = re.compile(r"-[0.,]+%?")
"""What is left of a small negative number; a minus before it would say something."""
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
LATEX_TEXT = {character: "\\" + character for character in "&%$#_{}"} | {"\\": r"\backslash "}


def show(value: Recorded, format: str | None) -> str:
    """`value` as text: `−0.5`, `57%`, `4.5 × 10⁻⁵`. Without a format it stays as it is.

    Raises ValueError, with a sentence that says why, if the format does not suit the value or is missing
    for a float.
    """
    text = _formatted(value, format)
    if isinstance(value, str | bool):
        return text
    text = EXPONENT.sub(lambda m: f"{m['mantissa']} × 10{_exponent(m).translate(SUPERSCRIPTS)}", text)
    return text.replace("-", "−").replace("inf", "∞").replace("nan", "NaN")


def show_latex(value: Recorded, format: str | None) -> str:
    r"""The same for the inside of a formula: `-0.5`, `57\%`, `4.5 \times 10^{-5}`. Raises as `show` does."""
    text = _formatted(value, format)
    if isinstance(value, str | bool):
        return r"\text{" + "".join(LATEX_TEXT.get(character, character) for character in text) + "}"
    text = EXPONENT.sub(lambda m: rf"{m['mantissa']} \times 10^{{{_exponent(m)}}}", text)
    text = re.sub(r"[,_](?=\d)", lambda m: "{,}" if m[0] == "," else r"\_", text)
    return text.replace("%", r"\%").replace("inf", r"\infty").replace("nan", r"\text{NaN}")


def _exponent(match: re.Match[str]) -> str:
    """`-5` for `e-05`."""
    return str(int(match["exponent"]))


def _formatted(value: Recorded, format: str | None) -> str:
    if format is not None:
        # Python's own message is a good sentence: "Unknown format code 'd' for object of type 'float'".
        text = value.__format__(format)
        return text if isinstance(value, str) or not NOTHING.fullmatch(text) else text.removeprefix("-")
    if isinstance(value, float):
        raise ValueError(f"{value!r} is a float, and a float needs a format such as '.2f'")
    return str(value)
