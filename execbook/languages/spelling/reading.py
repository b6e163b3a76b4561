"""How numbers, signs and letters are read in Korean, with which a following particle has to agree."""

import re

from execbook.languages.spelling.forms import final

NONE, RIEUL, OTHER = "vowel", "ㄹ", "consonant"
"""How a syllable ends, as far as it matters for particles."""

DIGITS = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True))
SIGNS = {"%": "트", "°": "도"}
LETTERS = dict(
    zip("abcdefghijklmnopqstuvwxyz", "이비시디이프지치이이이엘엠엔오피큐스티유이유스이트", strict=True)
)
"""The last syllable of each letter's name; r has two names that differ."""
GREEK = {"alpha", "beta", "gamma", "delta", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu"}
GREEK |= {"xi", "pi", "rho", "sigma", "tau", "phi", "varphi", "psi", "omega"}
"""Greek letters whose Korean names end in a vowel, in LaTeX. Of the others only epsilon is supported."""
NUMBER = re.compile(r"[-−+±]?\d[\d,]*(?:\.\d+)?")
POWER = re.compile(r".*10[⁻⁺⁰¹²³⁴-⁹]+")


def ending(text: str) -> str | None:
    """How `text` ends when read aloud: NONE, RIEUL or OTHER; None if that is uncertain."""
    text = text.strip()
    if not text:
        return None
    if POWER.fullmatch(text):
        return OTHER  # 십의 …승
    last = text[-1]
    if "가" <= last <= "힣":
        return _ending_of(last)
    if NUMBER.fullmatch(text.rstrip("%° ")):
        return _ending_of(SIGNS[last]) if last in SIGNS else _ending_of(DIGITS[last])
    return None


def ending_of_formula(latex: str) -> str | None:
    """The same for a formula that is a number or a single letter."""
    text = latex.replace("\\,", "").replace("\\%", "%").replace("{,}", ",").strip()
    if re.fullmatch(r"[A-Za-z]", text):
        return _ending_of(LETTERS[text.lower()]) if text.lower() in LETTERS else None
    if text[:1] == "\\" and text[1:].lower() in GREEK:
        return NONE
    if text in (r"\epsilon", r"\varepsilon"):
        return OTHER
    return ending(text) if re.fullmatch(r"[-+]?[\d.,]+%?", text) else None


def _ending_of(syllable: str) -> str:
    return {0: NONE, 8: RIEUL}.get(final(syllable), OTHER)
