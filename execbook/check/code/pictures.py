"""Whether the screenshots of other programs are up to date with their examples."""

from collections.abc import Iterator

from execbook.book import Book
from execbook.book import pictures as kept
from execbook.check.rules import Break, rule
from execbook.problems import Problem, ProblemError


@rule("stale-picture", "Pictures of other programs are up to date with their examples.")
@rule(
    "stray-picture",
    "Every picture of another program is listed with the example that it shows.",
    Break("theme/overrides/assets/pictures/other.webp", new="x"),
)
def pictures(book: Book) -> Iterator[Problem]:
    project = book.project
    try:
        listed = kept.load(project)
    except ProblemError as error:
        yield from error.problems
        return
    name = kept.list_of(project).relative_to(project.root).as_posix()
    lines = kept.list_of(project).read_text("utf-8").splitlines() if listed else []
    for picture in listed:
        for reason in kept.staleness(project, picture, book.snippets):
            line = lines.index(f"[{picture.name}]") + 1 if f"[{picture.name}]" in lines else 0
            message = f"the picture {picture.name!r} {reason}"
            yield Problem(name, line, message, kept.FIX, "stale-picture")
    known = {path for picture in listed for path in kept.files_of(project, picture.name).values()}
    for path in sorted(kept.folder_of(project).glob("*")):
        if path not in known:
            message, cure = f"is not listed in {name}", "list it with what it was made from, or delete it"
            yield Problem(path.relative_to(project.root).as_posix(), 0, message, cure, "stray-picture")
