"""Labs on the site: mkdocs-jupyter executes the notebook, and the site's own extensions render it.

The notebooks are created from `labs/` whenever MkDocs collects its files.

mkdocs-jupyter would add 574 KB of styles and scripts to each page, empty ids for Korean headings, and
formulas for MathJax. So only the output of the cells is taken from its page; text and code are rendered from
the notebook with the site's own extensions. `theme/hooks.py` exposes these functions to MkDocs.
"""

import posixpath
from html import escape
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from execbook.languages.wording import WORDINGS
from execbook.markdown.translation_notes import notes
from execbook.project import find_project
from execbook.site import lab_markdown
from execbook.sources.places import NOTEBOOK
from execbook.takeaway import labs


def is_lab(page: Page) -> bool:
    return Path(page.file.src_uri).name == NOTEBOOK


@event_priority(100)  # before mkdocs-jupyter looks for notebooks
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the notebooks of the labs, as if they were beside the chapters' pages."""
    for path in labs.write(find_project(Path(config.config_file_path)), config.theme["language"]):
        chapter, folder = path.parent.name, str(path.parent.parent)
        files.append(File(f"{chapter}/{path.name}", folder, config.site_dir, config.use_directory_urls))
    return Files(sorted(files, key=_order))


def _order(file: File) -> tuple[str, bool, str]:
    """MkDocs' own order, which is also that of the search index and the site map."""
    folder, name = posixpath.split(file.src_uri)
    return folder, file.name != "index", name


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Render a lab with the site's own extensions; other pages are unchanged."""
    if not is_lab(page):
        return html
    notebook = nbformat.read(page.file.abs_src_path, 4)
    language = config.theme["language"]
    converter = Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs, output_format="html"
    )
    key = page.file.src_uri.removesuffix(".ipynb")
    project = find_project(Path(config.config_file_path))
    below = notes(project, key, language, "../" * (key.count("/") + 2))
    below[""] = lab_markdown.button(project, key.split("/")[0], language)
    blocks = lab_markdown.blocks(notebook, printed_by_cell(html), below, WORDINGS[language])
    text = converter.convert("\n\n".join(blocks))
    page.toc = get_toc(getattr(converter, "toc_tokens", []))
    page.meta["title"] = page.title
    page.meta["description"] = escape(lab_markdown.description(notebook))
    return text


def printed_by_cell(html: str) -> dict[str, str]:
    """The output of each code cell, by the cell's id, from the page that mkdocs-jupyter rendered."""
    cells = BeautifulSoup(html, "html.parser").select('.jp-CodeCell[id^="cell-id="]')
    return {
        str(cell["id"]).removeprefix("cell-id="): "".join(
            printed.text for printed in cell.select('[data-mime-type="text/plain"] pre')
        )
        for cell in cells
    }
