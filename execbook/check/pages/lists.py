"""Lists and tables in a form that Markdown shows as plain text, numbers anew, or cuts off.

Python-Markdown differs from what editors and GitHub show: a list or table needs an empty line before it, an
inner list four spaces, and an ordered list always counts from 1.
"""

import re
from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page

PAGES = "docs/*/part/halving.md"

QUOTE = re.compile(r"(?: {0,3}> ?)+")
ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d+\.)[ ](?P<rest>.*)")
RULER = re.compile(r" *([-*_])(?: *\1){2,} *")
ITEM_IN_ITEM = re.compile(r"[-*+](?: |$)|\d+\.(?!\d)")
NOTE = re.compile(r"\[\^[^\]]+\]:")
DASHES = re.compile(r" *\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *|(?: *:?-+:? *\|)+ *:?-+:? *")
BAR = re.compile(r"(?<!\\)\|")
INDENT = 4


@rule(
    "list-after-text",
    "An empty line separates a list from the text before it.",
    Break(PAGES, "\n[1]", "\nText\n- one\n- two\n\n[1]"),
)
@rule(
    "list-indent",
    "What belongs to a list item is indented by four spaces for each level.",
    Break(PAGES, "\n[1]", "\n- one\n  - two\n\n[1]"),
)
@rule(
    "list-number",
    "Ordered lists count from 1, one by one: Markdown numbers them itself.",
    Break(PAGES, "\n[1]", "\n2024. 1. 9.\n\n[1]"),
)
@rule(
    "list-mixed",
    "The items of a list are all numbered, or none is.",
    Break(PAGES, "\n[1]", "\n- one\n\n1. two\n\n[1]"),
)
@rule(
    "table-form",
    "A table has an empty line around it, a row of dashes, and as many cells in each row.",
    Break(PAGES, "\n[1]", "\nText\n| a | b |\n|---|---|\n| c | d |\n\n[1]"),
)
def lists(book: Book) -> Iterator[Problem]:
    for page in book.all_pages():
        reader = Reader(page)
        reader.read()
        yield from reader.problems


