"""The words that Hunspell has to know for a word of the text to be correct."""

import re
from collections.abc import Iterator, Sequence

LANGUAGES = ("ko", "en")
"""Those with a dictionary. Text in others is not checked."""

KOREAN = re.compile("[가-힣]+")
ENGLISH = re.compile(r"(?<![A-Za-z0-9_.@/\\])[A-Za-z]+(?:['’][A-Za-z]+)*(?![A-Za-z0-9_@/(\\]|\.[a-z])")
"""Except what looks like code: `tf.data`, `x_train`, `fit(`."""
ATTACHED = re.compile(r"[\w`$})%\]*\"”’″°)]")
"""After such a character Korean is an ending of what precedes it: `NumPy로`, `{{ share }}입니다`."""

ENDS_CODE = re.compile(r"[`$}]-?$")
"""After code, a formula or a value there are only endings: `$k$-th`."""

SUFFIXES = ("까지", "에서", "끼리", "짜리", "마다", "부터", "뿐", "씩", "쯤", "만", "별", "용", "대로")
"""What may follow a noun and be followed by particles; Hunspell's dictionary is incomplete here."""
VERBS = ("하", "해", "한", "할", "함", "합", "했", "되", "된", "될", "됨", "됩", "됐", "돼")
"""First syllables of the forms of 하다 and 되다, which turn nouns into verbs."""
BECOMING = ("지", "진", "질", "짐", "집", "졌", "져")
"""First syllables of the forms of 지다, which are written together with the preceding verb: 만들어지다."""
ENDINGS = {
    "냐": ("가", "를", "의", "에", "는", "도"),
    "지": ("가", "를", "의", "에", "는", "도"),
    "가": ("를", "의"),
    "서": ("가", "는", "나", "도", "야", "입니다"),
    "게": ("는", "도"),
    "고": ("들", "도"),
}
"""Last syllables of clauses, and the particles after them that Hunspell's dictionary lacks."""
LINKING = "ㅏㅐㅓㅔㅕㅘㅙㅝ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"

Alternatives = Sequence[Sequence[str]]
"""A word is correct if all words of one of these alternatives are known."""


def korean(word: str, *, attached: bool) -> Alternatives:
    """How a run of Hangul can be analysed. attached: whether it follows something else without a space."""
    alternatives: list[list[str]] = [[word]]
    if attached:
        alternatives += [[model + word] for model in ("책", "나무", "길")]
    for start in range(0 if attached else 1, len(word)):
        stem, rest = word[:start], word[start:]
        before = [stem] if stem else []
        for suffix in SUFFIXES:
            if rest.startswith(suffix):
                tail = rest.removeprefix(suffix)
                alternatives.append([*before, _model(suffix) + tail] if tail else before)
        if len(stem) > 1 and rest[0] in VERBS:
            alternatives.append([stem, rest])
        if stem and rest[0] in BECOMING and _vowel(stem[-1]) in LINKING:
            alternatives.append([stem, rest])
        if stem and rest in ENDINGS.get(stem[-1], ()):
            alternatives.append([stem])
    return alternatives


def english(word: str) -> Alternatives:
    """How an English word can be analysed."""
    word = word.replace("’", "'")
    alternatives = [[word]]
    if word.lower().endswith("'s"):
        alternatives.append([word[:-2]])
    return alternatives


def words(text: str, source: str) -> Iterator[tuple[str, str, Alternatives]]:
    """Language, word and alternatives of each word of a line; `source` has the same columns."""
    for match in KOREAN.finditer(text):
        before = source[match.start() - 1 : match.start()]
        yield "ko", match[0], korean(match[0], attached=bool(ATTACHED.fullmatch(before)))
    for match in ENGLISH.finditer(text):
        if len(match[0]) > 1 and not ENDS_CODE.search(source[: match.start()]):
            yield "en", match[0], english(match[0])


def final(syllable: str) -> int:
    """The number of a Hangul syllable's final consonant; 0 if it has none, 8 for ㄹ."""
    return (ord(syllable) - ord("가")) % 28


def _vowel(syllable: str) -> str:
    """The vowel of a syllable that ends in one; otherwise a space."""
    return " " if final(syllable) else VOWELS[(ord(syllable) - ord("가")) // 28 % 21]


def _model(suffix: str) -> str:
    """A noun in the dictionary that takes the same particles."""
    return {0: "나무", 8: "길"}.get(final(suffix[-1]), "책")
