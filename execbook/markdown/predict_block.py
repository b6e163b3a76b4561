"""The block `/// predict | How many units are dead?`: a question before an example shows what it left."""

import hashlib
import re
from collections.abc import Mapping
from html import escape
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block, type_any

from execbook import words
from execbook.claims.drawn import SCHEMES, Drawn, drawn_of
from execbook.claims.predictions import Answer, answers_of
from execbook.markdown.state import Current
from execbook.sources.pages import Prediction

SIZE = re.compile(r'<svg[^>]*? (width="\d+" height="\d+")')


class PredictBlock(Block):
    """A form that a script makes work. Without the script it is text: question, choices and their reasons.

    Its options and its choices are checked with the source, from which it is made.
    """

    NAME = "predict"
    ARGUMENT = True
    OPTIONS = dict.fromkeys(("example", "right", "wrong", "within", "figures"), (None, type_any))

    def on_markdown(self) -> str:
        return "inline"

    def on_create(self, parent: Element) -> Element:
        form = SubElement(parent, "form", {"class": "xb-predict", "data-search-exclude": ""})
        self.source = SubElement(form, "div")
        return form

    def on_add(self, block: Element) -> Element:
        """The block's text is collected in an element that `on_end` removes."""
        return self.source

    def on_end(self, block: Element) -> None:
        current: Current = self.config["current"]
        state = current.state
        block.remove(self.source)
        with state.placing(f"predict | {self.argument}"):
            one = state.prediction(self.argument)
            drawn = drawn_of(state.book, state.page, one) if one.figures else []
            answers = [] if drawn else answers_of(state.book, state.page, one)
        state.count("prediction", self.argument)
        form_id = state.unique(f"predict-{one.example.rpartition('/')[2]}")
        block.set("id", form_id)
        state.asked[one.example] = form_id
        fields = SubElement(block, "fieldset")
        SubElement(fields, "legend").text = one.question
        self.words = words.table(state.language, "predict")
        choices = SubElement(fields, "ul", {"class": "xb-drawn"} if drawn else {})
        for figure in drawn:
            self._figure(choices, one, figure, state.to_site_root)
        for number in order(one, answers):
            self._choice(choices, one, answers[number], number)
        typed = "" if one.within is None else _typed(answers[0], one.within, self.words)
        SubElement(fields, "p").text = self.md.htmlStash.store(typed + _buttons(self.words))

    def _choice(self, parent: Element, one: Prediction, answer: Answer, number: int) -> None:
        item = SubElement(parent, "li", {} if number else {"class": "xb-answer"})
        label = item
        shown = one.choices[number].shown
        if one.within is None:
            # A formula names no control.
            label = _radio(item, number, shown.replace("$", "") if "$" in shown else "")
        else:
            item.set("data-number", f"{answer.number:.12g}")
        self._said(item, label, shown, one, number)

    def _figure(self, parent: Element, one: Prediction, figure: Drawn, to_site_root: str) -> None:
        """A figure in both palettes, each a file that is loaded when the question comes near the view.

        Its button is named by its description, which is there before the figure is.
        """
        item = SubElement(parent, "li", {} if figure.choice else {"class": "xb-answer"})
        label = _radio(item, figure.choice, f"{figure.letter}. {figure.alt}")
        self._said(item, label, figure.letter, one, figure.choice)
        size = found[1] if (found := SIZE.search(figure.svg)) else ""
        SubElement(label, "span").text = self.md.htmlStash.store(
            "".join(
                f'<img src="{to_site_root}{figure.address(scheme)}#only-{scheme}" {size} loading="lazy"'
                f' alt="{escape(figure.alt)}">'
                for scheme in SCHEMES
            )
        )

    def _said(self, item: Element, label: Element, shown: str, one: Prediction, number: int) -> None:
        SubElement(label, "b").text = shown
        if not number:
            SubElement(label, "small").text = self.words["answer"]
        SubElement(item, "span", {"class": "xb-reason"}).text = one.choices[number].reason


def _radio(item: Element, number: int, name: str = "") -> Element:
    """The label of a choice, with its button. name: what is read aloud for it, if not the label."""
    label = SubElement(item, "label")
    attributes = {"type": "radio", "name": "choice", "value": str(number), "required": "required"}
    SubElement(label, "input", attributes | ({"aria-label": name} if name else {}))
    return label


def order(one: Prediction, answers: list[Answer]) -> list[int]:
    """In which order the choices are shown: by their numbers, or else in one that does not give them away."""
    if all(answer.number is not None for answer in answers):
        return sorted(range(len(answers)), key=lambda number: answers[number].number or 0)
    texts = (one.right, *one.wrong)
    return sorted(range(len(answers)), key=lambda n: hashlib.sha256(texts[n].encode()).digest())


def folded(form_id: str, language: str) -> str:
    """What stands where an example's results are folded."""
    first = words.table(language, "predict")["first"]
    return f'<p class="xb-folded" data-search-exclude><a href="#{form_id}">{first}</a></p>'


def _typed(right: Answer, within: float, texts: Mapping[str, str]) -> str:
    return (
        f'<label class="xb-typed" data-search-exclude>{texts["number"]} '
        f'<input type="number" name="choice" step="any" required data-within="{within:g}">'
        f" {escape(right.unit)}</label>"
    )


def _buttons(texts: Mapping[str, str]) -> str:
    return (
        f'<div class="xb-ask" data-search-exclude><button>{texts["check"]}</button>'
        f'<button type="button">{texts["show"]}</button><small>{texts["kept"]}</small></div>'
        '<p class="xb-verdict" role="status"></p>'
    )