class Reader:
    """Reads the lines of a page; `problems` are those found."""

    def __init__(self, page: Page):
        self.page = page
        self.problems: list[Problem] = []
        self.open: dict[int, tuple[str, int]] | None = (
            None  # kind and number of the last item, by indentation
        )
        self.chunk: list[tuple[int, str]] = []  # lines of one paragraph or table
        ends = {heading.line for heading in page.headings}
        ends |= {line + 1 for line in ends if not page.uncoded.line(line).startswith("#")}  # underlined ones
        for block in page.blocks:
            ends |= {block.line, block.last}
        self.ends = ends

    def read(self) -> None:
        """Read all lines, once."""
        depth = 0
        for number in range(1, self.page.plain.count + 1):
            line = self.page.plain.line(number)
            quote = QUOTE.match(line)
            line = line[quote.end() :] if quote else line
            if number in self.ends or (quote[0].count(">") if quote else 0) != depth:
                self._end_chunk()
                self.open = None
            depth = quote[0].count(">") if quote else 0
            if number in self.ends or not line.strip():
                self._end_chunk()
            else:
                self._line(number, line)
        self._end_chunk()

    def _line(self, number: int, line: str) -> None:
        item = None if RULER.fullmatch(line) else ITEM.fullmatch(line)
        starts = not self.chunk
        if item and self._is_text(item):
            item = None
        if item:
            if self.chunk and self.open is None:
                message = "is a list right after a line of text, so its marks would be shown as text"
                self._add(number, message, "put an empty line before it", "list-after-text")
            self._end_chunk()
            self._item(number, item)
            return
        if NOTE.match(line):
            self._end_chunk()
            self.open = {0: ("[", 0)}
            return
        if self.open is not None and starts:
            indent = len(line) - len(line.lstrip())
            if not indent:
                self.open = None
            elif indent % INDENT:
                self._indent(number, indent)
        if self.open is not None and not starts and self.chunk[0][0] == 0:
            return  # a further line of an item
        self.chunk.append((number, line))

    def _is_text(self, item: re.Match[str]) -> bool:
        """Whether the line goes on with a paragraph, in which a number is text: `… in\n2019. Then …`."""
        return bool(self.chunk) and self.open is None and item["mark"][0].isdigit() and item["mark"] != "1."

    def _item(self, number: int, item: re.Match[str]) -> None:
        indent, mark = len(item["indent"]), item["mark"]
        numbered = mark[0].isdigit()
        value = int(mark[:-1]) if numbered else 0
        if self.open is None:
            self.open = {}
            indent = 0 if indent < INDENT else indent
        levels = self.open
        if indent % INDENT or (levels and indent > max(levels) + INDENT):
            self._indent(number, indent)
        for deeper in [one for one in levels if one > indent]:
            del levels[deeper]
        kind = "1" if numbered else "-"
        if indent in levels and levels[indent][0] not in (kind, "["):
            message = "goes on with a list of the other kind, which Markdown would make one list"
            cure = "number all items or none, or put a sentence between the two lists"
            self._add(number, message, cure, "list-mixed")
        last = levels[indent][1] if indent in levels and levels[indent][0] == kind else 0
        if numbered and value not in ((1,) if not last else (last + 1, 1)):
            self._add(
                number,
                f"begins with {mark}, which Markdown takes for an ordered list and replaces by {last + 1}.",
                f"write {mark[:-1]}\\. if it is text, such as a date; number a list from 1, one by one",
                "list-number",
            )
        elif ITEM_IN_ITEM.match(item["rest"].lstrip()):
            message = "begins a list within a list, as Markdown takes both this mark and the next for one"
            cure = "write \\. or \\- if it is text, such as a date; put an inner list on lines of its own"
            self._add(number, message, cure, "list-number")
        levels[indent] = (kind, value)
        self.chunk = [(0, "")]  # so that the next line goes on with the item

    def _indent(self, number: int, indent: int) -> None:
        message = f"is indented by {indent} space{'s' * (indent != 1)}, which is no level of a list"
        cure = "indent what belongs to an item by four spaces, and by four more for each further level"
        self._add(number, message, cure, "list-indent")

    def _end_chunk(self) -> None:
        lines = [one for one in self.chunk if one[0]]
        self.chunk = []
        dashes = [at for at, (_, line) in enumerate(lines) if "|" in line and DASHES.fullmatch(line)]
        if not dashes:
            for number, line in lines:
                if re.fullmatch(r" *\|.*\| *", line):
                    message = "is a row of a table that has no row of dashes"
                    self._table(number, message, "write |---|---| below the head")
                    break
            return
        head = dashes[0] - 1
        if head < 0:
            message = "is a table without a head"
            self._table(lines[0][0], message, "write a row with the columns' names above the dashes")
            return
        if head > 0:
            message = "is a table right after a line of text, so its bars would be shown as text"
            self._table(lines[head][0], message, "put an empty line before it")
            return
        rows = range(lines[0][0], lines[-1][0] + 1)
        for formula in self.page.formulas:
            if formula.line in rows and "\\|" in formula.latex:
                message = f"has the formula ${formula.latex}$ in a table, where \\| could be a bar or a norm"
                self._table(formula.line, message, "write | or \\mid for a bar, and \\Vert for a norm")
        width = _cells(lines[0][1])
        for at, (number, line) in enumerate(lines):
            cells = _cells(line)
            if at > 1 and not BAR.search(line):
                message = "is text right after a table, of which it would be a row"
                self._table(number, message, "put an empty line before it")
            elif (at == 1 and cells != width) or cells > width:
                cure = "write as many cells in each row, and \\| for a bar that is text"
                self._table(number, f"has {cells} cells in a table of {width} columns", cure)

    def _table(self, number: int, message: str, cure: str) -> None:
        self._add(number, message, cure, "table-form")

    def _add(self, number: int, message: str, cure: str, name: str) -> None:
        self.problems.append(Problem(self.page.name, number, message, cure, name))


def _cells(line: str) -> int:
    """The number of cells of a row."""
    text = line.strip()
    inner = text.removeprefix("|")
    if BAR.search(inner[-1:]) and not inner.endswith("\\|"):
        inner = inner[:-1]
    return len(BAR.findall(inner)) + 1
