"""Format recorded values for pages: true minus signs, powers of ten, LaTeX inside formulas."""

from __future__ import annotations

import re

Scalar = float | int | bool | str
"""A recorded value."""

EXPONENT = re.compile(r"(?P<mantissa>\d[\d.,_]*)[eE](?P<exponent>[+-]\d+)")
NEGATIVE_ZERO = re.compile(r"-[0.,]+%?")
"""A small negative number after rounding, shown without its misleading minus sign."""
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
LATEX_TEXT = {character: "\\" + character for character in "&%$#_{}"} | {"\\": r"\backslash "}


def show(value: Scalar, format_spec: str | None) -> str:
    """`value` as text: `−0.5`, `57%`, `4.5 × 10⁻⁵`. Without a format, an integer or text is unchanged.

    Raises ValueError, with a sentence that explains it, if the format does not suit the value or is missing
    for a float.
    """
    text = _formatted(value, format_spec)
    if isinstance(value, str | bool):
        return text
    text = EXPONENT.sub(lambda m: f"{m['mantissa']} × 10{_exponent(m).translate(SUPERSCRIPTS)}", text)
    return text.replace("-", "−").replace("inf", "∞").replace("nan", "NaN")


def show_latex(value: Scalar, format_spec: str | None) -> str:
    r"""The same inside a formula: `-0.5`, `57\%`, `4.5 \times 10^{-5}`. Raises as `show` does."""
    text = _formatted(value, format_spec)
    if isinstance(value, str | bool):
        return r"\text{" + "".join(LATEX_TEXT.get(character, character) for character in text) + "}"
    text = EXPONENT.sub(lambda m: rf"{m['mantissa']} \times 10^{{{_exponent(m)}}}", text)
    text = re.sub(r"[,_](?=\d)", lambda m: "{,}" if m[0] == "," else r"\_", text)
    return text.replace("%", r"\%").replace("inf", r"\infty").replace("nan", r"\text{NaN}")


def _exponent(match: re.Match[str]) -> str:
    """`-5` for `e-05`."""
    return str(int(match["exponent"]))


def _formatted(value: Scalar, format_spec: str | None) -> str:
    if format_spec is not None:
        # Raises ValueError with a sentence such as "Unknown format code 'd' for object of type 'float'".
        text = value.__format__(format_spec)
        return text if isinstance(value, str) or not NEGATIVE_ZERO.fullmatch(text) else text.removeprefix("-")
    if isinstance(value, float):
        raise ValueError(f"{value!r} is a float, and a float needs a format such as '.2f'")
    return str(value)
