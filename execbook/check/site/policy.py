"""Whether each built page has its Content-Security-Policy, and complies with it."""

from collections.abc import Iterator

from execbook.built.html import BuiltPage
from execbook.built.site import Site
from execbook.check.rules import Break, site_rule
from execbook.delivery.policy import FIXED, digest_of
from execbook.problems import Problem

CURE = "put it into a file of theme/overrides/assets"
FORBIDDEN_LINKS = frozenset(("next", "prefetch", "prerender", "manifest"))
"""Links that a browser follows by itself, and `default-src 'none'` forbids. Firefox prefetches `next`."""


@site_rule(
    "policy",
    "Every page has the strict Content-Security-Policy, and complies with it.",
    Break("site/en/index.html", "<img", '<img onerror="f()"'),
)
def policy(site: Site) -> Iterator[Problem]:
    for file, page in site.pages.items():
        for line, message, cure in _violations(page):
            yield Problem(site.name(file), line, message, cure, "policy")


def _violations(page: BuiltPage) -> Iterator[tuple[int, str, str]]:
    """Line, message and cure of each violation."""
    for _, line in page.styles:
        yield line, "has a style in the page, which its policy forbids", CURE
    for name, line in page.handlers:
        yield line, f"has a script in the attribute {name!r}, which its policy forbids", CURE
    if page.policy is None:
        yield 1, "has no Content-Security-Policy", "see why execbook.delivery skips it"
        return
    content, place = page.policy
    found = {name: sources for name, *sources in map(str.split, content.split(";")) if name}
    for directive, sources in FIXED.items():
        if missing := set(sources.split()) ^ {
            one for one in found.get(directive, ()) if "'sha256-" not in one
        }:
            different = " ".join(sorted(missing))
            yield (
                place,
                f"its policy for {directive} differs in {different}",
                "create it with execbook.delivery.policy",
            )
    for script, line in page.scripts:
        if digest_of(script) not in found.get("script-src", ()):
            yield line, "has a script in the page whose hash its policy does not list", CURE
    for reference in page.references:
        for relation in sorted(FORBIDDEN_LINKS & set(reference.rel.split())):
            yield reference.line, f"has a link rel={relation}, which its policy forbids", "remove the link"
    early = [reference.line for reference in page.references if reference.asset and reference.line < place]
    if early:
        yield early[0], "loads a file before the policy is in force", "put the policy first"
