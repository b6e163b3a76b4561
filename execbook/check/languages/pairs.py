"""Whether a page has the same structure in both languages: headings, examples, images, formulas, values."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

from execbook.book import Book
from execbook.check.rules import Break, rule
from execbook.problems import Problem
from execbook.sources.pages import Page, Prediction

EN, KO = "docs/en/part/halving.md", "docs/ko/part/halving.md"
ONLY = "---\ntitle: Only\ndescription: One language has it.\n---\n\n# Only {#only}\n\nText.\n"

PREDICTION = """/// predict | x
    right: halves[0] > halves[1]
    wrong: halves[0] < halves[1]

- **x** x
- **y** x
///

"""

WORDS = re.compile(r"\\(?:text|mathrm|operatorname\*?)\{[^{}]*\}")
"""Words in formulas, which may differ between languages."""


@rule("missing-page", "Every page exists in every language.", Break("docs/en/only.md", new=ONLY), house=True)
@rule(
    "pair-headings",
    "A page has the same headings in every language.",
    Break(KO, "{#run}", "{#ran}"),
    house=True,
)
@rule(
    "pair-examples",
    "A section shows the same examples in every language.",
    Break(KO, "halving\n", "halving\n    region: Draw it\n"),
    house=True,
)
@rule(
    "pair-claims",
    "A page has the same claims in every language.",
    Break(EN, "halves[0] > halves[1]", "halves[0] >= halves[1]"),
    house=True,
)
@rule(
    "pair-predictions",
    "A page asks for the same predictions in every language.",
    Break(EN, "/// example", PREDICTION + "/// example"),
    house=True,
)
@rule(
    "pair-images",
    "A page shows the same images in every language.",
    Break(EN, "[1]", "![x](../a.svg) [1]"),
    house=True,
)
@rule(
    "pair-formulas",
    "A page has the same displayed formulas in every language.",
    Break(EN, "x_n / 2", "x_n / 3"),
    house=True,
)
@rule(
    "pair-values",
    "A section quotes the same values in every language.",
    Break(EN, "halves[0]", "halves[1]"),
    house=True,
)
def pairs(book: Book) -> Iterator[Problem]:
    leading, *others = book.project.languages
    for other in others:
        for present, absent in ((leading, other), (other, leading)):
            for key, page in book.pages[present].items():
                if not (path := book.project.docs / absent / f"{key}.md").exists():
                    message = f"{book.project.relative(path)} is missing"
                    yield Problem(page.name, 0, message, f"write it, or delete {page.name}", "missing-page")
        for key, page in book.pages[leading].items():
            if key in book.pages[other]:
                yield from _pair(page, book.pages[other][key])


def _pair(one: Page, two: Page) -> Iterator[Problem]:
    # Headings without an id are reported by the rule `heading-id`.
    has_ids = all(heading.id for page in (one, two) for heading in page.headings)
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
    # What follows from other headings or examples is not reported again.
    if has_ids and all(len({tuple(of(page)) for page in (one, two)}) == 1 for of in (_headings, _examples)):
        yield from _first_difference(one, two, "pair-examples", "example", _placed)
    yield from _first_difference(
        one,
        two,
        "pair-claims",
        "claim",
        lambda page: [(c.line, (c.relation, c.example, c.vary), c.relation) for c in page.claims],
    )
    yield from _first_difference(
        one,
        two,
        "pair-predictions",
        "prediction",
        lambda page: [
            (p.line, (p.example, p.right, p.wrong, p.within, p.figures), _asked(p)) for p in page.predictions
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
"""Line, the key that must be equal, and the item as messages show it."""


def _first_difference(
    one: Page, two: Page, rule: str, kind: str, items: Callable[[Page], Sequence[Item]]
) -> Iterator[Problem]:
    ours, theirs = items(one), items(two)
    for (our_line, our_key, our_name), (line, key, name) in zip(ours, theirs, strict=False):
        if our_key != key:
            message = f"has the {kind} {_short(name)} where {one.name}:{our_line} has {_short(our_name)}"
            yield Problem(two.name, line, message, "make both languages the same, in the same order", rule)
            return
    if len(ours) != len(theirs):
        (longer, rest), shorter = ((one, ours), two) if len(ours) > len(theirs) else ((two, theirs), one)
        line, _, name = rest[min(len(ours), len(theirs))]
        message = f"the {kind} {_short(name)} has no counterpart in {shorter.name}"
        yield Problem(longer.name, line, message, "make both languages the same, in the same order", rule)


def _asked(one: Prediction) -> str:
    return "; ".join(map(str, one.figures or (one.right, *one.wrong)))


def _headings(page: Page) -> list[str | None]:
    return [heading.id for heading in page.headings]


def _examples(page: Page) -> list[str]:
    return [example.id for example in page.examples]


def _placed(page: Page) -> list[Item]:
    """Each example with the section that shows it: a section in either language has the same ones."""
    return [
        (e.line, (e.id, place), f"{e.id} in {place}")
        for e in page.examples
        for place in [_section(page, e.line)]
    ]


def _section(page: Page, line: int) -> str:
    """The id of the heading above a line; empty if there is none."""
    return next((heading.id or "" for heading in reversed(page.headings) if heading.line <= line), "")


def _values(one: Page, two: Page) -> Iterator[Problem]:
    """The bound values of a section must be the same. Their order may differ, as word order does."""
    ours, theirs = _by_section(one), _by_section(two)
    for section in (name for name in ours if name in theirs):
        for page, here, other, there in (
            (one, ours[section], two, theirs[section]),
            (two, theirs[section], one, ours[section]),
        ):
            remaining = Counter(key for _, key in there)
            for line, key in here:
                remaining[key] -= 1
                if remaining[key] < 0:
                    others = ", ".join(sorted({str(number) for number, _ in there})) or "none"
                    message = (
                        f"the value {key} has no counterpart in the section {section!r} of {other.name} "
                        f"(values there in lines: {others})"
                    )
                    cure = "quote the same values, in the same format, in both languages"
                    yield Problem(page.name, line, message, cure, "pair-values")
                    return


def _by_section(page: Page) -> dict[str, list[tuple[int, str]]]:
    """Line and normalised text of each bound value, by the id of the heading above it."""
    sections: dict[str, list[tuple[int, str]]] = {"": []}
    for heading in page.headings:
        sections.setdefault(heading.id or "", [])
    for value in page.values:
        example = f"{value.example}:" if value.example else ""
        form = f" | {value.format}" if value.format is not None else ""
        sections[_section(page, value.line)].append((value.line, f"{{{{ {example}{value.name}{form} }}}}"))
    return sections


def _bare(latex: str) -> str:
    return re.sub(r"\s+", " ", WORDS.sub("", latex)).strip()


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    return repr(text if len(text) <= 60 else text[:57] + "…")
