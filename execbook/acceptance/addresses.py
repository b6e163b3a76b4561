"""Pages whose addresses are not in the list of those that the site has published."""

from bisect import insort
from collections.abc import Iterator, Sequence

from execbook.acceptance.pending import Answer, Pending
from execbook.book import Book
from execbook.check.accepted import addresses as rules
from execbook.sources.addresses import folder_of, list_of, page_keys, published


def find(book: Book) -> Iterator[Pending]:
    """A project without a list of addresses accepts none."""
    if not list_of(book.project).is_file():
        return
    for problem in rules.addresses(book):
        if problem.rule == "lost-address":
            name = f"{problem.path}:{problem.line}"
            yield Pending("address", name, (), problem.message, blocked=problem.fix)
    known = {folder_of(address.key) for address in published(book.project)}
    for key in sorted(page_keys(book.project)):
        if folder_of(key) not in known:
            yield Pending("address", key, (key,), "is new, and will have to work for ever")


def accept(book: Book, items: Sequence[Pending], answer: Answer) -> list[str]:
    path = list_of(book.project)
    lines = path.read_text("utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#") or not line.strip()]
    listed = [line for line in lines if line not in comments]
    for one in items:
        insort(listed, one.name)
    path.write_text("".join(f"{line}\n" for line in [*comments, *listed]), "utf-8")
    return [f"accepted the address {one.name}" for one in items]
