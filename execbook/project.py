"""The paths of a project, so that a test can use a project of its own in a temporary folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ENGINE = Path(__file__).resolve().parent
"""The folder of this package."""

LANGUAGES = ("ko", "en")
"""The first language is the default of the site."""


@dataclass(frozen=True)
class Project:
    """A textbook on disk. `root` is the folder that holds `snippets/`, `docs/` and `mkdocs.yml`."""

    root: Path

    @property
    def snippets(self) -> Path:
        return self.root / "snippets"

    @property
    def labs(self) -> Path:
        return self.root / "labs"

    @property
    def docs(self) -> Path:
        """The pages, a folder for each language."""
        return self.root / "docs"

    @property
    def words(self) -> Path:
        """The lists of words: glossary, search, spelling, labels of figures."""
        return self.root / "words"

    @property
    def labels(self) -> Path:
        return self.words / "labels.ko.toml"

    @property
    def comments(self) -> Path:
        """Comments of snippets in other languages than the one that they are written in."""
        return self.words / "comments"

    @property
    def accepted(self) -> Path:
        """Reviewed results and translations, with which checks compare."""
        return self.root / "accepted"

    @property
    def theme(self) -> Path:
        """Templates, styles and scripts of this book, which override those of Material."""
        return self.root / "theme"

    @property
    def build(self) -> Path:
        return self.root / "build"

    @property
    def store(self) -> Path:
        return self.build / "store"

    @property
    def notebooks(self) -> Path:
        """Notebooks for Colab, a folder for each language, written by each build for their own branch."""
        return self.build / "notebooks"

    @property
    def site(self) -> Path:
        return self.root / "site"

    def config(self, language: str) -> Path:
        return self.root / ("mkdocs.yml" if language == LANGUAGES[0] else f"mkdocs.{language}.yml")

    def relative(self, path: Path) -> str:
        """`path` as problems and records name it: relative to the root, with forward slashes."""
        return path.resolve().relative_to(self.root.resolve()).as_posix()


def find_project(start: Path | None = None) -> Project:
    """The project that contains `start` (default: the current folder): the nearest folder with `mkdocs.yml`.

    Raises FileNotFoundError when there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file():
            return Project(folder)
    raise FileNotFoundError(f"no mkdocs.yml in {start} or above")
