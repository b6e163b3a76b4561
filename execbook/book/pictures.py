"""Screenshots that pages show, and whether they still match the logs of an example.

`accepted/pictures.toml` records what each picture was made from. A tool of the book writes the pictures and
the list; nothing here needs a browser.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.records import keys
from execbook.sources.snippets import Snippet

SCHEMES = ("light", "dark")
"""The palettes of the site, for each of which there is a picture."""

FIX = (
    "make it again as the head of accepted/pictures.toml says, look at it, "
    "and check whether the page's text still matches"
)
HEAD = "# What each picture in theme/overrides/assets/pictures was made from. Written by `{}`.\n"


@dataclass(frozen=True)
class Picture:
    """What a picture was made from. example: a snippet's id. key: what its logs depend on, by part."""

    name: str
    example: str
    key: Mapping[str, str]


def list_of(project: Project) -> Path:
    return project.accepted / "pictures.toml"


def folder_of(project: Project) -> Path:
    """In the theme, whose files are published with every language's pages."""
    return project.theme / "overrides/assets/pictures"


def files_of(project: Project, name: str) -> dict[str, Path]:
    """A picture's file for each palette."""
    return {scheme: folder_of(project) / f"{name}.{scheme}.webp" for scheme in SCHEMES}


def key_of(snippet: Snippet, packages: Iterable[str]) -> dict[str, str]:
    """What the logs of a snippet depend on at present.

    packages: those whose minor version determines the logs and how they are shown.
    """
    return {"snippet": keys.source_hash(snippet), **{package: _minor(package) for package in packages}}


def load(project: Project) -> list[Picture]:
    """The list of pictures; empty if there is none. Raises ProblemError if it cannot be read."""
    path = list_of(project)
    if not path.is_file():
        return []
    try:
        tables = tomllib.loads(path.read_text("utf-8"))
        return [Picture(name, key.pop("example"), key) for name, key in tables.items()]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError, KeyError) as error:
        raise ProblemError(
            Problem(project.relative(path), 0, f"cannot be read: {error!r}", FIX, "stale-picture")
        ) from None


def save(project: Project, pictures: list[Picture], command: str) -> None:
    """Write the list. command: what makes the pictures again."""
    tables = [
        "\n".join(
            [f"[{one.name}]", f'example = "{one.example}"', *(f'{k} = "{v}"' for k, v in one.key.items())]
        )
        for one in sorted(pictures, key=lambda one: one.name)
    ]
    project.accepted.mkdir(exist_ok=True)
    list_of(project).write_text(HEAD.format(command) + "".join(f"\n{table}\n" for table in tables), "utf-8")


def staleness(project: Project, picture: Picture, snippets: Mapping[str, Snippet]) -> Iterator[str]:
    """Why a picture no longer shows the logs of its example; nothing if it does. snippets: by id."""
    for path in files_of(project, picture.name).values():
        if not path.is_file():
            yield f"has no file {path.name}"
    if picture.example not in snippets:
        if not (project.snippets / f"{picture.example}.py").is_file():  # else it is reported by itself
            yield f"shows logs of {picture.example!r}, and there is no such snippet"
        return
    now = key_of(snippets[picture.example], picture.key.keys() - {"snippet"})
    for part in sorted({*now, *picture.key}):
        former, present = picture.key.get(part), now.get(part)
        if former == present:
            continue
        if part == "snippet":
            yield f"shows logs of {picture.example} before it was changed"
        else:
            yield f"was made with {part} {former}, and {present} is installed"


def _minor(package: str) -> str:
    """The installed version, such as 2.21."""
    for name in keys.DISTRIBUTIONS.get(package, (package,)):
        try:
            return ".".join(metadata.version(name).split(".")[:2])
        except metadata.PackageNotFoundError:
            continue
    return "none"
