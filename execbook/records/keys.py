"""The content key of a run: everything that its result depends on, in readable parts."""

from __future__ import annotations

import functools
import hashlib
import os
import platform
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from execbook import words
from execbook.project import ENGINE
from execbook.settings import Settings
from execbook.sources.labels import Catalogue
from execbook.sources.snippets import Snippet

DISTRIBUTIONS = {
    "sklearn": ("scikit-learn",),
    "tensorflow": ("tensorflow", "tensorflow-cpu"),
    "PIL": ("pillow",),
}
"""Distributions of modules that have another name; the first installed one is used."""

ROOMS = ("runs", "records")
DRAWING = "figures/drawing"
"""The engine's folders that determine a record, DRAWING only for snippets that draw. A module added to one of
them is part of the key without being listed. What they import from elsewhere either passes on what other
parts of the key contain (source, labels, languages, words, environment) or only affects messages; a contract
in pyproject.toml enforces that."""

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_REQUIRED = re.compile(r"^Requires-Dist: (.*)$", re.MULTILINE)
_OF_EXTRA = re.compile(r"\bextra\s*==")
_DISTRIBUTION = re.compile(r"(?P<name>.+?)-(?P<version>[^-]+)\.dist-info")


def draws(snippet: Snippet) -> bool:
    """Whether the snippet can show a figure: it imports matplotlib, or shows what pandas drew, say."""
    return "matplotlib" in snippet.modules or ".show(" in snippet.source


def key_parts(snippet: Snippet, catalogues: Mapping[str, Catalogue], settings: Settings) -> dict[str, str]:
    """What the result of a run depends on, by part. catalogues: translations of labels, by language.

    The parts are complete, as a run can read nothing but its own file and installed packages.
    """
    drawing = draws(snippet)
    modules = snippet.modules | {"matplotlib"} if drawing else snippet.modules
    return {
        "snippet": f"{snippet.id} sha256 {source_hash(snippet)}",
        "packages": ", ".join(f"{name} {version}" for name, version in _packages_of(modules)),
        "interpreter": f"{platform.python_implementation()} {platform.python_version()}, {platform_name()}",
        "environment": ", ".join(f"{k}={v}" for k, v in sorted(settings.environment.items()))
        or "no settings",
        "engine": "sha256 " + engine_hash(drawing),
        "labels": label_part(snippet, catalogues) if drawing else "draws nothing",
        "font": "sha256 " + _font_hash() if drawing else "draws nothing",
        "languages": ", ".join(settings.languages) if drawing else "draws nothing",
        "words": "sha256 " + _words_hash(settings.languages) if drawing else "draws nothing",
    }


def label_part(snippet: Snippet, catalogues: Mapping[str, Catalogue]) -> str:
    """The translations of the labels of a snippet's figures, as a part of its key."""
    return "; ".join(
        label_entry(label, entries[label], language)
        for language, catalogue in catalogues.items()
        for entries in [catalogue.relevant(snippet)]
        for label in sorted(entries)
    )


def label_entry(label: str, translation: str, language: str) -> str:
    """One of these translations."""
    return f"{label} = {translation} ({language})"


def key(parts: Mapping[str, str]) -> str:
    """The hash of the parts: 32 hexadecimal digits."""
    text = "\n".join(f"{name}: {parts[name]}" for name in sorted(parts))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def source_hash(snippet: Snippet) -> str:
    return hashlib.sha256(snippet.source.encode()).hexdigest()


def platform_name() -> str:
    """For example `Linux x86_64`."""
    system = os.uname()
    return f"{system.sysname} {system.machine}"


def versions(snippet: Snippet) -> dict[str, str]:
    """The versions of Python and of each package that the snippet itself imports."""
    found = {"python": platform.python_version()}
    for module in sorted(snippet.modules):
        for name in DISTRIBUTIONS.get(module, (module,)):
            if installed := _installed(_normal(name)):
                found[DISTRIBUTIONS.get(module, (module,))[0]] = installed[0]
                break
    return found


def _packages_of(modules: Iterable[str]) -> list[tuple[str, str]]:
    """Name and version of the packages of `modules` and of their transitive requirements."""
    found: dict[str, str] = {}
    for module in modules:
        for name in DISTRIBUTIONS.get(module, (module,)):
            found |= _closure(_normal(name))
    return sorted(found.items())


@functools.cache
def _closure(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name not in found and (installed := _installed(name)):
            found[name], required = installed
            waiting += required
    return found


@functools.cache
def _installed(name: str) -> tuple[str, list[str]] | None:
    """Version and requirements of an installed distribution; None if there is none.

    Requirements of extras are omitted. Markers are not evaluated: what does not apply is not installed.
    """
    if not (found := _distributions().get(name)):
        return None
    version, folder = found
    text = (folder / "METADATA").read_text("utf-8").partition("\n\n")[0]
    required = [_NAME.match(value) for value in _REQUIRED.findall(text) if not _OF_EXTRA.search(value)]
    return version, [_normal(name[0]) for name in required if name]


@functools.cache
def _distributions() -> dict[str, tuple[str, Path]]:
    """Version and folder of the installed distributions, by name.

    Read from the folders' names: importlib.metadata would take half of the time of a run without work.
    """
    found: dict[str, tuple[str, Path]] = {}
    for place in map(Path, sys.path):
        for entry in os.scandir(place) if place.is_dir() else ():
            if match := _DISTRIBUTION.fullmatch(entry.name):
                found.setdefault(_normal(match["name"]), (match["version"], Path(entry.path)))
    return found


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@functools.cache
def engine_hash(drawing: bool, engine: Path = ENGINE) -> str:
    """Hash of the source of all modules in ROOMS, and in DRAWING for a snippet that draws."""
    rooms = (*ROOMS, DRAWING) if drawing else ROOMS
    return _hash(engine, (path for room in rooms for path in (engine / room).rglob("*.py")))


@functools.cache
def _font_hash() -> str:
    fonts = ENGINE / DRAWING / "fonts"
    return _hash(fonts, fonts.glob("*.otf"))


@functools.cache
def _words_hash(languages: tuple[str, ...]) -> str:
    """Hash of the words that describe figures."""
    texts = [sorted(words.table(language, "figure").items()) for language in languages]
    return hashlib.sha256(repr(texts).encode()).hexdigest()[:16]


def _hash(root: Path, files: Iterable[Path]) -> str:
    """Hash of the names and bytes of files below `root`."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(root).as_posix()}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
