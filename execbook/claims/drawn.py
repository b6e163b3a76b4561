"""The recorded figures that a prediction offers as choices: the first is its example's, no two are alike."""

import hashlib
import re
from dataclasses import dataclass

from execbook.book import Book
from execbook.book.turned import turns
from execbook.problems import UnplacedProblem, did_you_mean
from execbook.sources.knobs import name_of
from execbook.sources.pages import Page, Prediction
from execbook.sources.pages.parts import Pictured

FOLDER = "choices"
SCHEMES = ("light", "dark")
IDS = re.compile(r'(?<=[\s#("])[\w-]+-\d+(?=[")])')


@dataclass(frozen=True)
class Drawn:
    """A figure as a choice. letter: by which readers name it. choice: its number in the source, 0 if right.
    alt: what it shows, in words."""

    letter: str
    choice: int
    svg: str
    alt: str

    def address(self, scheme: str) -> str:
        """Of its file in a palette, from the site's root. It says nothing about where the figure is from."""
        return f"{FOLDER}/{hashlib.sha256(self.svg.encode()).hexdigest()[:12]}.{scheme}.svg"


def drawn_of(book: Book, page: Page, prediction: Prediction) -> list[Drawn]:
    """The figures in the order in which they are shown, which is the same in every language.

    Raises UnplacedProblem if one was not recorded, or two cannot be told apart.
    """
    found = [
        _figure(book, one, choice.shown, page.language)
        for one, choice in zip(prediction.figures, prediction.choices, strict=True)
    ]
    bodies = [IDS.sub("", svg.partition("</desc>")[2]) for svg, _ in found]
    for number, one in enumerate(prediction.figures):
        for other in range(number):
            if bodies[other] == bodies[number]:
                raise _problem(f"{prediction.figures[other]} and {one} are the same drawing")
            if found[other][1] == found[number][1]:
                message = f"{prediction.figures[other]} and {one} have the same description"
                cure = "begin both choices with what they show, in bold: '- **A straight line** Its reason.'"
                raise _problem(f"{message}, so who does not see them cannot choose", cure)
    names = [str(one) for one in prediction.figures]
    order = sorted(range(len(names)), key=lambda number: hashlib.sha256(names[number].encode()).digest())
    return [Drawn(chr(ord("A") + place), number, *found[number]) for place, number in enumerate(order)]


def _figure(book: Book, one: Pictured, words: str, language: str) -> tuple[str, str]:
    """The drawing and what it shows. words: what the page says of that."""
    run = book.run(one.example)  # raises if there is no such example
    if one.setting:
        known = {name_of(one.example, turn.setting): turn for turn in turns(book, one.example)}
        name = f"{one.example}?{one.setting}"
        if name not in known:
            fix = did_you_mean(name, known, "settings") if known else "remove what follows the question mark"
            raise _problem(f"the knob of {one.example!r} has no setting {one.setting!r}", fix)
        run, book = known[name].run, known[name].book
    if one.number > len(figures := run.record.figures):
        has = f"{len(figures)} figure{'s' * (len(figures) > 1)}" if figures else "no figure"
        raise _problem(f"{one} was not drawn: the run left {has}")
    figure = figures[one.number - 1]
    texts = filter(None, (words, figure.title[language], figure.description[language]))
    return book.svg(one.example, one.number - 1, language), ". ".join(texts)


def _problem(message: str, fix: str = "name another figure") -> UnplacedProblem:
    return UnplacedProblem(message, fix, "prediction")
