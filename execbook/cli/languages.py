"""The commands about the languages: `i18n` and `spell`."""

import argparse
from collections.abc import Callable

from execbook.problems import raise_if_any
from execbook.project import Project


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add them with `add(command, name, help_text, more)`, which returns the command's own parser."""
    i18n = add(
        _i18n_status, "i18n", "list translations that are behind, and accept them as equal"
    ).add_subparsers(metavar="COMMAND")
    status = i18n.add_parser(
        "status", help="list sections that differ from what was accepted, and those that may differ"
    )
    status.set_defaults(command=_i18n_status)
    accept = i18n.add_parser(
        "accept",
        help="accept sections as equal in all languages",
        description="Writes accepted/translations/. A section of which only one language has changed is "
        "refused unless you say why the others need not follow.",
    )
    accept.set_defaults(command=_i18n_accept)
    accept.add_argument(
        "keys",
        nargs="*",
        metavar="KEY",
        help="a section such as training/xor#notice, a page such as training/xor, or its path",
    )
    accept.add_argument("--new", action="store_true", help="all new sections; removed ones are deleted")
    accept.add_argument("--same", action="store_true", help="the change does not affect the meaning")
    accept.add_argument("--reason", default="", metavar="WHY", help="let the languages differ for now")
    accept.add_argument("--behind", default="", metavar="LANGUAGE", help="the language that is behind")
    add(
        _spell,
        "spell",
        "check the spelling of everything that readers see",
        "Words that are in no dictionary are listed in words/spelling.<language>.txt.",
    )


def _i18n_status(project: Project, options: argparse.Namespace) -> None:
    from execbook.book import Book
    from execbook.check.languages import translations

    for line in translations.status(Book(project)):
        print(line)


def _i18n_accept(project: Project, options: argparse.Namespace) -> None:
    from execbook.book import Book
    from execbook.languages.translations.accept import accept

    written = accept(
        Book(project),
        options.keys,
        new=options.new,
        same=options.same,
        reason=options.reason,
        behind=options.behind,
    )
    for key in written:
        print(f"accepted {key}")
    print(f"{len(written)} section{'s' if len(written) != 1 else ''} accepted")


def _spell(project: Project, options: argparse.Namespace) -> None:
    from execbook.book import Book
    from execbook.check.rules import Stage, violations
    from execbook.languages.spelling.hunspell import TOOL
    from execbook.reuse.memo import Memo, digest
    from execbook.reuse.state import Hashes, sources_state

    memo = Memo(project, "spelling")
    tool = project.root / TOOL / "node_modules/.package-lock.json"
    key = sources_state(project, Hashes(project)), digest(tool)
    raise_if_any(memo.get(key, lambda: violations(Stage.SPELLING, Book(project))))
    memo.save()
    print("no misspelt word")
