"""What a change does to the site: `make changes` builds the site of the commit FORMER too, and compares.

Writes `build/offline/changes/index.html`, where figures are side by side and pages are links into the site
around it, and prints a summary as Markdown, in a workflow to its summary too.
"""

import html
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parent.parent
FORMER = ROOT / "build/former"
OFFLINE = ROOT / "build/offline"
MOST = 100
"""Rows of each kind in the summary. The page has all."""
PAGE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>What changes</title>
<style>img {{ max-width: 45% }} td, th {{ padding: 0 1em 0 0; text-align: left }}</style></head>
<body>
<h1>What changes</h1>
<h2>Pages ({page_count})</h2>
<ul>
{pages}
</ul>
<h2>Values ({value_count})</h2>
<table>
<tr><th>example</th><th>value</th><th>before</th><th>after</th></tr>
{values}
</table>
<h2>Figures ({figure_count})</h2>
{figures}
</body>
</html>
"""


@dataclass(frozen=True)
class Changes:
    """pages: what has happened to each, by file. values: example, name, before, after. figures: files.

    All files are paths from the root of the site.
    """

    pages: dict[str, str]
    values: list[tuple[str, str, str, str]]
    figures: list[str]


def compare(former: Path, site: Path) -> Changes:
    """The differences of two built sites."""
    before, after = _articles(former), _articles(site)
    pages = dict.fromkeys(after.keys() - before.keys(), "new")
    pages |= dict.fromkeys(before.keys() - after.keys(), "removed")
    pages |= {file: "changed" for file in before.keys() & after.keys() if before[file] != after[file]}
    drawn = {
        path.relative_to(root).as_posix() for root in (former, site) for path in root.glob("figures/**/*.svg")
    }
    figures = [file for file in sorted(drawn) if _bytes(former / file) != _bytes(site / file)]
    return Changes(dict(sorted(pages.items())), list(_values(former, site)), figures)


def _articles(site: Path) -> dict[str, str]:
    """The text of each page, without what is around it."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        if article := page.find("article"):
            found[path.relative_to(site).as_posix()] = article.get_text(" ", strip=True)
    return found


def _values(former: Path, site: Path) -> Iterator[tuple[str, str, str, str]]:
    before, after = (
        {entry["id"]: entry["values"] for entry in json.loads((root / "examples.json").read_text("utf-8"))}
        for root in (former, site)
    )
    for example in sorted(before.keys() | after.keys()):
        old, new = before.get(example, {}), after.get(example, {})
        for name in sorted(old.keys() | new.keys()):
            if old.get(name) != new.get(name):
                yield example, name, str(old.get(name, "")), str(new.get(name, ""))


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def as_page(changes: Changes) -> str:
    """An HTML page in the folder `changes/` of the new site; the former figures are in `changes/former/`."""
    escape = html.escape
    return PAGE.format(
        page_count=len(changes.pages),
        value_count=len(changes.values),
        figure_count=len(changes.figures),
        pages="\n".join(
            f"<li>{escape(file)} (removed)</li>"
            if what == "removed"
            else f'<li><a href="../{escape(file)}">{escape(file)}</a> ({what})</li>'
            for file, what in changes.pages.items()
        ),
        values="\n".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in changes.values
        ),
        figures="\n".join(
            f'<h3>{escape(file)}</h3>\n<img src="former/{escape(file)}" alt="before">'
            f'\n<img src="../{escape(file)}" alt="after">'
            for file in changes.figures
        ),
    )


def as_summary(changes: Changes) -> str:
    """The same as Markdown, without figures."""
    lines = [
        f"{len(changes.pages)} pages, {len(changes.values)} values, {len(changes.figures)} figures change. "
        "The artifact has the site: open `changes/index.html` in it.",
        "",
        *(f"- {what}: `{file}`" for file, what in list(changes.pages.items())[:MOST]),
        "",
    ]
    if changes.values:
        lines += ["| example | value | before | after |", "|---|---|---|---|"]
        rows = ((cell.replace("|", r"\|") for cell in row) for row in changes.values[:MOST])
        lines += [f"| {' | '.join(row)} |" for row in rows]
    lines += ["", *(f"- figure `{file}`" for file in changes.figures[:MOST])]
    return "\n".join(lines).rstrip() + "\n"


def write(changes: Changes, former: Path, site: Path) -> None:
    """Write the page and the former figures into the folder `changes/` of the site."""
    folder = site / "changes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(as_page(changes), "utf-8")
    for file in changes.figures:
        if (former / file).is_file():
            (folder / "former" / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(former / file, folder / "former" / file)


def _build(commit: str) -> Path:
    """The site of a commit, with what is recorded here already."""
    _git("worktree", "prune")
    if not FORMER.is_dir():
        _git("worktree", "add", "--detach", str(FORMER), commit)
    else:
        subprocess.run(["git", "checkout", "--quiet", "--detach", commit], cwd=FORMER, check=True)
    shutil.copytree(ROOT / "build/store", FORMER / "build/store", dirs_exist_ok=True)
    subprocess.run([sys.executable, "-m", "execbook", "build"], cwd=FORMER, check=True)
    return FORMER / "site"


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=ROOT, check=True)


def main() -> None:
    commit = os.environ.get("FORMER")
    if not commit:
        sys.exit("name the commit to compare with: make changes FORMER=main")
    former = _build(commit)
    changes = compare(former, ROOT / "site")
    write(changes, former, OFFLINE)
    summary = as_summary(changes)
    print(summary, end="")
    if file := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(file).open("a", encoding="utf-8") as opened:
            opened.write(summary)


if __name__ == "__main__":
    main()
