"""Files of the site beside its pages: the entry page, downloads, and the record of every example."""

import functools
import html
import re
import shutil
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from execbook.book import Book
from execbook.book.states import state_of, state_of_example
from execbook.browser import offers
from execbook.browser import publish as browser_files
from execbook.claims.drawn import drawn_of
from execbook.figures.shown.lighter import lighter
from execbook.figures.shown.points_csv import as_csv
from execbook.figures.shown.standalone import standalone
from execbook.records.store import Record, for_browsers, to_json
from execbook.site import redirects
from execbook.site.palettes import palettes
from execbook.takeaway import build_facts, bundles, download_sizes
from execbook.takeaway.notebooks import notebook_of, save

EXAMPLE = re.compile(r'\sdata-example="([^"]+)"')


def publish(book: Book, site: Path, site_url: str) -> None:
    """Add all other files to `site`, which contains the rendered pages of every language.

    Adds `index.html` and `404.html` above the languages, redirects from former addresses, `snippets/**` (the
    exact bytes that were run, and the same with comments in other languages), `notebooks/**` (the pages),
    `downloads/**` (all of a part in one file), `figures/**` (with their colours filled in, and their data),
    `choices/**` (the figures that predictions offer), `run/**` (what runs examples in browsers),
    `examples.json`, `build.json`, `robots.txt`, `sitemap.xml`, and the files in `build/root/`, which other
    tools make.
    """
    _publish_root(book, site, site_url)
    redirects.publish(book, site, site_url)
    for example_id in book.snippets:
        for address, snippet in book.editions(example_id).items():
            target = site / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(snippet.source.encode())
    _publish_notebooks(book, site, site_url)
    bundles.publish(book, site, site_url)
    download_sizes.fill_in(book.project, site)
    languages = book.project.languages
    shown = {language: pages_by_example(site, language) for language in languages}
    records = [
        book.records[example_id]
        for example_id in sorted(set().union(*shown.values()))
        if example_id in book.records
    ]
    tables = book.memo("tables")
    for record in records:
        for number, figure in enumerate(record.figures):
            for language, name in figure.files.items():
                target = site / _address_of(record, name)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(standalone(book.svg(record.id, number, language)), "utf-8")
                # With a byte order mark, without which spreadsheets misread Korean.
                make_table = functools.partial(as_csv, book, record.id, number, language)
                entries = book.relevant_labels(book.snippets[record.id]).get(language, {})
                labels = sorted(entries.items())
                key = state_of_example(book, record.id), labels, number, language
                target.with_suffix(".csv").write_text(tables.get(key, make_table), "utf-8-sig")
    _publish_choices(book, site)
    offered = book.once(offers.load)
    entries = [
        entry(book, record, {language: shown[language].get(record.id, []) for language in languages})
        | {"browser": offered.entry(record.id)}
        for record in records
    ]
    (site / "examples.json").write_text(to_json(entries), "utf-8")
    browser_files.publish(book, site)
    build_facts.publish(book, site, site_url)


def entry(book: Book, record: Record, pages: Mapping[str, list[str]]) -> dict:
    """The entry of an example in `examples.json`. Paths are from the site's root."""
    return {
        "id": record.id,
        "source": record.source,
        "source_sha256": record.source_sha256,
        "files": {language: book.shown(record.id, language).address for language in book.project.languages},
        "output": record.output,
        "values": for_browsers(record.values),
        "figures": {
            language: [
                {
                    "file": _address_of(record, figure.files[language]),
                    "title": figure.title[language],
                    "description": figure.description[language],
                }
                for figure in record.figures
            ]
            for language in pages
        },
        "pages": pages,
        "seconds": record.seconds,
        "ran_at": record.ran_at,
        "versions": record.versions,
        "platform": record.platform,
    }


def _address_of(record: Record, figure_file: str) -> str:
    return f"figures/{record.id}/{figure_file}"


def pages_by_example(site: Path, language: str) -> dict[str, list[str]]:
    """The pages of one language that show each example: addresses from the site's root, sorted."""
    pages: dict[str, list[str]] = defaultdict(list)
    for path in sorted((site / language).rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        for example_id in dict.fromkeys(EXAMPLE.findall(path.read_text("utf-8"))):
            pages[html.unescape(example_id)].append(address)
    return dict(pages)


def _publish_notebooks(book: Book, site: Path, site_url: str) -> None:
    """Every page that shows an example, as a notebook in its language."""
    memo = book.memo("notebooks")
    for page in book.all_pages():
        if page.examples:
            target = site / "notebooks" / page.language / f"{page.key}.ipynb"
            key = state_of(book, page), site_url
            save(target, memo.get(key, functools.partial(notebook_of, page, book, site_url)))


def _publish_choices(book: Book, site: Path) -> None:
    colours = palettes(book.project)
    for page in book.all_pages():
        for prediction in (one for one in page.predictions if one.figures):
            for figure in drawn_of(book, page, prediction):
                for scheme, found in colours.items():
                    target = site / figure.address(scheme)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_text(standalone(lighter(figure.svg), found), "utf-8")


def _publish_root(book: Book, site: Path, site_url: str) -> None:
    words = {"url": site_url, "path": urlsplit(site_url).path}
    for language in book.project.languages:
        for word in ("name", "description"):
            words[f"{word}_{language}"] = book.site_text(f"site_{word}", language)
    words = {name: html.escape(text) for name, text in words.items()}
    home = book.project.languages[0]
    words |= {"language": home, "name": words[f"name_{home}"]}
    own = {path.name: path for path in (book.project.theme / "root").glob("[!.]*")}  # not .DS_Store
    default = {name: redirects.DEFAULTS / name for name in ("index.html", "404.html")}
    for path in (default | own).values():
        text = path.read_text("utf-8")
        if path.suffix == ".html":
            up = words["path"] if path.name == "404.html" else ""  # which is shown at any address
            links = "\n".join(
                f'<li><a href="{up}{one}/" lang="{one}">{words[f"name_{one}"]}</a></li>'
                for one in book.project.languages
            )
            text = Template(text).substitute(words, links=links)
        (site / path.name).write_text(text, "utf-8")
    for path in sorted((book.project.build / "root").glob("*")):
        shutil.copyfile(path, site / path.name)
    sitemaps = "".join(
        f"<sitemap><loc>{words['url']}{language}/sitemap.xml</loc></sitemap>\n"
        for language in book.project.languages
    )
    (site / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{sitemaps}</sitemapindex>\n',
        "utf-8",
    )
    (site / "robots.txt").write_text(f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n", "utf-8")
