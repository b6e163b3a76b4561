"""Rules for each built page: its language, its alternates, its ids, and nothing left unrendered."""

import re
from collections.abc import Iterator

from execbook.built.html import BuiltPage
from execbook.built.site import Site, built_file
from execbook.check.rules import Break, site_rule
from execbook.generator.material import SEARCH_INDEX
from execbook.problems import Problem

PAGE = "site/en/part/halving/index.html"

OTHER_FILES = (
    "index.html",
    "404.html",
    "examples.json",
    "build.json",
    "downloads/SHA256SUMS",
    "downloads/book.zip",
)
OTHER_FILES_OF_LANGUAGE = ("404.html", SEARCH_INDEX)
"""Files that a site, and a language, has beside its pages."""

LEFTOVERS = {
    "a bound value": re.compile(r"\{\{"),
    "a block marker": re.compile(r"(?:^|\n)\s*/{3,}"),
    "an include marker": re.compile(r"-+8<-+"),
    "a formula": re.compile(
        r"\$\$|\$[^\s$](?:[^$\n]*[^\s$])?\$(?!\w)|\\[()\[\]]|\\(?:begin|frac|text|sum)\b"
    ),
}
MIN_CHARACTERS = 20


@site_rule("not-built", "Everything that a site consists of has been built.")
@site_rule("canonical", "A page has a canonical address.", Break(PAGE, 'rel="canonical"', 'rel="author"'))
@site_rule(
    "hreflang",
    "A page has the addresses of the same page in every language, if there are several.",
    Break(PAGE, 'hreflang="ko"', 'hreflang="fr"'),
    house=True,
)
@site_rule(
    "empty-page",
    "Every page has content.",
    Break("site/en/index.html", "What this book is and how to read it."),
)
@site_rule(
    "leftover",
    "No source text is shown that should have been rendered.",
    Break(PAGE, "Divide by two.", "Divide {{ number | .2f }}."),
)
def pages(site: Site) -> Iterator[Problem]:
    languages = site.book.project.languages
    plugins = site.book.configurations[languages[0]].plugins
    has_search = not plugins or "search" in plugins  # MkDocs' default
    of_languages = (f"{one}/{name}" for one in languages for name in OTHER_FILES_OF_LANGUAGE)
    for name in (*OTHER_FILES, *of_languages):
        if name not in site.files and (has_search or not name.endswith(SEARCH_INDEX)):
            yield Problem(
                site.name(name), 0, "has not been built", "see why the build left it out", "not-built"
            )
    for page in site.book.all_pages():
        file = built_file(page.language, page.key)
        if file not in site.pages:
            message, cure = f"has not been built from {page.name}", "see why the build leaves the page out"
            yield Problem(site.name(file), 0, message, cure, "not-built")
            continue
        yield from _alternates(site, file, page.key)
        yield from _content(site, file)


@site_rule("html-lang", "Every page declares its language.", Break(PAGE, 'lang="en"', 'lang="ko"'))
@site_rule(
    "duplicate-id",
    "Every id of a page is unique.",
    Break(PAGE, "<p>Divide", '<p id="halving">Divide'),
)
@site_rule(
    "broken-label",
    "Elements that label or describe a part of a page exist.",
    Break(PAGE, 'labelledby="t"', 'labelledby="u"'),
)
@site_rule("image-alt", "Every image and figure has a name.", Break(PAGE, ' aria-labelledby="t"'))
def markup(site: Site) -> Iterator[Problem]:
    for file, built in site.pages.items():
        yield from _language(site, file, built)
        yield from _ids(site, file, built)
        yield from _images(site, file, built)


def _language(site: Site, file: str, page: BuiltPage) -> Iterator[Problem]:
    folder = file.split("/")[0]
    if folder in site.book.project.languages and page.language.split("-")[0] != folder:
        message = f"is in {folder!r}, but its <html> has lang={page.language!r}"
        yield Problem(site.name(file), 1, message, "correct theme.language or the template", "html-lang")


def _alternates(site: Site, file: str, key: str) -> Iterator[Problem]:
    """The page's own address, and those of the same page in each language."""
    page = site.pages[file]
    if not page.canonical or page.canonical != site.address(file):
        message = f"has the canonical address {page.canonical!r} instead of {site.address(file)!r}"
        yield Problem(site.name(file), 1, message, "set site_url; or correct the template", "canonical")
    languages = site.book.project.languages
    for language in languages if len(languages) > 1 else ():
        expected = site.address(built_file(language, key))
        found = page.alternates.get(language)
        if found != expected:
            message = f"its hreflang={language} is {found!r} instead of {expected!r}"
            yield Problem(site.name(file), 1, message, "correct the template", "hreflang")
    for name, url in page.alternates.items():
        if site.target(file, url).file is None:
            message = f"its hreflang={name} leads to {url!r}, which the site does not have"
            yield Problem(site.name(file), 1, message, "correct the template", "hreflang")


def _content(site: Site, file: str) -> Iterator[Problem]:
    page = site.pages[file]
    if len("".join(page.content).strip()) < MIN_CHARACTERS and not page.examples:
        yield Problem(
            site.name(file), 0, "has no content", "see how the build rendered the page", "empty-page"
        )
    for text, line in page.text:
        for what, pattern in LEFTOVERS.items():
            if match := pattern.search(text):
                yield Problem(
                    site.name(file),
                    line + text.count("\n", 0, match.start()),
                    f"shows {what} as source text: {text[match.start() :].strip()[:40]!r}",
                    "correct it in the page's source; put literal text into code",
                    "leftover",
                )


def _ids(site: Site, file: str, page: BuiltPage) -> Iterator[Problem]:
    for element_id, line in page.repeated_ids:
        message = f"the id {element_id!r} is already used in line {page.ids[element_id]}"
        cure = "give each element its own id; show an example only once on a page"
        yield Problem(site.name(file), line, message, cure, "duplicate-id")
    for element_id, line in page.labels:
        if element_id not in page.ids:
            message = f"is labelled or described by {element_id!r}, which the page does not have"
            yield Problem(site.name(file), line, message, "correct the id", "broken-label")


def _images(site: Site, file: str, page: BuiltPage) -> Iterator[Problem]:
    for url, text, line in page.images:
        if text is None:
            message = f"the image {url!r} has no alternative text"
            cure = 'write ![what it shows](…), or alt="" if it is decoration'
            yield Problem(site.name(file), line, message, cure, "image-alt")
    for line in page.unnamed_svgs:
        cure = "give the SVG a title that it is labelled by"
        yield Problem(site.name(file), line, "a figure has no name", cure, "image-alt")
