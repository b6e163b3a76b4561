"""Whether every address that was ever published still leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, Stage, rule
from execbook.problems import Problem
from execbook.sources.addresses import ARROW, folder_of, list_of, page_keys, published

LIST = "accepted/addresses.txt"


@rule(
    "lost-address",
    "Every page that was published is there, or says where it has moved.",
    Break(LIST, new="index\npart/halving\npart/gone\n"),
    stage=Stage.PUBLISHING,
)
@rule(
    "new-address",
    "Every page is in the list of addresses.",
    Break(LIST, new="index\n"),
    stage=Stage.PUBLISHING,
)
def addresses(book: Book) -> Iterator[Problem]:
    """Without a list no address is promised."""
    if not list_of(book.project).is_file():
        return
    listed = published(book.project)
    pages = page_keys(book.project)
    taken = {folder_of(key) for key in pages}  # by `training/index` as by `training`
    name = book.project.relative(list_of(book.project))
    for address in listed:
        if address.target and address.target not in pages:
            message, cure = f"leads to {address.target!r}, which is no page", "name the page that it is now"
        elif address.target and folder_of(address.key) in taken:
            message, cure = f"{address.key!r} has moved, but there is such a page", "remove the arrow"
        elif not address.target and folder_of(address.key) not in taken:
            message = f"{address.key!r} was published, and is no page any more"
            cure = f"bring it back, or say where its readers should go: {address.key}{ARROW}page"
        else:
            continue
        yield Problem(name, address.line, message, cure, "lost-address")
    known = {folder_of(address.key) for address in listed}
    for key in sorted(key for key in pages if folder_of(key) not in known):
        cure = "add a line that holds just that"
        yield Problem(name, 0, f"lacks the page {key!r}", cure, "new-address")
