"""The commands about the two languages: `i18n` and `spell`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from execbook.problems import ProblemError
from execbook.project import LANGUAGES, Project


def add_commands(add: Callable[..., argparse.ArgumentParser]) -> None:
    """Add them with `add(command, name, help, more)`, which returns the command's own parser."""
    i18n = add(
        _i18n_status, "i18n", "tell which translations have fallen behind, and declare them equal"
    ).add_subparsers(metavar="COMMAND")
    status = i18n.add_parser(
        "status", help="list sections that are not as accepted, and those that may differ"
    )
    status.set_defaults(command=_i18n_status)
    accept = i18n.add_parser(
        "accept",
        help="declare sections equal in both languages",
        description="Writes accepted/translations/. A section of which only one language has changed is "
        "refused unless you say why the other need not follow.",
    )
    accept.set_defaults(command=_i18n_accept)
    accept.add_argument(
        "keys",
        nargs="*",
        metavar="KEY",
        help="a section such as training/xor#notice, a page such as training/xor, or its path",
    )
    accept.add_argument("--new", action="store_true", help="all new sections; those that are gone go")
    accept.add_argument("--same", action="store_true", help="the change leaves the meaning as it was")
    accept.add_argument("--reason", default="", metavar="WHY", help="let the languages differ for now")
    accept.add_argument("--behind", choices=LANGUAGES, default="", help="the language that is behind")
    add(
        _spell,
        "spell",
        "check the spelling of all that a reader sees",
        "Words that no dictionary has stand in words/spelling.ko.txt and words/spelling.en.txt.",
    )


def _i18n_status(project: Project, options: argparse.Namespace) -> None:
    from execbook.check.languages import translations

    for line in translations.status(project):
        print(line)


def _i18n_accept(project: Project, options: argparse.Namespace) -> None:
    from execbook.languages.translations.accept import accept

    written = accept(
        project,
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
    from execbook.check.languages import spelling

    if problems := spelling.check(project):
        raise ProblemError(problems)
    print("no misspelt word")
