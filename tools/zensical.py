"""Build the book with Zensical, Material's successor, and compare each page with `site/` (`make zensical`).

Zensical reads the same `mkdocs.yml`, and renders with the same extension and the same templates. What differs
is in DIFFERENCES with its reason; anything else, and a difference that is gone, is an error.
"""

import fnmatch
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml
from bs4 import BeautifulSoup

from execbook.project import Project

ROOT = Path(__file__).resolve().parent.parent
DIFFERENCES = {
    ("address", "*/lab/"): "mkdocs-jupyter makes the labs' pages, and it has no counterpart",
    ("headings", "tags/"): "another plugin lists the tags, whose headings have no permanent links",
    ("words", "tags/"): "as its headings: pages have the titles of the navigation there",
    ("links", "troubles/"): "a page knows the address of its part, not the files of it",
    ("downloads", "troubles/"): "as its links",
    ("words", "troubles/"): "as its links",
}
"""What may differ: a kind of `facts` and a pattern of addresses, with the reason."""
SIZE = re.compile(r"[\d.]+ [KM]B")
"""Of downloads: publishing fills them in."""
IS_LAB = re.compile(r"(^|/)lab(/|\.ipynb)(#|$)")
TYPOGRAPHY = str.maketrans({"\N{WORD JOINER}": "", "’": "'", "‘": "'", "“": '"', "”": '"'})
"""What delivery does to the text of built pages, whoever built them."""


def build(project: Project, language: str) -> Path:
    """Build a language into the folder that its configuration names, and return that.

    Raises SystemExit with what Zensical said.
    """
    config = project.config(language)
    target = project.root / yaml.load(config.read_text("utf-8"), yaml.BaseLoader)["site_dir"]
    shutil.rmtree(target, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", str(config)],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"zensical: {config.name} does not build:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return target


def addresses(site: Path) -> set[str]:
    """The pages of a built language, such as `training/xor/`."""
    return {f"{one.parent.relative_to(site).as_posix()}/" for one in site.rglob("index.html")} - {"./"} | {""}


def facts(site: Path, language: str, address: str) -> dict[str, list[str]]:
    """What a reader has of a page, in its order, by kind."""
    html = BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")
    here = f"/{language}/{address}"

    def links(selector: str) -> list[str]:
        found = [str(one["href"]) for one in html.select(selector) if not IS_LAB.search(str(one["href"]))]
        return [one if ":" in one else posixpath.normpath(posixpath.join(here, one)) for one in found]

    def texts(selector: str) -> list[str]:
        return [" ".join(one.get_text().translate(TYPOGRAPHY).split()) for one in html.select(selector)]

    return {
        "title": texts("head title"),
        "description": [str(one["content"]) for one in html.select("meta[name=description]")],
        "ids": sorted(str(one["id"]) for one in html.select("article [id]") if "__" not in one["id"]),
        "headings": texts("article :is(h1, h2, h3, h4, h5, h6)"),
        "words": re.findall(r"\w+", SIZE.sub("", " ".join(texts("article :is(p, li, td, th)")))),
        "examples": [str(one["data-example"]) for one in html.select("[data-example]")],
        "code": texts("article pre"),
        "figures": texts("article svg[role=img] title"),
        "formulas": texts("article math"),
        "links": sorted(links("article :is(p, li, td, th) a[href]")),
        "switch": links("a.xb-language"),
        "tags": texts(".md-tags .md-tag"),
        "downloads": sorted(links("a[download]")),
    }


def differences(project: Project, language: str, built: Path) -> Iterator[tuple[str, str, str]]:
    """Kind, address and what differs, for each difference between a page of `built` and of `site/`."""
    ours = project.site / language
    there, here = addresses(ours), addresses(built)
    for address in sorted(there ^ here):
        yield "address", address, "missing" if address in there else "more"
    for address in sorted(there & here):
        theirs = facts(built, language, address)
        for kind, expected in facts(ours, language, address).items():
            if theirs[kind] != expected:
                less, more = Counter(expected), Counter(theirs[kind])
                yield kind, address, f"without {list(less - more)[:3]}, with {list(more - less)[:3]}"


def reason(kind: str, address: str) -> tuple[str, str] | None:
    """The entry of DIFFERENCES that says why a page differs; None where it should not."""
    return next((one for one in DIFFERENCES if one[0] == kind and fnmatch.fnmatchcase(address, one[1])), None)


def main() -> int:
    project = Project(ROOT)
    bad, met = 0, set()
    for language in project.languages:
        if not (project.site / language).is_dir():
            sys.exit("zensical: there is no site/ to compare with: run `make site` first")
        built = build(project, language)
        found = list(differences(project, language, built))
        unknown = [one for one in found if not reason(*one[:2])]
        met.update(filter(None, (reason(*one[:2]) for one in found)))
        bad += len(unknown)
        known = len(found) - len(unknown)
        print(f"{language}: {len(addresses(built))} pages, {known} differences with a reason")
        for kind, address, what in unknown:
            print(f"    {address or 'index'}: {kind} {what}")
    for (kind, pattern), why in DIFFERENCES.items():
        gone = "" if (kind, pattern) in met else " (is gone: take it from DIFFERENCES)"
        bad += bool(gone)
        print(f"{kind} of {pattern}: {why}{gone}")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
