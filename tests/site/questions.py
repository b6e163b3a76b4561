"""Checks of every page of the site. Each returns the page's problems as sentences."""

from collections.abc import Callable, Iterable

from execbook.book import Book
from execbook.project import Project
from tests import ROOT
from tests.site import axe, contrast, delivery
from tests.site.visit import DESKTOP, PHONE, Visit

Question = Callable[[Visit], Iterable[str]]
BOOK = Book(Project(ROOT))
OTHER = {"ko": "en", "en": "ko"}

WIDER_THAN_THE_SCREEN = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 5).map(e => `${e.tagName}.${e.className}`)"""

SCROLLS_UNNAMED = """() => [...document.querySelectorAll("article *")]
  .filter(e => e.scrollWidth > e.clientWidth + 1 && e.checkVisibility()
    && ["auto", "scroll"].includes(getComputedStyle(e).overflowX) && (e.tabIndex !== 0 || !e.ariaLabel))
  .map(e => `${e.tagName}.${e.className}`)"""

STOPS_IN_VAIN = """() => [...document.querySelectorAll("article [role=group][tabindex='0']")]
  .filter(e => e.checkVisibility() && e.scrollWidth <= e.clientWidth)
  .map(e => `${e.tagName}.${e.className}`)"""

NAMES_CUT_OFF = """() => [...document.querySelectorAll(".xb-name")]
  .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent)"""

TORN = """() => {
  const torn = [];
  for (const e of document.querySelectorAll("article :is(:not(pre) > code, kbd, math, data)")) {
    let next = e.nextSibling;
    for (let up = e; !next && up.parentElement.matches("a, em, strong, span"); next = up.nextSibling)
      up = up.parentElement;
    const text = next?.nodeType === Node.TEXT_NODE ? next.data.replace(/^\\u2060/, "") : "";
    if (!/^[가-힣]/.test(text) || !e.checkVisibility()) continue;
    const range = document.createRange();
    const at = next.data.length - text.length;
    range.setStart(next, at);
    range.setEnd(next, at + 1);
    const end = [...e.getClientRects()].pop();
    if (end && range.getBoundingClientRect().top >= end.bottom)
      torn.push(`${e.textContent}|${text.slice(0, 8)}`);
  }
  return torn;
}"""

COVERED = """() => [...document.querySelectorAll(".md-code__nav")].filter(nav => {
    const [a, b] = [nav, nav.parentElement.querySelector("code")].map(e => e.getBoundingClientRect());
    const [wide, high] = [["left", "right"], ["top", "bottom"]].map(([from, to]) =>
      Math.min(a[to], b[to]) - Math.max(a[from], b[from]));
    return a.width && b.width && wide > 1 && high > 1;
  }).map(nav => nav.parentElement.textContent.trim().slice(0, 40))"""

UNSHADED = """() => [...document.querySelectorAll(".md-typeset__scrollwrap, .xb-svg, .xb-math")]
  .filter(box => {
    if (!box.checkVisibility()) return false;
    const shaded = getComputedStyle(box).backgroundImage !== "none";
    const covers = e => !["rgba(0, 0, 0, 0)", "transparent"].includes(getComputedStyle(e).backgroundColor);
    const scrolls = box.scrollWidth > box.clientWidth;
    return scrolls !== shaded || (scrolls && [...box.querySelectorAll("div, table")].some(covers));
  }).map(box => `${box.className} ${box.textContent.trim().slice(0, 40)}`)"""

STRAIGHT = """() => {
  const found = [];
  const article = document.querySelector("article") ?? document.body;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const others = "pre, code, kbd, samp, data, math, svg, script, template, .xb-explorer, .xb-bar, .xb-parts";
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/["']/.test(node.data) && !node.parentElement.closest(others))
      found.push(node.data.trim().slice(0, 60));
  return found;
}"""

COPIES = """async () => {
  const copies = [];
  const clipboard = navigator.clipboard;
  for (const example of document.querySelectorAll("[data-example]:has([data-md-type=copy])")) {
    await clipboard.writeText("nothing");
    example.querySelector("[data-md-type=copy]").click();
    let text = "nothing";
    for (let n = 0; n < 200 && text === "nothing"; n++) {
      text = await clipboard.readText();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    copies.push([example.dataset.example, text]);
  }
  return copies;
}"""


def is_quiet(visit: Visit) -> Iterable[str]:
    """No warning, error, exception or failed request. Asked last, when all else has been done to the page."""
    yield from visit.said
    yield from (f"{answer.status} {answer.url}" for answer in visit.responses if answer.status >= 400)


def asks_no_other_host(visit: Visit) -> Iterable[str]:
    for request in visit.requests:
        if not request.url.startswith((visit.host, "data:", "blob:")):
            yield f"asked for {request.url}"


def leads_to_its_sibling(visit: Visit) -> Iterable[str]:
    """The switch names the same page of the other language; that it exists is checked by its own visit."""
    wanted = visit.host + OTHER[visit.language] + visit.address[2:].replace("404.html", "")
    found = visit.page.eval_on_selector("a.xb-language", "link => link.href")
    if found != wanted:
        yield f"its language switch leads to {found}"


def fits_the_screen(visit: Visit) -> Iterable[str]:
    if wide := visit.page.evaluate(WIDER_THAN_THE_SCREEN):
        yield f"is wider than a screen of {visit.page.viewport_size['width']} pixels because of {wide}"


def names_each_file_whole(visit: Visit) -> Iterable[str]:
    """Above the code of an example, where buttons compete for the room."""
    for name in visit.page.evaluate(NAMES_CUT_OFF):
        yield f"cuts off the name {name}"


def names_what_scrolls(visit: Visit) -> Iterable[str]:
    """What scrolls sideways can be reached by keyboard and has a name."""
    for box in visit.page.evaluate(SCROLLS_UNNAMED):
        yield f"scrolls sideways, but has no name or is out of the keyboard's reach: {box}"


def stops_only_where_something_scrolls(visit: Visit) -> Iterable[str]:
    """Who goes by keyboard is not held up by boxes that are shown whole."""
    for box in visit.page.evaluate(STOPS_IN_VAIN):
        yield f"holds the keyboard up at a box that does not scroll: {box}"


def keeps_particles_at_their_words(visit: Visit) -> Iterable[str]:
    """No line of Korean begins with a particle that belongs to the code or formula before it."""
    for place in visit.page.evaluate(TORN):
        yield f"tears {place}"


def covers_no_code(visit: Visit) -> Iterable[str]:
    """The button that copies has a place of its own."""
    for code in visit.page.evaluate(COVERED):
        yield f"has a button upon the code {code!r}"


def shows_what_scrolls(visit: Visit) -> Iterable[str]:
    """A shadow at the edge says that a table, figure or formula goes on; what is shown whole has none."""
    for box in visit.page.evaluate(UNSHADED):
        yield f"does not show whether it scrolls: {box}"


def has_curly_quotes(visit: Visit) -> Iterable[str]:
    for text in visit.page.evaluate(STRAIGHT):
        yield f"has straight quotation marks in {text!r}"


def follows_the_palette(visit: Visit) -> Iterable[str]:
    scheme = visit.page.evaluate("document.body.dataset.mdColorScheme")
    if scheme != "slate":
        yield f"is shown in {scheme} where the device asks for dark"


def is_accessible(visit: Visit) -> Iterable[str]:
    """No violation found by axe-core. Figures are left to tests of their own: they are images to it."""
    return axe.violations(visit.page, without=(".xb-svg",))


def is_accessible_in_this_palette(visit: Visit) -> Iterable[str]:
    """What can differ after `is_accessible` in another palette."""
    return axe.violations(visit.page, axe.ABOUT_COLOUR, without=(".xb-svg",))


def has_enough_contrast(visit: Visit) -> Iterable[str]:
    return contrast.faint(visit.page)


def copies_whole_files(visit: Visit) -> Iterable[str]:
    """Each example's copy button takes the whole file, whatever part of it is shown."""
    for element_id, text in visit.page.evaluate(COPIES):
        if text.strip() != BOOK.shown(element_id, visit.language).source.strip():
            yield f"copying {element_id} gives {text[:60]!r}"


AS_LOADED: tuple[Question, ...] = (
    *(delivery.is_light, delivery.makes_few_requests),
    *(asks_no_other_host, leads_to_its_sibling, delivery.stays_in_place),
)
"""Asked right after loading, at phone width in the light palette, before anything is touched."""

SHOWN: tuple[tuple[str, dict[str, int], tuple[Question, ...]], ...] = (
    (
        "light",
        PHONE,
        (fits_the_screen, names_what_scrolls, names_each_file_whole, keeps_particles_at_their_words),
    ),
    (
        "light",
        DESKTOP,
        (
            fits_the_screen,
            is_accessible,
            has_enough_contrast,
            copies_whole_files,
            covers_no_code,
            has_curly_quotes,
        ),
    ),
    (
        "dark",
        DESKTOP,
        (follows_the_palette, fits_the_screen, is_accessible_in_this_palette, has_enough_contrast),
    ),
    (
        "dark",
        PHONE,
        (fits_the_screen, stops_only_where_something_scrolls, shows_what_scrolls, covers_no_code),
    ),
)
"""Asked in turn with all details open, in a palette and at a width."""

AT_LAST: tuple[Question, ...] = (delivery.keeps_to_its_policy, is_quiet)

ALL: tuple[Question, ...] = tuple(
    dict.fromkeys((*AS_LOADED, *(question for *_, asked in SHOWN for question in asked), *AT_LAST))
)
