"""The block `/// example | activations/relu`."""

from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block, type_any

from execbook.baseline import tolerances
from execbook.book import turned
from execbook.browser import offers
from execbook.figures.shown import table
from execbook.markdown import example_html, figure_html, frames, knob_html, predict_block, versions_block
from execbook.markdown.state import Current


class ExampleBlock(Block):
    """Shows one example. Its options are checked with the page's source, so any type is accepted here."""

    NAME = "example"
    ARGUMENT = True
    OPTIONS = dict.fromkeys(("region", "show", "times", "conditions"), (None, type_any))

    def on_markdown(self) -> str:
        return "inline"

    def on_create(self, parent: Element) -> Element:
        section = SubElement(parent, "section", {"class": "xb-example", "data-example": self.argument})
        self.caption = SubElement(section, "div")
        return section

    def on_add(self, block: Element) -> Element:
        """The block's text is collected in an element that `on_end` removes."""
        return self.caption

    def on_end(self, block: Element) -> None:
        current: Current = self.config["current"]
        self.state = current.state
        block.remove(self.caption)
        region = None if self.options["region"] is None else str(self.options["region"])
        show = self.options["show"]
        show = None if show is None else tuple([show] if isinstance(show, str) else show)
        with self.state.placing(self.argument):
            self.run, parts = self.state.run(self.argument, region, show)
            captions = self.state.captions(self.run, parts, self.caption.text or "")
        record, words = self.run.record, self.state.words
        snippet = self.state.book.shown(self.argument, self.state.language)
        section_id = self.state.unique(f"example-{snippet.path.stem}")
        block.set("id", section_id)
        block.set("aria-label", words.example.format(snippet.filename))
        self._raw(block, example_html.bar(snippet, region, section_id, self.state.to_site_root, words))
        if "code" in parts:
            self._raw(block, example_html.code(self.md, snippet, region))
            self._offer(block)
        asked = "" if parts == ("code",) else self.state.asked.pop(self.argument, "")
        if asked:
            block.set("data-asked", asked)
            self._raw(block, predict_block.folded(asked, self.state.language))
        self._knob(block, region, parts)
        if "output" in parts:
            tolerance = self.state.book.once(tolerances.load).of_output(snippet.id)
            times = self.state.book.times.get(snippet.id, ())
            self._raw(block, example_html.output(record.output, words, tolerance, times))
        for number, caption in enumerate(captions):
            self._figure(block, number, caption)
        line = frames.meta(self.state.book, record, self.state.language)
        if reason := self.state.book.once(offers.load).reasons.get(snippet.id):
            line += f" · {words.not_here.format(reason[self.state.language])}"
        remark = versions_block.remark(
            self.state.book, snippet.id, self.state.language, self.state.to_site_root
        )
        self._raw(block, example_html.meta(line, remark))
        self.state.count("example", self.argument)

    def _offer(self, block: Element) -> None:
        """What a script makes the example run with in the reader's browser, if it can run there."""
        found = self.state.book.once(offers.load)
        offer = found.example(self.argument, self.run.record.key)
        if offer:
            block.attrib.update(
                found.attributes(offer, self.state.published_to_site_root, self.state.language)
            )
            self._raw(block, example_html.run_button(offer.bytes, self.state.words))

    def _knob(self, block: Element, region: str | None, parts: tuple[str, ...]) -> None:
        """The control of what moves in the example, if something does."""
        page = self.state.page
        with self.state.placing(self.argument):
            found = frames.frames(self.state.book, page, self.argument, region, parts, self.md)
        if found:
            section_id = block.get("id", "")
            name = f"{self.state.language}/{page.key}/{section_id.removeprefix('example-')}"
            values = turned.values_of(self.state.book, self.argument)
            html = knob_html.control(name, values, section_id, self.state.words, frames.packed(found))
            self._raw(block, html)

    def _figure(self, block: Element, number: int, caption: str) -> None:
        snippet = self.run.snippet
        plain = f"figure-{snippet.path.stem}-{number + 1}"
        figure = SubElement(block, "figure", {"class": "xb-figure", "id": self.state.unique(plain)})
        book, language = self.state.book, self.state.language
        svg = book.svg(snippet.id, number, language)
        self._raw(figure, figure_html.drawing(svg, figure.get("id", "").removeprefix(plain)))
        if caption:
            # Markdown's inline patterns are applied to it later.
            SubElement(figure, "figcaption").text = caption
        folder = f"{self.state.to_site_root}figures/{snippet.id}/"
        file = self.run.record.figures[number].files[language].removesuffix(".svg")
        with self.state.placing(self.argument):
            tables, more = table.tables(book, snippet.id, number, language)
        original = self._as_drawn(number, svg)
        self._raw(
            figure,
            figure_html.actions(
                folder + file, self.state.words, tables, more, original and folder + original
            ),
        )

    def _as_drawn(self, number: int, svg: str) -> str:
        """The file of a figure with the labels that the code gives it, if they differ from those of `svg`."""
        book, snippet = self.state.book, self.run.snippet
        for language in book.project.languages:
            if not book.project.labels(language).is_file():
                if figure_html.letters(book.svg(snippet.id, number, language)) != figure_html.letters(svg):
                    return self.run.record.figures[number].files[language]
                break
        return ""

    def _raw(self, parent: Element, html: str) -> None:
        """Add rendered HTML. Markdown replaces the paragraph around it."""
        SubElement(parent, "p").text = self.md.htmlStash.store(html)
