"""The block `/// versions`: with which versions of packages the examples give what is recorded."""

from html import escape
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from execbook.book import Book
from execbook.languages.wording import WORDINGS
from execbook.markdown.glossary_block import source_link
from execbook.markdown.tables import headed, row_of
from execbook.versions import environments, outcomes
from execbook.versions.environments import Environment
from execbook.versions.outcomes import Outcome

LONGEST = 120
"""Characters of an error's message that are shown."""
UNSEARCHED = {"data-search-exclude": ""}


class VersionsBlock(Block):
    """It takes neither argument nor text: a table of the environments, and a list of what differs there.

    A list, as a phone has no room for more than one column of messages.
    """

    NAME = "versions"
    ARGUMENT = False

    def on_create(self, parent: Element) -> Element:
        self.state = self.config["current"].state
        book = self.state.book
        self.environments = book.once(environments.load)
        self.known = book.once_of(outcomes.known)
        place = SubElement(parent, "div", {"class": "xb-versions"})
        _, body = headed(place, self.state.words.environments, UNSEARCHED)
        for environment in self.environments:
            self._environment(body, environment)
        differing = {
            name: found
            for name, found in self.known.items()
            if any(tells(one, found.get(one.name, Outcome())) for one in self.environments)
        }
        if differing:
            examples = SubElement(place, "dl", UNSEARCHED)
            for name in sorted(differing):
                self._example(examples, name, differing[name])
        return place

    def _environment(self, body: Element, environment: Environment) -> None:
        names = self.state.book.project.settings.package_names
        found = {"python": environment.python, **environment.packages}
        shown = ", ".join(f"{title} {found[name]}" for name, title in names.items() if name in found)
        here = [one[environment.name] for one in self.known.values() if environment.name in one]
        held = self.state.words.held.format(held=sum(one.holds for one in here), total=len(here))
        row_of(body, environment.title[self.state.language], shown, held)

    def _example(self, examples: Element, name: str, found: dict[str, Outcome]) -> None:
        state = self.state
        page = next((p for p in state.book.pages[state.language].values() if name in p.shown_ids), None)
        term = SubElement(examples, "dt")
        link = {"href": source_link(state.page.key, page.key)} if page else {}
        SubElement(SubElement(term, "a" if page else "span", link), "code").text = AtomicString(name)
        for environment in self.environments:
            outcome = found.get(environment.name, Outcome())
            if tells(environment, outcome):
                title = environment.title[state.language]
                text = self.md.htmlStash.store(difference(outcome, state.language))
                SubElement(examples, "dd").text = f"{title}: {text}"


def tells(environment: Environment, outcome: Outcome) -> bool:
    """Whether a list names it. Before a release numbers may still change: there it names only what fails."""
    return bool(outcome.error) if environment.ahead else not outcome.holds


def difference(outcome: Outcome, language: str) -> str:
    """What differs, as HTML."""
    words = WORDINGS[language]
    if outcome.needs:
        return escape(words.needs.format(outcome.needs), quote=False)
    if outcome.error:
        text = " ".join(outcome.error.split())
        text = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
        return words.ends.format(f"<code>{escape(text, quote=False)}</code>")
    kind, _, name = outcome.place.partition(" ")
    place = words.printed.format(name) if kind == "output" else words.recorded.format(f"<code>{name}</code>")
    was, now = (f"<code>{escape(text, quote=False)}</code>" for text in (outcome.was, outcome.now))
    more = f", {words.and_more.format(outcome.more)}" if outcome.more else ""
    return f"{place} {was} → {now}{more}"


def remark(book: Book, example_id: str, language: str, to_site_root: str) -> str:
    """What stands below an example that differs with a released version, as HTML; empty for others."""
    found = book.once_of(outcomes.known).get(example_id, {})
    released = (one for one in book.once(environments.load) if not one.ahead)
    failing = [one for one in released if one.name in found and not found[one.name].holds]
    if not failing:
        return ""
    words = WORDINGS[language]
    needs = next((found[one.name].needs for one in failing if found[one.name].needs), "")
    titles = ", ".join(one.title[language] for one in failing)
    text = escape(words.needs.format(needs) if needs else words.differs.format(titles), quote=False)
    page = book.once_of(_page)
    return f'<a href="{to_site_root}{language}/{page}/">{text}</a>' if page else text


def _page(book: Book) -> str:
    """The key of the page with this block; empty if there is none."""
    pages = book.pages[book.project.languages[0]].values()
    return next((one.key for one in pages if any(block.name == "versions" for block in one.blocks)), "")
