"""What is known of the page that is being converted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from execbook.book import Book, Run
from execbook.book.bindings import Bound, bind
from execbook.languages.wording import WORDINGS
from execbook.markdown import mathml
from execbook.problems import ProblemError, UnplacedProblem, did_you_mean
from execbook.records import numbers
from execbook.sources.pages import Page
from execbook.sources.pages.inline import VALUE_IN_MATH, split_value

PIPE = "\ufdd0"
"""Stands for `|` inside a bound value's braces while Markdown splits the rows of tables.

Unicode keeps this code point out of all text, for uses such as this one.
"""


class Current:
    """The page at hand, for all parts of the extension: each conversion puts a new one here."""

    state: PageState


class PageState:
    """The page's source as `pages` reads it, the examples it may show, and what has been rendered so far.

    to_site_root: relative address of the folder that holds `ko/` and `en/`. rendered: how many examples,
    values and formulas have come out, by kind and text.
    """

    def __init__(self, book: Book, page: Page, language: str, to_site_root: str = "../"):
        self.book = book
        self.page = page
        self.language = language
        self.words = WORDINGS[language]
        self.to_site_root = to_site_root
        self.ids: set[str] = set()
        self.rendered: Counter[tuple[str, str]] = Counter()

    def count(self, kind: str, text: str) -> None:
        """Note that an "example", "value" or "formula" with this source has come out."""
        self.rendered[kind, text.replace(PIPE, "|").strip()] += 1

    @contextmanager
    def placing(self, text: str) -> Iterator[None]:
        """Give an unplaced problem the line of `text`.

        What `pages` reads has been looked up before; this is for what only Markdown takes for a reference.
        """
        offset = self.page.source.find(text.replace(PIPE, "|"))
        line = self.page.source.count("\n", 0, offset) + 1 if offset >= 0 else 0
        try:
            yield
        except UnplacedProblem as found:
            raise ProblemError(found.at(self.page.name, line)) from None

    def run(
        self, example_id: str, region: str | None, show: tuple[str, ...] | None
    ) -> tuple[Run, tuple[str, ...]]:
        """The example, and which parts of it are to be shown: all that exist unless `show` names some.

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
                raise UnplacedProblem(
                    f"the example {example_id!r} has no {part}",
                    f"take {part} out of 'show'",
                    "nothing-to-show",
                )
        return run, tuple(part for part in exists if exists[part] and (show is None or part in show))

    def captions(self, run: Run, parts: tuple[str, ...], caption: str) -> list[str]:
        """A caption for each figure that is shown: one paragraph each, in order; the rest stay empty.

        Raises UnplacedProblem if there are more paragraphs than figures.
        """
        paragraphs = [one.strip() for one in re.split(r"\n[ \t]*\n", caption) if one.strip()]
        figures = len(run.record.figures) if "figures" in parts else 0
        if len(paragraphs) > figures:
            raise UnplacedProblem(
                f"{len(paragraphs)} paragraphs of caption for {figures} figures of {run.snippet.id!r}",
                "write at most one paragraph for each figure that is shown, and other text outside the block",
                "caption",
            )
        return paragraphs + [""] * (figures - len(paragraphs))

    def value(self, body: str, *, latex: bool = False) -> tuple[Bound, str]:
        """The bound value with this text between its braces, and how it is shown. Raises UnplacedProblem."""
        example, name, format_spec = split_value(body.replace(PIPE, "|"))
        bound = bind(self.book, example, name, [one.id for one in self.page.examples])
        try:
            return bound, (numbers.show_latex if latex else numbers.show)(bound.value, format_spec)
        except ValueError as error:
            cure = "use one of Python's formats, such as .2f, .0%, .1e or d"
            raise UnplacedProblem(f"cannot show {name!r}: {error}", cure, "value-format") from None

    def formula(self, latex: str, *, display: bool) -> Element:
        """A formula as MathML, bound values put in. Raises UnplacedProblem."""
        latex = latex.replace(PIPE, "|")
        filled = VALUE_IN_MATH.sub(lambda match: self.value(match["body"], latex=True)[1], latex)
        return mathml.convert(filled, display=display)

    def unique(self, element_id: str) -> str:
        """`element_id`, or with a number if the page has it already."""
        number = 1
        candidate = element_id
        while candidate in self.ids:
            number += 1
            candidate = f"{element_id}-{number}"
        self.ids.add(candidate)
        return candidate
