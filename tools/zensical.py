"""Build the book with Zensical, Material's successor, and compare each page with `site/` (`make zensical`).

Zensical reads the same `mkdocs.yml`, and renders with the same extension and the same templates; labs are
pages of Markdown there. What follows the rendering, from search to the checks, is what `make site` does.
What differs is in DIFFERENCES with its reason; anything else, and a difference that is gone, is an error.
"""

import fnmatch
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath

import nbformat
import yaml
from bs4 import BeautifulSoup
from mkdocs.utils.yaml import yaml_load
from nbclient import NotebookClient

from execbook.book import Book
from execbook.generator import material, zensical
from execbook.generator.material import SEARCH_INDEX
from execbook.generator.render import Job, environment
from execbook.problems import Problem, ProblemError
from execbook.project import Project
from execbook.site import lab_markdown
from execbook.site.build import DEFAULT_URL, complete
from execbook.sources.places import NOTEBOOK
from execbook.takeaway import labs
from execbook.takeaway.notebooks import save
from tools.copies import copy_of

ROOT = Path(__file__).resolve().parent.parent
DIFFERENCES = {
    ("address", "sitemap.xml.gz"): "it writes no compressed copy of the site map",
    ("headings", "tags/"): "another plugin lists the tags, whose headings have no permanent links",
    ("words", "tags/"): "as its headings: pages have the titles of the navigation there",
    ("links", "troubles/"): "a page knows the address of its part, not the files of it",
    ("downloads", "troubles/"): "as its links",
    ("words", "troubles/"): "as its links",
}
"""What may differ: a kind of `facts` and a pattern of addresses, with the reason."""
SIZE = re.compile(r"[\d.]+ [KM]B")
"""Of downloads: the copy for reading offline is not equally large."""
OWN_LINK = re.compile(r'(<a href=")\.\./')
"""An author's HTML has links from the published page; Zensical resolves these, too, from the source."""
READ_BY_SCRIPTS = ("data-run", "data-facts", "data-frames", "data-compare")


def moved(project: Project) -> Project:
    """A copy of the book as Zensical needs it, in `build/zensical/`: its labs are pages of Markdown."""
    root = project.build / "zensical"
    shutil.rmtree(root, ignore_errors=True)
    copy = copy_of(project, root)
    # Zensical's own search has no input before its script makes one, and the site's script is Material's.
    shutil.copy(material.assets().parent / "partials/search.html", copy.theme / "overrides/partials")
    copy.build.mkdir()
    for shared in (project.store, project.build / "cache"):
        (copy.build / shared.name).symlink_to(shared, target_is_directory=True)
    for language in project.languages:
        with project.config(language).open("rb") as file:
            config = yaml_load(file)  # in which a list replaces the inherited one; Zensical appends it
        config["theme"]["variant"] = "classic"  # which looks like Material
        config["extra"]["cards"] = True  # as `make site` sets it
        text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
        copy.config(language).write_text(text.replace(NOTEBOOK, "lab.md"), "utf-8")
        for page in (copy.docs / language).rglob("*.md"):
            text = page.read_text("utf-8").replace(f"{NOTEBOOK})", "lab.md)")
            page.write_text(text if page.stem == "index" else OWN_LINK.sub(r"\1", text), "utf-8")
    for lab in labs.labs(project):
        for language in project.languages:
            folder, notebook = copy.docs / language / lab.part, labs.notebook(lab, language)
            with environment(Job(project, language, copy.site, DEFAULT_URL)):
                text = lab_markdown.page(project, lab, language, printed(project, notebook))
            save(folder / "lab.md", text)
            save(folder / "lab" / NOTEBOOK, nbformat.writes(notebook) + "\n")
    return copy


def printed(project: Project, notebook: nbformat.NotebookNode) -> dict[str, str]:
    """What each code cell prints, by its id, from a former build if that had the same notebook."""

    def run() -> dict[str, str]:
        done = nbformat.from_dict(notebook.copy())
        NotebookClient(done, kernel_name="python3").execute()
        return {
            cell.id: "".join(one.text for one in cell.outputs if one.get("name") == "stdout")
            for cell in done.cells
            if cell.cell_type == "code"
        }

    memo = Book(project).memo("labs-printed")
    found = memo.get(nbformat.writes(notebook), run)
    memo.save()
    return found


def build(project: Project) -> tuple[Path, list[Problem]]:
    """Build the site of the book with Zensical. Returns its folder, and the problems of the finished site.

    Raises SystemExit with what Zensical said, and ProblemError if the site cannot be finished.
    """
    copy = moved(project)
    for language in project.languages:
        config = copy.config(language)
        done = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", str(config)],
            cwd=copy.root,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"zensical: {config.name} does not build:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        target = copy.root / yaml.load(config.read_text("utf-8"), yaml.BaseLoader)["site_dir"]
        zensical.move_search_index(target)
    return target.parent, complete(Book(project), target.parent, DEFAULT_URL)


