"""Bundles: a zip for each part of the book, and one with everything.

Each contains examples and notebooks in all languages, a requirements.txt, a README, the licences and the
checksums of all files. Paths are the same as on the site.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from execbook.book import Book
from execbook.sources.places import NOTEBOOK
from execbook.takeaway.archives import SUMS, checksums, write_zip
from execbook.takeaway.bundle_readme import readme, requirements

FOLDER = "downloads"
WHOLE = "book"
OFFLINE_COPY = "offline.zip"
"""At the site's root; `execbook.site.offline` adds it to a site that is not a draft."""
LICENCE = "LICENSE"
"""How the names of files with licences begin, in the project's folder."""


def publish(book: Book, site: Path, site_url: str) -> None:
    """Write `downloads/<part>.zip`, `downloads/book.zip` and their checksums.

    `site` must already contain the labs, the snippets and the notebooks of pages.
    """
    settings = book.project.settings
    pythons = settings.pythons or sorted({one.versions["python"] for one in book.records.values()})
    copyrights = {language: book.site_text("copyright", language) for language in settings.languages}
    for name, titles, ids, keys in _bundles(book):
        files = _files(book, site, ids, keys)
        licences = [file for file in files if file.startswith(LICENCE)]
        examples = {
            language: sorted(book.shown(example_id, language).address for example_id in ids)
            for language in titles
        }
        readme_text = readme(
            titles,
            site_url,
            files,
            examples=examples,
            copyrights=copyrights,
            licences=licences,
            pythons=pythons,
        )
        files["README.md"] = readme_text.encode()
        write_zip(site / FOLDER / f"{name}.zip", name, files)
    packed = {path.name: path.read_bytes() for path in (site / FOLDER).glob("*.zip")}
    (site / FOLDER / SUMS).write_text(checksums(packed), "utf-8")


def _bundles(book: Book) -> Iterator[tuple[str, Mapping[str, str], list[str], list[str]]]:
    """Each bundle: name, title in each language, ids of its examples, keys of its pages."""
    snippets = list(book.snippets)
    shown = {page.key: {example.id for example in page.examples} for page in book.all_pages()}
    languages = book.project.languages
    names = {language: book.site_text("site_name", language) for language in languages}
    sections = {language: book.parts(language) for language in languages}
    keys = {part.name: [_key(page) for page in part.pages] for part in sections[languages[0]]}
    yield WHOLE, names, snippets, sorted({*shown}.union(*keys.values()))
    for name, inside in keys.items():
        on_pages = set().union(*(shown.get(key, ()) for key in inside))
        ids = [
            example_id
            for example_id in snippets
            if example_id in on_pages or example_id.startswith(f"{name}/")
        ]
        titles = {
            language: f"{names[language]}: {part.title}"
            for language in languages
            for part in sections[language]
            if part.name == name
        }
        if ids:
            yield name, titles, ids, inside


def _files(book: Book, site: Path, ids: Iterable[str], keys: Iterable[str]) -> dict[str, bytes]:
    """The files of these examples, and the notebooks of these pages, with requirements and licences."""
    files, versions = {}, {}
    for example_id in ids:
        files |= {address: (site / address).read_bytes() for address in book.editions(example_id)}
        versions |= book.records[example_id].versions if example_id in book.records else {}
    for key in keys:
        for language in book.project.languages:
            name = f"notebooks/{language}/{key}.ipynb"
            for path in (site / name, site / language / key / NOTEBOOK):  # the latter is a lab
                if path.is_file():
                    files[name] = path.read_bytes()
    files["requirements.txt"] = requirements(versions).encode()
    files |= {path.name: path.read_bytes() for path in sorted(book.project.root.glob(f"{LICENCE}*"))}
    return files


def _key(page: str) -> str:
    return PurePosixPath(page).with_suffix("").as_posix()
