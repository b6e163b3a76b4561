"""The block `/// claim | share[20] > share[0.5]`: a sentence, and with how many seeds it holds."""

from html import escape
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block, type_any

from execbook.claims import shown
from execbook.claims.evaluate import Evaluation, evaluated
from execbook.languages.wording import Wording
from execbook.sources.pages import Claim


class ClaimBlock(Block):
    """Its text is shown as any other, with a mark that opens. Its options are checked with the source."""

    NAME = "claim"
    ARGUMENT = True
    OPTIONS = {"example": (None, type_any), "vary": (None, type_any)}  # noqa: RUF012

    def on_markdown(self) -> str:
        return "block"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div", {"class": "xb-claim"})

    def on_end(self, block: Element) -> None:
        state = self.config["current"].state
        evaluation = None
        with state.placing(f"claim | {self.argument}"):
            if claim := self._claim(state.page.claims):
                evaluation = evaluated(state.book, state.page, claim)
        for element in block.iter():
            if element.text:
                element.text = shown.filled(element.text, evaluation)
        if evaluation:
            mark = html(evaluation, state.language, state.words)
            SubElement(block, "p").text = self.md.htmlStash.store(mark)
        state.count("claim", self.argument)

    def _claim(self, claims: list[Claim]) -> Claim | None:
        """The claim in the page's source with this relation and these options."""
        vary, example = self.options["vary"], self.options["example"]
        return next(
            (
                one
                for one in claims
                if one.relation == self.argument
                and one.example == (None if example is None else str(example))
                and one.vary == (vary or one.vary)
            ),
            None,
        )


def html(one: Evaluation, language: str, words: Wording) -> str:
    """The mark: how often the claim holds, and inside it the spread of the values."""
    head = "".join(f'<th scope="col">{word}</th>' for word in words.spread)
    body = "".join(
        f'<tr><th scope="row"><code>{escape(name, quote=False)}</code></th>'
        f"{''.join(f'<td>{number}</td>' for number in numbers)}</tr>"
        for name, *numbers in shown.rows(one)
    )
    table = f'<table class="xb-t"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>' if body else ""
    relation = escape(one.relation.text, quote=False)
    return (
        f'<details class="xb-held" data-search-exclude><summary>{shown.summary(one, language)}</summary>'
        f"<p><code>{relation}</code></p>{table}</details>"
    )
