"""Words that are in no dictionary nor in the project's own lists, and problems of those lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from execbook.book import Book
from execbook.check.rules import Stage, rule
from execbook.languages.spelling import hunspell
from execbook.languages.spelling.forms import LANGUAGES, Alternatives, words
from execbook.languages.spelling.passages import Passage, passages
from execbook.problems import COMMAND, Problem
from execbook.project import Project

OWN_WORDS = "words/spelling.{}.txt"
MAX_SUGGESTED = 12
"""Misspelt words for which suggestions are looked up, as each takes a third of a second."""


class _Word(NamedTuple):
    passage: Passage
    language: str
    text: str
    ways: Alternatives


class Spelling(NamedTuple):
    """own: the project's words by language. misspelt: those in no dictionary and no list. dead: of the lists,
    language and word of what no text needs.
    """

    own: Mapping[str, list[str]]
    misspelt: list[_Word]
    dead: list[tuple[str, str]]


@rule(
    "spelling",
    "Every word is in a dictionary or in the project's own lists.",
    stage=Stage.SPELLING,
    house=True,
)
@rule("word-order", "The project's own lists of words are sorted.", stage=Stage.SPELLING, house=True)
@rule("dead-word", "Every word of the project's own lists is needed.", stage=Stage.SPELLING, house=True)
def check(book: Book) -> list[Problem]:
    """Misspelt words, and problems of `words/spelling.*.txt`, sorted by place.

    Raises ProblemError if Hunspell is not set up.
    """
    found, project = look_up(book), book.project
    problems = [problem for language in project.languages for problem in _own_words(project, language)[1]]
    problems += _misspelt(project, found.misspelt, found.own)
    return sorted([*problems, *_dead(project, found.dead)])


def look_up(book: Book) -> Spelling:
    """All words of the book that have a problem. Raises ProblemError if Hunspell is not set up."""
    project = book.project
    own = {language: _own_words(project, language)[0] for language in project.languages}
    parts: dict[str, set[str]] = {language: set() for language in project.languages}
    checked = [
        word
        for passage in passages(book)
        if passage.language in LANGUAGES
        for word in (_Word(passage, *one) for one in words(passage.text, passage.source))
        if word.language in parts
    ]
    for word in checked:
        parts[word.language].update(part for way in word.ways for part in way)
    answers = hunspell.look_up(project, parts, own)
    misspelt = []
    needed: dict[str, set[str]] = {language: set() for language in project.languages}
    for word in checked:
        parts_used = _accepted_alternative(word.ways, answers[word.language])
        if parts_used is None:
            misspelt.append(word)
        else:
            needed[word.language].update(p for p in parts_used if answers[word.language][p] == hunspell.OWN)
    dead = [
        (language, word)
        for language in project.languages
        for word in _unused(own[language], needed[language])
    ]
    return Spelling(own, misspelt, dead)


def change_list(project: Project, language: str, added: set[str], removed: set[str]) -> None:
    """Add words to a language's own list, which stays sorted, and remove others."""
    path = project.path(OWN_WORDS.format(language))
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    comments = [line for line in lines if line.startswith("#") or not line.strip()]
    kept = {line.strip() for line in lines if line not in comments} - removed
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in [*comments, *sorted(kept | added)]), "utf-8")


def _accepted_alternative(ways: Alternatives, answers: Mapping[str, str]) -> Sequence[str] | None:
    """The first alternative whose parts are all known, preferably without the project's own words."""
    for allowed in ((hunspell.KNOWN,), (hunspell.KNOWN, hunspell.OWN)):
        for way in ways:
            if all(answers[part] in allowed for part in way):
                return way
    return None


def _misspelt(project: Project, wrong: list[_Word], own: Mapping[str, list[str]]) -> Iterator[Problem]:
    wrong = sorted(wrong, key=lambda word: (word.passage.name, word.passage.line))
    texts = list(dict.fromkeys((word.language, word.text) for word in wrong))[:MAX_SUGGESTED]
    suggestions = hunspell.suggest(
        project,
        {one: [text for language, text in texts if language == one] for one in project.languages},
        own,
    )
    for word in {(one.passage, one.text): one for one in wrong}.values():
        suggested = ", ".join(suggestions.get(word.text, ()))
        message = f"{word.text!r} is in no dictionary" + (f"; suggestions: {suggested}" if suggested else "")
        cure = f"correct it; put code in backticks; or add it to the list: {COMMAND} accept {word.text}"
        yield Problem(word.passage.name, word.passage.line, message, cure, "spelling")


def _own_words(project: Project, language: str) -> tuple[list[str], list[Problem]]:
    """The project's words, and problems of their order. Lines that begin with # are comments."""
    path = project.path(OWN_WORDS.format(language))
    if not path.is_file():
        return [], []
    lines = list(enumerate(path.read_text("utf-8").splitlines(), 1))
    entries = [(number, line.strip()) for number, line in lines if line.strip() and not line.startswith("#")]
    problems = [
        Problem(
            project.relative(path),
            number,
            f"{word!r} comes after {former!r}",
            "keep the words sorted, each once",
            "word-order",
        )
        for (_, former), (number, word) in pairwise(entries)
        if not former < word
    ]
    return [word for _, word in entries], problems


def _unused(own: list[str], needed: Iterable[str]) -> list[str]:
    """Entries that no text needs. A word needs its longest prefix in the list, or else an entry within it."""
    used = set()
    for part in needed:
        folded = part.casefold()
        candidates = [word for word in own if folded.startswith(word.casefold())] or [
            word for word in own if word.casefold() in folded
        ]
        used.update(sorted(candidates, key=lambda word: (len(word), word in part))[-1:])
    return [word for word in own if word not in used]


def _dead(project: Project, unused: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    for language, word in unused:
        path = project.path(OWN_WORDS.format(language))
        line = list(map(str.strip, path.read_text("utf-8").splitlines())).index(word) + 1
        fix = f"remove it: {COMMAND} accept {word}"
        yield Problem(project.relative(path), line, f"no text needs {word!r}", fix, "dead-word")
