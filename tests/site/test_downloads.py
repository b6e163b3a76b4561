"""What a reader of the real site can take away: notebooks of every page, labs, examples and figures."""

import gzip
import re

import nbformat
import pytest

from execbook.book import Book
from execbook.project import Project
from execbook.takeaway import labs
from tests import LANGUAGES
from tests.site import book

PROJECT = Project(book.ROOT)
LAB_KILOBYTES = 60
LINK = re.compile(r'<a href="(?P<href>[^"]+)" download[^>]*class="[^"]*xb-notebook')


def html_of(real_site, language, key):
    return (real_site / language / key.removesuffix("index") / "index.html").read_text("utf-8")


def test_every_page_with_an_example_offers_itself_as_a_valid_notebook(real_site):
    sources = Book(PROJECT)
    pages = [page for page in sources.all_pages() if page.examples]
    assert len(pages) > 20
    for page in pages:
        link = LINK.search(html_of(real_site, page.language, page.key))
        assert link, page.name
        file = real_site / "notebooks" / page.language / f"{page.key}.ipynb"
        assert link["href"].endswith(f"/notebooks/{page.language}/{page.key}.ipynb")
        notebook = nbformat.read(file, as_version=4)
        nbformat.validate(notebook)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        ids = dict.fromkeys(example.id for example in page.examples)
        assert [cell.source for cell in code] == [
            sources.shown(example_id, page.language).source.rstrip("\n") for example_id in ids
        ]
        assert all(cell.outputs for cell in code), page.name


def test_both_languages_have_the_same_notebooks_in_their_own_words(real_site):
    korean, english = (
        {path.relative_to(real_site / "notebooks" / language) for path in found}
        for language in LANGUAGES
        for found in [(real_site / "notebooks" / language).rglob("*.ipynb")]
    )
    assert korean == english
    for path in korean:
        texts = [
            "".join(
                cell.source
                for cell in nbformat.read(real_site / "notebooks" / language / path, 4).cells
                if cell.cell_type == "markdown"
            )
            for language in LANGUAGES
        ]
        assert re.search("[가-힣]", texts[0])
        assert not re.search("[가-힣]", texts[1].replace("《머신 러닝 교과서》", ""))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lab", labs.labs(PROJECT), ids=lambda lab: lab.part)
def test_a_lab_is_light_and_whole(real_site, lab, language):
    html = html_of(real_site, language, f"{lab.part}/lab")
    assert len(gzip.compress(html.encode())) < LAB_KILOBYTES * 1000
    for exercise in lab.exercises:
        assert re.search(rf'<h2 id="{exercise}">', html), "headings have ids, in Korean too"
        assert f'href="#{exercise}"' in html, "the table of contents leads there"
    assert html.count('<div class="xb-output">') >= len(lab.exercises), "each check has said something"
    assert "<style" not in html
    assert "cdn" not in html.lower()
    offered = LINK.search(html)
    assert offered
    file = real_site / language / lab.part / "lab" / "lab.ipynb"
    assert file.read_text("utf-8") == nbformat.writes(labs.notebook(lab, language)) + "\n"


def test_a_published_figure_is_self_contained(real_site):
    drawings = list((real_site / "figures").rglob("*.svg"))
    assert len(drawings) > 20
    for drawing in drawings:
        text = drawing.read_text("utf-8")
        assert "var(" not in text, drawing
        assert "currentColor" not in text.split(">", 1)[0]
