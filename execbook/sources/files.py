"""Checks of every source file, whatever its content: names, links, encoding, merge markers."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from execbook.problems import Problem
from execbook.project import Project

TEXT = {".md", ".py", ".toml", ".yml", ".yaml", ".html", ".css", ".js", ".svg", ".txt", ".tsv"}
MERGE_MARKER = re.compile(rb"^(?:<{7}|>{7}|\|{7})(?: .*)?\r?$|^={7}\r?$", re.MULTILINE)
IGNORED = {"__pycache__", ".ruff_cache", ".ipynb_checkpoints", ".DS_Store"}
"""Files of tools and systems, which git ignores too."""


def survey(project: Project, folder: Path) -> list[Problem]:
    """Problems of names, kinds and bytes of all files in a folder; in the root only of configurations."""
    problems: list[Problem] = []
    for path in sorted(folder.glob("mkdocs*.yml")) if folder == project.root else _walk(folder):
        name = path.relative_to(project.root).as_posix()
        if path.is_symlink():
            message = "is a symbolic link, which other systems publish differently or not at all"
            cure = "put the file itself there, or link to the page"
            problems.append(Problem(name, 0, message, cure, "symlink"))
            continue
        problems += _check_name(name)
        if path.is_file() and path.suffix in TEXT:
            problems += _check_bytes(name, path)
    return problems


def unreadable(problems: Iterable[Problem]) -> set[str]:
    """The files that other rules cannot read because of these problems, as problems name them."""
    return {one.path for one in problems if one.rule in ("symlink", "encoding", "merge-marker")}


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder, in order; does not follow symbolic links."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name in IGNORED:
            continue
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)


def _check_name(name: str) -> Iterator[Problem]:
    filename = name.rsplit("/", 1)[-1]
    if filename.isascii():
        return
    kind = "NFD (decomposed) " if unicodedata.normalize("NFC", filename) != filename else ""
    yield Problem(
        name,
        0,
        f"the name {filename!r} has {kind}letters that are not ASCII, so links to it break between systems",
        "rename it in ASCII; the page's title may be Korean",
        "file-name",
    )


def _check_bytes(name: str, path: Path) -> Iterator[Problem]:
    raw = path.read_bytes()
    markers = list(MERGE_MARKER.finditer(raw))
    if path.suffix == ".py" and all(marker[0].startswith(b"=") for marker in markers):
        markers = []  # they underline titles in a docstring; elsewhere they are not valid Python
    for marker in markers:
        message = f"has the merge marker {marker.group().decode('utf-8', 'replace').strip()!r}"
        cure = "finish the merge and delete the marker lines"
        yield Problem(name, raw[: marker.start()].count(b"\n") + 1, message, cure, "merge-marker")
    if raw.startswith(b"\xef\xbb\xbf"):
        yield Problem(name, 1, "begins with a byte order mark", "save it as UTF-8 without a mark", "encoding")
    if b"\r" in raw:
        line = raw[: raw.index(b"\r")].count(b"\n") + 1
        yield Problem(name, line, "has Windows line ends", "save it with \\n as line end", "encoding")
    try:
        yield from _check_form(name, raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        message = f"byte {raw[error.start]:#04x} at column {column} is not UTF-8"
        yield Problem(name, before.count(b"\n") + 1, message, "save the file as UTF-8", "encoding")


def _check_form(name: str, text: str) -> Iterator[Problem]:
    """Report the first line that is not NFC: search and comparison do not find its words."""
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            normal = unicodedata.normalize("NFC", line)
            at = next(n for n, (a, b) in enumerate(zip(line + "\n", normal + "\n", strict=False)) if a != b)
            code = (
                "import pathlib, unicodedata; p = pathlib.Path({!r}); "
                "p.write_text(unicodedata.normalize('NFC', p.read_text('utf-8')), 'utf-8')"
            )
            yield Problem(
                name,
                number,
                f"has letters in parts (not Unicode's NFC), which no search finds: {normal[at : at + 20]!r}",
                f'compose them: python3 -c "{code.format(name)}"',
                "letter-form",
            )
            return
