"""How well the built site's search finds what readers would type: `make search`.

    python -m tools.search              the figures of both languages, by half and by kind
    python -m tools.search ko "경사 소실"    what a query finds
    python -m tools.search --misses     the queries of the tuned half whose page is not among the first three

The queries of the half that was set aside are never shown one by one, so that nobody tunes on them.
"""

import argparse
import gzip
from collections import defaultdict
from pathlib import Path

from execbook.project import find_project
from tools.search.asking import ask, index_of, worker_of
from tools.search.figures import Figures
from tools.search.lists import WRITERS, read_list

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.search", description=__doc__.splitlines()[0])
    parser.add_argument("language", nargs="?", choices=find_project().languages, help="only this language")
    parser.add_argument("query", nargs="?", help="show what this query finds")
    parser.add_argument("--misses", action="store_true", help="show what the tuned half does not find")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (default: site/)")
    options = parser.parse_args()
    for language in [options.language] if options.language else find_project().languages:
        if options.query:
            _show(options.site, language, options.query)
        else:
            _report(options.site, language, options.misses)


def _show(site: Path, language: str, query: str) -> None:
    for page in ask(site, language, [query]).answers[0][:5]:
        for section in page:
            print(
                f"{section['score']:8.2f}  {section['location']:45}  {section['title']}  {section['terms']}"
            )


def _report(site: Path, language: str, misses: bool) -> None:
    lists = {writers: read_list(ROOT, language, writers) for writers in WRITERS}
    queries = [(writers, query) for writers, listed in lists.items() for query in listed]
    asked = ask(site, language, [query.text for _, query in queries])
    figures: dict[tuple[str, str, str], Figures] = defaultdict(Figures)
    for number, (writers, query) in enumerate(queries):
        found = asked.pages(number)
        kind = "pending" if query.is_pending else query.kind
        figures[writers, query.half, kind].count(query, found)
        if query.pages:
            figures[writers, query.half, "all"].count(query, found)
        if misses and query.half == "tune" and query.pages and not Figures.answered(query, found):
            keys = [page.key for page in found[:3]]
            print(f"{query.kind:10} {query.text!r}: {keys} instead of {sorted(query.pages)}")

    index, worker = index_of(site, language), worker_of(site, language)
    sizes = [len(gzip.compress(path.read_bytes(), 9, mtime=0)) / 1000 for path in (index, worker)]
    print(f"{language}: index {sizes[0]:.0f} kB and worker {sizes[1]:.1f} kB gzipped, ", end="")
    print(f"set up in {asked.setup_ms:.0f} ms of processor time, {asked.query_ms:.1f} ms a query")
    for writers in WRITERS:
        print(f"{writers:12}{'tune':>32}{'held':>32}")
        for kind in dict.fromkeys(kind for writer, _, kind in figures if writer == writers):
            cells = (str(figures[writers, half, kind]) for half in ("tune", "held"))
            print(f"{kind:12}" + "".join(f"{cell:>32}" for cell in cells))


main()
