"""Whether every address in the built site exists, and no page loads anything from another host."""

import re
from collections.abc import Iterator

from execbook.built.site import Site
from execbook.check.rules import Break, site_rule
from execbook.problems import Problem

HOME = "site/en/index.html"

CSS_ADDRESS = re.compile(r"@import\s+[\"']([^\"']+)|url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)
IGNORED = ("data:", "mailto:", "tel:", "about:blank")


@site_rule(
    "broken-link",
    "Every address leads to a file of the site.",
    Break(HOME, 'href="part/halving/#run"', 'href="part/"'),
)
@site_rule(
    "broken-anchor",
    "Every address of a part of a page leads to an id that exists.",
    Break(HOME, "halving/#run", "halving/#ran"),
)
@site_rule(
    "third-party",
    "No page loads anything from another host.",
    Break(HOME, 'src="assets/main.js"', 'src="https://a.b/c.js"'),
)
@site_rule(
    "raw-script",
    "No link runs a script.",
    Break(HOME, 'href="part/halving/#run"', 'href="javascript:f()"'),
)
def links(site: Site) -> Iterator[Problem]:
    for file, page in site.pages.items():
        for reference in page.references:
            yield from _address(site, file, reference.line, reference.url, reference.asset)
        for text, line in page.styles:
            yield from _style(site, file, text, line)
    for file in sorted(site.files):
        if file.endswith(".css"):
            yield from _style(site, file, (site.root / file).read_text("utf-8", errors="replace"), 1)


def _style(site: Site, file: str, text: str, first: int) -> Iterator[Problem]:
    for match in CSS_ADDRESS.finditer(text):
        line = first + text.count("\n", 0, match.start())
        yield from _address(site, file, line, match[1] or match[2], asset=True)


def _address(site: Site, file: str, line: int, url: str, asset: bool) -> Iterator[Problem]:
    if url.startswith(IGNORED):
        return
    if url.startswith("javascript:"):
        yield Problem(
            site.name(file), line, f"has a link that runs a script: {url!r}", "remove it", "raw-script"
        )
        return
    target = site.target(file, url)
    if target.foreign:
        if asset:
            cure = "put the file into theme/overrides/assets"
            yield Problem(site.name(file), line, f"loads {url!r} from another host", cure, "third-party")
    elif target.file is None:
        message = f"{url!r} leads to no file of the site"
        yield Problem(site.name(file), line, message, "correct the address", "broken-link")
    elif target.fragment and target.file in site.pages and target.fragment not in site.pages[target.file].ids:
        message = f"{url!r}: {target.file} has no element with this id"
        cure = "correct the address, or give the heading this id"
        yield Problem(site.name(file), line, message, cure, "broken-anchor")
