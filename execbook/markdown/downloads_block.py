"""The block `/// downloads`: all bundles and the copy for reading offline, with their sizes."""

from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement

from pymdownx.blocks.block import Block

from execbook.markdown.tables import headed, row_of
from execbook.takeaway.bundles import FOLDER, OFFLINE_COPY, WHOLE


class DownloadsBlock(Block):
    """It takes neither argument nor text."""

    NAME = "downloads"
    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        self.state = self.config["current"].state
        book, words = self.state.book, self.state.words
        table, self.body = headed(parent, words.downloads)
        self._row(words.whole_book, f"{FOLDER}/{WHOLE}.zip")
        shown = {snippet.part for snippet in book.snippets.values()}
        for part in book.parts(self.state.language):
            if part.name in shown:
                self._row(part.title, f"{FOLDER}/{part.name}.zip")
        self._row(words.offline, OFFLINE_COPY).set("class", "xb-online")
        return table

    def _row(self, title: str, file: str) -> Element:
        row = row_of(self.body, title)
        # Stashed: MkDocs would look for the link's target among the pages.
        link = f'<a href="{self.state.to_site_root}{file}" download>{PurePosixPath(file).name}</a>'
        cell = SubElement(row, "td")
        cell.text = f"{self.md.htmlStash.store(link)} ("
        SubElement(cell, "span", {"data-size": file}).tail = ")"
        return row
