"""Whether the results of trainings lie within the bands measured with other seeds.

Trainings whose values by seed are in `accepted/claims/` need no band: the rules of `check.claims` cover them.
"""

from collections.abc import Iterator

from execbook.baseline import bands as measured
from execbook.book import Book
from execbook.check.rules import publishing_rule
from execbook.claims import outcomes
from execbook.claims.needs import SEED
from execbook.problems import COMMAND, Problem, ProblemError


@publishing_rule("band", "The measured bands are valid.", house=True)
@publishing_rule("dead-band", "Every band belongs to a training and a number that exist.", house=True)
@publishing_rule("no-band", "Every training has bands measured with other seeds.", house=True)
@publishing_rule(
    "unusual-seed",
    "What a page shows lies within the band of other seeds, or is listed as unusual.",
    house=True,
)
def bands(book: Book) -> Iterator[Problem]:
    """A project without measured bands has nothing to check."""
    if not book.project.path(measured.FILE).is_file():
        return
    try:
        known = measured.read(book.project)
    except ProblemError as error:
        yield from error.problems
        return
    try:
        claimed = book.once(outcomes.read)
    except ProblemError:
        return  # reported by `claim-stale`
    trainings = measured.trained(book.snippets.values())
    wanted = {one.id: one for one in trainings if SEED not in claimed.get(one.id, {})}
    for example_id in known.keys() - wanted.keys():
        message = f"has bands of {example_id}, which needs none: it is no training, or measured for claims"
        yield Problem(book.project.named(measured.FILE), 0, message, "delete them", "dead-band")
    for example_id, snippet in wanted.items():
        if example_id not in book.records:
            continue
        cure, path = f"{COMMAND} accept {example_id}", book.project.relative(snippet.path)
        if example_id not in known:
            message = "is a training whose results with other seeds have not been measured"
            yield Problem(path, 0, message, cure, "no-band")
            continue
        seen = measured.numbers(
            book.records[example_id], [name.removeprefix("value ") for name in known[example_id].bands]
        )
        for name, band in known[example_id].bands.items():
            if name not in seen:
                message = f"has a band for {name} of {example_id}, which was not recorded"
                yield Problem(book.project.named(measured.FILE), 0, message, cure, "dead-band")
            # A value between the band and its margin counts as either: it may differ between processors.
            elif _unexpected(band, seen[name], name in known[example_id].unusual):
                message = f"{name} is {seen[name]:.4g}; other seeds give {band}"
                yield Problem(path, 0, message, f"if that is intended: {cure}", "unusual-seed")


def _unexpected(band: measured.Band, value: float, listed: bool) -> bool:
    """Whether a value disagrees with its band. listed: as unusual, so that it has to be outside."""
    return band.contains(value) if listed else not band.expects(value)
