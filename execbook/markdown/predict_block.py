"""The block `/// predict | How many units are dead?`: a question before an example shows what it left."""

import hashlib
from collections.abc import Mapping
from html import escape
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block, type_any

from execbook import words
from execbook.claims.predictions import Answer, answers_of
from execbook.markdown.state import Current
from execbook.sources.pages import Prediction


class PredictBlock(Block):
    """A form that a script makes work. Without the script it is text: question, choices and their reasons.

    Its options and its choices are checked with the source, from which it is made.
    """

    NAME = "predict"
    ARGUMENT = True
    OPTIONS = dict.fromkeys(("example", "right", "wrong", "within"), (None, type_any))

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
            answers = answers_of(state.book, state.page, one)
        state.count("prediction", self.argument)
        form_id = state.unique(f"predict-{one.example.rpartition('/')[2]}")
        block.set("id", form_id)
        state.asked[one.example] = form_id
        fields = SubElement(block, "fieldset")
        SubElement(fields, "legend").text = one.question
        self.words = words.table(state.language, "predict")
        choices = SubElement(fields, "ul")
        for number in order(one, answers):
            self._choice(choices, one, answers[number], number)
        typed = "" if one.within is None else _typed(answers[0], one.within, self.words)
        SubElement(fields, "p").text = self.md.htmlStash.store(typed + _buttons(self.words))

    def _choice(self, parent: Element, one: Prediction, answer: Answer, number: int) -> None:
        item = SubElement(parent, "li", {} if number else {"class": "xb-answer"})
        label = item
        if one.within is None:
            label = SubElement(item, "label")
            attributes = {"type": "radio", "name": "choice", "value": str(number), "required": "required"}
            if "$" in one.choices[number].shown:  # a formula names no control
                attributes["aria-label"] = one.choices[number].shown.replace("$", "")
            SubElement(label, "input", attributes)
        else:
            item.set("data-number", f"{answer.number:.12g}")
        SubElement(label, "b").text = one.choices[number].shown
        if not number:
            SubElement(label, "small").text = self.words["answer"]
        SubElement(item, "span", {"class": "xb-reason"}).text = one.choices[number].reason


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
