"""Whether a page has the same skeleton in both languages: headings, examples, images, formulas, values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from execbook.problems import Problem
from execbook.project import LANGUAGES, Project
from execbook.sources.pages import Page

WORDS = re.compile(r"\\(?:text|mathrm|operatorname\*?)\{[^{}]*\}")
"""What may differ between formulas: words in them."""


def check(project: Project, pages: Mapping[str, Mapping[str, Page]]) -> list[Problem]:
    """Pages missing in one language, and for each pair the first difference of each kind."""
    leading, *others = LANGUAGES
    problems: list[Problem] = []
    for other in others:
        for present, absent in ((leading, other), (other, leading)):
            for key, page in pages[present].items():
                if not (project.docs / absent / f"{key}.md").exists():
                    problems.append(
                        Problem(
                            page.name,
                            0,
                            f"docs/{absent}/{key}.md is missing",
                            f"write it, or delete {page.name}",
                            "missing-page",
                        )
                    )
        for key, page in pages[leading].items():
            if key in pages[other]:
                problems += _pair(page, pages[other][key])
    return problems


def _pair(one: Page, two: Page) -> Iterator[Problem]:
    has_ids = all(heading.id for page in (one, two) for heading in page.headings)  # else that is told first
    if has_ids:
        yield from _first_difference(
            one,
            two,
            "pair-headings",
            "heading",
            lambda page: [(h.line, (h.level, h.id), f"{'#' * h.level} {{#{h.id}}}") for h in page.headings],
        )
    yield from _first_difference(
        one,
        two,
        "pair-examples",
        "example",
        lambda page: [
            (e.line, (e.id, e.region, e.show), " ".join(map(str, filter(None, (e.id, e.region, e.show)))))
            for e in page.examples
        ],
    )
    yield from _first_difference(
        one,
        two,
        "pair-images",
        "image",
        lambda page: [(link.line, link.target, link.target) for link in page.links if link.kind == "image"],
    )
    yield from _first_difference(
        one,
        two,
        "pair-formulas",
        "formula",
        lambda page: [(f.line, _bare(f.latex), f.latex.strip()) for f in page.formulas if f.display],
    )
    if has_ids:
        yield from _values(one, two)


Item = tuple[int, Hashable, str]
"""Line, what must be equal, and how a message names it."""


def _first_difference(
    one: Page, two: Page, rule: str, kind: str, items: Callable[[Page], Sequence[Item]]
) -> Iterator[Problem]:
    ours, theirs = items(one), items(two)
    for (our_line, our_key, our_name), (line, key, name) in zip(ours, theirs, strict=False):
        if our_key != key:
            yield Problem(
                two.name,
                line,
                f"has the {kind} {_short(name)} where {one.name}:{our_line} has {_short(our_name)}",
                "make both languages the same, in the same order",
                rule,
            )
            return
    if len(ours) != len(theirs):
        (longer, rest), shorter = ((one, ours), two) if len(ours) > len(theirs) else ((two, theirs), one)
        line, _, name = rest[min(len(ours), len(theirs))]
        yield Problem(
            longer.name,
            line,
            f"the {kind} {_short(name)} has no counterpart in {shorter.name}",
            "make both languages the same, in the same order",
            rule,
        )


def _values(one: Page, two: Page) -> Iterator[Problem]:
    """Bound values may change places within a section, as the languages' word order asks, but no more."""
    ours, theirs = _by_section(one), _by_section(two)
    for section in (name for name in ours if name in theirs):
        for page, here, other, there in (
            (one, ours[section], two, theirs[section]),
            (two, theirs[section], one, ours[section]),
        ):
            left = Counter(key for _, key in there)
            for line, key in here:
                left[key] -= 1
                if left[key] < 0:
                    others = ", ".join(sorted({str(number) for number, _ in there})) or "none"
                    yield Problem(
                        page.name,
                        line,
                        f"the value {key} has no counterpart in the section {section!r} of {other.name} "
                        f"(values there in lines: {others})",
                        "quote the same values, in the same format, in both languages",
                        "pair-values",
                    )
                    return


def _by_section(page: Page) -> dict[str, list[tuple[int, str]]]:
    """Line and normal form of each bound value, by the id of the heading above it."""
    sections: dict[str, list[tuple[int, str]]] = {"": []}
    for heading in page.headings:
        sections.setdefault(heading.id or "", [])
    for value in page.values:
        above = [heading.id or "" for heading in page.headings if heading.line <= value.line]
        example = f"{value.example}:" if value.example else ""
        form = f" | {value.format}" if value.format is not None else ""
        sections[above[-1] if above else ""].append((value.line, f"{{{{ {example}{value.name}{form} }}}}"))
    return sections


def _bare(latex: str) -> str:
    return re.sub(r"\s+", " ", WORDS.sub("", latex)).strip()


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    return repr(text if len(text) <= 60 else text[:57] + "…")
