"""Find out what can be offered in the reader's browser, and put what that needs into the site."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from execbook.book import Book
from execbook.browser import accepted, examples, facts, lab_exercises, offers, reasons, runtime, scripts
from execbook.browser.examples import Outcome
from execbook.browser.kept import Done, Question
from execbook.browser.offers import Offer, Offers
from execbook.browser.runtime import Runtime
from execbook.problems import COMMAND
from execbook.takeaway import labs

FEW = 8
"""How many changed examples a build runs: more would keep its author waiting."""

Say = Callable[[str], None]


def prepare(book: Book, cores: int, say: Say = lambda stage: None, most: int = FEW) -> Offers:
    """Run in the browser's runtime what has changed since it last ran there, and note what pages may offer.

    It runs at most so many examples; more are left to `execbook here`, and not offered before. Without a
    runtime nothing is offered. Raises ProblemError if a file of the runtime is not what it should be.
    """
    found = runtime.load(book.project)
    made = Offers()
    if found is None:
        say("no Python for readers' browsers in build/runtime, so no example runs there")
    else:
        waiting = stale(book, found)
        if len(waiting) > most:
            say(f"{len(waiting)} examples have not been run for browsers yet (run `{COMMAND} here`)")
        elif waiting:
            say(f"running {len(waiting)} examples for browsers (`{COMMAND} here` keeps what comes of it)")
            run(book, found, waiting, cores)
        made = _offers(book, found)
    offers.save(book.project, made)
    return made


def questions(book: Book, found: Runtime) -> list[Question]:
    """All that can be asked of this runtime: of the examples, and of the exercises of labs."""
    return [*examples.questions(book, found).values(), *lab_exercises.questions(book, found).values()]


def stale(book: Book, found: Runtime) -> list[Question]:
    """What has changed since it was last asked."""
    return [one for one in questions(book, found) if examples.known(book, found, one) is None]


def run(
    book: Book, found: Runtime, waiting: Sequence[Question], cores: int, done: Done = lambda question: None
) -> None:
    """Ask these questions, and keep what comes of them on this machine. done: called after each."""
    kept = examples.kept_in(book.project, found)
    kept.ask(waiting, cores, done)
    kept.forget(questions(book, found))


def accept(book: Book, found: Runtime) -> None:
    """Keep for all machines what is known on this one."""
    lines = []
    for question in questions(book, found):
        if (outcome := examples.known(book, found, question)) is not None:
            fields = {name: value for name, value in asdict(outcome).items() if value}
            lines.append((question.name, accepted.key_of(found, question.accepted), fields))
    accepted.save(book.project, lines)


def publish(book: Book, site: Path) -> None:
    """Put into `site` what the offers on its pages need."""
    found = runtime.load(book.project)
    if found is None:
        return
    own = scripts.files(book.project, found)
    _write(site / scripts.folder_of(own), own)
    served = {scripts.address_of(found, name): found.served(name) for name in scripts.loaded(found)}
    _write(site, {address: (found.folder / name).read_bytes() for address, name in served.items()})
    made = book.once(offers.load)
    offered = [lab for lab in book.once(labs.labs) if lab.part in made.labs]
    for language in book.project.languages:
        _write(site / scripts.FOLDER, dict(facts.of_example(book, one, language) for one in made.examples))
        _write(site / scripts.FOLDER, dict(lab_exercises.facts(lab, language, found) for lab in offered))


def _offers(book: Book, found: Runtime) -> Offers:
    own = scripts.files(book.project, found)
    outcomes = examples.outcomes(book, found)
    why = book.once(reasons.load)
    return Offers(
        scripts.folder_of(own),
        {one: _offer(book, found, own, one, outcome) for one, outcome in outcomes.items() if outcome.runs},
        lab_exercises.offers(book, found, own),
        {one: dict(reason) for one, outcome in outcomes.items() if (reason := why.of(one, outcome))},
    )


def _offer(book: Book, found: Runtime, own: Mapping[str, bytes], example_id: str, outcome: Outcome) -> Offer:
    packages = found.packages_for(outcome.modules)
    return Offer(
        book.run(example_id).record.key,
        {language: facts.of_example(book, example_id, language)[0] for language in book.project.languages},
        packages,
        scripts.bytes_for(found, own, packages),
    )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
