"""What a page or an example costs in a larger book, beside what it costs in this one."""

import math
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from execbook.book import Book
from execbook.book.turned import keys_of, names_of
from execbook.project import Project
from execbook.reuse.files import link_tree
from tools.bench.builds import forget_built
from tools.bench.measuring import JOBS, Cost, Row, copy_of, execbook
from tools.grow import MOST, grow, light_parts

SEARCH = "indexing for search"
"""How a build calls this stage."""


def groups(project: Project, folder: Path, sizes: Sequence[int]) -> list[list[Row]]:
    """For each step a group of rows, one for each of these sizes, as multiples of the present book.

    folder: for copies, as of `builds.rows`, whose labs are not executed again.
    """
    books = [_Grown(project, folder, size) for size in sizes]
    return [
        [Row(f"run: without records, x{one.size}", one.run, one.new, once=True) for one in books],
        [Row(f"run: nothing to do, x{one.size}", one.run, one.examples) for one in books],
        [Row(f"build: cold but for labs, x{one.size}", one.build, one.pages) for one in books],
        [Row(f"  the search index of it, x{one.size}", one.index, one.pages) for one in books],
        [Row(f"check: nothing has changed, x{one.size}", one.check, one.pages) for one in books],
    ]


class _Grown:
    """A book with as many copies of its light parts as bring it nearest to a size.

    Nothing is recorded yet of these copies; of the light parts themselves if there are none.
    """

    def __init__(self, project: Project, folder: Path, size: int):
        self.size, self.project = size, copy_of(project, folder / f"x{size}")
        for labs in (folder / "builds/build/cache/labs", project.build / "cache/labs"):
            if labs.is_dir() and not (own := self.project.build / "cache/labs").exists():
                own.mkdir(parents=True)
                link_tree(labs, own)
        book = Book(self.project)
        parts, pages = light_parts(book), len([*book.all_pages()])
        light = sum(page.key.partition("/")[0] in parts for page in book.all_pages())
        if copies := min(MOST, round((size - 1) * pages / light)):
            new = {*grow(self.project, copies)} - {*parts}
        else:
            new = {*parts}
        book = Book(Project(self.project.root))
        names = {name for name in names_of(book) if name.partition("/")[0] in new}
        for name, key in {**book.store.current(), **keys_of(self.project)}.items():
            if name in names:
                shutil.rmtree(book.store.folder_of(key), ignore_errors=True)
        self.new, self.examples, self.pages = len(names), len(names_of(book)), len([*book.all_pages()])

    def run(self) -> Cost:
        return execbook(self.project, "run", "--jobs", str(JOBS))

    def build(self) -> Cost:
        forget_built(self.project, but="labs")
        self.built = execbook(self.project, "build")
        return self.built

    def index(self) -> Cost:
        """Of the last build."""
        return replace(self.built, seconds=self.built.stages[SEARCH], processor=math.nan)

    def check(self) -> Cost:
        return execbook(self.project, "check")
