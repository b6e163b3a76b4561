"""Whether what a training gives is what other seeds give, too."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.baseline import bands as measured
from execbook.book import Book
from execbook.check.rules import Stage, rule
from execbook.problems import COMMAND, Problem, ProblemError


@rule("band", "The measured bands can be read.", stage=Stage.PUBLISHING)
@rule("dead-band", "Bands are of trainings and numbers that exist.", stage=Stage.PUBLISHING)
@rule("no-band", "Of every training it is known what other seeds give.", stage=Stage.PUBLISHING)
@rule(
    "unusual-seed",
    "What a page shows is what other seeds give, or known to be unusual.",
    stage=Stage.PUBLISHING,
)
def bands(book: Book) -> Iterator[Problem]:
    """A project that has measured none is not held to any."""
    if not (book.project.root / measured.PLACE).is_file():
        return
    try:
        known = measured.read(book.project)
    except ProblemError as error:
        yield from error.problems
        return
    wanted = {one.id: one for one in measured.trained(book.snippets.values())}
    for example_id in known.keys() - wanted.keys():
        message = f"has bands of {example_id}, which is no training any more"
        yield Problem(measured.PLACE, 0, message, "delete them", "dead-band")
    for example_id, snippet in wanted.items():
        if example_id not in book.records:
            continue
        cure, path = f"{COMMAND} baseline bands --accept {example_id}", book.project.relative(snippet.path)
        if example_id not in known:
            message = "trains, and nobody knows what other seeds would give"
            yield Problem(path, 0, message, cure, "no-band")
            continue
        seen = measured.numbers(
            book.records[example_id], [name.removeprefix("value ") for name in known[example_id].bands]
        )
        for name, band in known[example_id].bands.items():
            if name not in seen:
                message = f"has a band for {name} of {example_id}, which is not there"
                yield Problem(measured.PLACE, 0, message, cure, "dead-band")
            # What lies between the band and its margin may be called either, so that no processor decides.
            elif (
                band.contains(seen[name]) if name in known[example_id].unusual else not band.holds(seen[name])
            ):
                message = f"{name} is {seen[name]:.4g}; other seeds give {band}"
                yield Problem(path, 0, message, f"if that is as it should be: {cure}", "unusual-seed")
