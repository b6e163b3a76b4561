"""The state of the page that is being converted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from execbook.book import Book, Run
from execbook.book.bindings import Bound, bind
from execbook.book.turned import figures_shown
from execbook.languages.wording import WORDINGS
from execbook.markdown import mathml
from execbook.problems import ProblemError, UnplacedProblem, did_you_mean
from execbook.records import numbers
from execbook.sources.pages import Page, Prediction
from execbook.sources.pages.inline import VALUE_IN_MATH, split_value

PIPE = "\ufdd0"
"""Replaces `|` inside a bound value's braces while Markdown splits the rows of tables.

A Unicode noncharacter, which never occurs in text.
"""


class Current:
    """The page that is being converted, for all parts of the extension. Each conversion sets a new state."""

    state: PageState


class PageState:
    """The page's parsed source, the book, and what has been rendered so far.

    to_site_root: relative address of the folder that contains `ko/` and `en/`, for links;
    published_to_site_root: for what only scripts read. rendered: number of rendered examples, values and
    formulas, by kind and text. asked: the id of the prediction that asks what an example gives, by example,
    until the example is rendered.
    """

    def __init__(
        self,
        book: Book,
        page: Page,
        language: str,
        to_site_root: str = "../",
        published_to_site_root: str = "../",
    ):
        self.book = book
        self.page = page
        self.language = language
        self.words = WORDINGS[language]
        self.to_site_root, self.published_to_site_root = to_site_root, published_to_site_root
        self.ids: set[str] = set()
        self.asked: dict[str, str] = {}
        self.rendered: Counter[tuple[str, str]] = Counter()

    def count(self, kind: str, text: str) -> None:
        """Count an "example", "value" or "formula" with this source as rendered."""
        self.rendered[kind, text.replace(PIPE, "|").strip()] += 1

    @contextmanager
    def placing(self, text: str) -> Generator[None]:
        """Give an unplaced problem the line of `text`.

        References that the page reader finds have been checked before; this is for those that only Markdown
        finds.
        """
        offset = self.page.source.find(text.replace(PIPE, "|"))
        line = self.page.source.count("\n", 0, offset) + 1 if offset >= 0 else 0
        try:
            yield
        except UnplacedProblem as error:
            raise ProblemError(error.at(self.page.name, line)) from None

    def run(
        self, example_id: str, region: str | None, show: tuple[str, ...] | None
    ) -> tuple[Run, tuple[str, ...]]:
        """The example, and the parts of it to show: all that exist unless `show` names some.

        Raises UnplacedProblem if there is no such example, record, region or part.
        """
        run = self.book.run(example_id)
        if region is not None and region not in run.snippet.regions:
            cure = did_you_mean(region, run.snippet.regions, "regions")
            raise UnplacedProblem(
                f"the example {example_id!r} has no region {region!r}", cure, "unknown-region"
            )
        exists = {"code": True, "output": bool(run.record.output), "figures": bool(run.record.figures)}
        for part in show or ():
            if not exists[part]:
                message = f"the example {example_id!r} has no {part}"
                raise UnplacedProblem(message, f"remove {part} from 'show'", "nothing-to-show")
        return run, tuple(part for part in exists if exists[part] and (show is None or part in show))

    def captions(self, run: Run, parts: tuple[str, ...], caption: str) -> list[str]:
        """A caption for each figure that is shown: one paragraph each, in order, or empty.

        Raises UnplacedProblem if there are more paragraphs than figures.
        """
        paragraphs = [one.strip() for one in re.split(r"\n[ \t]*\n", caption) if one.strip()]
        figures = figures_shown(self.book, run.record) if "figures" in parts else 0
        if len(paragraphs) > figures:
            raise UnplacedProblem(
                f"{len(paragraphs)} paragraphs of caption for {figures} figures of {run.snippet.id!r}",
                "write at most one paragraph for each figure that is shown; put other text outside the block",
                "caption",
            )
        return paragraphs + [""] * (figures - len(paragraphs))

    def value(self, body: str, *, latex: bool = False) -> tuple[Bound, str]:
        """The bound value with this text in its braces, and its formatted text. Raises UnplacedProblem."""
        example, name, format_spec = split_value(body.replace(PIPE, "|"))
        bound = bind(self.book, example, name, [one.id for one in self.page.examples])
        try:
            return bound, (numbers.show_latex if latex else numbers.show)(bound.value, format_spec)
        except ValueError as error:
            cure = "use one of Python's formats, such as .2f, .0%, .1e or d"
            raise UnplacedProblem(f"cannot show {name!r}: {error}", cure, "value-format") from None

    def formula(self, latex: str, *, display: bool) -> Element:
        """A formula as MathML, with its bound values inserted. Raises UnplacedProblem."""
        latex = latex.replace(PIPE, "|")
        filled = VALUE_IN_MATH.sub(lambda match: self.value(match["body"], latex=True)[1], latex)
        return mathml.convert(filled, display=display)

    def prediction(self, question: str) -> Prediction:
        """The next prediction of the page that asks this. Raises UnplacedProblem."""
        question = question.replace(PIPE, "|").strip()
        asked = [one for one in self.page.predictions if one.question == question]
        number = self.rendered["prediction", question]
        if number >= len(asked):
            cure = "put blank lines around the block, and do not indent it"
            raise UnplacedProblem("this prediction cannot be read", cure, "not-rendered")
        return asked[number]

    def unique(self, element_id: str) -> str:
        """`element_id`, with a number appended if the page already has it."""
        number = 1
        candidate = element_id
        while candidate in self.ids:
            number += 1
            candidate = f"{element_id}-{number}"
        self.ids.add(candidate)
        return candidate
