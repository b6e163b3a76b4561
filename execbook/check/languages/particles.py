"""Whether a Korean particle agrees with the number, value or letter before it, as it is read aloud.

Hunspell checks particles after words. After a bound value the right particle depends on the value: 0.83은
becomes 0.84는.
"""

import re
from collections.abc import Iterator

from execbook.book import Book
from execbook.book.bindings import bind
from execbook.check.rules import Break, publishing_rule
from execbook.languages.spelling.reading import NONE, RIEUL, ending, ending_of_formula
from execbook.problems import Problem, UnplacedProblem
from execbook.records import numbers
from execbook.sources.pages import Page, inline
from execbook.sources.pages.canvas import Canvas

PAIRS = (
    ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("이나", "나"), ("이란", "란"),
    ("이라는", "라는"), ("이라고", "라고"), ("으로", "로"),
)  # fmt: skip
"""After a consonant, after a vowel; 로 also follows ㄹ."""
MORE = ("는", "도", "만", "의", "서", "써", "부터", "까지")
"""What may follow 과, 와, 으로 and 로."""

_FORMS = sorted({form for pair in PAIRS for form in pair}, key=len, reverse=True)
PARTICLE = rf"(?P<form>{'|'.join(_FORMS)})(?P<more>(?<=[과와로])(?:{'|'.join(MORE)}))?(?![가-힣])"
VALUE = re.compile(inline.VALUE.pattern + PARTICLE)
FORMULA = re.compile(inline.INLINE.pattern + PARTICLE, re.DOTALL)
NUMBER = re.compile(r"(?<![\w.,$}])(?P<number>[-−]?\d[\d,]*(?:\.\d+)?\s?%?)" + PARTICLE)


@publishing_rule(
    "particle",
    "A Korean particle agrees with the number, value or letter before it, as it is read aloud.",
    Break("docs/ko/part/halving.md", "나눕니다", "0.75은 0.5를 나눕니다"),
    house=True,
)
def particles(book: Book) -> Iterator[Problem]:
    """Report only where the reading is certain."""
    for page in book.pages.get("ko", {}).values():
        yield from _page(page, book)


def _page(page: Page, book: Book) -> Iterator[Problem]:
    canvas = page.uncoded.copy()
    for match in FORMULA.finditer(canvas.text):
        value = re.fullmatch(r"\{\{(?P<body>[^{}]*)\}\}", match["latex"].strip())
        shown = _shown(page, book, value["body"]) if value else None
        yield from _disagreement(
            page,
            canvas,
            match,
            shown or match["latex"],
            ending(shown) if shown else ending_of_formula(match["latex"]),
        )
    for match in inline.INLINE.finditer(canvas.text):
        canvas.blank(*match.span())
    for match in VALUE.finditer(canvas.text):
        if shown := _shown(page, book, match["body"]):
            yield from _disagreement(page, canvas, match, shown, ending(shown))
    for match in NUMBER.finditer(canvas.text):
        yield from _disagreement(page, canvas, match, match["number"], ending(match["number"]))


def _shown(page: Page, book: Book, body: str) -> str | None:
    example, name, format_spec = inline.split_value(body)
    try:
        bound = bind(book, example, name, [one.id for one in page.examples])
        return numbers.show(bound.value, format_spec)
    except (UnplacedProblem, ValueError):
        return None  # reported by the rules over examples


def _disagreement(
    page: Page, canvas: Canvas, match: re.Match[str], read: str, end: str | None
) -> Iterator[Problem]:
    pair = next(pair for pair in PAIRS if match["form"] in pair)
    after_vowel = end == NONE or (end == RIEUL and pair[1] == "로")
    expected = pair[1] if after_vowel else pair[0]
    if end is None or match["form"] == expected:
        return
    message = f"{read}{match['form']} does not agree"
    cure = f"write {expected!r} after this reading, or rephrase so that the particle follows a noun"
    yield Problem(page.name, canvas.line_of(match.start("form")), message, cure, "particle")
