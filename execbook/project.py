"""The paths of a project, so that a test can use a project of its own in a temporary folder."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from execbook import settings
from execbook.settings import Settings

ENGINE = Path(__file__).resolve().parent
"""The folder of this package."""


@dataclass(frozen=True)
class Project:
    """A textbook on disk. `root` is the folder that holds `snippets/`, `docs/` and `mkdocs.yml`."""

    root: Path

    @cached_property
    def settings(self) -> Settings:
        """What `pyproject.toml` sets, read once. Raises ProblemError if it cannot be read."""
        return settings.read(self.root)

    @property
    def languages(self) -> tuple[str, ...]:
        """At least one; the first is the default of the site."""
        return self.settings.languages

    def _folder(self, name: str) -> Path:
        return self.root / self.settings.folders.get(name, name)

    def path(self, name: str) -> Path:
        """The file with a usual name, such as `accepted/bands.toml`, in the folder of this book."""
        folder, _, rest = name.partition("/")
        return self._folder(folder) / rest

    def named(self, name: str) -> str:
        """How problems name the file with a usual name."""
        return self.relative(self.path(name))

    def usual(self, name: str) -> str:
        """The usual name of a file, from how problems name it or a person types it; others are unchanged."""
        folder, slash, rest = name.removeprefix("./").partition("/")
        renamed = {other: usual for usual, other in self.settings.folders.items()}
        return renamed.get(folder, folder) + slash + rest

    @property
    def snippets(self) -> Path:
        return self._folder("snippets")

    @property
    def labs(self) -> Path:
        return self._folder("labs")

    @property
    def docs(self) -> Path:
        """The pages, a folder for each language."""
        return self._folder("docs")

    @property
    def words(self) -> Path:
        """The lists of words: glossary, search, spelling, labels of figures."""
        return self._folder("words")

    def labels(self, language: str) -> Path:
        """The translations of figures' labels into a language, which may be missing."""
        return self.words / f"labels.{language}.toml"

    @property
    def comments(self) -> Path:
        """Comments of snippets in other languages than the one that they are written in."""
        return self.words / "comments"

    @property
    def accepted(self) -> Path:
        """Reviewed results and translations, with which checks compare."""
        return self._folder("accepted")

    @property
    def theme(self) -> Path:
        """Templates, styles and scripts of this book, which override those of Material."""
        return self._folder("theme")

    @property
    def build(self) -> Path:
        return self._folder("build")

    @property
    def store(self) -> Path:
        return self.build / "store"

    @property
    def runtime(self) -> Path:
        """Python for the reader's browser, see `execbook.browser.runtime`."""
        return self.build / "runtime"

    @property
    def notebooks(self) -> Path:
        """Notebooks for Colab, a folder for each language, written by each build for their own branch."""
        return self.build / "notebooks"

    @property
    def site(self) -> Path:
        return self._folder("site")

    def config(self, language: str) -> Path:
        return self.root / ("mkdocs.yml" if language == self.languages[0] else f"mkdocs.{language}.yml")

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
