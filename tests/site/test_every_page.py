"""Every page of the real site, loaded once and asked everything: see questions.py."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests import LANGUAGES
from tests.site import delivery, firefox, questions, walk
from tests.site.browser import find_browser, find_firefox
from tests.site.conftest import served
from tests.site.delivery import file_of
from tests.site.visit import PHONE, Visitor


@pytest.fixture(scope="module")
def problems(real_site: Path, host: str) -> dict[str, walk.Problems]:
    path = find_browser()
    assert path is not None, "these tests need a browser: run `make browser`"
    return walk.walk(real_site, host, path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", [question.__name__ for question in questions.ALL])
def test_every_page(problems, language, question):
    assert not problems[language][question], "\n" + "\n".join(problems[language][question])


def in_firefox(host: str, pages: Sequence[str]) -> dict[str, list[str]]:
    """What Firefox says of pages, by page."""
    path = find_firefox()
    assert path is not None, (
        "these tests need Firefox: run `make browsers`, or set FIREFOX to the path of one"
    )
    return firefox.complaints(path, host, pages)


def test_every_page_in_firefox(real_site, host):
    pages = [page for language in LANGUAGES for page in walk.addresses(real_site, language)]
    found = in_firefox(host, pages)
    assert list(found) == pages
    whole = {page for page in pages if has_whole_formulas(file_of(real_site, page))}
    said = {
        page: [one for one in said if page not in whole or UNFINISHED not in one]
        for page, said in found.items()
    }
    assert not {page: one for page, one in said.items() if one}


UNFINISHED = "Invalid markup: Incorrect number of children for <mun"
"""What Firefox says of a formula whose end has not arrived yet, if it lays out the page that early."""


def has_whole_formulas(page: Path) -> bool:
    """Whether every sum and integral of a page has its base and its limits."""
    found = BeautifulSoup(page.read_text("utf-8"), "html.parser").select("munder, mover, munderover")
    return all(len(one.find_all(recursive=False)) == 2 + (one.name == "munderover") for one in found)


PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; img-src data:">
<link rel="icon" href="data:,"><title>A page</title>{}</head></html>"""

SCRIPTS = {
    "said.js": "console.warn('slow')",
    "thrown.js": "throw new Error('broken')",
}

COMPLAINTS = {
    "link": ('<link rel="next" href="a.html">', "violates default-src"),
    "style": ("<style>p { color: red }</style>", "violates style-src"),
    "script": ("<script>document.title = ''</script>", "violates script-src"),
    "answer": ('<script src="nothing.js"></script>', "404 "),
    "said": ('<script src="said.js"></script>', "slow"),
    "thrown": ('<script src="thrown.js"></script>', "broken"),
}
"""What is in the head of a page, and what is said of it."""


def test_firefox_finds_problems(tmp_path):
    (tmp_path / "404.html").write_text("lost")
    for name, script in SCRIPTS.items():
        (tmp_path / name).write_text(script)
    for name, (head, _) in {**COMPLAINTS, "good": ("", "")}.items():
        (tmp_path / f"{name}.html").write_text(PAGE.format(head))
    with served(tmp_path) as host:
        found = in_firefox(host, [f"{name}.html" for name in (*COMPLAINTS, "good")])
    assert found.pop("good.html") == []
    for name, (_, wanted) in COMPLAINTS.items():
        assert any(wanted in one for one in found[f"{name}.html"]), (name, found)


def test_the_walk_misses_no_page(real_site):
    for language in LANGUAGES:
        pages = walk.addresses(real_site, language)
        assert len(pages) > 80
        assert {f"{language}/", f"{language}/training/lab/", f"{language}/tags/"} <= set(pages)


DAMAGE = {
    delivery.stays_in_place: "document.querySelector('main').style.marginTop = '300px'",
    delivery.is_light: "fetch('/ko/search/search_index.json')",
    delivery.makes_few_requests: "for (let n = 0; n < 9; n++) fetch('?' + n)",
    delivery.keeps_to_its_policy: "document.querySelector('h1').setAttribute('style', 'color: red')",
    questions.asks_no_other_host: "new Image().src = 'http://127.0.0.2:9/picture.png'",
    questions.leads_to_its_sibling: "document.querySelector('a.xb-language').href = '/en/'",
    questions.fits_the_screen: "document.querySelector('h1').style.width = '1400px'",
    questions.names_what_scrolls: "document.querySelectorAll('[role=group]').forEach(e => e.tabIndex = -1)",
    questions.stops_only_where_something_scrolls: (
        "Object.assign(document.querySelector('article p'), { tabIndex: 0, role: 'group' })"
    ),
    questions.names_each_file_whole: (
        "Object.assign(document.querySelector('.xb-name').style, { whiteSpace: 'nowrap', maxWidth: '9px' })"
    ),
    questions.keeps_particles_at_their_words: (
        "document.querySelector('article p').innerHTML = '<code>a</code><br>가'"
        "; document.querySelector('article p code').nextSibling.remove()"
        "; Object.assign(document.querySelector('article p code').style, { display: 'block' })"
    ),
    questions.covers_no_code: (
        "document.querySelectorAll('.md-code__nav').forEach(e => Object.assign(e.style, { top: '9rem' }))"
    ),
    questions.shows_what_scrolls: (
        "document.querySelectorAll('.xb-svg').forEach(e => e.style.background = 'none')"
    ),
    questions.has_curly_quotes: "document.querySelector('h1').textContent = \"Iris' petals\"",
    questions.is_accessible: "document.querySelector('h1').innerHTML = '<button></button>'",
    questions.is_accessible_in_this_palette: "document.querySelector('h1').style.color = '#444'",
    questions.has_enough_contrast: "document.querySelector('h1').style.color = 'color(srgb .1 .1 .1 / .2)'",
    questions.copies_whole_files: "document.querySelector('[data-copy]').dataset.copy = 'print()'",
    questions.follows_the_palette: "document.body.dataset.mdColorScheme = 'default'",
    questions.is_quiet: "console.warn('slow'); fetch('nothing.json')",
}
"""Changes that break a good page, one for each question, so that each is known to find problems."""


def test_every_question_finds_a_problem(real_site, host, open_context):
    assert set(DAMAGE) == set(questions.ALL)
    context = open_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor = Visitor(context.new_page(), host, real_site)
    for question, damage in DAMAGE.items():
        visit = visitor.go("ko/activations/relu/")
        visit.open_all_details()
        visit.look("dark", PHONE)
        assert list(question(visit)) == [], question.__name__
        visit.page.evaluate(damage)
        for _ in range(100):  # the browser may report it a moment later
            visit.page.wait_for_timeout(20)
            if found := list(question(visit)):
                break
        assert found, question.__name__
