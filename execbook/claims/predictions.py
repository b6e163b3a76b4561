"""What the choices of a prediction give with the recorded values: the first is right, and no other is."""

import re
import statistics
from dataclasses import dataclass

from execbook.book import Book
from execbook.book.bindings import bind
from execbook.book.turned import named
from execbook.claims.relations import expression_of
from execbook.problems import UnplacedProblem
from execbook.records import numbers
from execbook.records.numbers import Scalar
from execbook.sources.pages import Page, Prediction
from execbook.sources.pages.inline import VALUE, split_value

RULE = "prediction"
NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.(?P<decimals>\d+))?(?:e(?P<exponent>[-+]?\d+))?(?P<percent> ?\\?%)?")


POWER = re.compile(r" ?× ?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
DIGITS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


@dataclass(frozen=True)
class Answer:
    """A choice. shown: its text with its bound values. value: what its expression gives; of a relation,
    whether it holds. number: the number that it shows, and unit: what stands after that."""

    shown: str
    value: Scalar
    number: float | None = None
    unit: str = ""


def answers_of(book: Book, page: Page, prediction: Prediction) -> list[Answer]:
    """The choices, of which the first is right.

    Raises UnplacedProblem if the first is not what was recorded, or another is.
    """
    if not (record := book.run(prediction.example).record).output and not record.figures:
        raise _problem(
            f"{prediction.example!r} has no result that could be folded", "ask for another example"
        )
    texts = (prediction.right, *prediction.wrong)
    expressions = [expression_of(book, text, [prediction.example]) for text in texts]

    def recorded(example: str, name: str) -> Scalar | None:
        return named(book, example).record.values.get(name)

    values = []
    for one in expressions:
        try:
            values.append(one.result(recorded))
        except (TypeError, ValueError, ArithmeticError, statistics.StatisticsError) as error:
            raise _problem(f"{one.text!r} cannot be calculated: {error}") from None
    kinds = {one.compares for one in expressions}
    if len(kinds) > 1:
        raise _problem(
            "some choices are relations and others are values", "write relations alone, or values alone"
        )
    if not expressions[0].uses:
        raise _problem(f"{prediction.right!r} uses no recorded value")
    shown = [_shown(book, page, choice.shown) for choice in prediction.choices]
    if len(set(shown)) < len(shown):
        raise _problem(f"two choices say the same: {', '.join(shown)}")
    if kinds == {True}:
        return _relations(prediction, texts, values, shown)
    return _values(prediction, texts, values, shown)


def _relations(
    prediction: Prediction, texts: tuple[str, ...], values: list, shown: list[str]
) -> list[Answer]:
    for number, (text, holds) in enumerate(zip(texts, values, strict=True)):
        if bool(holds) != (number == 0):
            which = "is right, though it is a wrong choice" if holds else "does not hold, though it is right"
            raise _problem(f"{text} {which}")
    if prediction.within is not None:
        raise _problem("a number cannot be typed where the choices are relations", "remove 'within'")
    return [Answer(text, bool(holds)) for text, holds in zip(shown, values, strict=True)]


def _values(prediction: Prediction, texts: tuple[str, ...], values: list, shown: list[str]) -> list[Answer]:
    right, within = values[0], prediction.within
    for text, value in zip(texts[1:], values[1:], strict=True):
        if value == right:
            raise _problem(f"the wrong choice {text} is {value!r}, as the right one")
    answers = []
    for text, value, words in zip(texts, values, shown, strict=True):
        number = NUMBER.search(POWER.sub(lambda match: f"e{match[1].translate(DIGITS)}", words))
        if isinstance(value, str):
            if value not in words:
                raise _problem(f"the choice {words!r} does not show {text}, which is {value!r}")
            answers.append(Answer(words, value))
        elif not number or not _agrees(number, float(value)):
            raise _problem(f"the choice {words!r} does not show {text}, which is {value:.6g}")
        else:
            unit = (number["percent"] or "").lstrip(" \\") or number.string[number.end() :].strip()
            answers.append(Answer(words, value, _read(number), unit))
    if within is not None:
        if any(one.number is None for one in answers):
            raise _problem("a number cannot be typed where the choices are words", "remove 'within'")
        first = answers[0].number
        assert first is not None
        for text, one in zip(texts[1:], answers[1:], strict=True):
            if one.number is not None and abs(one.number - first) <= within:
                raise _problem(f"the wrong choice {text} is within {within:g} of the right one")
    return answers


def _shown(book: Book, page: Page, text: str) -> str:
    """A choice with its bound values."""

    def value(match: re.Match[str]) -> str:
        example, name, form = split_value(match["body"])
        found = bind(book, example, name, [one.id for one in page.examples])
        return numbers.show(found.value, form)

    return VALUE.sub(value, text)


def _read(number: re.Match[str]) -> float:
    """The number as it is shown, so 37 for 37%."""
    return float(number[0].removesuffix(number["percent"] or "").replace(",", "").replace("−", "-"))


def _agrees(number: re.Match[str], value: float) -> bool:
    """Whether a shown number is this value, rounded to the digits shown."""
    scale = 100 if number["percent"] else 1
    step = 10.0 ** (int(number["exponent"] or 0) - len(number["decimals"] or ""))
    return abs(_read(number) - value * scale) <= 0.5001 * step


def _problem(message: str, fix: str = "correct the choice or its expression") -> UnplacedProblem:
    return UnplacedProblem(message, fix, RULE)
