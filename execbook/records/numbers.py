"""Format recorded values for pages: true minus signs, powers of ten, dates, LaTeX inside formulas."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import datetime, timedelta

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


SMALLEST, LARGEST = 1e-4, 1e7
"""Numbers between them are written without a power of ten."""
NOISE = 1e-12
"""A range smaller than this part of its numbers is a rounding error, not a difference."""
MINUTE, SECOND = 1 / 1440, 1 / 86400
EPOCH = datetime(1970, 1, 1)


def step_of(values: Iterable[float], share: float) -> float:
    """The difference that has to stay visible: a share of the range; 0 if all values are equal."""
    finite = [value for value in values if math.isfinite(value)]
    spread = max(finite, default=0.0) - min(finite, default=0.0)
    return spread * share if finite and spread > NOISE * max(map(abs, finite)) else 0.0


def rounded(value: float, digits: int, step: float = 0.0, power_digits: int = 2) -> str:
    """So many significant digits, with a power of ten only if needed: `12346`, `0.05`, `2.1 × 10⁻⁷`.

    step: a difference that has to stay visible, whatever the size of the value: `1000000.25`. power_digits:
    significant digits beside a power of ten.
    """
    size = abs(value)
    if not math.isfinite(value) or not size:
        return show(value + 0.0, ".0f")
    place = math.floor(math.log10(step)) if step else None
    needed = 0 if place is None else math.floor(math.log10(size)) - place + 1
    if not SMALLEST <= size < LARGEST and needed <= digits + 2:
        return show(float(value), f".{max(power_digits, needed)}g")
    decimals = max(digits - 1 - math.floor(math.log10(size)), 0 if place is None else -place, 0)
    text = f"{value:.{decimals}f}"
    return show(text.rstrip("0").rstrip(".") if "." in text else text, None).replace("-", "−")


def date(days: float, step: float = 1.0) -> str:
    """A date, with the time if a step of so many days asks for it: `2024-01-31`, `2024-01-31 13:05`.

    days: since 1970. A number of days beyond the calendar remains a number.
    """
    try:
        seconds = round(days * 86400) if step >= SECOND else days * 86400
        moment = EPOCH + timedelta(microseconds=round(seconds * 1e6))
    except (OverflowError, ValueError):
        return rounded(days, 4, step)
    if step >= 1:
        return moment.date().isoformat()
    if step >= MINUTE:
        return moment.isoformat(" ", "minutes")
    return moment.isoformat(" ", "seconds" if step >= SECOND else "microseconds")


def date_step(days: Iterable[float]) -> float:
    """The coarsest step with which `date` shows these dates exactly."""
    found = 1.0
    for value in days:
        for step in (1.0, MINUTE, SECOND):
            if step < found and abs(value / found - round(value / found)) * found * 86400 > 1e-4:
                found = step
        if found == SECOND and abs(value * 86400 - round(value * 86400)) > 1e-4:
            return 0.0
    return found


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
