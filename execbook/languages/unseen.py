"""Name what the eye cannot see: the difference of two texts that look the same."""

import unicodedata
from collections import Counter

_SPACES = dict.fromkeys(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_ZERO_WIDTH = dict.fromkeys(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff", ""
)
_QUOTES = dict.fromkeys("‘’‚‛ʼʹ′´`＇", "'") | dict.fromkeys("“”„‟″＂", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−－", "-") | {
    "∼": "~",
    "〜": "~",
    "～": "~",
    "·": "・",
    "ㆍ": "・",
    "•": "・",
    "∙": "・",
}
_LETTERS = dict(zip("асеорхуіјѕАВЕКМНОРСТХІЈЅ", "aceopxyijsABEKMHOPCTXIJS", strict=True))
_LETTERS |= dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_SEEN = str.maketrans(_SPACES | _ZERO_WIDTH | _QUOTES | _DASHES | _LETTERS)


def unseen(former: str, present: str) -> str:
    """What makes two texts differ that look the same; empty if they look different, or are equal."""
    if former == present:
        return ""
    one, other = (unicodedata.normalize("NFC", text) for text in (former, present))
    if one == other:
        forms = [
            form
            for text in (former, present)
            for form in ("NFC", "NFD")
            if unicodedata.is_normalized(form, text)
        ]
        return (
            f"only the form of the letters differs (Unicode's {' and '.join(dict.fromkeys(forms)) or 'NFC'})"
        )
    if _look(one) != _look(other):
        return ""
    removed, added = Counter(one) - Counter(other), Counter(other) - Counter(one)
    changes = [f"{_named(removed)} removed"] * bool(removed) + [f"{_named(added)} added"] * bool(added)
    return f"only what cannot be seen differs: {', '.join(changes) or 'the order of such characters'}"


def _look(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_SEEN)


def _named(characters: Counter[str]) -> str:
    return ", ".join(f"U+{ord(one):04X} {unicodedata.name(one, '')}".rstrip() for one in sorted(characters))
