"""Grow this book by copies of its light parts, to see what a larger one costs: `python -m tools.grow 3`.

Only in a clone: it changes the sources. A part is light if all its examples are on pages of its own and none
needs what is loaded last (TensorFlow). Its copies are parts with a letter behind the name (`clusteringa`) and
take over all that was accepted: `execbook run` runs their examples, `build` and `check` find nothing wrong.
"""

import argparse
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from string import ascii_lowercase

from execbook.book import Book
from execbook.claims import outcomes
from execbook.languages.translations.accept import accept
from execbook.project import Project, find_project

MOST = 10
GROUP = re.compile(r"(?m)^(?P<head>  - .+):\n(?P<pages>(?: {4,}- .+\n)+)")
"""A group of the navigation with its pages."""
OWN_LABELS = re.compile(r"\[.+\]\n(?:(?!\[).*\n?)*")
OVERRIDE = re.compile(r"\[\[override\]\]\n(?:(?!\[).*\n?)*")

Rename = Callable[[str], str]


def light_parts(book: Book) -> list[str]:
    """The parts of which copies are made."""
    late = {name.partition(".")[0] for name in book.project.settings.preload_last}
    pages = [page for page in book.all_pages() if "/" in page.key]
    shown = {one for page in pages for one in page.shown_ids if _part(one) == _part(page.key)}
    others = {one.part for one in book.snippets.values() if one.modules & late or one.id not in shown}
    return sorted({one.part for one in book.snippets.values()} - others)


def grow(project: Project, copies: int) -> list[str]:
    """Add copies of all light parts. Returns the names of these and of the copies.

    Raises FileExistsError if the book has grown before.
    """
    book = Book(project)
    parts = light_parts(book)
    known = {key for pages in book.pages.values() for key in pages} | book.snippets.keys()
    name = re.compile(rf"\b({'|'.join(parts)})(/\w+)")

    def renaming(letter: str) -> Rename:
        return lambda text: name.sub(lambda m: f"{m[1]}{letter}{m[2]}" if m[0] in known else m[0], text)

    letters = ascii_lowercase[:copies]
    for number, letter in enumerate(letters, 2):
        for part in parts:
            _copy_part(project, part, letter, str(number), renaming(letter))
    renames = [renaming(letter) for letter in letters]
    for path in map(project.config, project.languages):
        text = path.read_text("utf-8")
        path.write_text(GROUP.sub(lambda group: group[0] + _copies(group, renames), text), "utf-8")
    for language in project.languages:
        _append(project.labels(language), OWN_LABELS, renames)
    _append(project.accepted / "tolerances.toml", OVERRIDE, renames)
    for path in (project.accepted / "addresses.txt", project.words / "leads.tsv"):
        _append(path, re.compile(r".+\n"), renames)
    _accept(Project(project.root), letters, parts)
    return [part + letter for letter in ["", *letters] for part in parts]


def _part(key: str) -> str:
    return key.partition("/")[0]


def _copy_part(project: Project, part: str, letter: str, number: str, rename: Rename) -> None:
    new = part + letter
    shutil.copytree(project.snippets / part, project.snippets / new)
    for path in [*project.comments.glob(f"{part}.*.toml"), *project.accepted.glob(f"results/{part}.tsv")]:
        shutil.copy(path, path.with_name(path.name.replace(part, new, 1)))
    for language in project.languages:
        folder = project.docs / language
        for path in shutil.copytree(folder / part, folder / new).rglob("*.md"):
            text = rename(path.read_text("utf-8")).replace("](lab.ipynb", f"](../{part}/lab.ipynb")
            path.write_text(re.sub(r"(?m)^(title: .*)$", rf"\1 {number}", text, count=1), "utf-8")


def _copies(group: re.Match[str], renames: list[Rename]) -> str:
    """The copies of a group of pages; none if it is that of no light part."""
    made = ""
    for number, rename in enumerate(renames, 2):
        lines = group["pages"].splitlines(keepends=True)
        pages = "".join(rename(line) for line in lines if rename(line) != line)
        made += f"{group['head']} {number}:\n{pages}" if pages else ""
    return made


def _append(path: Path, entry: re.Pattern[str], renames: list[Rename]) -> None:
    """Add to a file the copies of those of its entries that name what was copied."""
    if path.is_file():
        text = path.read_text("utf-8")
        copies = (rename(one) for rename in renames for one in entry.findall(text) if rename(one) != one)
        path.write_text("".join(f"{one.rstrip()}\n" for one in [text, *copies]), "utf-8")


def _accept(project: Project, letters: str, parts: list[str]) -> None:
    """Accept translations, and that claims hold of copies as they do of what these are copies of."""
    book = Book(project)
    accept(book, ["mkdocs:nav"], new=True)
    for example, measured in outcomes.read(project).items():
        for letter in letters if _part(example) in parts else "":
            copy = example.replace("/", f"{letter}/", 1)
            key = outcomes.key_of(book.snippets[copy], book.labels, project.settings)
            outcomes.write(project, copy, {vary: replace(one, key=key) for vary, one in measured.items()})


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.grow", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("copies", type=int, choices=range(1, MOST + 1), metavar="K", help="1 to 10")
    print("grown: " + ", ".join(grow(find_project(), parser.parse_args().copies)))


if __name__ == "__main__":
    main()
