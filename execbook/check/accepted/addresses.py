"""Whether every address that was ever published still has a page or a redirect."""

from collections.abc import Iterator

from execbook.book import Book
from execbook.check.rules import Break, publishing_rule
from execbook.problems import COMMAND, Problem
from execbook.sources.addresses import ARROW, folder_of, list_of, page_keys, published

LIST = "accepted/addresses.txt"


@publishing_rule(
    "lost-address",
    "Every page that was published exists, or redirects to where it has moved.",
    Break(LIST, new="index\npart/halving\npart/gone\n"),
)
@publishing_rule(
    "new-address",
    "Every page is in the list of addresses.",
    Break(LIST, new="index\n"),
    house=True,
)
def addresses(book: Book) -> Iterator[Problem]:
    """A project without a list of addresses has nothing to check."""
    if not list_of(book.project).is_file():
        return
    listed = published(book.project)
    pages = page_keys(book.project)
    taken = {folder_of(key) for key in pages}  # `training/index` and `training` are the same address
    name = book.project.relative(list_of(book.project))
    for address in listed:
        if address.target and address.target not in pages:
            message, cure = f"redirects to {address.target!r}, which is not a page", "name an existing page"
        elif address.target and folder_of(address.key) in taken:
            message, cure = f"{address.key!r} is listed as moved, but such a page exists", "remove the arrow"
        elif not address.target and folder_of(address.key) not in taken:
            message = f"{address.key!r} was published, and is no longer a page"
            cure = f"restore it, or redirect its readers: {address.key}{ARROW}page"
        else:
            continue
        yield Problem(name, address.line, message, cure, "lost-address")
    known = {folder_of(address.key) for address in listed}
    for key in sorted(key for key in pages if folder_of(key) not in known):
        message = f"does not list the page {key!r}"
        yield Problem(name, 0, message, f"if its address is to stay: {COMMAND} accept {key}", "new-address")
