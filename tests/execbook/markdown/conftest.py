"""Pages of the booklet, rendered with the whole extension."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from execbook.problems import ProblemError
from execbook.project import Project
from tests.execbook.booklet import make_booklet

EXTENSIONS = [
    "attr_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.arithmatex",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.superfences",
    "execbook.markdown",
]


@pytest.fixture
def project(tmp_path):
    return make_booklet(tmp_path)


@pytest.fixture
def render(project):
    """Turn a page's Markdown into a parsed document; `language` as in the site's configuration."""

    def render(source: str, language: str = "en") -> BeautifulSoup:
        return BeautifulSoup(html(source, language), "html.parser")

    def html(source: str, language: str = "en") -> str:
        options = {"root": str(project.root), "language": language}
        settings = {"execbook.markdown": options, "pymdownx.arithmatex": {"generic": True}}
        return Markdown(extensions=EXTENSIONS, extension_configs=settings).convert(source)

    render.html = html
    return render


def example(example_id: str, *options: str, caption: str = "") -> str:
    return "\n".join(
        [f"/// example | {example_id}", *(f"    {option}" for option in options), caption, "///", ""]
    )


def problems(render, source: str) -> list[tuple[str, int, str]]:
    with pytest.raises(ProblemError) as caught:
        render(source)
    return [
        (problem.rule, problem.line, f"{problem.message}; {problem.fix}") for problem in caught.value.problems
    ]


def as_in_mkdocs(project: Project, language: str, key: str) -> BeautifulSoup:
    """The page in its file, which MkDocs makes known to Markdown."""
    extensions = ["attr_list", "tables", "toc", "pymdownx.superfences", "execbook.markdown"]
    settings = {"execbook.markdown": {"root": str(project.root), "language": language}}
    converter = Markdown(extensions=extensions, extension_configs=settings)
    file = project.docs / language / f"{key}.md"
    place = Treeprocessor(converter)
    place.file = SimpleNamespace(abs_src_path=str(file), url=f"{key}/")
    converter.treeprocessors.register(place, "relpath", 0)
    return BeautifulSoup(converter.convert(file.read_text("utf-8")), "html.parser")