def addresses(site: Path) -> set[str]:
    """The pages of a built language, such as `training/xor/`, and its files but for those of the theme."""
    files = {one.relative_to(site).as_posix() for one in site.rglob("*") if one.is_file()}
    return {one.removesuffix("index.html") for one in files if not one.startswith("assets/")}


def facts(site: Path, language: str, address: str) -> dict[str, list[str]]:
    """What a reader has of a page, in its order, by kind."""
    html = BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")
    here = f"{language}/{address}"

    def resolved(url: str) -> str:
        return url if ":" in url else posixpath.normpath(posixpath.join(here, url))

    def links(selector: str) -> list[str]:
        return [resolved(str(one["href"])) for one in html.select(selector)]

    def texts(selector: str) -> list[str]:
        return [" ".join(one.get_text().split()) for one in html.select(selector)]

    return {
        "title": texts("head title"),
        "description": [str(one["content"]) for one in html.select("meta[name=description]")],
        "ids": sorted(str(one["id"]) for one in html.select("article [id]") if "__" not in one["id"]),
        "headings": texts("article :is(h1, h2, h3, h4, h5, h6)"),
        "words": re.findall(r"\w+", SIZE.sub("", " ".join(texts("article :is(p, li, td, th)")))),
        "examples": [str(one["data-example"]) for one in html.select("[data-example]")],
        "cells": [str(one.attrs) for one in html.select(".xb-cell, .xb-plumbing")],
        "code": texts("article pre"),
        "colours": [" ".join(one["class"]) for one in html.select("article pre span[class]")],
        "figures": texts("article svg[role=img] title"),
        "formulas": texts("article math"),
        "links": sorted(links("article :is(p, li, td, th) a[href]")),
        "inputs": [str(one.get("name")) for one in html.select("input, button[type]")],
        "navigation": texts(".md-nav__link, .md-tabs__link"),
        "switch": links("a.xb-language"),
        "tags": texts(".md-tags .md-tag"),
        "downloads": sorted(links("a[download]")),
        "scripts": [resolved(str(one[name])) for name in READ_BY_SCRIPTS for one in html.select(f"[{name}]")],
    }


def found_by_search(site: Path) -> dict[str, dict[str, str]]:
    """The entries of a built language's search index, by address."""
    entries = json.loads((site / SEARCH_INDEX).read_text("utf-8"))["docs"]
    return {one["location"]: one for one in entries}


def differences(project: Project, language: str, site: Path) -> Iterator[tuple[str, str, str]]:
    """Kind, address and what differs, for each difference between a page of `site` and of the book's own."""
    ours, theirs = project.site / language, site / language
    there, here = addresses(ours), addresses(theirs)
    for address in sorted(there ^ here):
        yield "address", address, "missing" if address in there else "more"
    for address in sorted(one for one in there & here if not PurePath(one).suffix):
        found = facts(theirs, language, address)
        for kind, expected in facts(ours, language, address).items():
            if found[kind] != expected:
                less, more = Counter(expected), Counter(found[kind])
                yield kind, address, f"without {list(less - more)[:3]}, with {list(more - less)[:3]}"
    expected, found = found_by_search(ours), found_by_search(theirs)
    for address in sorted(expected.keys() | found.keys()):
        if expected.get(address) != found.get(address):
            yield "search", address, f"{found.get(address)} instead of {expected.get(address)}"


def reason(kind: str, address: str) -> tuple[str, str] | None:
    """The entry of DIFFERENCES that says why a page differs; None where it should not."""
    return next((one for one in DIFFERENCES if one[0] == kind and fnmatch.fnmatchcase(address, one[1])), None)


def main() -> int:
    project = Project(ROOT)
    if not project.site.is_dir():
        sys.exit("zensical: there is no site/ to compare with: run `make site` first")
    try:
        site, problems = build(project)
    except ProblemError as error:
        sys.exit("\n".join(map(str, error.problems)))
    for problem in problems:
        print(problem)
    bad, met = len(problems), set()
    for language in project.languages:
        found = list(differences(project, language, site))
        unknown = [one for one in found if not reason(*one[:2])]
        met.update(filter(None, (reason(*one[:2]) for one in found)))
        bad += len(unknown)
        known = len(found) - len(unknown)
        pages = len([*(site / language).rglob("index.html")])
        print(f"{language}: {pages} pages, {known} differences with a reason")
        for kind, address, what in unknown:
            print(f"    {address or 'index'}: {kind} {what}")
    for (kind, pattern), why in DIFFERENCES.items():
        gone = "" if (kind, pattern) in met else " (is gone: take it from DIFFERENCES)"
        bad += bool(gone)
        print(f"{kind} of {pattern}: {why}{gone}")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
