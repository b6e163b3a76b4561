"""Let pages be found by the titles that they had: `python -m tools.search.former REVISION`.

Adds to `words/leads.tsv` the titles that have changed since a revision.
"""

import argparse
import csv
import io
import subprocess
from pathlib import Path

from execbook.book import Book
from execbook.project import Project
from execbook.search.leads import LEADS, expected_columns, leads
from execbook.sources.addresses import folder_of
from execbook.sources.pages import parse_page

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m tools.search.former", description=__doc__.splitlines()[0]
    )
    parser.add_argument("revision", help="since when, as git names it")
    rows = former(Project(ROOT), parser.parse_args().revision)
    text = io.StringIO()
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n").writerows(
        rows
    )
    with (ROOT / "words" / LEADS).open("a", encoding="utf-8") as file:
        file.write(text.getvalue())
    print(text.getvalue(), end="")


def former(project: Project, revision: str) -> list[list[str]]:
    """Rows for the titles that pages had at a revision and that lead nowhere now."""
    book = Book(project)
    found: dict[str, dict[str, str]] = {}
    for language in project.languages:
        known = leads(project, language)
        for key, page in book.pages[language].items():
            title = _title(project.root, revision, page.name, language, key)
            names = known[folder_of(key)].titles if folder_of(key) in known else []
            if title and title not in (page.meta.get("title"), *names):
                found.setdefault(key, {})[language] = title
    columns = expected_columns(project)
    return [
        [{"page": key, "kind": "title"}.get(column, titles.get(column, "")) for column in columns]
        for key, titles in sorted(found.items())
    ]


def _title(root: Path, revision: str, name: str, language: str, key: str) -> str:
    command = ["git", "show", f"{revision}:{name}"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        return ""  # the page is newer
    return str(parse_page(done.stdout, root / name, name, language, key).meta.get("title", ""))


if __name__ == "__main__":
    main()
